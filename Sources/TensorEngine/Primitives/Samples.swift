/// Arguments for tests over the whole registry, drawn inside the domain of an operation.
enum Samples {
    /// Numbers evenly from a range, of this shape.
    static func numbers(
        _ shape: Shape, from range: ClosedRange<Double> = -2...2, _ random: inout RandomNumbers
    ) throws -> Tensor {
        let result = try Tensor(uninitialized: shape, .float64)
        for position in 0..<result.count {
            let u = random.uniform()
            result.setElement(position, to: range.lowerBound + u * (range.upperBound - range.lowerBound))
        }
        return result
    }

    /// Truth values, each with even chances.
    static func truths(_ shape: Shape, _ random: inout RandomNumbers) throws -> Tensor {
        let result = try Tensor(uninitialized: shape, .bool)
        for position in 0..<result.count { result.setElement(position, to: random.uniform() < 0.5 ? 0 : 1) }
        return result
    }
}

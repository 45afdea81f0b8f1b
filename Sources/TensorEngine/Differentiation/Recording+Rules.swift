/// Looking for the one operation to blame when a gradient and its difference quotients disagree.
extension Recording {
    /// The first operation whose slope differs between two runs from points close together: it has a kink between them.
    /// Nil where the runs took different ways, or no operation bends.
    package static func firstKink(between one: Recording, and other: Recording) throws -> Primitive? {
        for (a, b) in zip(one.steps, other.steps) {
            guard a.operation === b.operation else { return nil }
            for source in a.sources where try a.bends(b, source.operand) { return a.operation }
        }
        return nil
    }

    /// The first operation whose own rule disagrees with its own difference quotients, and the parameter it is wrong for.
    package func firstWrongRule() throws -> (operation: Primitive, parameter: String)? {
        for step in steps {
            guard let operation = step.operation else { continue }
            for source in step.sources where try step.isWrong(source.operand) {
                return (operation, operation.parameters[source.operand.argument].name)
            }
        }
        return nil
    }
}

extension Recording.Step {
    /// Smooth slopes change by about the distance of the points, which is far below this.
    private static let bend = 1e-3
    /// Of a rule against difference quotients of one operation.
    private static let mistake = 1e-4
    private static let h = 1e-6

    fileprivate func bends(_ other: Recording.Step, _ operand: Primitive.Operand) throws -> Bool {
        guard value.shape == other.value.shape, value.dtype.isFloat else { return value.shape != other.value.shape }
        let ones = try Primitive.ones(.shape(value.shape), .dtype(.float64))
        guard let a = try pull(ones, to: operand), let b = try other.pull(ones, to: operand), a.shape == b.shape else {
            return false
        }
        return (0..<a.count).contains { abs(a.element($0) - b.element($0)) > Self.bend * max(1, abs(a.element($0))) }
    }

    fileprivate func isWrong(_ operand: Primitive.Operand) throws -> Bool {
        let x = operandValue(operand)
        guard value.dtype.isFloat, x.dtype == .float64 else { return false }
        // unequal weights, so that what belongs elsewhere shows
        let weights = try Tensor(value.shape, (0..<value.count).map { 1 + Double($0 % 7) / 10 })
        guard let rule = try pull(weights, to: operand) else { return false }
        guard rule.shape == x.shape else { return true }
        for position in 0..<x.count {
            let sums = try [Self.h, 0, -Self.h].map { try weightedSum(weights, operand, position, movedBy: $0) }
            let slope = (sums[0] - sums[2]) / (2 * Self.h)
            let size = max(1, abs(slope), abs(rule.element(position)))
            // at a kink there is no slope to compare with
            let isKink = abs(sums[0] - 2 * sums[1] + sums[2]) / Self.h > Self.bend * size
            if !isKink, abs(slope - rule.element(position)) > Self.mistake * size { return true }
        }
        return false
    }

    private func weightedSum(
        _ weights: Tensor, _ operand: Primitive.Operand, _ position: Int, movedBy step: Double
    ) throws -> Double {
        let x = operandValue(operand)
        let moved = try x.copy(capacity: x.count)
        moved.setElement(position, to: x.element(position) + step)
        let result = try replacing([(operand, moved)]).value
        return (0..<result.count).reduce(0) { $0 + weights.element($1) * result.element($1) }
    }
}

/// Adding elements up at places: the transpose of fetching them.
extension Primitive {
    public static let scatterAdd = Primitive(
        "scatter_add", .index, "A vector of zeros, of this size, with each of values added at its place.",
        [.tensor("places"), .tensor("values"), Parameter("size", .whole)],
        examples: ["scatter_add([0, 2, 0], [1, 2, 3], 3)  #> [4, 0, 2]"],
        refuses: ["places that are not whole numbers from 0 to below size", "unequal shapes"],
        numpy: "np.bincount(np.ravel(places).astype(int), np.ravel(values), size)", related: ["index"],
        gradient: .rule { call, upstream, operand in
            guard operand.argument == 1 else { return nil }
            let fetched = try index(.tensor(upstream), .index([.list(flatten(call.x))]))
            return try fetched.reshaped(like: call.arguments.tensor(1).shape)
        },
        sample: { random in
            [.tensor(try random.randint(0, 4, [6])), .tensor(try Samples.numbers([6], &random)), .whole(5)]
        },
        body: .kernel(
            { arguments in
                let (places, values, size) = (arguments.tensor(0), arguments.tensor(1), arguments.whole(2))
                guard places.shape == values.shape else { throw ShapeProblem.stack(places.shape, values.shape) }
                let shape = try Shape(checking: [size])
                for entry in 0..<places.count {
                    let place = places.element(entry)
                    guard place >= 0, place < Double(size), place == place.rounded() else {
                        throw ValueProblem.label(place, classes: size)
                    }
                }
                return TensorType(shape, values.dtype.asFloat)
            },
            { arguments, result in
                let values = try arguments.tensor(1).converted(to: result.dtype)
                result.fill(with: 0)
                if result.dtype == .float32 {
                    add(values.pointer(Float.self), at: arguments.tensor(0), to: result.mutablePointer(Float.self))
                } else {
                    add(values.pointer(Double.self), at: arguments.tensor(0), to: result.mutablePointer(Double.self))
                }
                withExtendedLifetime(values) {}
            }))

    private static func add<T: FloatingPoint>(
        _ values: UnsafePointer<T>, at places: Tensor, to result: UnsafeMutablePointer<T>
    ) {
        for entry in 0..<places.count { result[Int(places.element(entry))] += values[entry] }
    }

    /// What reaches elements that were fetched from `places` of a tensor of this shape; row-major positions.
    static func scattered(_ upstream: Tensor, at places: Tensor, as shape: Shape) throws -> Tensor {
        let places = try places.reshaped(to: upstream.shape)
        return try scatterAdd(.tensor(places), .tensor(upstream), .whole(shape.elementCount)).reshaped(like: shape)
    }
}

extension Place {
    /// The row-major positions of the elements, in the order in which `index` gives them.
    var elementPlaces: Tensor {
        get throws {
            let positions: [Int]
            switch walk {
            case .steps(let steps, let offset):
                positions = zip(shape, steps).reduce([offset]) { starts, axis in
                    starts.flatMap { start in (0..<axis.0).map { start + $0 * axis.1 } }
                }
            case .blocks(let blocks, let size):
                positions = blocks.flatMap { block in (0..<size).map { block * size + $0 } }
            }
            return try Tensor(shape, positions.map(Double.init))
        }
    }

    /// Of places that are written twice, the value that was written last stays; the others get nothing.
    func withoutOverwritten(_ reached: Tensor, in whole: Shape) throws -> Tensor {
        guard case .blocks = walk else { return reached }
        let places = try elementPlaces.elements
        var lastWriter: [Double: Int] = [:]
        for (entry, place) in places.enumerated() { lastWriter[place] = entry }
        let stays = try Tensor(shape, places.indices.map { lastWriter[places[$0]] == $0 ? 1 : 0 }, dtype: .bool)
        return try Primitive.where(.tensor(stays), .tensor(reached), .tensor(Tensor(plainNumber: 0)))
    }
}

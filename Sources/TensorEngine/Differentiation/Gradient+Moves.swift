extension Primitive.Gradient {
    /// Of an operation that only moves elements, and puts 0 where none comes to. `move` is the operation itself.
    static func moves(_ move: @escaping @Sendable (Arguments) throws -> Tensor) -> Self {
        .linear { call, upstream, _ in try call.movedBack(upstream, move) }
    }
}

extension Primitive.Call {
    /// Each element of `upstream` added to where `move` took its place from: it tells when it moves positions.
    func movedBack(_ upstream: Tensor, _ move: (Arguments) throws -> Tensor) throws -> Tensor {
        let shape = x.shape
        let count = shape.elementCount
        // From 1, because 0 marks what comes from nowhere.
        var positions = arguments
        positions.values[0] = .tensor(try Tensor(shape, (0..<count).map { Double($0 + 1) }))
        let places = try Primitive.flatten(move(positions))
        let sums = try Primitive.scatterAdd(.tensor(places), .tensor(Primitive.flatten(upstream)), .whole(count + 1))
        let found = IndexItem.slice(start: 1, stop: nil, step: nil)
        return try Primitive.index(.tensor(sums), .index([found])).reshaped(like: shape)
    }
}

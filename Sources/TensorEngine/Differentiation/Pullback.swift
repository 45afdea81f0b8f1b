/// A function run once on its inputs and remembered, so that what its results are owed can be pulled back to them.
///
///     let pullback = try Pullback({ [try $0[0] * $0[0]] }, [Tensor([1, 2, 3])])
///     try pullback([Tensor([1, 1, 1])])[0].elements  // [2, 4, 6]
public struct Pullback {
    /// The function's results.
    public let values: [Tensor]
    private let tape = Tape()
    private let inputs: [Tensor]
    /// Where the results are on the tape; nil for those that do not depend on the inputs.
    private let nodes: [Int?]

    public init(_ f: ([Tensor]) throws -> [Tensor], _ inputs: [Tensor]) throws {
        let tape = tape
        self.inputs = inputs
        values = try tape.whileRecording { try f(inputs.map { try tape.input($0) }) }
        nodes = values.map(tape.node)
    }

    /// The Jacobian's transpose times `upstream`, one tensor for each result: one tensor for each input.
    /// - Throws: `GradProblem` where a shape does not fit or an operation has no gradient.
    public func callAsFunction(_ upstream: [Tensor]) throws -> [Tensor] { try run(upstream, isLast: false) }

    /// The same for the last time: the tape is taken apart on the way.
    func finish(_ upstream: [Tensor]) throws -> [Tensor] { try run(upstream, isLast: true) }

    /// The same for `rows` upstreams at once, one behind the other along an axis in front, as what comes out is.
    func stacked(_ upstream: [Tensor], rows: Int) throws -> [Tensor] { try run(upstream, rows: rows, isLast: false) }

    private func run(_ upstream: [Tensor], rows: Int? = nil, isLast: Bool) throws -> [Tensor] {
        if rows == nil { try GradProblem.check(upstream, against: values) }
        var walk = BackwardWalk(tape, rows: rows)
        for (node, seed) in zip(nodes, upstream) {
            if let node { try walk.add(seed, to: node) }
        }
        let found = try walk.adjoints(inputs: inputs.count, isLast: isLast)
        return try zip(inputs, found).map { input, adjoint in
            try adjoint ?? Primitive.zeros(.shape(input.shape.stacked(rows)), .dtype(input.dtype.asFloat))
        }
    }
}

extension GradProblem {
    /// One tensor of the same shape for each of `wanted`.
    static func check(_ given: [Tensor], against wanted: [Tensor]) throws {
        guard given.count == wanted.count else { throw seeds(given: given.count, wanted: wanted.count) }
        for (given, wanted) in zip(given, wanted) where given.shape != wanted.shape {
            throw seed(given: given.shape, wanted: wanted.shape)
        }
    }
}

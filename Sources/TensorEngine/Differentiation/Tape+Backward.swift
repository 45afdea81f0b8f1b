/// Going back over a tape, from the results to the inputs.
extension Tape {
    /// What reaches each of the first `inputs` nodes when each seed reaches its node; nil for those that nothing
    /// reaches.
    ///
    /// Runs from the last node to the first. `isLast`: the tape is not needed again, and gives back each node as it is
    /// passed, so that a long walk needs no more memory than the recording did.
    ///
    /// - Complexity: one rule for each operand; an adjoint lives from its first use to its node.
    func adjoints(_ seeds: [(node: Int, seed: Tensor)], inputs: Int, isLast: Bool) throws -> [Tensor?] {
        var walk = BackwardWalk(count: nodes.count)
        for (node, seed) in seeds { try walk.add(seed, to: node) }
        for node in stride(from: nodes.count - 1, through: inputs, by: -1) {
            if let upstream = walk.take(node) { try pass(node, upstream, &walk) }
            if isLast { removeLast() }
        }
        let found = (0..<inputs).map { walk.take($0) }
        if let blocked = walk.blocked, !hasInnerTape, found.allSatisfy({ $0 == nil }) { throw blocked }
        return found
    }

    /// Hands the adjoint of a node on to its operands.
    private func pass(_ node: Int, _ upstream: Tensor, _ walk: inout BackwardWalk) throws {
        guard let operation = nodes[node].operation else { return }
        let (gradient, call) = (operation.gradient, nodes[node].call)
        if case .none(let reason) = gradient { return walk.block(operation, reason) }
        for place in edges(of: node) {
            let edge = edges[place]
            let source = Int(edge.source)
            // Truth values do not change gradually, so nothing is owed to them.
            guard nodes[source].call.result.dtype.isFloat || nodes[source].isBlocked else { continue }
            if nodes[source].isBlocked, walk.blocked != nil { continue }
            let operand = Primitive.Operand(argument: Int(edge.argument), item: Int(edge.item))
            guard let product = try call.pull(upstream, to: operand, by: gradient) else { continue }
            // A condition is owed nothing, so only a rule that would owe it something is in its way.
            if let blocked = nodes[source].operation, case .none(let reason) = blocked.gradient {
                walk.block(blocked, reason)
            } else {
                try walk.add(product, to: source)
            }
        }
    }
}

extension Tape.Node {
    /// Whether no adjoint goes any further here.
    fileprivate var isBlocked: Bool {
        if let operation, case .none = operation.gradient { true } else { false }
    }
}

/// The adjoints that have been found and not yet been used.
private struct BackwardWalk {
    private var adjoints: [Tensor?]
    /// The first operation without a gradient that an adjoint has come to.
    private(set) var blocked: GradProblem?

    init(count: Int) { adjoints = Array(repeating: nil, count: count) }

    /// Where paths meet, what comes along them adds up.
    mutating func add(_ product: Tensor, to node: Int) throws {
        guard let sum = adjoints[node].take() else {
            adjoints[node] = product
            return
        }
        adjoints[node] = try sum + product
    }

    mutating func take(_ node: Int) -> Tensor? { adjoints[node].take() }

    mutating func block(_ operation: Primitive, _ reason: String) {
        blocked = blocked ?? .none(operation: operation.name, because: reason)
    }
}

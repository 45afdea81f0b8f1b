/// One way back over a tape, from the results to the inputs, with what has been found and not yet been used.
///
/// Plain numbers are owed plain numbers, which stand in an array of their own, unless a tape is open that must record
/// what becomes of them.
struct BackwardWalk {
    private let tape: Tape
    /// How many upstreams go back at once, one behind the other along an axis in front; nil for one without it.
    let rows: Int?
    /// What numbers are owed; empty where those are tensors, too.
    private var numbers: [Double]
    private var tensors: [Tensor?]
    /// The first operation without a gradient that an adjoint has come to.
    private var blocked: GradProblem?

    /// In place of a number that nothing has reached yet: a NaN that no computation gives.
    private static let untouched = Double(bitPattern: 0xFFFF_DEAD_BEEF_0001)

    init(_ tape: Tape, rows: Int?) {
        self.tape = tape
        self.rows = rows
        let countsNumbers = rows == nil && Tape.innermost == nil
        let count = tape.nodes.count
        numbers = countsNumbers ? Array(repeating: BackwardWalk.untouched, count: count) : []
        tensors = countsNumbers && !tape.hasTensors ? [] : Array(repeating: nil, count: count)
    }

    /// What reaches each of the first `inputs` nodes; nil for those that nothing reaches.
    ///
    /// Runs from the last node to the first. `isLast`: the tape is not needed again, and gives back what it keeps as it
    /// is passed, so that a long walk needs no more memory than the recording did.
    ///
    /// - Complexity: one product for each operand; an adjoint lives from its first use to its node.
    mutating func adjoints(inputs: Int, isLast: Bool) throws -> [Tensor?] {
        var node = tape.nodes.count - 1
        while node >= inputs {
            if tape.nodes[node].kind == .number, !numbers.isEmpty {
                node = passNumbers(from: node)
                continue
            }
            if let upstream = try take(node) { try pass(node, upstream) }
            if isLast { giveBack(node) }
            node -= 1
        }
        let found = try (0..<inputs).map { try take($0) }
        if let blocked, !tape.hasInnerTape, found.allSatisfy({ $0 == nil }) { throw blocked }
        return found
    }

    /// Passes plain numbers until something else comes, and says where.
    private mutating func passNumbers(from last: Int) -> Int {
        tape.nodes.withUnsafeBufferPointer { nodes in
            numbers.withUnsafeMutableBufferPointer { numbers in
                var place = last
                // the inputs come first and are none of this kind
                while nodes[place].kind == .number {
                    let upstream = numbers[place]
                    if upstream.bitPattern != BackwardWalk.untouched.bitPattern {
                        BackwardWalk.add(upstream, along: nodes[place].first, numbers)
                        BackwardWalk.add(upstream, along: nodes[place].second, numbers)
                    }
                    place -= 1
                }
                return place
            }
        }
    }

    @inline(__always)
    private static func add(
        _ upstream: Double, along edge: TapeNode.Edge, _ numbers: UnsafeMutableBufferPointer<Double>
    ) {
        guard edge.kind != .none else { return }
        add(edge.kind == .nothing ? 0 : upstream * edge.number, to: Int(edge.source), numbers)
    }

    /// Where paths meet, what comes along them adds up.
    @inline(__always)
    private static func add(_ product: Double, to node: Int, _ numbers: UnsafeMutableBufferPointer<Double>) {
        let before = numbers[node]
        numbers[node] = before.bitPattern == untouched.bitPattern ? product : before + product
    }
}

// MARK: - One node

extension BackwardWalk {
    /// Where paths meet, what comes along them adds up.
    mutating func add(_ product: Tensor, to node: Int) throws {
        if countsNumber(node) {
            let product = product.element(0)
            return numbers.withUnsafeMutableBufferPointer { BackwardWalk.add(product, to: node, $0) }
        }
        guard let sum = tensors[node].take() else {
            tensors[node] = product
            return
        }
        tensors[node] = try sum + product
    }

    private func countsNumber(_ node: Int) -> Bool { !numbers.isEmpty && tape.nodes[node].isNumber }

    private mutating func take(_ node: Int) throws -> Tensor? {
        guard countsNumber(node) else { return tensors[node].take() }
        let number = numbers[node]
        return number.bitPattern == BackwardWalk.untouched.bitPattern ? nil : try Tensor(plainNumber: number)
    }

    /// Hands the adjoint of a node on to its operands.
    private mutating func pass(_ place: Int, _ upstream: Tensor) throws {
        let node = tape.nodes[place]
        switch node.kind {
        case .input: break
        case .number, .local:
            try pass(upstream, along: node.first, from: node)
            try pass(upstream, along: node.second, from: node)
        case .call: try pass(upstream, tape.calls[node.first.place])
        case .blocked: block(tape.calls[node.first.place].operation)
        }
    }

    private mutating func pass(_ upstream: Tensor, along edge: TapeNode.Edge, from node: TapeNode) throws {
        let source = Int(edge.source)
        guard edge.kind != .none, !isInTheWay(source) else { return }
        let local: Local =
            switch edge.kind {
            case .number: .number(edge.number)
            case .kept: Local(tape.kept[edge.place])
            case .none, .nothing: .nothing
            }
        var product = try upstream.scaled(by: local)
        // an operand is like the result, or a number that stood at each of its places
        if tape.nodes[source].isNumber, !node.isNumber {
            product = try product.summed(to: Shape(), rows: rows)
        }
        try add(product.inPrecision(.float64), to: source)
    }

    private mutating func pass(_ upstream: Tensor, _ step: TapeCall) throws {
        for operand in tape.operands[step.operands] {
            let source = Int(operand.source)
            guard tape.nodes[source].isFloat || tape.nodes[source].kind == .blocked else { continue }
            if tape.nodes[source].kind == .blocked, blocked != nil { continue }
            let place = Primitive.Operand(argument: Int(operand.argument), item: Int(operand.item))
            let product = try step.call.pull(upstream, to: place, by: step.operation.gradient, rows: rows)
            // A condition is owed nothing, so only a rule that would owe it something is in its way.
            guard let product, !isInTheWay(source) else { continue }
            try add(product, to: source)
        }
    }

    /// Whether no adjoint goes any further at a node, which is noted.
    private mutating func isInTheWay(_ source: Int) -> Bool {
        guard tape.nodes[source].kind == .blocked else { return false }
        block(tape.calls[tape.nodes[source].first.place].operation)
        return true
    }

    private mutating func block(_ operation: Primitive) {
        guard blocked == nil, case .none(let reason) = operation.gradient else { return }
        blocked = .none(operation: operation.name, because: reason)
    }

    /// Lets go of what the tape keeps for a node.
    private func giveBack(_ place: Int) {
        let node = tape.nodes[place]
        switch node.kind {
        case .input, .number: break
        case .local:
            for edge in [node.first, node.second] where edge.kind == .kept {
                return tape.removeKept(from: edge.place)
            }
        case .call, .blocked: tape.removeLastCall()
        }
    }
}

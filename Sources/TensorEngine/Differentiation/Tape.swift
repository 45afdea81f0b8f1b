import CKernels

/// Where a tape has recorded a tensor.
///
/// The tape is named, not referred to: a tensor that outlives its tape is then a constant, and nothing forms a cycle.
package struct Trace: Sendable, Equatable {
    package var tape: UInt32
    var node: UInt32

    static let none = Trace(tape: 0, node: 0)
}

/// What happened to the inputs of a function, operation after operation, in flat arrays.
///
/// Nodes name each other by number. A graph of objects that refer to each other would be freed recursively, and a
/// long loop would overflow the stack.
///
/// A tape belongs to one thread and hands none of its arrays to anyone who could change them. So accesses to them are
/// not checked against each other as they run, which would take longer than what they do.
final class Tape {
    let number: UInt32
    @exclusivity(unchecked) private(set) var nodes: [TapeNode] = []
    /// Tensors that are derivatives, in the order of the nodes.
    @exclusivity(unchecked) private(set) var kept: [Tensor] = []
    /// Operations that need more than derivatives, in the order of the nodes.
    @exclusivity(unchecked) private(set) var calls: [TapeCall] = []
    @exclusivity(unchecked) private(set) var operands: [TapeCall.Operand] = []
    /// The tape that was innermost when this one was opened.
    let outer: Tape?
    /// Whether a derivative was taken while this tape was open. Derivatives are made of masks where a function has
    /// pieces, and that they do not change gradually is then no mistake.
    private(set) var hasInnerTape = false
    /// Whether what some node is owed may be a tensor with axes.
    @exclusivity(unchecked) private(set) var hasTensors = false
    /// To be looked at: every operation is a call of its own, one made of others too, and keeps its elements.
    private let isComplete: Bool
    /// Whether this tape or one around it is complete, so that no operation may take a shorter way to it.
    let wantsCalls: Bool
    private let budget = MemoryBudget.ofThread?.takeUnretainedValue()
    /// Nodes that the budget has been charged with.
    @exclusivity(unchecked) private var room = 0

    init(isComplete: Bool = false) {
        number = Tape.numbers.next()
        outer = Tape.innermost
        self.isComplete = isComplete
        wantsCalls = isComplete || (outer?.wantsCalls ?? false)
        outer?.hasInnerTape = true
    }

    deinit { budget?.credit(room * Tape.bytesPerNode) }

    /// A node, and what it is owed on the way back.
    private static let bytesPerNode = MemoryLayout<TapeNode>.stride + 16

    private static let numbers = TapeNumbers()
}

// MARK: - The open tapes of a thread

extension Tape {
    /// The tape opened last on the calling thread; nil when nothing is differentiated.
    @inline(__always)
    static var innermost: Tape? {
        guard let pointer = ck_thread_tape() else { return nil }
        return Unmanaged<Tape>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// Runs `body` with the tape that is innermost, if there is one.
    @inline(__always)
    static func whileOpen(_ body: (Tape) throws -> Void) rethrows {
        guard let pointer = ck_thread_tape() else { return }
        try Unmanaged<Tape>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
    }

    /// Runs `body` while this tape records.
    func whileRecording<Result>(_ body: () throws -> Result) rethrows -> Result {
        try Tape.whileInnermost(self, body)
    }

    private static func whileInnermost<Result>(_ tape: Tape?, _ body: () throws -> Result) rethrows -> Result {
        let before = ck_thread_tape()
        ck_set_thread_tape(tape.map { Unmanaged.passUnretained($0).toOpaque() })
        defer { ck_set_thread_tape(before) }
        return try withExtendedLifetime(tape, body)
    }

    /// The node that is this tensor; nil for one that does not depend on the inputs.
    func node(of tensor: Tensor) -> Int? { tensor.source(on: self).map { Int($0) } }

    /// Whether this tape or one around it has recorded a tensor.
    func knows(_ tensor: Tensor) -> Bool {
        var tape: Tape? = self
        while let current = tape {
            if tensor.source(on: current) != nil { return true }
            tape = current.outer
        }
        return false
    }
}

// MARK: - Recording

extension Tape {
    /// The same tensor as an input of this tape.
    func input(_ tensor: Tensor) throws -> Tensor {
        tensor.sharing(with: try add(TapeNode(kind: .input, like: tensor)))
    }

    /// Runs an operation, and notes it on each open tape that has one of its operands.
    func record(_ operation: Primitive, _ arguments: Arguments) throws -> [Tensor] {
        if case .ofParts = operation.gradient, !isComplete || operation.givesTuple { return try operation.evaluate(arguments) }
        // A kernel may call operations itself; its own rule covers them.
        let results = try Tape.whileInnermost(nil) { try operation.evaluate(arguments) }
        if case .zero = operation.gradient { return results }
        // Only operations without a gradient have several results and no parts.
        for result in results { try note(result, of: operation, arguments) }
        return results
    }

    func note(_ result: Tensor, of operation: Primitive, _ arguments: Arguments) throws {
        var tape: Tape? = self
        while let current = tape {
            let start = current.operands.count
            if current.addOperands(of: arguments) {
                result.addTrace(try current.add(operation, arguments, result, operandsFrom: start))
            }
            tape = current.outer
        }
    }

    func addOperands(of arguments: Arguments) -> Bool {
        let before = operands.count
        for (position, argument) in arguments.values.enumerated() {
            switch argument {
            case .tensor(let tensor): addOperand(tensor, position, 0)
            case .tensors(let all): for (item, tensor) in all.enumerated() { addOperand(tensor, position, item) }
            default: break
            }
        }
        return operands.count > before
    }

    @inline(__always)
    private func addOperand(_ tensor: Tensor, _ position: Int, _ item: Int) {
        guard let source = tensor.source(on: self) else { return }
        operands.append(.init(source: source, argument: UInt16(position), item: UInt32(item)))
    }

    func add(
        _ operation: Primitive, _ arguments: Arguments, _ result: Tensor, operandsFrom start: Int
    ) throws -> Trace {
        let call =
            isComplete || operation.gradient.keepsElements
            ? Primitive.Call(arguments, result: result)
            : Primitive.Call(arguments.outlined, result: result.outline)
        var node = TapeNode(kind: operation.gradient.isNone ? .blocked : .call, like: result)
        node.first = .kept(calls.count, 0)
        calls.append(TapeCall(operation: operation, call: call, operands: start..<operands.count))
        return try add(node)
    }

    @inline(__always)
    func add(_ node: TapeNode) throws -> Trace {
        if nodes.count == room { try makeRoom() }
        nodes.append(node)
        if !node.isNumber { hasTensors = true }
        return Trace(tape: number, node: UInt32(nodes.count - 1))
    }

    /// A tape of plain numbers holds no tensors, and a loop without end must not take more than the budget all the same.
    private func makeRoom() throws {
        let wanted = max(32, 2 * room)
        try budget?.charge((wanted - room) * Tape.bytesPerNode)
        room = wanted
        nodes.reserveCapacity(room)
    }
}

// MARK: - Keeping tensors

extension Tape {
    /// Gives back what the last call holds.
    func removeLastCall() {
        operands.removeLast(operands.count - calls.removeLast().operands.lowerBound)
    }

    /// Keeps a tensor, and says where.
    func keep(_ tensor: Tensor) -> Int {
        kept.append(tensor)
        return kept.count - 1
    }

    /// Gives back the tensors kept from a place on.
    func removeKept(from place: Int) { kept.removeLast(kept.count - place) }
}

extension Primitive.Gradient {
    /// Whether the rule reads elements of the call, not only shapes.
    fileprivate var keepsElements: Bool {
        switch self {
        case .linear, .none: false
        default: true
        }
    }

    fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}

extension Arguments {
    /// The same with the shapes of tensors only.
    fileprivate var outlined: Arguments {
        Arguments(
            values.map { argument in
                switch argument {
                case .tensor(let tensor): .tensor(tensor.outline)
                case .tensors(let all): .tensors(all.map(\.outline))
                default: argument
                }
            })
    }
}

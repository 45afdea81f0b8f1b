import CKernels

/// Where a tape has recorded a tensor.
///
/// The tape is named, not referred to: a tensor that outlives its tape is then a constant, and nothing forms a cycle.
package struct Trace: Sendable, Equatable {
    var tape: UInt32
    var node: UInt32

    static let none = Trace(tape: 0, node: 0)
}

/// What happened to the inputs of a function, operation after operation, in flat arrays.
///
/// Nodes name each other by number. A graph of objects that refer to each other would be freed recursively, and a
/// long loop would overflow the stack.
final class Tape {
    struct Node {
        /// Nil for an input.
        let operation: Primitive?
        let call: Primitive.Call
        /// Where this node's entries end in `edges`; they start where those of the node before end.
        let edgesEnd: UInt32
    }

    /// An operand that is itself on the tape.
    struct Edge {
        let source: UInt32
        let argument: UInt16
        let item: UInt32
    }

    let number: UInt32
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []
    /// The tape that was innermost when this one was opened.
    private let outer: Tape?
    /// Whether a derivative was taken while this tape was open. Derivatives are made of masks where a function has
    /// pieces, and that they do not change gradually is then no mistake.
    private(set) var hasInnerTape = false

    init() {
        number = Tape.numbers.next()
        outer = Tape.innermost
        outer?.hasInnerTape = true
    }

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
}

// MARK: - Recording

extension Tape {
    /// The same tensor as an input of this tape.
    func input(_ tensor: Tensor) -> Tensor {
        nodes.append(Node(operation: nil, call: .init(Arguments([]), result: tensor), edgesEnd: UInt32(edges.count)))
        return tensor.sharing(with: Trace(tape: number, node: UInt32(nodes.count - 1)))
    }

    /// The node that is this tensor; nil for one that does not depend on the inputs.
    func node(of tensor: Tensor) -> Int? {
        let box = tensor.box
        if box.trace.tape == number { return Int(box.trace.node) }
        return box.outerTraces.first { $0.tape == number }.map { Int($0.node) }
    }

    /// Whether this tape or one around it has recorded a tensor.
    func knows(_ tensor: Tensor) -> Bool {
        guard tensor.box.trace != .none else { return false }
        var tape: Tape? = self
        while let current = tape {
            if current.node(of: tensor) != nil { return true }
            tape = current.outer
        }
        return false
    }

    /// Runs an operation, and notes it on each open tape that has one of its operands.
    func record(_ operation: Primitive, _ arguments: Arguments) throws -> [Tensor] {
        if case .ofParts = operation.gradient { return try operation.evaluate(arguments) }
        // A kernel may call operations itself; its own rule covers them.
        let results = try Tape.whileInnermost(nil) { try operation.evaluate(arguments) }
        if case .zero = operation.gradient { return results }
        guard results.count == 1 else { return note(results, of: operation, arguments) }
        note(results[0], of: operation, arguments)
        return results
    }

    private func note(_ result: Tensor, of operation: Primitive, _ arguments: Arguments) {
        var tape: Tape? = self
        while let current = tape {
            if current.addEdges(to: arguments) { result.addTrace(current.add(operation, arguments, result)) }
            tape = current.outer
        }
    }

    /// Only operations without a gradient have several results and no parts.
    private func note(_ results: [Tensor], of operation: Primitive, _ arguments: Arguments) -> [Tensor] {
        for result in results { note(result, of: operation, arguments) }
        return results
    }

    private func addEdges(to arguments: Arguments) -> Bool {
        let before = edges.count
        for (position, argument) in arguments.values.enumerated() {
            switch argument {
            case .tensor(let tensor): addEdge(from: tensor, position, 0)
            case .tensors(let all): for (item, tensor) in all.enumerated() { addEdge(from: tensor, position, item) }
            default: break
            }
        }
        return edges.count > before
    }

    @inline(__always)
    private func addEdge(from tensor: Tensor, _ position: Int, _ item: Int) {
        guard tensor.box.trace != .none, let source = node(of: tensor) else { return }
        edges.append(Edge(source: UInt32(source), argument: UInt16(position), item: UInt32(item)))
    }

    private func add(_ operation: Primitive, _ arguments: Arguments, _ result: Tensor) -> Trace {
        let call =
            operation.gradient.keepsElements
            ? Primitive.Call(arguments, result: result)
            : Primitive.Call(arguments.outlined, result: result.outline)
        nodes.append(Node(operation: operation, call: call, edgesEnd: UInt32(edges.count)))
        return Trace(tape: number, node: UInt32(nodes.count - 1))
    }

    /// The operands of a node that are on the tape.
    func edges(of node: Int) -> Range<Int> {
        (node == 0 ? 0 : Int(nodes[node - 1].edgesEnd))..<Int(nodes[node].edgesEnd)
    }

    /// Gives back what the last node holds.
    func removeLast() {
        nodes.removeLast()
        edges.removeLast(edges.count - Int(nodes.last?.edgesEnd ?? 0))
    }
}

extension Primitive.Gradient {
    /// Whether the rule reads elements of the call, not only shapes.
    fileprivate var keepsElements: Bool {
        switch self {
        case .linear, .none: false
        default: true
        }
    }
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

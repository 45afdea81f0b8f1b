import TensorEngine

/// Where a loop is in what it runs over. It holds the value, so writing to the variable inside the loop copies once.
package final class LoopState {
    private enum Source {
        case tensor(Tensor)
        case items([Value])
        case characters(Substring)
        case range(WholeRange)
    }
    private var source: Source
    let count: Int
    private var position = 0

    init(over value: Value) throws {
        switch value {
        case .tensor(let tensor):
            source = .tensor(tensor)
            count = tensor.shape[0]
        case .list(let list): (source, count) = (.items(list.items), list.items.count)
        case .tuple(let tuple): (source, count) = (.items(tuple.items), tuple.items.count)
        case .text(let text):
            (source, count) = (.characters(Substring(text.string)), text.string.count)
        case .dictionary(let dictionary):
            (source, count) = (.items(try Tuple(try dictionary.keys.map { try $0.value() }).items), dictionary.keys.count)
        case .range(let range): (source, count) = (.range(range), range.count)
        case .view(let view) where !view.parts.isEmpty:
            (source, count) = (.items(view.parts.map { .text(Text($0)) }), view.parts.count)
        default: throw KindProblem.notIterable(kind: value.kind)
        }
    }

    /// What the loop runs over, if that holds values.
    var items: [Value] { if case .items(let items) = source { items } else { [] } }

    func next() throws -> Value? {
        guard position < count else { return nil }
        defer { position += 1 }
        switch source {
        case .tensor(let tensor):
            if tensor.rank == 1, !tensor.isTraced {
                return tensor.dtype == .bool ? .truth(tensor.element(position) != 0) : .number(tensor.element(position))
            }
            return Value(try tensor.row(position))
        case .items(let items): return items[position]
        case .characters(var rest):
            guard let character = rest.popFirst() else { return nil }
            source = .characters(rest)
            return .text(Text(String(character)))
        case .range(let range): return .number(range[position])
        }
    }
}

extension Machine {
    /// Prepares three registers: the numbers of a range, or the state of any other loop.
    func startLoop(over value: Value, state: UnsafeMutablePointer<Value>) throws {
        if case .range(let range) = value {
            state[0] = .number(range.start)
            state[1] = .number(range.stop)
            state[2] = .number(range.step)
        } else {
            state[0] = .iterator(try LoopState(over: value))
        }
    }

    /// All that a loop would see, held in passing.
    func items(of value: Value) throws -> [Value] {
        switch value {
        case .list(let list): return list.items
        case .tuple(let tuple): return tuple.items
        default: break
        }
        let state = try LoopState(over: value)
        try hold(Footprint.values(state.count))
        var items: [Value] = []
        items.reserveCapacity(state.count)
        while let item = try state.next() {
            items.append(item)
            try checkBounds(after: 1)
        }
        return items
    }

    /// The parts of a tensor along its first axis, held in passing.
    func rows(of tensor: Tensor) throws -> [Value] { tensor.rank > 0 ? try items(of: .tensor(tensor)) : [] }
}

import TensorEngine

/// Where a loop is in what it runs over. It holds the value, so writing to the variable inside the loop copies once.
package final class LoopState {
    private enum Source {
        case tensor(Tensor)
        case items([Value])
        case characters([Character])
    }
    private let source: Source
    private let count: Int
    private var position = 0

    init(over value: Value) throws {
        switch value {
        case .tensor(let tensor):
            source = .tensor(tensor)
            count = tensor.shape[0]
        case .list(let list): (source, count) = (.items(list.items), list.items.count)
        case .tuple(let tuple): (source, count) = (.items(tuple.items), tuple.items.count)
        case .text(let text):
            let characters = Array(text.string)
            (source, count) = (.characters(characters), characters.count)
        case .dictionary(let dictionary):
            (source, count) = (.items(try dictionary.keys.map { try $0.value() }), dictionary.keys.count)
        case .range(let range):
            (source, count) = (.items((0..<range.count).map { .number(range[$0]) }), range.count)
        default: throw KindProblem.notIterable(kind: value.kind)
        }
    }

    func next() throws -> Value? {
        guard position < count else { return nil }
        defer { position += 1 }
        switch source {
        case .tensor(let tensor):
            if tensor.rank == 1 {
                return tensor.dtype == .bool ? .truth(tensor.element(position) != 0) : .number(tensor.element(position))
            }
            return Value(try tensor.row(position))
        case .items(let items): return items[position]
        case .characters(let characters): return .text(Text(String(characters[position])))
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

    /// All that a loop would see.
    func items(of value: Value) throws -> [Value] {
        let state = try LoopState(over: value)
        var items: [Value] = []
        while let item = try state.next() { items.append(item) }
        return items
    }
}

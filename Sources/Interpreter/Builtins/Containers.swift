import TensorEngine

extension Builtin {
    /// Lists, tuples, dicts and what runs over them.
    static let containers: [Builtin] = [
        Builtin("len(x)", "Other", "The number of items, of rows of a tensor, of characters of a string.", examples: ["len([[1, 2], [3, 4], [5, 6]])  #> 3", "len(\"abc\")  #> 3"]) { call in
            let value = try call.value("x")
            switch value {
            case .tensor(let tensor): return .number(Double(tensor.shape[0]))
            case .list(let list): return .number(Double(list.items.count))
            case .tuple(let tuple): return .number(Double(tuple.items.count))
            case .dictionary(let dictionary): return .number(Double(dictionary.keys.count))
            case .text(let text):
                try call.machine.checkBounds(after: text.string.utf8.count)
                return .number(Double(text.string.count))
            case .range(let range): return .number(Double(range.count))
            case .view(let view) where !view.parts.isEmpty: return .number(Double(view.parts.count))
            default: throw call.wrong("x", "a tensor, a list, a tuple, a dict or a string", value)
            }
        },
        Builtin("range(start, stop, step=1)", "Other", "The whole numbers from start (0 if only stop is given) to before stop.", examples: ["sum(range(5))  #> 10", "[i for i in range(1, 8, 3)]  #> [1, 4, 7]"], direct: directRange) { call in
            let bounds = try call.rest().map { Double(try call.whole($0, "stop")) }
            guard (1...3).contains(bounds.count) else {
                throw CallProblem.missing(function: "range", parameter: "stop", signature: call.builtin.signature)
            }
            let step = bounds.count == 3 ? bounds[2] : 1
            guard step != 0 else { throw IndexProblem.step }
            return .range(WholeRange(start: bounds.count == 1 ? 0 : bounds[0], stop: bounds.count == 1 ? bounds[0] : bounds[1], step: step))
        },
        Builtin("enumerate(xs, start=0)", "Other", "Pairs of position and item.", examples: ["[i * x for i, x in enumerate([5, 6])]  #> [0, 6]"]) { call in
            let items = try call.machine.items(of: try call.value("xs"))
            let start = try call.optional("start").map { try call.whole($0, "start") } ?? 0
            return .list(try List(try items.enumerated().map { .tuple(try Tuple([.number(Double($0 + start)), $1])) }))
        },
        Builtin("zip(*xs)", "Other", "Tuples of the first items, the second items, ..., as long as the shortest lasts.", examples: ["[a * b for a, b in zip([1, 2], [3, 4])]  #> [3, 8]"]) { call in
            let columns = try call.rest().map { try call.machine.items(of: $0) }
            let count = columns.map(\.count).min() ?? 0
            return .list(try List(try (0..<count).map { row in .tuple(try Tuple(columns.map { $0[row] })) }))
        },
        Builtin("map(f, *xs)", "Other", "f of each item: a tensor if the results fit one, else a list.", examples: ["map(x -> x ** 2, [1, 2, 3])  #> [1, 4, 9]"]) { call in
            let function = try call.function("f")
            let machine = call.machine
            let columns = try call.rest().map { try machine.items(of: $0) }
            let count = columns.map(\.count).min() ?? 0
            try machine.hold(Footprint.values(count))
            return try bracketed(try (0..<count).map { row in try machine.call(function, columns.map { $0[row] }) }, dtype: machine.dtype)
        },
        Builtin("sorted(xs, key=None, reverse=False)", "Other", "The items in ascending order; equal ones keep theirs.", examples: ["sorted([3, 1, 2])  #> [1, 2, 3]", "sorted((\"b\", \"a\"))  #> [\"a\", \"b\"]"]) { call in
            let items = try call.machine.items(of: try call.value("xs"))
            let machine = call.machine
            let key = call.keyword("key")
            let isReversed = try call.keyword("reverse").map { try machine.truth($0) } ?? false
            // keys, positions and the room to merge them
            try machine.hold(Footprint.values(items.count) + 3 * items.count * MemoryLayout<Int>.stride)
            var keys = items
            if let key { keys = try items.map { try machine.call(key, [$0]) } }
            let order = try stableOrder(keys, descending: isReversed) {
                try machine.checkBounds(after: 8)
                return try machine.holds(.less, $0, $1)
            }
            return try bracketed(order.map { items[$0] }, dtype: machine.dtype)
        },
        Builtin("reversed(xs)", "Other", "The items from the last to the first.", examples: ["reversed([1, 2, 3])  #> [3, 2, 1]"]) { call in
            let items = try call.machine.items(of: try call.value("xs"))
            try call.machine.hold(Footprint.values(items.count))
            return try bracketed(items.reversed(), dtype: call.machine.dtype)
        },
        Builtin("tuple(xs)", "Other", "The items as a tuple.", examples: ["tuple([1, 2])  #> (1, 2)"]) { call in
            guard call.count > 0 else { return .tuple(try Tuple([])) }
            return .tuple(try Tuple(try call.machine.items(of: try call.value("xs"))))
        },
        Builtin("list(xs)", "Other", "The items in brackets: a tensor if they fit one.", examples: ["list((1, 2))  #> [1, 2]"]) { call in
            guard call.count > 0 else { return try bracketed([], dtype: call.machine.dtype) }
            return try bracketed(try call.machine.items(of: try call.value("xs")), dtype: call.machine.dtype)
        },
        Builtin("dict(pairs)", "Other", "A dict of pairs of key and value.", examples: ["dict([(\"a\", 1)])  #> {\"a\": 1}"]) { call in
            let result = Dict()
            if call.count > 0 {
                for pair in try call.machine.items(of: try call.value("pairs")) {
                    let parts = try call.machine.items(of: pair)
                    guard parts.count == 2 else { throw KindProblem.unpack(wanted: 2, given: parts.count) }
                    try result.set(try Dict.Key(parts[0]), to: parts[1])
                }
            }
            return .dictionary(result)
        },
        Builtin("shape(x)", "Shape", "The sizes of the axes; () of a plain number.", examples: ["shape([[1, 2, 3]])  #> (1, 3)"]) { call in
            .tuple(try Tuple(try call.tensor("x").shape.map { .number(Double($0)) }))
        },
        Builtin("size(x)", "Shape", "Refused: NumPy counts elements, PyTorch gives the shape.", examples: ["[1, 2, 3].size  #> 3"]) { call in
            _ = try call.value("x")
            throw SizeProblem()
        },
    ]

    /// `range(n)` and `range(a, b)` of whole numbers, as loops call it.
    private static func directRange(_ arguments: UnsafeMutablePointer<Value>, _ count: Int) -> Value? {
        guard count == 1 || count == 2, let last = number(arguments + count - 1), let first = number(arguments),
            first == first.rounded(), last == last.rounded(), abs(first) < 0x1p53, abs(last) < 0x1p53
        else { return nil }
        return .range(WholeRange(start: count == 1 ? 0 : first, stop: last, step: 1))
    }

    // MARK: Methods of dicts

    static let dictMethods: [Builtin] = [
        Builtin("keys(d)", "Other", "A dict's keys, in the order in which they came.", examples: ["{\"a\": 1}.keys()  #> [\"a\"]"]) { call in
            try bracketed(try dict(&call).keys.map { try $0.value() }, dtype: call.machine.dtype)
        },
        Builtin("values(d)", "Other", "A dict's values, in the order of its keys.", examples: ["{\"a\": 1}.values()  #> [1]"]) { call in
            let dictionary = try dict(&call)
            return try bracketed(dictionary.keys.map { dictionary[$0] ?? .none }, dtype: call.machine.dtype)
        },
        Builtin("items(d)", "Other", "Pairs of key and value.", examples: ["[k for k, v in {\"a\": 1}.items()]  #> [\"a\"]"]) { call in
            let dictionary = try dict(&call)
            return .list(try List(try dictionary.keys.map { .tuple(try Tuple([try $0.value(), dictionary[$0] ?? .none])) }))
        },
        Builtin("get(d, key, default=None)", "Other", "The value of a key, or the default.", examples: ["{\"a\": 1}.get(\"b\", 0)  #> 0"]) { call in
            let dictionary = try dict(&call)
            let key = try Dict.Key(try call.value("key"))
            let otherwise = try call.optional("default") ?? .none
            return dictionary[key] ?? otherwise
        },
    ]

    private static func dict(_ call: inout BuiltinCall) throws -> Dict {
        let value = try call.value("d")
        guard case .dictionary(let dictionary) = value else { throw call.wrong("d", "a dict", value) }
        return dictionary
    }
}

/// `x.size()`
struct SizeProblem: Problem {
    var code: String { "call-size" }
    var sentence: String { "size() means the shape in PyTorch, and size the number of elements in NumPy" }
    var reasons: [String] { ["x.shape is the shape, x.size the number of elements"] }
}

/// Positions in ascending order of their keys, by merging, which keeps equal ones in order and survives a comparison
/// that throws.
private func stableOrder(_ keys: [Value], descending: Bool, _ isLess: (Value, Value) throws -> Bool) throws -> [Int] {
    var order = Array(keys.indices)
    var width = 1
    while width < order.count {
        var merged: [Int] = []
        for start in stride(from: 0, to: order.count, by: 2 * width) {
            var left = order[start..<min(start + width, order.count)]
            var right = order[min(start + width, order.count)..<min(start + 2 * width, order.count)]
            while let a = left.first, let b = right.first {
                let takesRight = descending ? try isLess(keys[a], keys[b]) : try isLess(keys[b], keys[a])
                merged.append(takesRight ? right.removeFirst() : left.removeFirst())
            }
            merged += left
            merged += right
        }
        order = merged
        width *= 2
    }
    return order
}

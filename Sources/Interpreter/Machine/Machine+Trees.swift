import TensorEngine

/// Tuples, lists and dicts of tensors do arithmetic leaf by leaf.
extension Machine {
    /// Calls `change` with each place's leaves; a number spreads over the trees beside it.
    func leafByLeaf(_ values: [Value], _ change: ([Value]) throws -> Value) throws -> Value {
        guard let tree = values.first(where: \.isTree) else {
            for value in values where !value.isLeaf { throw KindProblem.leaf(kind: value.kind, joins: false) }
            return try change(values)
        }
        switch tree {
        case .dictionary(let dictionary):
            let result = Dict()
            for key in dictionary.keys {
                let parts = try values.map { try part(of: $0, key, beside: dictionary) }
                try result.set(key, to: try leafByLeaf(parts, change))
            }
            return .dictionary(result)
        case .tuple(let tuple): return .tuple(try Tuple(try itemByItem(values, tree, tuple.items.count, change)))
        case .list(let list): return try bracketed(try itemByItem(values, tree, list.items.count, change), dtype: dtype)
        default: return try change(values)
        }
    }

    private func part(of value: Value, _ key: Dict.Key, beside dictionary: Dict) throws -> Value {
        guard case .dictionary(let own) = value else {
            if value.currentNumber != nil { return value }
            throw TreeProblem.kinds("a dict", value.kind)
        }
        guard own.keys.count == dictionary.keys.count, let part = own[key] else {
            throw TreeProblem.keys(dictionary.keys, own.keys)
        }
        return part
    }

    private func itemByItem(
        _ values: [Value], _ tree: Value, _ count: Int, _ change: ([Value]) throws -> Value
    ) throws -> [Value] {
        let columns = try values.map { value -> [Value]? in
            guard let items = try items(of: value, beside: tree) else { return nil }
            guard items.count == count else { throw TreeProblem.lengths(count, items.count) }
            return items
        }
        return try (0..<count).map { position in
            try leafByLeaf(try zip(values, columns).map { value, column in column?[position] ?? value }, change)
        }
    }

    /// Nil for a number, which spreads.
    private func items(of value: Value, beside tree: Value) throws -> [Value]? {
        if value.currentNumber != nil { return nil }
        switch (value, tree) {
        case (.tuple(let tuple), .tuple): return tuple.items
        case (.list(let list), .list): return list.items
        case (.tensor(let tensor), .list): return try tensor.rows()
        default: throw TreeProblem.kinds(tree.kind, value.kind)
        }
    }

    /// All elements of all leaves as one vector.
    func allLeaves(of value: Value) throws -> Tensor {
        var leaves: [Tensor] = []
        _ = try leafByLeaf([value]) { leaf in
            guard let tensor = try self.tensorOperand(leaf[0]) else {
                throw KindProblem.leaf(kind: leaf[0].kind, joins: false)
            }
            leaves.append(try Primitive.flatten(.tensor(tensor)))
            return .none
        }
        return try Primitive.concat(.tensors(leaves), .whole(0))
    }
}

extension Value {
    /// A container whose leaves may be numbers and tensors.
    var isTree: Bool {
        switch self {
        case .tuple, .list, .dictionary: true
        default: false
        }
    }

    fileprivate var isLeaf: Bool {
        switch self {
        case .number, .traced, .truth, .tensor, .range: true
        default: false
        }
    }
}

import TensorEngine

/// A value seen as its tensors: the value itself, or the leaves of a tuple, a list or a dict.
///
/// Derivatives are of tensors; a tree is taken apart on the way in and put together again on the way out.
struct TensorTree {
    let value: Value
    /// The leaves in order.
    let tensors: [Tensor]
    /// The way to each leaf: `[0].W`, nothing for the value itself.
    let paths: [String]

    /// - Throws: `unfit` with the kind of the first leaf that does not change gradually.
    init(_ value: Value, unfit: (_ kind: String) -> any Error) throws {
        self.value = value
        var gathering = Gathering()
        try gathering.add(value, at: "", unfit)
        tensors = gathering.tensors
        paths = gathering.paths
    }

    /// The same tree with other leaves.
    func filled(_ leaves: [Tensor], dtype: DType) throws -> Value { try mapped(leaves.map { Value($0) }, dtype: dtype) }

    /// The tree with something else in place of each leaf.
    func mapped(_ leaves: [Value], dtype: DType) throws -> Value {
        var rest = leaves[...]
        return try mapped(value, &rest, dtype)
    }

    private func mapped(_ value: Value, _ rest: inout ArraySlice<Value>, _ dtype: DType) throws -> Value {
        switch value {
        case .tuple(let tuple): return .tuple(try Tuple(try tuple.items.map { try mapped($0, &rest, dtype) }))
        case .list(let list): return try bracketed(try list.items.map { try mapped($0, &rest, dtype) }, dtype: dtype)
        case .dictionary(let dictionary):
            let result = Dict()
            for key in dictionary.keys { try result.set(key, to: try mapped(dictionary[key] ?? .none, &rest, dtype)) }
            return .dictionary(result)
        default: return rest.removeFirst()
        }
    }
}

/// The leaves found so far.
private struct Gathering {
    var tensors: [Tensor] = []
    var paths: [String] = []

    mutating func add(_ value: Value, at path: String, _ unfit: (String) -> any Error) throws {
        switch value {
        case .number(let number): append(try Tensor(plainNumber: number), path)
        case .traced(let tensor): append(tensor, path)
        case .tensor(let tensor) where tensor.dtype.isFloat: append(tensor, path)
        case .tensor: throw unfit("a tensor of truth values")
        case .tuple(let tuple): try add(tuple.items, at: path, unfit)
        case .list(let list): try add(list.items, at: path, unfit)
        case .dictionary(let dictionary):
            for key in dictionary.keys {
                try add(dictionary[key] ?? .none, at: path + key.step, unfit)
            }
        default: throw unfit(value.kind)
        }
    }

    private mutating func add(_ items: [Value], at path: String, _ unfit: (String) -> any Error) throws {
        for (position, item) in items.enumerated() { try add(item, at: "\(path)[\(position)]", unfit) }
    }

    private mutating func append(_ tensor: Tensor, _ path: String) {
        tensors.append(tensor)
        paths.append(path)
    }
}

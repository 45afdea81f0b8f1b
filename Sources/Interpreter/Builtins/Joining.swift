import TensorEngine

extension Builtin {
    /// The engine joins tensors; lists and tuples of anything are joined here.
    static let joining: [Builtin] = [
        Builtin(
            "concat(tensors, axis=0)", Primitive.concat.family.rawValue,
            "Tensors joined along an axis that they have, or the items of lists and tuples.",
            examples: Primitive.concat.examples + ["concat(([\"a\"], [\"b\", \"c\"]))  #> [\"a\", \"b\", \"c\"]"]
        ) { call in
            let parts = try call.value("tensors")
            let axis = try call.optional("axis") ?? .number(0)
            if axis.currentNumber == nil { throw JoiningProblem() }
            if case .number(0) = axis.settled, let joined = try call.joinedItems(of: parts) { return joined }
            let binding = Binding(machine: call.machine, primitive: .concat)
            return try call.machine.value(of: .concat, try binding.arguments([parts], [("axis", axis)]))
        }
    ]
}

extension BuiltinCall {
    /// Lists and tuples of which some hold more than numbers, item after item; nil if they are all tensors.
    fileprivate func joinedItems(of parts: Value) throws -> Value? {
        let parts: [Value] =
            switch parts {
            case .tuple(let tuple): tuple.items
            case .list(let list): list.items
            default: []
            }
        guard parts.contains(where: { $0.depth > 0 }), try parts.contains(where: { try machine.tensorOperand($0) == nil })
        else { return nil }
        let items = try parts.flatMap { part -> [Value] in
            switch part {
            case .tuple, .list, .tensor: return try machine.items(of: part)
            default: throw wrong("tensors", "tensors, lists or tuples", part)
            }
        }
        if parts.allSatisfy({ if case .tuple = $0 { true } else { false } }) { return .tuple(try Tuple(items)) }
        return try bracketed(items, dtype: machine.dtype)
    }
}

/// `concat(a, b)`
struct JoiningProblem: RewritingProblem {
    var code: String { "call-concat" }
    var sentence: String { "concat takes the tensors that it joins in one pair of parentheses" }
    var mend: String? { "concat((a, b))" }

    func mend(_ failed: FailedText) -> String? { "concat((\(failed.operands.joined(separator: ", "))))" }
}

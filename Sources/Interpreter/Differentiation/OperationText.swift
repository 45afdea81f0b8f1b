import TensorEngine

/// Operations, tensors and derivatives as one line of text of the language.
struct OperationText {
    let digits: Int

    /// A tensor of more elements stands as its shape.
    static let mostElements = 6

    func text(_ tensor: Tensor) -> String {
        guard tensor.count <= Self.mostElements else { return "\(tensor.shape)" }
        var position = 0
        func rows(_ axis: Int) -> String {
            guard axis < tensor.rank else {
                defer { position += 1 }
                if tensor.dtype == .bool { return tensor.element(position) == 0 ? "False" : "True" }
                return numberText(tensor.element(position), tensor.dtype, digits: digits)
            }
            return "[" + (0..<tensor.shape[axis]).map { _ in rows(axis + 1) }.joined(separator: ", ") + "]"
        }
        return rows(0)
    }

    // MARK: Formulas

    /// `x1 * x2`, `dot([1, 2], v3)`: what `node` has no name for stands as it is.
    func formula(_ operation: Primitive, _ arguments: Arguments, node: (_ argument: Int, _ item: Int) -> String?) -> String {
        func tensor(_ argument: Int, _ item: Int = 0) -> String {
            if let name = node(argument, item) { return name }
            switch arguments[argument] {
            case .tensor(let value): return text(value)
            case .tensors(let all): return text(all[item])
            default: return text(arguments[argument]) ?? "..."
            }
        }
        if let sign = Self.signs[operation.name] { return tensor(0) + sign + tensor(1) }
        switch operation.name {
        case "negative": return "-" + tensor(0)
        case "index": return tensor(0) + (text(arguments[1]) ?? "[...]")
        case "index_update": return "\(tensor(0)) with \(text(arguments[1]) ?? "[...]") = \(tensor(2))"
        case "stack":
            guard case .tensors(let all) = arguments[0], case .whole(0) = arguments[1] else { break }
            return "[" + all.indices.map { tensor(0, $0) }.joined(separator: ", ") + "]"
        default: break
        }
        let parts = operation.parameters.enumerated().compactMap { position, parameter -> String? in
            switch arguments[position] {
            case .tensor: return tensor(position)
            case .tensors(let all):
                return "(" + all.indices.map { tensor(position, $0) }.joined(separator: ", ") + ")"
            default: break
            }
            let text = text(arguments[position])
            if let usual = parameter.defaultValue, self.text(usual) == text || parameter.kind == .dtype { return nil }
            return text.map { parameter.defaultValue == nil ? $0 : "\(parameter.name)=\($0)" }
        }
        return "\(operation.name)(\(parts.joined(separator: ", ")))"
    }

    private static let signs = [
        "add": " + ", "subtract": " - ", "multiply": " * ", "divide": " / ", "floor_divide": " // ", "remainder": " % ",
        "power": "**", "matmul": " @ ",
    ]

    /// Nil for what the language has no text for.
    private func text(_ argument: Argument) -> String? {
        switch argument {
        case .tensor(let tensor): text(tensor)
        case .tensors, .nested: nil
        case .number(let number): numberText(number, .float64, digits: digits)
        case .whole(let whole): String(whole)
        case .wholes(let wholes): "(" + wholes.map(String.init).joined(separator: ", ") + (wholes.count == 1 ? ",)" : ")")
        case .shape(let shape): "\(shape)"
        case .flag(let flag): flag ? "True" : "False"
        case .choice(let word), .text(let word): quoted(word)
        case .dtype(let dtype): "\(dtype)"
        case .index(let items): "[" + items.map(text).joined(separator: ", ") + "]"
        case .none: "None"
        }
    }

    private func text(_ item: IndexItem) -> String {
        switch item {
        case .at(let place): String(place)
        case .slice(let start, let stop, let step):
            (start.map(String.init) ?? "") + ":" + (stop.map(String.init) ?? "") + (step.map { ":\($0)" } ?? "")
        case .ellipsis: "..."
        case .newAxis: "None"
        case .mask(let tensor), .list(let tensor): text(tensor)
        }
    }
}

/// What reaches an operand, in words of the language, of operations that do not go element by element. The rule itself
/// stands beside its operation; this is how a person writes it.
extension OperationText {
    /// - Parameters:
    ///   - adjoint: `adj(v1)`
    ///   - names: what stands for each argument
    func rule(_ step: Recording.Step, _ operand: Primitive.Operand, result: String, names: (Int) -> String) -> String {
        let adjoint = "adj(\(result))"
        guard let operation = step.operation else { return adjoint }
        let own = step.operandValue(operand)
        let isFirst = operand.argument == 0
        switch operation.name {
        case "matmul", "dot":
            let ranks = (step.call.arguments.tensor(0).rank, step.call.arguments.tensor(1).rank)
            let (a, b) = (names(0), names(1))
            switch (ranks.0, ranks.1, isFirst) {
            case (1, 1, true): return "\(adjoint) * \(b)"
            case (1, 1, false): return "\(adjoint) * \(a)"
            case (2, 1, true): return "outer(\(adjoint), \(b))"
            case (1, 2, true): return "\(b) @ \(adjoint)"
            case (1, 2, false): return "outer(\(a), \(adjoint))"
            case (_, _, true): return "\(adjoint) @ \(b).T"
            default: return "\(a).T @ \(adjoint)"
            }
        case "outer": return isFirst ? "\(adjoint) @ \(names(1))" : "\(names(0)) @ \(adjoint)"
        case "sum": return "full(\(own.shape), \(adjoint))"
        case "mean": return "full(\(own.shape), \(adjoint) / \(own.count / max(1, step.value.count)))"
        case "max", "min": return "\(adjoint) where \(names(0)) is the \(operation.name), else 0"
        case "transpose": return "\(adjoint).T"
        case "reshape", "flatten", "squeeze", "expand_dims": return "reshape(\(adjoint), \(own.shape))"
        case "softmax": return "\(result) * (\(adjoint) - sum(\(adjoint) * \(result)))"
        case "index": return "\(adjoint) at \(text(step.call.arguments[1]) ?? "[...]"), else 0"
        case "index_update":
            let place = text(step.call.arguments[1]) ?? "[...]"
            return isFirst ? "\(adjoint), 0 at \(place)" : "\(adjoint)\(place)"
        case "stack": return "\(adjoint)[\(operand.item)]"
        default: return "backward of \(operation.name) at \(adjoint)"
        }
    }
}

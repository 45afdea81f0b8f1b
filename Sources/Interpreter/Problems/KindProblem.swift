import TensorEngine

/// A value of a kind that an operation does not take.
enum KindProblem: RewritingProblem {
    case operands(String, left: String, right: String)
    case operand(String, String)
    case argument(function: String, parameter: String, wanted: String, given: String)
    case noTruth(kind: String)
    /// `if x > 0` of several elements.
    case manyTruths(shape: String)
    case notIterable(kind: String)
    case notIndexable(kind: String)
    case notWritable(kind: String)
    case key(String)
    case unpack(wanted: Int, given: Int)
    case notUnpackable(kind: String)
    /// `x.sum` of a function is to be called.
    case noField(kind: String, field: String, isFunction: Bool, nearest: String?)
    case element(kind: String)
    case format(kind: String, spec: String)
    /// `("a", 1) + ("b", 2)`: in Python the containers join.
    case leaf(kind: String, joins: Bool)
    case condition(kind: String)
    case bits
    /// `conv2d(x, blur)`
    case kernel(String)

    var code: String {
        switch self {
        case .operands, .operand: "type-operand"
        case .argument: "type-argument"
        case .noTruth, .condition: "type-truth"
        case .manyTruths: "type-truth"
        case .notIterable: "type-iterate"
        case .notIndexable: "type-index"
        case .notWritable: "type-write"
        case .key: "type-key"
        case .unpack: "value-unpack"
        case .notUnpackable: "type-unpack"
        case .noField: "type-field"
        case .element: "type-element"
        case .format: "type-format"
        case .leaf: "tree-leaf"
        case .bits: "type-bits"
        case .kernel: "type-kernel"
        }
    }

    var sentence: String {
        switch self {
        case .operands(let operation, let left, let right): "`\(operation)` does not work between \(both(left, right))"
        case .operand(let operation, let kind): "`\(operation)` does not work on \(kind)"
        case .argument(let function, let parameter, let wanted, let given):
            "\(function) wants \(wanted) for `\(parameter)`, not \(given)"
        case .noTruth(let kind): "\(kind) is neither true nor false"
        case .condition(let kind): "a check wants one truth value, not \(kind)"
        case .manyTruths(let shape): "a tensor \(shape) has many truth values, and a condition wants one"
        case .notIterable(let kind): "a loop cannot run over \(kind)"
        case .notIndexable(let kind): "\(kind) has no elements to index"
        case .notWritable(let kind): "\(kind) cannot be changed in place"
        case .key(let kind): "a dict's key is a string, a number, a truth value or a tuple of these, not \(kind)"
        case .unpack(let wanted, let given):
            "\(wanted) names on the left, but \(given) value\(given == 1 ? "" : "s") on the right"
        case .notUnpackable(let kind): "\(kind) cannot be taken apart into several names"
        case .noField(let kind, let field, _, _): "\(kind) has no field `\(field)`"
        case .element(let kind): "\(kind) does not fit into a tensor"
        case .format(let kind, let spec): "the format `\(spec)` does not fit \(kind)"
        case .leaf(let kind, _): "arithmetic on lists, tuples and dicts goes item by item, and \(kind) is no number"
        case .bits: "`&`, `|` and `~` work on truth values and masks only"
        case .kernel(let name): "\(name) is a function that makes a kernel, not the kernel itself"
        }
    }

    var reasons: [String] {
        switch self {
        case .noTruth(let kind) where kind != "a function": ["Python asks here whether it is empty; say which you mean"]
        case .format: ["`.2f` is for two decimals, `5d` for a whole number five wide, `>8` for text on the right of eight"]
        case .bits: ["numbers take `and`, `or` and `not`"]
        case .manyTruths: ["for masks, & and | and ~ go element by element: (0 < x) & (x < 1)"]
        default: []
        }
    }

    var mend: String? {
        switch self {
        case .noTruth(let kind) where ["a string", "a list", "a tuple", "a dict"].contains(kind): "len(x) > 0"
        case .manyTruths: "any(x) or all(x)"
        case .noField(_, let field, let isFunction, _): isFunction ? "x.\(field)()" : nil
        case .leaf(_, true): "concat((a, b))"
        case .kernel(let name): "\(name)()"
        default: nil
        }
    }

    var nearest: String? {
        if case .noField(_, _, _, let nearest) = self { nearest } else { nil }
    }

    func mend(_ failed: FailedText) -> String? {
        switch self {
        case .operands("+", let left, "a string") where left != "a string" && failed.operands.count == 2:
            "str(\(failed.operands[0])) + \(failed.operands[1])"
        case .operands("+", "a string", _) where failed.operands.count == 2:
            "\(failed.operands[0]) + str(\(failed.operands[1]))"
        case .notIterable("a number"): "range(\(failed.whole))"
        case .condition("a tensor"): "all(\(failed.whole))"
        case .key("a tensor") where failed.whole.hasPrefix("["): "(\(failed.whole.dropFirst().dropLast()))"
        case .noTruth where mend != nil: "len(\(failed.whole)) > 0"
        case .noField(_, let field, true, _) where failed.operands.count == 1: "\(failed.operands[0]).\(field)()"
        case .leaf(_, true) where failed.operands.count == 2: "concat((\(failed.operands[0]), \(failed.operands[1])))"
        default: nil
        }
    }
}

extension KindProblem {
    func mends(_ failed: FailedText) -> [String] {
        switch self {
        case .manyTruths where failed.links.count > 1:
            let mask = failed.links.joined(separator: " & ")
            return ["any(\(mask))", "all(\(mask))"]
        case .manyTruths: return ["any(\(failed.whole))", "all(\(failed.whole))"]
        default: return mend(failed).map { [$0] } ?? []
        }
    }
}

/// `a string and a number`, `two strings`
private func both(_ left: String, _ right: String) -> String {
    guard left == right, left.hasPrefix("a ") else { return "\(left) and \(right)" }
    return "two \(left.dropFirst(2))s"
}

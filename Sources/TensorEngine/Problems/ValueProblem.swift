/// Numbers that an operation cannot use.
public enum ValueProblem: Problem {
    case singular(operation: String)
    case step(operation: String)
    case notFinite(operation: String, Double)
    case bound(parameter: String, Double, wants: String)
    case label(Double, classes: Int)
    case emptyRange(low: Int, high: Int)
    case missing(String)
    case order(String)
    case subscripts(String, reason: String)

    public var code: String {
        switch self {
        case .singular: "value-singular"
        case .step: "value-step"
        case .notFinite: "value-finite"
        case .bound: "value-bound"
        case .label: "value-label"
        case .emptyRange: "value-range"
        case .missing: "value-missing"
        case .order: "value-order"
        case .subscripts: "value-einsum"
        }
    }

    public var sentence: String {
        switch self {
        case .singular(let operation): "\(operation) of a singular matrix"
        case .step(let operation): "\(operation) cannot step by 0"
        case .notFinite(let what, let value): "\(what) must be finite, not \(numberText(value))"
        case .bound(let parameter, let value, let wants): "\(parameter) must be \(wants), not \(numberText(value))"
        case .label(let label, let classes): "\(numberText(label)) is not one of the classes 0 to \(classes - 1)"
        case .emptyRange(let low, let high): "there is no whole number from \(low) to below \(high)"
        case .missing(let what): what
        case .order(let reason): reason
        case .subscripts(let text, _): "\"\(text)\" is not something that einsum reads"
        }
    }

    public var reasons: [String] {
        switch self {
        case .singular: ["its rows depend on each other, so the determinant is 0"]
        case .emptyRange: ["the upper bound itself is never drawn"]
        case .subscripts(_, let reason): [reason]
        default: []
        }
    }
}

/// A number as a sentence needs it: `3`, `1.5`, `nan`.
func numberText(_ value: Double) -> String {
    guard value.rounded() == value, abs(value) < 9e15 else { return "\(value)" }
    return "\(Int(value))"
}

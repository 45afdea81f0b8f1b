/// Elements of a kind that an operation does not take.
public enum TypeProblem: Problem {
    /// `& | ~` on numbers.
    case logical(operation: String, DType)
    /// `-` on truth values.
    case arithmeticOnTruth(operation: String)

    public var code: String {
        switch self {
        case .logical: "type-logical"
        case .arithmeticOnTruth: "type-truth"
        }
    }

    public var sentence: String {
        switch self {
        case .logical(let operation, let dtype): "\(operation) takes truth values, not \(dtype)"
        case .arithmeticOnTruth(let operation): "\(operation) takes numbers, not truth values"
        }
    }

    public var reasons: [String] {
        switch self {
        case .logical: ["truth values come from comparisons: (0 < x) & (x < 1)"]
        case .arithmeticOnTruth: ["~ turns truth values around; != tells where two masks differ"]
        }
    }
}

import TensorEngine

/// Python's ways to grow a list, which would silently be arithmetic here.
enum GrowthProblem: Problem {
    /// `xs + [4]`, `xs += [4]`
    case plus(instead: String)
    /// `[0] * n`
    case times(instead: String?)

    var code: String {
        switch self {
        case .plus: "shape-append"
        case .times: "shape-repeat"
        }
    }

    var sentence: String {
        switch self {
        case .plus: "`+` adds numbers here; it does not put items at the end of a list"
        case .times: "`*` multiplies numbers here; it does not repeat the items of a list"
        }
    }

    var reasons: [String] {
        switch self {
        case .plus: ["brackets of numbers are a tensor: one number in brackets would be added to every element"]
        case .times: ["brackets of numbers are a tensor: [2] * 3 would be [6]"]
        }
    }

    var mend: String? {
        switch self {
        case .plus(let instead): instead
        case .times(let instead): instead
        }
    }
}

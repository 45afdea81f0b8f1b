import Syntax
import TensorEngine

/// A name that means nothing, or nothing yet.
enum NameProblem: Problem {
    case unknown(String, nearest: String?)
    /// Known, but this path has not given it a value.
    case unassigned(String)
    /// `check lineer(f, x, y)`
    case unknownCheck(String, nearest: String?)
    /// `sum = 3`, then `sum(x)`.
    case hidden(name: String, by: String, line: Int?)

    var code: String {
        switch self {
        case .unknown: "name-unknown"
        case .unassigned: "name-unassigned"
        case .unknownCheck: "name-check"
        case .hidden: "name-hidden"
        }
    }

    var sentence: String {
        switch self {
        case .unknown(let name, _): "`\(name)` is not defined"
        case .unassigned(let name): "`\(name)` has no value here yet"
        case .unknownCheck(let name, _): "there is no check `\(name)`"
        case .hidden(let name, let kind, _): "`\(name)` is \(kind) here, not the function `\(name)`"
        }
    }

    var reasons: [String] {
        switch self {
        case .unknown: []
        case .unknownCheck: ["the checks are " + Builtin.checks.map(\.name).joined(separator: ", ")]
        case .unassigned(let name): ["the line that assigns `\(name)` has not run on this path"]
        case .hidden(let name, _, let line):
            ["the builtin is hidden since `\(name)` was assigned" + (line.map { " in line \($0)" } ?? "")]
        }
    }

    /// Drawn as "did you mean".
    var nearest: String? {
        switch self {
        case .unknown(_, let nearest), .unknownCheck(_, let nearest): nearest
        case .unassigned, .hidden: nil
        }
    }
}

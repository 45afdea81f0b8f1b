import TensorEngine

/// Arguments that do not fit a function.
enum CallProblem: RewritingProblem {
    case notFunction(name: String?, kind: String)
    case missing(function: String, parameter: String, signature: String)
    case tooMany(function: String, given: Int, most: Int, signature: String)
    case unknownKeyword(function: String, keyword: String, nearest: String?, signature: String)
    case twice(function: String, parameter: String)
    /// `sum(x, 1)`
    case keywordOnly(function: String, parameters: [String], signature: String)
    case noMethod(kind: String, method: String, nearest: String?)
    /// `x.append(v)` that is no statement of its own.
    case appendIsStatement
    case spread(kind: String)

    var code: String {
        switch self {
        case .notFunction: "call-function"
        case .missing: "call-missing"
        case .tooMany: "call-many"
        case .unknownKeyword: "call-keyword"
        case .twice: "call-twice"
        case .keywordOnly: "call-positional"
        case .noMethod: "call-method"
        case .appendIsStatement: "call-append"
        case .spread: "call-spread"
        }
    }

    var sentence: String {
        switch self {
        case .notFunction(let name, let kind): "\(name.map { "`\($0)`" } ?? "this") is \(kind), which cannot be called"
        case .missing(let function, let parameter, _): "\(function) needs a value for `\(parameter)`"
        case .tooMany(let function, let given, let most, _):
            most == 0 ? "\(function) takes no arguments, but \(given) \(given == 1 ? "is" : "are") given"
                : "\(function) takes at most \(most) argument\(most == 1 ? "" : "s"), but \(given) are given"
        case .unknownKeyword(let function, let keyword, _, _): "\(function) has no parameter `\(keyword)`"
        case .twice(let function, let parameter): "\(function) is given `\(parameter)` twice"
        case .keywordOnly(let function, let parameters, _):
            "\(function) takes `\(parameters.joined(separator: "` or `"))` by name only, because libraries disagree here"
        case .noMethod(let kind, let method, _): "\(kind) has no method `\(method)`"
        case .appendIsStatement: "`x.append(v)` changes x and gives no value: it is a statement of its own"
        case .spread(let kind): "`*` spreads a tuple, a list or a tensor, not \(kind)"
        }
    }

    var reasons: [String] {
        switch self {
        case .notFunction(_, "a number"): ["a product is written with *"]
        case .notFunction(_, "a tensor"), .notFunction(_, "a list"), .notFunction(_, "a tuple"), .notFunction(_, "a dict"):
            ["an entry is written in brackets, x[0]"]
        case .missing(_, _, let signature), .tooMany(_, _, _, let signature), .unknownKeyword(_, _, _, let signature),
            .keywordOnly(_, _, let signature):
            [signature]
        case .noMethod(let kind, let method, _):
            (PythonHabit.instead(ofMethod: method, on: kind) ?? LibraryHabit.instead(ofMethod: method)).map { [$0] } ?? []
        default: []
        }
    }

    var mend: String? {
        switch self {
        case .appendIsStatement: "append(xs, v)"
        default: nil
        }
    }

    func mend(_ failed: FailedText) -> String? {
        switch self {
        case .appendIsStatement:
            return failed.operands.count == 2 ? "append(\(failed.operands[0]), \(failed.operands[1]))" : nil
        default: return nil
        }
    }

    var nearest: String? {
        switch self {
        case .unknownKeyword(_, _, let nearest, _): nearest
        case .noMethod(let kind, let method, let nearest):
            PythonHabit.instead(ofMethod: method, on: kind) == nil && LibraryHabit.instead(ofMethod: method) == nil ? nearest : nil
        default: nil
        }
    }
}

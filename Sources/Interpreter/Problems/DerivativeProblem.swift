import TensorEngine

/// Derivatives that were asked for and cannot be.
enum DerivativeProblem: Problem {
    /// An argument to be differentiated that holds something else than numbers.
    case argument(transform: String, parameter: String, kind: String)
    /// The function gives something that has no derivative.
    case result(transform: String, function: String, kind: String)
    /// A parameter of an operation that its derivative rule does not cover.
    case setting(function: String, parameter: String)
    case noParameter(function: String, name: String, nearest: String?, parameters: [String])
    case wrt(kind: String)
    /// A tree that is to have the shape of another one.
    case tree(what: String, wanted: String, given: String)
    case method(String)

    var code: String {
        switch self {
        case .argument: "grad-argument"
        case .result: "grad-result"
        case .setting: "grad-setting"
        case .noParameter, .wrt: "grad-wrt"
        case .tree: "grad-tree"
        case .method: "value-word"
        }
    }

    var sentence: String {
        switch self {
        case .argument(let transform, let parameter, let kind):
            "\(transform) differentiates by `\(parameter)`, which is \(kind)"
        case .result(let transform, let function, let kind): "\(transform) needs numbers, and \(function) gives \(kind)"
        case .setting(let function, let parameter):
            "\(function) cannot be differentiated by its \(parameter)"
        case .noParameter(let function, let name, _, _): "\(function) has no parameter `\(name)`"
        case .wrt(let kind): "wrt= takes a parameter's name, a tuple of names or \"all\", not \(kind)"
        case .tree(let what, let wanted, let given): "\(what) must be like the value, \(wanted), but is \(given)"
        case .method(let word): "numgrad does not know method=\(quoted(word))"
        }
    }

    var reasons: [String] {
        switch self {
        case .argument: ["only numbers, tensors and tuples, lists and dicts of them change gradually"]
        case .result: ["numbers, tensors, and tuples, lists and dicts of them have derivatives"]
        case .setting(let function, let parameter): ["\(parameter) is a setting of \(function): the rule is for its tensors"]
        case .noParameter(_, _, _, let parameters): ["its parameters are " + parameters.joined(separator: ", ")]
        case .wrt, .tree: []
        case .method: ["it knows \"central\" and \"forward\""]
        }
    }

    var mend: String? {
        if case .noParameter(_, _, let nearest?, _) = self { "wrt=\(quoted(nearest))" } else { nil }
    }
}

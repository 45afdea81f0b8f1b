import Syntax
import TensorEngine

/// A name that means nothing, or nothing yet.
enum NameProblem: Problem {
    case unknown(String, nearest: String?)
    /// `np.zeros`: what a library calls it, and how it is written here.
    case foreign(String, library: String, path: String, ours: String?)
    /// Known, but this path has not given it a value.
    case unassigned(String)
    /// A function assigns it somewhere, so it is not the one outside that has a value.
    case shadowed(String, function: String)
    /// `check lineer(f, x, y)`
    case unknownCheck(String, nearest: String?)
    /// `sum = 3`, then `sum(x)`.
    case hidden(name: String, by: String, line: Int?)
    /// `A(i) = i` where A is a tensor.
    case bound(name: String, kind: String, parameters: [String])

    var code: String {
        switch self {
        case .unknown, .foreign: "name-unknown"
        case .unassigned, .shadowed: "name-unassigned"
        case .unknownCheck: "name-check"
        case .hidden: "name-hidden"
        case .bound: "name-bound"
        }
    }

    var sentence: String {
        switch self {
        case .unknown(let name, _): "`\(name)` is not defined"
        case .foreign(let name, _, _, _): "`\(name)` is not defined: nothing is imported here"
        case .unassigned(let name): "`\(name)` has no value here yet"
        case .shadowed(let name, let function):
            "`\(name)` has no value here yet: \(function.isEmpty ? "this function" : function) assigns it, so it is not the one outside"
        case .unknownCheck(let name, _): "there is no check `\(name)`"
        case .hidden(let name, let kind, _): "`\(name)` is \(kind) here, not the function `\(name)`"
        case .bound(let name, let kind, _): "`\(name)` is \(kind), and this would make it a function"
        }
    }

    var reasons: [String] {
        switch self {
        case .unknown(let name, _): PythonHabit.instead(ofName: name).map { [$0] } ?? []
        case .foreign(_, let library, let path, let ours?): ["what \(library) calls \(path) is \(ours) here"]
        case .foreign(let name, let library, _, nil):
            [PythonHabit.instead(ofName: name) ?? "help(\"search words\") finds what there is instead of \(library)'s functions"]
        case .unknownCheck: ["the checks are " + Builtin.checks.map(\.name).joined(separator: ", ")]
        case .unassigned(let name): ["the line that assigns `\(name)` has not run on this path"]
        case .shadowed(let name, _):
            ["what stands outside a function is read and never changed: take `\(name)` as a parameter and return the new value"]
        case .hidden(let name, _, let line):
            ["the builtin is hidden since `\(name)` was assigned" + (line.map { " in line \($0)" } ?? "")]
        case .bound(_, let kind, _):
            [kind == "a tensor" ? "parentheses define a function; brackets write an element" : "choose another name for the function"]
        }
    }

    var mend: String? {
        guard case .bound(let name, "a tensor", let parameters) = self else { return nil }
        return "\(name)[\(parameters.joined(separator: ", "))] = ..."
    }

    /// Drawn as "did you mean".
    var nearest: String? {
        switch self {
        // what does the work is worth more than what looks alike
        case .unknown(let name, let nearest): PythonHabit.instead(ofName: name) == nil ? nearest : nil
        case .unknownCheck(_, let nearest): nearest
        case .foreign, .unassigned, .shadowed, .hidden, .bound: nil
        }
    }
}

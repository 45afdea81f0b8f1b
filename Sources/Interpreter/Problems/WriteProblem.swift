import TensorEngine

/// Statements that stand where they cannot work, and writes that would be lost.
enum WriteProblem: Problem {
    case outer(name: String, function: String)
    case lost(name: String, LostWrites.Copy)
    case outsideFunction(String)
    case outsideLoop(String)
    case noVariable
    case ellipsis
    case incomplete

    var code: String {
        switch self {
        case .outer: "write-outer"
        case .lost: "lost-write"
        case .outsideFunction: "syntax-outside-function"
        case .outsideLoop: "syntax-outside-loop"
        case .noVariable: "write-variable"
        case .ellipsis: "syntax-ellipsis"
        case .incomplete: "syntax-incomplete"
        }
    }

    var sentence: String {
        switch self {
        case .outer(let name, let function):
            "`\(name)` belongs to the surroundings of \(function.isEmpty ? "this function" : function), which cannot change it"
        case .lost(let name, .parameter(let function)): "`\(name)` is \(function)'s own copy: return it"
        case .lost(let name, .loopVariable): "`\(name)` is the loop's own copy, and nothing looks at it after this change"
        case .lost(let name, .part(let part)): "`\(name)` is a copy of `\(part)`, and nothing looks at it after this change"
        case .outsideFunction(let word): "`\(word)` stands outside a function"
        case .outsideLoop(let word): "`\(word)` stands outside a loop"
        case .noVariable: "only a variable's elements can be written"
        case .ellipsis: "`...` is an index or a statement, not a value"
        case .incomplete: "this is not a whole expression"
        }
    }

    var reasons: [String] {
        switch self {
        case .outer(let name, _):
            ["a function gives its results with return: take `\(name)` as a parameter, change it, return it"]
        case .lost(let name, .parameter(let function)):
            ["values are never shared: end with `return \(name)`, and call it as `\(name) = \(function)(\(name))`"]
        case .lost(_, .loopVariable): ["values are never shared: write into what the loop runs over, or collect the results"]
        case .lost(_, .part(let part)): ["values are never shared: write into `\(part)` itself"]
        default: []
        }
    }
}

/// A part of the language that the parser knows and the machine does not, yet.
struct NotBuiltProblem: Problem {
    let what: String

    init(_ what: String) { self.what = what }

    var code: String { "syntax-not-built" }
    var sentence: String { "`\(what)` is not built yet" }
}

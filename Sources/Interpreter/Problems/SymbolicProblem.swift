import TensorEngine

/// What no formula can be made of, or no derivative of a formula.
enum SymbolicProblem: Problem {
    /// An operation without a formula for its derivative.
    case operation(String)
    /// A statement that is no step of a formula: "a loop", and what to do instead.
    case statement(String, instead: String)
    case noReturn(function: String)
    /// An expression of another kind than formulas are made of: "a tensor".
    case expression(String, instead: String)
    /// `w` outside the function is no plain number.
    case value(name: String, kind: String)
    /// The function that is called is not known before the program runs.
    case callee
    case recursion(function: String)
    case tooLarge(nodes: Double, most: Int)
    case tooDeep
    case noParameters(function: String)
    case text(String)

    var code: String {
        switch self {
        case .tooLarge, .tooDeep, .recursion: "limit-formula"
        default: "grad-symbolic"
        }
    }

    var sentence: String {
        switch self {
        case .operation(let name): "there is no formula for the derivative of \(name)"
        case .statement(let what, _): "\(what) is no step of a formula"
        case .noReturn(let function): "\(function) returns nothing, so there is no formula for it"
        case .expression(let what, _): "\(what) is no part of a formula of plain numbers"
        case .value(let name, let kind): "`\(name)` is \(kind), and formulas are of plain numbers"
        case .callee: "which function this calls is not known before the program runs"
        case .recursion(let function): "\(function) calls itself, so its formula has no end"
        case .tooLarge(let nodes, let most):
            "the formula has \(numberText(nodes, .float64, digits: 2)) nodes, more than the \(most) that are allowed"
        case .tooDeep: "the formula has too many brackets within brackets"
        case .noParameters(let function): "\(function) has no parameter to differentiate by"
        case .text(let text): "\(quoted(text)) is no formula"
        }
    }

    var reasons: [String] {
        switch self {
        case .operation: ["the formula would not be of plain numbers; grad(f) differentiates it all the same"]
        case .statement(_, let instead), .expression(_, let instead): [instead]
        case .noReturn: ["a formula is what stands after `return`, or after `=` in f(x) = ..."]
        case .value: ["grad(f) differentiates functions of tensors"]
        case .callee: ["give the inner function a name of its own, or differentiate with grad(f)"]
        case .tooLarge, .tooDeep:
            ["written out, each part stands as often as it is used; grad(f) computes it once, however often it is used"]
        case .recursion: ["grad(f) differentiates functions that call themselves"]
        case .noParameters, .text: []
        }
    }
}

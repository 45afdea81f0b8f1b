import TensorEngine

/// A bound on the running program was reached.
enum BoundProblem: Problem {
    case depth(Int)
    case steps(Int)
    case seconds(Double)
    case interrupted
    case nesting
    /// Bytes of one string.
    case text(Double)
    case tooManyNames
    case tooManyValues
    case tooLong
    case callbacks
    case longKey(most: Int)

    var code: String {
        switch self {
        case .depth, .callbacks: "limit-depth"
        case .steps: "limit-steps"
        case .seconds: "limit-seconds"
        case .interrupted: "limit-interrupted"
        case .nesting: "limit-nesting"
        case .text, .tooManyNames, .tooManyValues, .tooLong, .longKey: "limit-size"
        }
    }

    var sentence: String {
        switch self {
        case .depth(let depth): "calls within calls are \(depth) deep, the most that is allowed"
        case .callbacks: "functions that call back into functions are too deep"
        case .steps(let steps): "this takes more than the \(steps) steps that are allowed"
        case .seconds(let seconds):
            "this takes longer than the \(numberText(seconds, .float64, digits: 3)) seconds that are allowed"
        case .longKey(let most): "a key of a dict has at most \(most) parts"
        case .interrupted: "stopped by Ctrl-C"
        case .text(let bytes): "a string of \(numberText(bytes, .float64, digits: 0)) bytes is too long"
        case .nesting: "values are nested more than \(maximumDepth) deep"
        case .tooManyNames: "this has more than \(Globals.capacity) names"
        case .tooManyValues: "this expression needs too many values at once"
        case .tooLong: "this block is too long to jump over"
        }
    }

    var reasons: [String] {
        switch self {
        case .depth: ["does every path of the recursion come to an end?"]
        case .steps: ["does the loop come to an end? --max-steps allows more"]
        case .seconds: ["does the loop come to an end? --max-seconds allows more"]
        default: []
        }
    }
}

/// A sentence that an `assert` or an `expect` states.
enum CheckProblem: Problem {
    case assertion(String)
    case expectation(String)
    case expectedError(code: String?)
    case otherError(expected: String, found: String, sentence: String)

    /// Of whatever a check says that does not hold.
    static let code = "value-expect"

    var code: String {
        if case .assertion = self { "value-assert" } else { CheckProblem.code }
    }

    var sentence: String {
        switch self {
        case .assertion(let message): message
        case .expectation(let sentence): sentence
        case .expectedError(let code): "expected an error\(code.map { " \($0)" } ?? ""), but this works"
        case .otherError(let expected, let found, let sentence): "expected \(expected), but this fails with \(found): \(sentence)"
        }
    }
}

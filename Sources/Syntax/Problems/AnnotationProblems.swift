/// What can be wrong with the place of a `#>`, `#>~` or `#!`.
enum AnnotationProblem: Problem {
    case nothingAbove
    case insideBrackets
    case insideBlock
    case statementGoesOn
    case checkedAndVolatile

    var code: String { "syntax-result" }

    var sentence: String {
        switch self {
        case .nothingAbove: "no statement stands above this result"
        case .insideBrackets: "a result cannot stand inside brackets"
        case .insideBlock: "a result cannot stand inside an indented block"
        case .statementGoesOn: "a result cannot stand where its statement goes on"
        case .checkedAndVolatile: "a statement has either #> or #>~, not both"
        }
    }

    var reasons: [String] {
        switch self {
        case .nothingAbove: ["#> states what the statement before it prints and shows"]
        case .insideBrackets: ["it belongs to a whole statement: put it behind the last bracket or on the next line"]
        case .insideBlock, .statementGoesOn:
            ["it belongs to the whole block: put it below the block, at the beginning of a line"]
        case .checkedAndVolatile: ["#> is compared, #>~ is only shown"]
        }
    }
}

/// How tightly an operator between two operands binds, loosest first.
///
/// Above them stand lambda and conditional, below them prefix signs, `**` and what follows a value.
enum Precedence: Int, Comparable {
    case or, and, not, comparison, pipe, bitOr, bitAnd, sum, product, sign

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }

    var tighter: Precedence { Precedence(rawValue: rawValue + 1) ?? .sign }
}

/// An operator between two operands; `**` is none of them, since it binds tighter than the sign before it.
enum InfixOperator {
    case logical(LogicalOperator)
    case comparison(ComparisonOperator)
    case pipe
    case binary(BinaryOperator)

    init?(_ kind: Token.Kind) {
        switch kind {
        case .keyword(.and): self = .logical(.and)
        case .keyword(.or): self = .logical(.or)
        case .keyword(.in): self = .comparison(.isIn)
        case .keyword(.is): self = .comparison(.isIdentical)
        case .keyword(.not): self = .comparison(.isNotIn)
        case .symbol(.pipe): self = .pipe
        case .symbol(let symbol):
            if let comparison = ComparisonOperator(rawValue: symbol.rawValue) {
                self = .comparison(comparison)
            } else if let binary = BinaryOperator(rawValue: symbol.rawValue), binary != .power {
                self = .binary(binary)
            } else {
                return nil
            }
        default: return nil
        }
    }

    var precedence: Precedence {
        switch self {
        case .logical(.or): .or
        case .logical(.and): .and
        case .comparison: .comparison
        case .pipe: .pipe
        case .binary(.bitOr): .bitOr
        case .binary(.bitAnd): .bitAnd
        case .binary(.add), .binary(.subtract): .sum
        case .binary: .product
        }
    }
}

extension Parser {
    /// Expressions separated by commas, which make a tuple.
    mutating func parseExpressionList() throws(Abandoned) -> ExpressionID {
        let first = start
        try refuseStar()
        let expression = try parseExpression()
        guard at(.comma) else { return expression }
        var items = [expression]
        while take(.comma), startsExpression {
            try refuseStar()
            items.append(try parseExpression())
        }
        return tree.add(.tuple(items), span(from: first))
    }

    /// A lambda, a conditional, or anything that binds tighter.
    mutating func parseExpression() throws(Abandoned) -> ExpressionID {
        if startsLambda { return try parseLambda() }
        let first = start
        let value = try parseOperators(.or)
        if at(.if) { return try parseConditional(then: value, from: first) }
        if at(.arrow) { throw fail(.badLambdaParameters, at: span(from: first)) }
        if at(.question) { throw fail(.questionMark, at: current.span) }
        if at(.walrus) { throw fail(.walrus, at: current.span) }
        return value
    }

    private mutating func parseConditional(then value: ExpressionID, from first: Int) throws(Abandoned) -> ExpressionID
    {
        try enter()
        defer { depth -= 1 }
        advance()
        let condition = try parseOperators(.or)
        guard take(.else) else { throw fail(.conditionalWithoutElse(found: found), at: place) }
        let otherwise = try parseExpression()
        return tree.add(.conditional(then: value, condition: condition, otherwise: otherwise), span(from: first))
    }

    /// Operands joined by operators that bind at least as tightly as `minimum`.
    mutating func parseOperators(_ minimum: Precedence) throws(Abandoned) -> ExpressionID {
        let first = start
        var left = try parseOperand(minimum)
        while let infix = try infixOperator(), infix.precedence >= minimum {
            switch infix {
            case .comparison: left = try parseComparison(left, from: first)
            case .pipe:
                advance()
                left = tree.add(.pipe(left, try parseOperators(.bitOr)), span(from: first))
            case .logical(let logical):
                advance()
                let right = try parseOperators(infix.precedence.tighter)
                left = tree.add(.logical(logical, left, right), span(from: first))
            case .binary(let binary):
                advance()
                let right = try parseOperators(infix.precedence.tighter)
                left = tree.add(.binary(binary, left, right), span(from: first))
            }
        }
        return left
    }

    /// The operator at hand, if one of ours or a foreign one whose meaning is clear.
    private mutating func infixOperator() throws(Abandoned) -> InfixOperator? {
        if at(.not), token(after: 1).kind != .keyword(.in) { return nil }
        if let infix = InfixOperator(current.kind) { return infix }
        return try foreignOperator()
    }

    private mutating func parseOperand(_ minimum: Precedence) throws(Abandoned) -> ExpressionID {
        guard at(.not) else { return try parseSigned() }
        if minimum > .not { throw fail(.notNeedsParentheses, at: current.span) }
        return try parsePrefixes(operand: .comparison) { $0 == .keyword(.not) ? .not : nil }
    }

    private mutating func parseSigned() throws(Abandoned) -> ExpressionID {
        try parsePrefixes(operand: nil) {
            switch $0 {
            case .symbol(.minus): .negate
            case .symbol(.plus): .plus
            case .symbol(.tilde): .invert
            default: nil
            }
        }
    }

    /// Any number of prefix operators of one family and what they stand before: a power if no precedence is given.
    private mutating func parsePrefixes(
        operand: Precedence?, _ prefix: (Token.Kind) -> UnaryOperator?
    ) throws(Abandoned) -> ExpressionID {
        var prefixes: [(operation: UnaryOperator, start: Int)] = []
        defer { depth -= prefixes.count }
        while let operation = prefix(current.kind) {
            try enter()
            prefixes.append((operation, start))
            advance()
        }
        var value = if let operand { try parseOperators(operand) } else { try parsePower() }
        for prefix in prefixes.reversed() {
            value = tree.add(.unary(prefix.operation, value), span(from: prefix.start))
        }
        return value
    }

    private mutating func parsePower() throws(Abandoned) -> ExpressionID {
        let first = start
        let base = try parsePostfix()
        guard at(.power) else { return base }
        try enter()
        defer { depth -= 1 }
        advance()
        let exponent = try parseSigned()
        return tree.add(.binary(.power, base, exponent), span(from: first))
    }

    /// `a < b <= c`
    private mutating func parseComparison(_ left: ExpressionID, from first: Int) throws(Abandoned) -> ExpressionID {
        var links: [ComparisonLink] = []
        while case .comparison(let written)? = try infixOperator() {
            let comparison = stepOver(written)
            let operandStart = start
            var operand = try parseOperators(.bitOr)
            if at(.pipe) { operand = try refusePipe(after: operand, from: operandStart, comparisonFrom: first) }
            links.append(ComparisonLink(comparison: comparison, operand: operand))
        }
        return tree.add(.comparison(left, links), span(from: first))
    }

    /// Steps over a comparison of one or two words.
    private mutating func stepOver(_ comparison: ComparisonOperator) -> ComparisonOperator {
        advance()
        switch comparison {
        case .isNotIn:
            advance()
            return .isNotIn
        case .isIdentical where at(.not):
            advance()
            return .isNotIdentical
        default: return comparison
        }
    }

    /// `a < b |> f`: both readings are offered, and the tighter one is gone on with.
    private mutating func refusePipe(
        after operand: ExpressionID, from operandStart: Int, comparisonFrom first: Int
    ) throws(Abandoned) -> ExpressionID {
        let sign = current.span
        let comparison = source.text(span(from: first))
        let head = source.text(Span(first, operandStart))
        var left = operand
        while take(.pipe) { left = tree.add(.pipe(left, try parseOperators(.bitOr)), span(from: operandStart)) }
        let rest = source.text(span(from: Int(sign.start)))
        let tight = source.text(span(from: operandStart))
        report(
            SyntaxProblem.pipeAfterComparison(
                loose: suggestion("(\(comparison)) \(rest)"), tight: suggestion("\(head)(\(tight))")), at: sign)
        return left
    }

    /// A text to offer, if it is short and parses.
    func suggestion(_ text: String) -> String? {
        guard text.utf8.count <= 100, !text.utf8.contains(UInt8(ascii: "\n")), suggestsRewrites else { return nil }
        return parses(text) ? text : nil
    }

    func parses(_ program: String) -> Bool {
        let rewritten = Source(name: "", text: program)
        var parser = Parser(source: rewritten, lexed: lex(rewritten))
        parser.suggestsRewrites = false
        parser.surroundings.isUnknown = true
        parser.parseProgram()
        return parser.diagnostics.isEmpty
    }
}

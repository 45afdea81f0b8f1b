extension Parser {
    /// `expect a == b`, `expect a ~ b within 1e-8`, `expect error shape-matmul: W @ X`
    mutating func parseExpect() throws(Abandoned) -> Statement.Kind {
        advance()
        if expectsError { return .expect(try parseExpectedError()) }
        let left = try parseExpression()
        if take(.tilde) {
            let right = try parseExpression()
            return .expect(.close(left, right, within: try parseWithin()))
        }
        if at(name: "within") { throw fail(.withinWithoutTilde, at: current.span) }
        if at(.comma) { throw fail(.severalExpectations, at: current.span) }
        if case .comparison(let first, let links) = tree[left], links.count == 1, links[0].comparison == .equal {
            return .expect(.equal(first, links[0].operand))
        }
        return .expect(.isTrue(left))
    }

    /// `error` is a keyword right after `expect` and before a code or a colon.
    private var expectsError: Bool {
        guard at(name: "error") else { return false }
        switch token(after: 1).kind {
        case .symbol(.colon), .name: return true
        default: return false
        }
    }

    private mutating func parseExpectedError() throws(Abandoned) -> Expectation {
        advance()
        let first = start
        // A code is one word of letters, digits and dashes, whatever tokens that makes.
        while !at(.colon), !isAtLineEnd, lastEnd == start || start == first { advance() }
        let code = source.text(span(from: first))
        guard take(.colon) else { throw fail(.expectErrorWithoutColon, at: place) }
        let expression = try parseExpression()
        if at(.assign) { throw fail(.expectErrorOfStatement, at: current.span) }
        return .fails(code: code.isEmpty ? nil : code, expression)
    }

    private mutating func parseWithin() throws(Abandoned) -> ExpressionID? {
        guard at(name: "within") else { return nil }
        advance()
        return try parseExpression()
    }

    /// `agree grad(f)(2, 5), numgrad(f)(2, 5) within 1e-6`
    mutating func parseAgree() throws(Abandoned) -> Statement.Kind {
        let keyword = current.span
        advance()
        var items = [try parseExpression()]
        while take(.comma), startsExpression { items.append(try parseExpression()) }
        let within = try parseWithin()
        if items.count < 2 { report(SyntaxProblem.agreeOnOne, at: keyword) }
        return .agree(items, within: within)
    }

    /// `check linear(f, x, y)`, from its name on.
    mutating func parseCheck(of name: Name) throws(Abandoned) -> Statement.Kind {
        advance()
        guard at(.openParenthesis) else { throw fail(.checkWithoutCall(name.text), at: place) }
        return .check(name, try parseArguments())
    }
}

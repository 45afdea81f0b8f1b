extension Parser {
    /// One line of statements, or a statement with its blocks; an error ends the line and never the program.
    mutating func parseLine(into statements: inout [Statement]) {
        switch current.kind {
        case .newline, .dedent: advance()
        case .indent:
            report(SyntaxProblem.unexpectedIndent, at: current.span, mend: alignedLine())
            recoverBlock()
        default:
            let first = start
            do throws(Abandoned) {
                try parseStatements(into: &statements)
            } catch {
                recover(from: first, error, into: &statements)
            }
        }
    }

    private mutating func parseStatements(into statements: inout [Statement]) throws(Abandoned) {
        if let compound = try parseCompound() { return statements.append(compound) }
        repeat {
            if isAtLineEnd { break }
            if startsCompound {
                throw fail(.compoundAfterSemicolon(found ?? ""), at: current.span)
            }
            statements.append(try parseSimple())
        } while takeSemicolon(after: &statements)
        try endStatement()
    }

    private mutating func takeSemicolon(after statements: inout [Statement]) -> Bool {
        guard take(.semicolon) else { return false }
        statements[statements.count - 1].isSilent = true
        return true
    }

    /// A simple statement ends with its line; anything else there is an error that guesses what was meant.
    private mutating func endStatement() throws(Abandoned) {
        if current.kind == .newline { return advance() }
        if current.kind == .end { return }
        throw failAfterExpression()
    }

    /// Puts a placeholder where a statement could not be read, and goes on with the next line.
    mutating func recover(from first: Int, _ error: Abandoned, into statements: inout [Statement]) {
        if !error.keepsLine { skipLine() }
        let whole = span(from: first)
        let missing = tree.add(.missing, whole)
        statements.append(Statement(kind: .expression(missing), span: whole))
        if current.kind == .indent {
            if error.takesBlock { skipBlock() } else { recoverBlock() }
        }
        while error.takesClauses, at(.except) || at(.finally) || at(.else) {
            skipLine()
            if current.kind == .indent { skipBlock() }
        }
        statements[statements.count - 1].span = span(from: first)
    }

    mutating func skipLine() {
        while !isAtLineEnd { advance() }
        if current.kind == .newline { advance() }
    }

    /// Reads a block that belongs to nothing, for the errors in it.
    mutating func recoverBlock() {
        guard depth < Self.maximumNesting else { return skipBlock() }
        depth += 1
        defer { depth -= 1 }
        let outside = surroundings
        surroundings.isUnknown = true
        defer { surroundings = outside }
        advance()
        var ignored: [Statement] = []
        while current.kind != .dedent, current.kind != .end { parseLine(into: &ignored) }
        advance()
    }

    /// Steps over a block and the blocks in it.
    mutating func skipBlock() {
        var open = 0
        repeat {
            if current.kind == .indent { open += 1 }
            if current.kind == .dedent { open -= 1 }
            advance()
        } while open > 0 && current.kind != .end
    }

    private mutating func parseSimple() throws(Abandoned) -> Statement {
        let first = start
        let kind = try parseSimpleKind()
        return Statement(kind: kind, span: span(from: first))
    }

    private mutating func parseSimpleKind() throws(Abandoned) -> Statement.Kind {
        guard case .keyword(let keyword) = current.kind else {
            if let kind = try parseContextual() { return kind }
            if startsFormula { return .define(try parseFormula()) }
            return try parseExpressionStatement()
        }
        switch keyword {
        case .pass: return step(.pass)
        case .break: return try parseLoopExit(.breakLoop)
        case .continue: return try parseLoopExit(.continueLoop)
        case .return: return try parseReturn()
        case .assert: return try parseAssertion()
        case .expect: return try parseExpect()
        case .agree: return try parseAgree()
        case .elif, .else: throw fail(.strayBranch(keyword.rawValue), at: current.span)
        default:
            if let refusal = RefusedKeyword(keyword) { throw refuse(refusal) }
            return try parseExpressionStatement()
        }
    }

    private mutating func step(_ kind: Statement.Kind) -> Statement.Kind {
        advance()
        return kind
    }

    private mutating func parseLoopExit(_ kind: Statement.Kind) throws(Abandoned) -> Statement.Kind {
        if !surroundings.isLoop, !surroundings.isUnknown {
            report(SyntaxProblem.outsideLoop(found ?? ""), at: current.span)
        }
        return step(kind)
    }

    private mutating func parseReturn() throws(Abandoned) -> Statement.Kind {
        if !surroundings.isFunction, !surroundings.isUnknown { report(SyntaxProblem.outsideFunction, at: current.span) }
        advance()
        if isAtLineEnd || at(.semicolon) { return .returnValue(nil) }
        return .returnValue(try parseExpressionList())
    }

    private mutating func parseAssertion() throws(Abandoned) -> Statement.Kind {
        advance()
        let condition = try parseExpression()
        let message = take(.comma) ? try parseExpression() : nil
        return .assertion(condition, message: message)
    }

    /// `use`, `check`: keywords only where no other reading is possible.
    private mutating func parseContextual() throws(Abandoned) -> Statement.Kind? {
        guard case .name(let word) = current.kind else { return nil }
        let next = token(after: 1)
        switch (word, next.kind) {
        case ("use", .string(let path)):
            advance()
            advance()
            return .use(path)
        case ("use", .formattedStart): throw fail(.useOfFormatted, at: next.span)
        case ("check", .name(let name)) where source.lineIndex(at: start) == source.lineIndex(at: Int(next.span.start)):
            advance()
            return try parseCheck(of: Name(name, next.span))
        default: return nil
        }
    }
}

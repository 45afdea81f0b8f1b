extension Parser {
    /// The current token begins a statement that has a block.
    var startsCompound: Bool {
        switch current.kind {
        case .keyword(.if), .keyword(.for), .keyword(.while), .keyword(.def): true
        case .name("layer"): startsLayer
        default: false
        }
    }

    /// `layer` is a keyword only before a name on the same line.
    private var startsLayer: Bool {
        guard at(name: "layer"), case .name = token(after: 1).kind else { return false }
        return source.lineIndex(at: start) == source.lineIndex(at: Int(token(after: 1).span.start))
    }

    /// A statement that has a block; nil if none begins here.
    mutating func parseCompound() throws(Abandoned) -> Statement? {
        let first = start
        let kind: Statement.Kind
        switch current.kind {
        case .keyword(.if): kind = try parseBranch()
        case .keyword(.for): kind = try parseFor()
        case .keyword(.while): kind = try parseWhile()
        case .keyword(.def): kind = .define(try parseDefinition())
        case .name("layer") where startsLayer: kind = .layer(try parseLayer())
        default: return nil
        }
        return Statement(kind: kind, span: span(from: first))
    }

    private mutating func parseBranch() throws(Abandoned) -> Statement.Kind {
        var branches: [(condition: ExpressionID, body: [Statement])] = []
        var otherwise: [Statement]?
        repeat {
            let word = found ?? ""
            advance()
            let condition = try parseCondition(of: word)
            branches.append((condition, try parseBlock(of: word)))
        } while at(.elif) || takeElseIf()
        if take(.else) { otherwise = try parseBlock(of: "else") }
        return .branch(branches, otherwise: otherwise)
    }

    /// The condition of `if` or `while`, where `=` most often means `==`.
    private mutating func parseCondition(of word: String) throws(Abandoned) -> ExpressionID {
        let first = start
        let condition = try parseExpression()
        guard at(.assign) else { return condition }
        let sign = current.span
        advance()
        _ = try parseExpression()
        let right = source.text(span(from: Int(sign.end)))
        let fixed = source.text(Span(first, Int(sign.start))) + "==" + right
        report(SyntaxProblem.assignmentInCondition, at: sign, mend: offer(fixed, insteadOf: span(from: first)))
        return condition
    }

    private mutating func parseWhile() throws(Abandoned) -> Statement.Kind {
        advance()
        let condition = try parseCondition(of: "while")
        let body = try parseLoopBody(of: "while")
        return .whileLoop(condition: condition, body: body)
    }

    private mutating func parseFor() throws(Abandoned) -> Statement.Kind {
        advance()
        try refuseCountingLoop()
        let target = try parseLoopTarget()
        guard take(.in) else { throw fail(.missingIn(found: found), at: place) }
        let iterable = try parseExpressionList()
        let body = try parseLoopBody(of: "for")
        return .forLoop(target: target, iterable: iterable, body: body)
    }

    private mutating func parseLoopBody(of word: String) throws(Abandoned) -> [Statement] {
        let outside = surroundings
        surroundings.isLoop = true
        defer { surroundings = outside }
        let body = try parseBlock(of: word)
        if at(.else) {
            report(SyntaxProblem.loopElse(word), at: current.span)
            advance()
            surroundings = outside
            _ = try parseBlock(of: "else")
        }
        return body
    }

    /// `:` and an indented block, or statements on the same line.
    mutating func parseBlock(of word: String) throws(Abandoned) -> [Statement] {
        try enter()
        defer { depth -= 1 }
        try takeColon(of: word)
        guard current.kind == .newline || current.kind == .end else { return try parseInlineBlock() }
        advance()
        guard current.kind == .indent else {
            let failure = failMissingBlock(of: word)
            guard !isAtBlockEnd, !startsCompound, !at(.elif), !at(.else) else { throw failure }
            // most likely the next line was meant: read outside, it would only add a second error
            var body: [Statement] = []
            parseLine(into: &body)
            return body
        }
        advance()
        var body: [Statement] = []
        while current.kind != .dedent, current.kind != .end { parseLine(into: &body) }
        advance()
        return body
    }

    mutating func failMissingBlock(of word: String) -> Abandoned {
        let end = Span(lastEnd, lastEnd)
        // a header within a block is followed by the ends of the blocks around it
        let endsText = tokens[position...].allSatisfy { $0.kind == .dedent || $0.kind == .end }
        if endsText { unfinishedFrom = min(unfinishedFrom ?? .max, lastEnd) }
        // The line has been read: going on to its end would swallow the next one.
        diagnostics.append(SyntaxProblem.missingBlock(word).diagnostic(in: source, at: end, mend: indentedLine()))
        return Abandoned(keepsLine: true)
    }

    private var isAtBlockEnd: Bool { current.kind == .dedent || current.kind == .end }

    /// The line at hand, four blanks further right.
    private func indentedLine() -> Diagnostic.Edit? {
        guard !isAtBlockEnd, let line = restOfLine() else { return nil }
        return Diagnostic.Edit(line, "    " + source.text(line))
    }

    /// The line that begins after this indentation, indented like the one before it.
    func alignedLine() -> Diagnostic.Edit? {
        guard position > 1, token(after: 1).kind != .end else { return nil }
        let before = source.lineSpan(source.lineIndex(at: Int(lexed.tokens[position - 2].span.start)))
        let indentation = bytes(of: before).prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let line = source.lineSpan(source.lineIndex(at: Int(current.span.end)))
        guard line.end - line.start <= 100, line.start <= current.span.start else { return nil }
        let text = bytes(of: line).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return Diagnostic.Edit(line, String(decoding: indentation + text, as: UTF8.self))
    }

    private func bytes(of span: Span) -> ArraySlice<UInt8> { source.bytes[span.range] }

    private mutating func takeColon(of word: String) throws(Abandoned) {
        if take(.colon) { return }
        if at(.openBrace) { throw fail(.braces, at: current.span) }
        if at(name: "then") {
            report(SyntaxProblem.thenForColon, at: current.span)
            advance()
            _ = take(.colon)
            return
        }
        if !isAtLineEnd, !beginsStatementAfterHeader { throw failAfterExpression() }
        report(SyntaxProblem.missingColon(word), at: Span(lastEnd, lastEnd), mend: line(endedBy: ":"))
    }

    /// A word that can only begin a statement: the header before it is complete but for its colon.
    private var beginsStatementAfterHeader: Bool {
        switch current.kind {
        case .keyword(.return), .keyword(.break), .keyword(.continue), .keyword(.pass), .keyword(.assert), .name: true
        default: false
        }
    }

    /// `if x > 0: a = 1; b = 2`
    private mutating func parseInlineBlock() throws(Abandoned) -> [Statement] {
        if startsCompound { throw fail(.compoundOnHeaderLine(found ?? ""), at: current.span) }
        var body: [Statement] = []
        parseLine(into: &body)
        return body
    }
}

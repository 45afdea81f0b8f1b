extension Lexer {
    /// Pairs a closing bracket with its opener; false if there is none, and the bracket counts as not written.
    mutating func closeBracket(with closer: Symbol, from first: Int) -> Bool {
        guard let top = brackets.last, top.symbol != nil else {
            report(.nothingToClose(closer.rawValue), from: first, to: position, breaksLine: true)
            return false
        }
        if top.symbol?.closer != closer { reportMismatch(closer, with: top, from: first) }
        while let open = brackets.last, let symbol = open.symbol {
            brackets.removeLast()
            output.tokens[open.token].partner = output.tokens.count
            if brackets.isEmpty { restart = nil }
            if symbol.closer == closer { return true }
            supplyCloser(of: symbol, at: first)
        }
        return false
    }

    private mutating func reportMismatch(_ closer: Symbol, with open: OpenBracket, from first: Int) {
        let opener = output.tokens[open.token].span
        let problem = LexicalProblem.wrongCloser(
            closer.rawValue, opener: source.text(opener), openerSpan: opener,
            wanted: open.symbol?.closer?.rawValue ?? "")
        report(problem, from: first, to: position, breaksLine: true)
    }

    /// Adds the closing bracket that the program left out, so that the parser finds the brackets balanced.
    private mutating func supplyCloser(of symbol: Symbol, at offset: Int) {
        guard let closer = symbol.closer else { return }
        output.tokens.append(Token(kind: .symbol(closer), span: Span(offset, offset)))
    }

    /// Remembers the first line inside brackets that begins where a new statement would.
    mutating func noteRestart() {
        guard restart == nil, formattedDepth == 0 else { return }
        var probe = position
        while probe < end, bytes[probe] == UInt8(ascii: " ") || bytes[probe] == UInt8(ascii: "\t") { probe += 1 }
        let column = probe - position - strippedIndent
        guard probe < end, column <= indents[indents.count - 1].width, startsStatement(at: probe) else { return }
        restart = Restart(
            position: position, tokens: output.tokens.count, comments: output.comments.count,
            diagnostics: output.diagnostics.count, brackets: brackets)
    }

    private func startsStatement(at offset: Int) -> Bool {
        let byte = bytes[offset]
        return byte.isNameByte || byte >= 0x80 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
    }

    /// At the end of the text: reports a bracket that never closes and goes back to read the lines that it swallowed.
    mutating func restartAfterUnclosedBracket() -> Bool {
        guard let outermost = brackets.first else { return false }
        let opener = output.tokens[outermost.token].span
        if restarts == 0 { output.unfinishedFrom = min(output.unfinishedFrom ?? .max, Int(opener.start)) }
        let goesBack = restarts < Self.maximumRestarts
        if let restart, goesBack { rewind(to: restart) }
        let problem = LexicalProblem.neverClosed(source.text(opener))
        report(
            problem, from: Int(opener.start), to: Int(opener.end), breaksLine: true, mend: closedLine(from: opener))
        supplyClosers()
        guard restart != nil, goesBack else { return false }
        restart = nil
        restarts += 1
        endLine()
        startLine()
        return true
    }

    /// From the bracket that never closes to where the lines go on as if it had: with the closers that are missing.
    private func closedLine(from opener: Span) -> Diagnostic.Edit? {
        guard let last = output.tokens.last(where: { $0.kind != .newline })?.span.end, last > opener.end, last - opener.start <= 100
        else { return nil }
        let span = Span(Int(opener.start), Int(last))
        let closers = brackets.reversed().compactMap { $0.symbol?.closer?.rawValue }.joined()
        let text = source.text(span)
        return text.contains("\n") ? nil : Diagnostic.Edit(span, text + closers)
    }

    private mutating func rewind(to restart: Restart) {
        position = restart.position
        brackets = restart.brackets
        output.tokens.removeLast(output.tokens.count - restart.tokens)
        output.comments.removeLast(output.comments.count - restart.comments)
        output.diagnostics.removeLast(output.diagnostics.count - restart.diagnostics)
    }

    private mutating func supplyClosers() {
        // Behind the last token, so that a comment below the statement is not inside it.
        let offset = output.tokens.last.map { Int($0.span.end) } ?? position
        while let open = brackets.popLast() {
            output.tokens[open.token].partner = output.tokens.count
            if let symbol = open.symbol { supplyCloser(of: symbol, at: offset) }
        }
    }
}

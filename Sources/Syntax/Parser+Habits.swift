// What people write who come from Python at large, C, JavaScript, MATLAB or Julia: each gets its own answer.
extension Parser {
    /// Words and signs that begin a statement elsewhere.
    mutating func refuseHabits() throws(Abandoned) {
        switch current.kind {
        case .symbol(.at): throw fail(.decorator, at: current.span)
        case .symbol(.doubleSlash): throw fail(.slashComment, at: current.span)
        case .symbol(.plus) where isDoubled: throw failPrefixedStep("+")
        case .symbol(.minus) where isDoubled && isAtStepStatement:
            throw failPrefixedStep("-")
        case .name(let word): try refuseFirstWord(word)
        default: return
        }
    }

    /// The current sign stands twice, without a blank between.
    private var isDoubled: Bool {
        token(after: 1).kind == current.kind && token(after: 1).span.start == current.span.end
    }

    private var isAtStepStatement: Bool {
        guard case .name = token(after: 2).kind else { return false }
        return token(after: 3).kind == .newline || token(after: 3).kind == .end
    }

    /// `++i`
    private mutating func failPrefixedStep(_ sign: String) -> Abandoned {
        let name = token(after: 2)
        let whole = Span(from: current.span, to: name.span)
        guard case .name(let text) = name.kind else { return fail(.increment(sign), at: current.span) }
        return fail(.increment(sign), at: current.span, mend: offer("\(text) \(sign)= 1", insteadOf: whole))
    }

    private mutating func refuseFirstWord(_ word: String) throws(Abandoned) {
        let next = token(after: 1)
        switch (word, next.kind) {
        case ("let", .name), ("var", .name), ("const", .name):
            throw fail(.declaration(word), at: current.span, mend: respelledLine())
        case ("function", .name), ("func", .name), ("fn", .name), ("fun", .name):

            throw fail(.foreignFunction(word, result: foreignResult), at: current.span, mend: definitionLine())
        case ("elseif", _) where next.kind != .symbol(.assign), ("elsif", _) where next.kind != .symbol(.assign):
            throw fail(.elseIf(word), at: current.span, mend: respelledLine())
        case ("print", .name), ("print", .string), ("print", .number), ("print", .formattedStart):
            throw fail(.printWithoutParentheses, at: current.span, mend: printCall())
        case ("end", .newline) where depth > 0 || (position > 0 && lexed.tokens[position - 1].kind == .dedent):
            throw fail(.endWord(word), at: current.span)
        default: return
        }
    }

    private func printCall() -> Diagnostic.Edit? {
        guard let whole = restOfLine(), token(after: 1).span.start < whole.end else { return nil }
        return offer("print(\(source.text(Span(Int(token(after: 1).span.start), Int(whole.end)))))", insteadOf: whole)
    }

    /// `y` of `function y = f(x)`
    private var foreignResult: String? {
        guard case .name(let result) = token(after: 1).kind, token(after: 2).kind == .symbol(.assign) else {
            return nil
        }
        return result
    }

    /// `def f(x):` for `function y = f(x)` and `function f(x) {`
    private func definitionLine() -> Diagnostic.Edit? {
        let first = position + (foreignResult == nil ? 1 : 3)
        guard first + 1 < lexed.tokens.count, case .name = lexed.tokens[first].kind,
            let closer = lexed.tokens[first + 1].partner,
            let whole = restOfLine(), Int(lexed.tokens[closer].span.end) <= Int(whole.end)
        else { return nil }
        let head = source.text(Span(from: lexed.tokens[first].span, to: lexed.tokens[closer].span))
        return offer("def \(head):", insteadOf: whole)
    }

    private func restOfLine(from token: Token) -> String {
        var index = position
        while lexed.tokens[index + 1].kind != .newline, lexed.tokens[index + 1].kind != .end { index += 1 }
        return source.text(Span(from: token.span, to: lexed.tokens[index].span))
    }

    /// `else if` is read as `elif`, once said.
    mutating func takeElseIf() -> Bool {
        guard at(.else), token(after: 1).kind == .keyword(.if) else { return false }
        report(
            SyntaxProblem.elseIf("else if"), at: Span(from: current.span, to: token(after: 1).span),
            mend: respelledLine())
        advance()
        return true
    }

    mutating func refuseStar() throws(Abandoned) {
        guard at(.star) || at(.power) else { return }
        throw fail(isLeftOfAssignment ? .starredTarget : .starredItem, at: current.span)
    }

    private var isLeftOfAssignment: Bool {
        var index = position
        while index < lexed.tokens.count, lexed.tokens[index].kind != .newline {
            if lexed.tokens[index].kind == .symbol(.assign) { return true }
            index = (lexed.tokens[index].partner ?? index) + 1
        }
        return false
    }

    mutating func refuseForeignConstant(_ text: String) {
        guard let spelling = Self.foreignConstants[text] else { return }
        report(SyntaxProblem.foreignConstant(text, spelling), at: current.span, mend: respelledLine())
    }

    /// `x: int = 3`, or a misspelt word before a block's colon.
    mutating func refuseVariableAnnotation(of expression: ExpressionID) throws(Abandoned) {
        guard case .name(let word) = tree[expression] else { return }
        let next = token(after: 1).kind
        if next == .newline || next == .end {
            throw fail(.unknownBlockWord(word, nearest(word, among: Self.blockWords)), at: tree.span(of: expression))
        }
        throw fail(.variableAnnotation(word), at: current.span)
    }

    static let blockWords = [
        "if", "elif", "else", "for", "while", "def", "layer", "return", "assert", "expect", "agree",
    ]

    /// The operators of other languages; those with a plain counterpart are read as it, once said.
    mutating func foreignOperator() throws(Abandoned) -> InfixOperator? {
        guard case .symbol(let symbol) = current.kind else { return nil }
        let ours: InfixOperator
        switch symbol {
        case .doubleAmpersand: ours = .logical(.and)
        case .doubleBar: ours = .logical(.or)
        case .tripleEqual: ours = .comparison(.equal)
        case .notTripleEqual: ours = .comparison(.notEqual)
        case .caret, .caretAssign: throw fail(.caret, at: current.span, mend: respelledLine())
        case .shiftLeft, .shiftRight: throw fail(.shift(symbol.rawValue), at: current.span)
        case .fatArrow: throw fail(.fatArrow, at: current.span, mend: respelledLine())
        default: return nil
        }
        if reportedOperator != position {
            reportedOperator = position
            report(SyntaxProblem.foreignOperator(symbol.rawValue), at: current.span, mend: respelledLine())
        }
        return ours
    }

    /// A token that begins no expression of ours.
    mutating func parseForeignAtom() throws(Abandoned) -> ExpressionID {
        switch current.kind {
        case .keyword(.lambda): return try parsePythonLambda()
        case .keyword(.not): throw fail(.notNeedsParentheses, at: current.span)
        case .keyword(let keyword):
            if let refusal = RefusedKeyword(keyword) { throw refuse(refusal) }
            throw failMissingValue()
        case .symbol(.exclamation):
            try enter()
            defer { depth -= 1 }
            report(SyntaxProblem.exclamation, at: current.span, mend: respelledLine())
            advance()
            return try parsePostfix()
        case .symbol(.star), .symbol(.power):
            if position > 0, case .symbol = lexed.tokens[position - 1].kind { throw failMissingValue() }
            throw fail(.starredItem, at: current.span)
        default: throw failMissingValue()
        }
    }

    private mutating func failMissingValue() -> Abandoned {
        guard position > 0 else { return fail(.missingValue(after: nil, found: found), at: place) }
        let previous = lexed.tokens[position - 1]
        if isAtLineEnd || at(.semicolon), position > 2 {
            let sign = lexed.tokens[position - 2]
            if sign.kind == previous.kind, sign.span.end == previous.span.start,
                previous.kind == .symbol(.plus) || previous.kind == .symbol(.minus)
            {
                let text = source.text(sign.span)
                let whole = Span(from: lexed.tokens[position - 3].span, to: previous.span)
                let isStatement = position == 3 || lexed.tokens[position - 4].kind.endsLine
                let name = source.text(lexed.tokens[position - 3].span)
                return fail(
                    .increment(text), at: Span(from: sign.span, to: previous.span),
                    mend: isStatement ? offer("\(name) \(text)= 1", insteadOf: whole) : nil)
            }
        }
        if previous.kind == .symbol(.less), at(.greater), previous.span.end == current.span.start {
            return fail(.foreignOperator("<>"), at: Span(from: previous.span, to: current.span), mend: respelledLine())
        }
        switch previous.kind {
        case .newline, .indent, .dedent: return fail(.missingValue(after: nil, found: found), at: place)
        default: return fail(.missingValue(after: source.text(previous.span), found: found), at: place)
        }
    }

    /// `lambda x: x + 1`, read as the `->` form that the message offers.
    private mutating func parsePythonLambda() throws(Abandoned) -> ExpressionID {
        try enter()
        defer { depth -= 1 }
        let keyword = current.span
        advance()
        var parameters = ""
        let first = start
        while !at(.colon), !isAtLineEnd {
            advance()
            parameters = source.text(span(from: first))
        }
        guard take(.colon) else { throw fail(.pythonLambda, at: keyword) }
        let bodyStart = start
        let body = try parseExpression()
        let isOneName = !parameters.isEmpty && !parameters.contains(",") && !parameters.contains("=")
        let head = isOneName ? parameters : "(\(parameters))"
        let rewritten = "\(head) -> \(source.text(span(from: bodyStart)))"
        report(
            SyntaxProblem.pythonLambda, at: keyword, mend: offer(rewritten, insteadOf: span(from: Int(keyword.start))))
        return body
    }

    /// `1 + x -> x`
    mutating func failBareLambda() -> Abandoned {
        fail(.lambdaNeedsParentheses, at: Span(from: current.span, to: token(after: 1).span))
    }

    /// The word's own sentence ends the statement and takes its block along.
    mutating func refuse(_ refusal: RefusedKeyword) -> Abandoned {
        let isImport = refusal == .import || refusal == .from
        let line = isImport ? restOfLine().map { Diagnostic.Edit($0, "") } : nil
        report(SyntaxProblem.refused(refusal), at: current.span, mend: line)
        return Abandoned(takesBlock: true, takesClauses: refusal == .try)
    }
}

// What stands behind a complete expression and should not.
extension Parser {
    mutating func failAfterExpression() -> Abandoned {
        switch current.kind {
        case .symbol(.tilde): return fail(.tildeOutsideExpect, at: current.span)
        case .symbol(.openBrace): return fail(.braces, at: current.span)
        case .symbol(.assign): return fail(.assignmentInside, at: current.span)
        case .name("within"): return fail(.withinWithoutTilde, at: current.span)
        case .symbol(.exclamation): return fail(.exclamation, at: current.span)
        case _ where startsExpression || isKeywordLike: return failNeighbours()
        default: return fail(.unexpected(found: found), at: place)
        }
    }

    private var isKeywordLike: Bool {
        if case .keyword = current.kind { true } else { false }
    }

    /// Two values side by side: a word is misspelt, or something between them is missing.
    private mutating func failNeighbours() -> Abandoned {
        let left = position > 0 ? source.text(lexed.tokens[position - 1].span) : ""
        let meant = nearest(left, among: Self.blockWords)
        let place = meant == nil ? current.span : lexed.tokens[position - 1].span
        return fail(.neighbours(left, found ?? "", meant: meant), at: place)
    }

    mutating func failAfterItem(in what: String) -> Abandoned {
        switch current.kind {
        case .symbol(.tilde), .name("within"): return failAfterExpression()
        case .symbol(.assign): return fail(.assignmentInside, at: current.span)
        case .keyword(.for): return fail(.misplacedFor, at: current.span)
        case _ where startsExpression:
            let left = position > 0 ? source.text(lexed.tokens[position - 1].span) : ""
            return fail(.missingComma(left, found ?? ""), at: current.span)
        default: return fail(.unexpectedInBrackets(what, found: found), at: place)
        }
    }

    /// `A(0, 1) = v`: the form of a definition with something else than parameters.
    var isEntryAssignment: Bool {
        guard startsFormula, let closer = token(after: 1).partner else { return false }
        var index = position + 2
        var beginsItem = true
        while index < closer {
            let token = lexed.tokens[index]
            if beginsItem {
                guard case .name = token.kind else { return ![.symbol(.star), .symbol(.power)].contains(token.kind) }
                let after = lexed.tokens[index + 1].kind
                if index + 1 < closer, ![.symbol(.comma), .symbol(.assign), .symbol(.colon)].contains(after) {
                    return true
                }
            }
            beginsItem = token.kind == .symbol(.comma)
            index = (token.partner ?? index) + 1
        }
        return false
    }

    mutating func failEntryAssignment() -> Abandoned {
        let name = source.text(current.span)
        let closer = token(after: 1).partner ?? position
        let inner = source.text(Span(Int(token(after: 1).span.end), Int(lexed.tokens[closer].span.start)))
        let value = restOfLine(from: lexed.tokens[min(closer + 2, lexed.tokens.count - 1)])
        let mend = restOfLine().flatMap { offer("\(name)[\(inner)] = \(value)", insteadOf: $0) }
        return fail(.entryAssignment, at: Span(from: current.span, to: lexed.tokens[closer].span), mend: mend)
    }
}

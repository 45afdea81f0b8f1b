extension Parser {
    /// A value and what follows it: `f(x)[0].y`, in a loop however long.
    mutating func parsePostfix() throws(Abandoned) -> ExpressionID {
        let first = start
        var value = try parseAtom()
        while true {
            switch current.kind {
            case .symbol(.openParenthesis):
                let arguments = try parseArguments()
                value = tree.add(.call(value, arguments), span(from: first))
            case .symbol(.openBracket):
                let subscripts = try parseSubscripts()
                value = tree.add(.index(value, subscripts), span(from: first))
            case .symbol(.dot):
                let name = try parseFieldName()
                value = tree.add(.field(value, name), span(from: first))
            default: return value
            }
        }
    }

    private mutating func parseFieldName() throws(Abandoned) -> Name {
        advance()
        switch current.kind {
        case .name(let text):
            let name = Name(text, current.span)
            advance()
            return name
        case .keyword(let keyword): throw fail(.keywordAsField(keyword.rawValue), at: current.span)
        default: throw fail(.missingFieldName(found: found), at: place)
        }
    }

    /// `(x, axis=0, *xs)`
    mutating func parseArguments() throws(Abandoned) -> [CallArgument] {
        try enter()
        defer { depth -= 1 }
        advance()
        var arguments: [CallArgument] = []
        var keywords: Set<String> = []
        while !at(.closeParenthesis) {
            let argumentStart = start
            let argument = try parseArgument(isFirst: arguments.isEmpty)
            check(argument, at: span(from: argumentStart), after: arguments.last, keywords: &keywords)
            arguments.append(argument)
            if !take(.comma), !at(.closeParenthesis) { throw failAfterItem(in: "call") }
        }
        advance()
        return arguments
    }

    private mutating func check(
        _ argument: CallArgument, at span: Span, after last: CallArgument?, keywords: inout Set<String>
    ) {
        switch (argument.kind, last?.kind) {
        case (.keyword(let name), _):
            if !keywords.insert(name.text).inserted { report(SyntaxProblem.repeatedArgument(name.text), at: name.span) }
        case (.positional, .keyword(let name)?): report(SyntaxProblem.positionalAfterKeyword(name.text), at: span)
        default: break
        }
    }

    private mutating func parseArgument(isFirst: Bool) throws(Abandoned) -> CallArgument {
        if at(.power) { throw fail(.spreadOfKeywords, at: current.span) }
        if take(.star) { return CallArgument(kind: .spread, value: try parseExpression()) }
        if case .name(let text) = current.kind, token(after: 1).kind == .symbol(.assign) {
            let name = Name(text, current.span)
            advance()
            advance()
            return CallArgument(kind: .keyword(name), value: try parseExpression())
        }
        let first = start
        let value = try parseExpression()
        if at(.assign) { throw fail(.keywordNotAName(tree.text(of: value)), at: current.span) }
        guard at(.for) else { return CallArgument(kind: .positional, value: value) }
        let generator = try parseComprehension(.generator, element: value, from: first)
        if !isFirst || !at(.closeParenthesis) { report(SyntaxProblem.bareGenerator, at: span(from: first)) }
        return CallArgument(kind: .positional, value: generator)
    }

    /// `[i, 1:2, ..., ::-1]`
    private mutating func parseSubscripts() throws(Abandoned) -> [Subscript] {
        try enter()
        defer { depth -= 1 }
        let opener = current.span
        advance()
        var subscripts: [Subscript] = []
        while !at(.closeBracket) {
            try refuseStar()
            subscripts.append(try parseSubscript())
            if !take(.comma), !at(.closeBracket) { throw failAfterItem(in: "index") }
        }
        if subscripts.isEmpty { throw fail(.emptyIndex, at: Span(from: opener, to: current.span)) }
        advance()
        return subscripts
    }

    private mutating func parseSubscript() throws(Abandoned) -> Subscript {
        let first = start
        let lower = at(.colon) ? nil : try parseExpression()
        guard take(.colon) else { return lower.map { .at($0) } ?? .at(tree.add(.missing, place)) }
        let upper = endsSlicePart ? nil : try parseExpression()
        let step = take(.colon) && !endsSlicePart ? try parseExpression() : nil
        return .slice(start: lower, stop: upper, step: step, span: span(from: first))
    }

    private var endsSlicePart: Bool { at(.colon) || at(.comma) || at(.closeBracket) }
}

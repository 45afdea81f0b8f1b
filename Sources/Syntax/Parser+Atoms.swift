extension Parser {
    /// The current token can begin an expression.
    var startsExpression: Bool {
        switch current.kind {
        case .name, .number, .string, .formattedStart: true
        case .keyword(let keyword): [.true, .false, .none, .not, .lambda, .eval].contains(keyword)
        case .symbol(let symbol):
            [.openParenthesis, .openBracket, .openBrace, .minus, .plus, .tilde, .ellipsis, .star, .exclamation]
                .contains(symbol)
        default: false
        }
    }

    /// A literal, a name or something in brackets.
    mutating func parseAtom() throws(Abandoned) -> ExpressionID {
        let span = current.span
        switch current.kind {
        case .name(let text):
            if token(after: 1).kind == .symbol(.arrow) { throw failBareLambda() }
            refuseForeignConstant(text)
            return atom(.name(text), span)
        case .number(let value): return atom(.number(value), span)
        case .string, .formattedStart: return try parseText()
        case .keyword(.true): return atom(.boolean(true), span)
        case .keyword(.false): return atom(.boolean(false), span)
        case .keyword(.none): return atom(.none, span)
        case .symbol(.ellipsis): return atom(.ellipsis, span)
        case .symbol(.openParenthesis): return try parseParenthesised()
        case .symbol(.openBracket): return try parseList()
        case .symbol(.openBrace): return try parseDictionary()
        default: return try parseForeignAtom()
        }
    }

    private mutating func atom(_ expression: Expression, _ span: Span) -> ExpressionID {
        advance()
        return tree.add(expression, span)
    }

    /// `(a)`, `(a, b)`, `()`, `(e for x in xs)`
    private mutating func parseParenthesised() throws(Abandoned) -> ExpressionID {
        try enter()
        defer { depth -= 1 }
        let first = start
        advance()
        if take(.closeParenthesis) { return tree.add(.tuple([]), span(from: first)) }
        try refuseStar()
        let value = try parseExpression()
        if at(.for) {
            let generator = try parseComprehension(.generator, element: value, from: first)
            try close(.closeParenthesis, in: "tuple")
            return generator
        }
        if take(.closeParenthesis) { return value }
        var items = [value]
        while take(.comma), !at(.closeParenthesis) {
            try refuseStar()
            items.append(try parseExpression())
        }
        try close(.closeParenthesis, in: "tuple")
        return tree.add(.tuple(items), span(from: first))
    }

    mutating func close(_ closer: Symbol, in what: String) throws(Abandoned) {
        if !take(closer) { throw failAfterItem(in: what) }
    }

    /// `[a, b]`, `[e for x in xs]`
    private mutating func parseList() throws(Abandoned) -> ExpressionID {
        try enter()
        defer { depth -= 1 }
        let first = start
        advance()
        var items: [ExpressionID] = []
        while !at(.closeBracket) {
            try refuseStar()
            let item = try parseExpression()
            if at(.for), items.isEmpty {
                return try closeComprehension(.list, element: item, from: first, .closeBracket)
            }
            items.append(item)
            if !take(.comma), !at(.closeBracket) { throw failAfterItem(in: "list") }
        }
        advance()
        return tree.add(.list(items), span(from: first))
    }

    private mutating func closeComprehension(
        _ kind: Comprehension.Kind, element: ExpressionID, from first: Int, _ closer: Symbol
    ) throws(Abandoned) -> ExpressionID {
        let clauses = try parseClauses()
        try close(closer, in: "comprehension")
        return tree.add(
            .comprehension(Comprehension(kind: kind, element: element, clauses: clauses)), span(from: first))
    }

    mutating func parseComprehension(
        _ kind: Comprehension.Kind, element: ExpressionID, from first: Int
    ) throws(Abandoned) -> ExpressionID {
        let clauses = try parseClauses()
        return tree.add(
            .comprehension(Comprehension(kind: kind, element: element, clauses: clauses)), span(from: first))
    }

    /// `for x in xs if c for y in ys`
    private mutating func parseClauses() throws(Abandoned) -> [Comprehension.Clause] {
        var clauses: [Comprehension.Clause] = []
        while take(.for) {
            let target = try parseLoopTarget()
            guard take(.in) else { throw fail(.missingIn(found: found), at: place) }
            let iterable = try parseOperators(.or)
            var conditions: [ExpressionID] = []
            while take(.if) { conditions.append(try parseOperators(.or)) }
            if at(.else) { throw fail(.comprehensionElse, at: current.span) }
            clauses.append(Comprehension.Clause(target: target, iterable: iterable, conditions: conditions))
        }
        return clauses
    }

    /// `{"W": W}`, `{k: v for k, v in items}`
    private mutating func parseDictionary() throws(Abandoned) -> ExpressionID {
        try enter()
        defer { depth -= 1 }
        let first = start
        advance()
        var items: [DictionaryItem] = []
        while !at(.closeBrace) {
            if at(.power) { throw fail(.spreadInDictionary, at: current.span) }
            let key = try parseExpression()
            guard take(.colon) else { throw failSet(from: first, isFirst: items.isEmpty) }
            let value = try parseExpression()
            if at(.for), items.isEmpty {
                return try closeComprehension(.dictionary(key: key), element: value, from: first, .closeBrace)
            }
            items.append(DictionaryItem(key: key, value: value))
            if !take(.comma), !at(.closeBrace) { throw failAfterItem(in: "dictionary") }
        }
        advance()
        return tree.add(.dictionary(items), span(from: first))
    }

    private mutating func failSet(from first: Int, isFirst: Bool) -> Abandoned {
        if isFirst, at(.comma) || at(.closeBrace) || at(.for) { return fail(.set, at: Span(first, first + 1)) }
        return fail(.missingDictionaryValue(found: found), at: place)
    }
}

extension Parser {
    /// `def f(x, y=2) -> (N,): ...`
    mutating func parseDefinition() throws(Abandoned) -> FunctionDefinition {
        let first = start
        advance()
        let name = try parseDefinedName(after: "def")
        guard at(.openParenthesis) else { throw fail(.missingParameters(name.text), at: place) }
        let parameters = try parseParameters()
        let result = take(.arrow) ? try parseAxes() : nil
        if at(.assign) { throw fail(.defWithEquals(name.text), at: current.span) }
        let body = try parseFunctionBlock(of: "def")
        return FunctionDefinition(
            name: name, parameters: parameters, result: result, documentation: documentation(of: body),
            body: .block(body), span: span(from: first))
    }

    mutating func parseDefinedName(after word: String) throws(Abandoned) -> Name {
        guard case .name(let text) = current.kind else {
            throw fail(.missingName(after: word, found: found), at: place)
        }
        let name = Name(text, current.span)
        advance()
        return name
    }

    mutating func parseFunctionBlock(of word: String) throws(Abandoned) -> [Statement] {
        let outside = surroundings
        surroundings = Surroundings(isFunction: true)
        defer { surroundings = outside }
        return try parseBlock(of: word)
    }

    /// A block's first statement, if it is a text.
    func documentation(of body: [Statement]) -> String? {
        guard let first = body.first, case .expression(let id) = first.kind, case .string(let text) = tree[id] else {
            return nil
        }
        return text
    }

    /// The statement starts `NAME(` and `=` follows the matching `)`.
    var startsFormula: Bool {
        guard case .name = current.kind, token(after: 1).kind == .symbol(.openParenthesis),
            let closer = token(after: 1).partner, closer + 1 < lexed.tokens.count
        else { return false }
        return lexed.tokens[closer + 1].kind == .symbol(.assign)
    }

    /// `f(x1, x2) = x1 * x2`
    mutating func parseFormula() throws(Abandoned) -> FunctionDefinition {
        let first = start
        if isEntryAssignment { throw failEntryAssignment() }
        let name = try parseDefinedName(after: "")
        let parameters = try parseParameters()
        guard take(.assign) else { throw fail(.unexpected(found: found), at: place) }
        let body = try parseExpressionList()
        return FunctionDefinition(
            name: name, parameters: parameters, result: nil, documentation: nil, body: .expression(body),
            span: span(from: first))
    }

    /// `x -> x + 1`, `(x, y=2) -> x + y`, `() -> 1`
    mutating func parseLambda() throws(Abandoned) -> ExpressionID {
        try enter()
        defer { depth -= 1 }
        let first = start
        var parameters: [DeclaredParameter] = []
        if at(.openParenthesis) {
            parameters = try parseParameters()
        } else {
            parameters = [DeclaredParameter(name: try parseDefinedName(after: ""), defaultValue: nil, axes: nil)]
        }
        guard take(.arrow) else { throw fail(.unexpected(found: found), at: place) }
        let body = try parseExpression()
        let whole = span(from: first)
        let function = FunctionDefinition(
            name: nil, parameters: parameters, result: nil, documentation: nil, body: .expression(body), span: whole)
        return tree.add(.lambda(function), whole)
    }

    /// The current token begins `x ->` or `(...) ->`.
    var startsLambda: Bool {
        switch current.kind {
        case .name: token(after: 1).kind == .symbol(.arrow)
        case .symbol(.openParenthesis):
            current.partner.map { $0 + 1 < lexed.tokens.count && lexed.tokens[$0 + 1].kind == .symbol(.arrow) } ?? false
        default: false
        }
    }

    /// Parameters in parentheses.
    mutating func parseParameters() throws(Abandoned) -> [DeclaredParameter] {
        try enter()
        defer { depth -= 1 }
        advance()
        var parameters: [DeclaredParameter] = []
        var names: Set<String> = []
        while !at(.closeParenthesis) {
            let parameter = try parseParameter()
            if !names.insert(parameter.name.text).inserted {
                report(SyntaxProblem.repeatedParameter(parameter.name.text), at: parameter.name.span)
            }
            if parameter.defaultValue == nil, let last = parameters.last, last.defaultValue != nil {
                report(
                    SyntaxProblem.defaultBeforePlain(last.name.text, parameter.name.text), at: parameter.name.span)
            }
            parameters.append(parameter)
            if !take(.comma), !at(.closeParenthesis) { throw fail(.afterParameter(found: found), at: place) }
        }
        advance()
        return parameters
    }

    private mutating func parseParameter() throws(Abandoned) -> DeclaredParameter {
        if at(.star) || at(.power) || at(.slash) { throw fail(.starredParameter(found ?? ""), at: current.span) }
        guard case .name(let text) = current.kind else { throw fail(.notAParameter(found: found), at: place) }
        let name = Name(text, current.span)
        advance()
        let axes = take(.colon) ? try parseAxes() : nil
        let value = take(.assign) ? try parseExpression() : nil
        return DeclaredParameter(name: name, defaultValue: value, axes: axes)
    }

    /// `(D, C)`, `(N,)`, `()`, `(..., 3)`
    private mutating func parseAxes() throws(Abandoned) -> AxisAnnotation {
        let first = start
        guard at(.openParenthesis) else { throw fail(.notAxes(found: found), at: place) }
        advance()
        var axes: [AxisAnnotation.Axis] = []
        while !at(.closeParenthesis) {
            axes.append(try parseAxis())
            let hasComma = take(.comma)
            if !hasComma, !at(.closeParenthesis) { throw fail(.notAxes(found: found), at: place) }
            if !hasComma, axes.count == 1, axes != [.any] {
                let written = Span(first, Int(current.span.end))
                let mend = Diagnostic.Edit(written, source.text(span(from: first)) + ",)")
                report(SyntaxProblem.axisWithoutComma, at: span(from: first), mend: mend)
            }
        }
        advance()
        return AxisAnnotation(axes: axes, span: span(from: first))
    }

    private mutating func parseAxis() throws(Abandoned) -> AxisAnnotation.Axis {
        let axis: AxisAnnotation.Axis
        switch current.kind {
        case .name(let text): axis = .named(text)
        case .symbol(.ellipsis): axis = .any
        case .number(let value):
            guard let size = Int(exactly: value), size >= 0, size < 1 << 53 else {
                throw fail(.notAxes(found: found), at: place)
            }
            axis = .size(size)
        default: throw fail(.notAxes(found: found), at: place)
        }
        advance()
        return axis
    }
}

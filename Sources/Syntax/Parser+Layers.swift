extension Parser {
    /// `layer Dense(n, m): ...`
    mutating func parseLayer() throws(Abandoned) -> LayerDefinition {
        advance()
        let name = try parseDefinedName(after: "layer")
        guard at(.openParenthesis) else { throw fail(.missingParameters(name.text), at: place) }
        var layer = LayerDefinition(
            name: name, parameters: try parseParameters(), setup: [], forward: nil, backward: nil, documentation: nil)
        let outside = surroundings
        surroundings = Surroundings()
        defer { surroundings = outside }
        try enter()
        defer { depth -= 1 }
        try openLayerBlock(of: name)
        let errorsBefore = diagnostics.count
        while current.kind != .dedent, current.kind != .end { parseLayerLine(into: &layer) }
        advance()
        layer.documentation = documentation(of: layer.setup)
        if layer.forward == nil, diagnostics.count == errorsBefore {
            report(SyntaxProblem.layerWithoutForward(name.text), at: name.span)
        }
        return layer
    }

    private mutating func openLayerBlock(of name: Name) throws(Abandoned) {
        if !take(.colon) {
            guard isAtLineEnd else { throw fail(.unexpected(found: found), at: place) }
            report(SyntaxProblem.missingColon("layer"), at: Span(lastEnd, lastEnd))
        }
        guard isAtLineEnd else { throw fail(.layerOnOneLine, at: place) }
        advance()
        guard current.kind == .indent else { throw failMissingBlock(of: "layer") }
        advance()
    }

    private mutating func parseLayerLine(into layer: inout LayerDefinition) {
        if at(.def), let word = methodName(token(after: 1)), token(after: 2).kind == .symbol(.openParenthesis) {
            report(SyntaxProblem.defInLayer(word), at: current.span)
            advance()
        } else if methodName(current) == nil || !startsMethod {
            return parseLine(into: &layer.setup)
        }
        let first = start
        do throws(Abandoned) {
            try parseMethod(of: &layer)
        } catch {
            recover(from: first, error, into: &layer.setup)
        }
    }

    private mutating func parseMethod(of layer: inout LayerDefinition) throws(Abandoned) {
        let isForward = at(name: "forward")
        let name = current.span
        let method = try parseMethod()
        if (isForward ? layer.forward : layer.backward) != nil {
            report(SyntaxProblem.repeatedMethod(source.text(name)), at: name)
        }
        if isForward { layer.forward = method } else { layer.backward = method }
    }

    private func methodName(_ token: Token) -> String? {
        guard case .name(let text) = token.kind, text == "forward" || text == "backward" else { return nil }
        return text
    }

    /// `forward(`, whose matching `)` a colon follows; without it `forward(x)` is an ordinary call.
    private var startsMethod: Bool {
        guard token(after: 1).kind == .symbol(.openParenthesis), let closer = token(after: 1).partner else {
            return false
        }
        return lexed.tokens[min(closer + 1, lexed.tokens.count - 1)].kind == .symbol(.colon)
    }

    /// `forward(x): x @ W.T + b`, or a block that returns.
    private mutating func parseMethod() throws(Abandoned) -> FunctionDefinition {
        let first = start
        let name = try parseDefinedName(after: "")
        let parameters = try parseParameters()
        if let own = parameters.first, own.name.text == "self" { report(SyntaxProblem.selfInLayer, at: own.name.span) }
        let body = try parseMethodBody(of: name.text)
        var function = FunctionDefinition(
            name: name, parameters: parameters, result: nil, documentation: nil, body: body, span: span(from: first))
        if case .block(let statements) = body { function.documentation = documentation(of: statements) }
        return function
    }

    private mutating func parseMethodBody(of word: String) throws(Abandoned) -> FunctionDefinition.Body {
        let next = token(after: 1).kind
        guard at(.colon), next != .newline, next != .end, next != .keyword(.return) else {
            return .block(try parseFunctionBlock(of: word))
        }
        advance()
        let value = try parseExpressionList()
        guard isAtLineEnd else { throw failAfterExpression() }
        advance()
        return .expression(value)
    }
}

extension Parser {
    /// A text; neighbouring ones are one text, as in Python.
    mutating func parseText() throws(Abandoned) -> ExpressionID {
        let first = start
        var pieces: [FormattedPiece] = []
        var isFormatted = false
        while true {
            if case .string(let text) = current.kind {
                advance()
                pieces.append(.text(text))
            } else if current.kind == .formattedStart {
                isFormatted = true
                advance()
                pieces += try parsePieces(until: .formattedEnd)
                advance()
            } else {
                break
            }
        }
        let whole = span(from: first)
        if isFormatted { return tree.add(.formatted(pieces), whole) }
        return tree.add(.string(pieces.reduce(into: "") { $0 += $1.plainText }), whole)
    }

    /// The texts and fields of an f-string or of a format spec.
    private mutating func parsePieces(until end: Token.Kind) throws(Abandoned) -> [FormattedPiece] {
        var pieces: [FormattedPiece] = []
        while current.kind != end {
            switch current.kind {
            case .formattedText(let text):
                advance()
                pieces.append(.text(text))
            case .fieldStart: pieces.append(try parseField())
            default: throw fail(.unexpected(found: found), at: place)
            }
        }
        return pieces
    }

    /// `{value!r:spec}`
    private mutating func parseField() throws(Abandoned) -> FormattedPiece {
        try enter()
        defer { depth -= 1 }
        let opener = current.span
        advance()
        if current.kind == .fieldEnd || current.kind == .fieldSpec { throw fail(.emptyField, at: opener) }
        let value = try parseExpressionList()
        var echo: String?
        if case .fieldEcho(let text) = current.kind {
            echo = text
            advance()
        }
        var conversion: String?
        if case .fieldConversion(let text) = current.kind {
            conversion = text
            advance()
        }
        var spec: [FormattedPiece] = []
        let hasSpec = current.kind == .fieldSpec
        if hasSpec {
            advance()
            spec = try parsePieces(until: .fieldEnd)
        }
        guard current.kind == .fieldEnd else { throw failAfterItem(in: "field") }
        advance()
        // As in Python, `{x=}` alone shows the value as a program writes it.
        let isShown = conversion == "r" || (echo != nil && conversion == nil && !hasSpec)
        return isShown ? .shown(value, spec: spec, echo: echo) : .value(value, spec: spec, echo: echo)
    }
}

extension FormattedPiece {
    fileprivate var plainText: String {
        if case .text(let text) = self { text } else { "" }
    }
}

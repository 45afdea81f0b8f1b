extension Lexer {
    /// An f-string: its texts and fields, as tokens between `formattedStart` and `formattedEnd`.
    mutating func lexFormatted(_ quote: StringQuote) {
        guard formattedDepth < Parser.maximumNesting else { return giveUpNesting(at: quote.start) }
        formattedDepth += 1
        defer { formattedDepth -= 1 }
        add(.formattedStart, from: quote.start)
        let stop = lexPieces(quote, isSpec: false)
        let last = position
        endString(quote, stop)
        add(.formattedEnd, from: last)
    }

    private mutating func giveUpNesting(at offset: Int) {
        report(.nestedTooDeep(Parser.maximumNesting), from: offset, to: position, breaksLine: true)
        hasGivenUp = true
        position = end
        add(.string(""), from: offset)
    }

    /// The texts and fields up to the closing quote or, in a format spec, up to the `}` of its field.
    private mutating func lexPieces(_ quote: StringQuote, isSpec: Bool) -> StringStop {
        var text: [UInt8] = []
        var first = position
        while true {
            let stop = readText(into: &text, quote: quote, stopsAtBraces: true)
            guard case .brace = stop else {
                addText(&text, from: first)
                return stop
            }
            if !isSpec, peek() == peek(1) {
                text.append(peek())
                position += 2
                continue
            }
            addText(&text, from: first)
            if peek() == UInt8(ascii: "{") {
                if let stop = lexField(quote) { return stop }
            } else if isSpec {
                return .brace
            } else {
                report(.strayBrace, from: position, to: position + 1)
                position += 1
            }
            first = position
        }
    }

    private mutating func addText(_ text: inout [UInt8], from first: Int) {
        guard !text.isEmpty else { return }
        add(.formattedText(String(decoding: text, as: UTF8.self)), from: first)
        text.removeAll()
    }

    /// `{value!r:spec}`; gives the reason if the string ends before the field does.
    private mutating func lexField(_ quote: StringQuote) -> StringStop? {
        guard formattedDepth < Parser.maximumNesting else {
            giveUpNesting(at: position)
            return .brace
        }
        formattedDepth += 1
        defer { formattedDepth -= 1 }
        let first = position
        position += 1
        brackets.append(OpenBracket(symbol: nil, token: output.tokens.count))
        add(.fieldStart, from: first)
        let depth = brackets.count
        fieldQuotes.append(quote)
        let stop = lexFieldTokens(quote, from: first, depth: depth)
        fieldQuotes.removeLast()
        closeField(depth: depth)
        return stop
    }

    private mutating func closeField(depth: Int) {
        while brackets.count > depth, let symbol = brackets.last?.symbol?.closer {
            _ = closeBracket(with: symbol, from: position)
            output.tokens.append(Token(kind: .symbol(symbol), span: Span(position, position)))
        }
        if brackets.count >= depth { brackets.removeLast(brackets.count - depth + 1) }
        add(.fieldEnd, from: max(start, position - 1))
    }

    private mutating func lexFieldTokens(_ quote: StringQuote, from first: Int, depth: Int) -> StringStop? {
        while position < end {
            let isOutside = brackets.count == depth
            switch peek() {
            case UInt8(ascii: "\n") where !quote.isTriple: return fieldNeverCloses(from: first, .lineEnd)
            case quote.byte where endsFieldString():
                return fieldNeverCloses(from: first, .quote(length: quote.isTriple ? 3 : 1))
            case UInt8(ascii: "}")
            where isOutside || !brackets.suffix(from: depth).contains { $0.symbol == .openBrace }:
                if !isOutside { reportOpenInField() }
                position += 1
                return nil
            case UInt8(ascii: "!") where isOutside && peek(1) != UInt8(ascii: "="): lexConversion()
            case UInt8(ascii: "=") where isOutside && endsEcho(): lexEcho(from: first + 1)
            case UInt8(ascii: ":") where isOutside: return lexSpec(quote, from: first)
            default: lexToken()
            }
        }
        return fieldNeverCloses(from: first, .textEnd)
    }

    private mutating func reportOpenInField() {
        guard let open = brackets.last else { return }
        let opener = output.tokens[open.token].span
        report(.neverClosed(source.text(opener)), from: Int(opener.start), to: Int(opener.end), breaksLine: true)
    }

    /// The quote at hand ends the string around the field, rather than beginning a text in it, as it may since
    /// Python 3.12: no `}` follows on the line.
    mutating func endsFieldString() -> Bool {
        guard let quote = fieldQuotes.last, peek() == quote.byte else { return false }
        if quote.isTriple { return peek(1) == quote.byte && peek(2) == quote.byte }
        if nextBrace < position {
            nextBrace = position
            while nextBrace < end, bytes[nextBrace] != UInt8(ascii: "}"), bytes[nextBrace] != UInt8(ascii: "\n") {
                nextBrace += 1
            }
        }
        return nextBrace >= end || bytes[nextBrace] == UInt8(ascii: "\n")
    }

    /// Reports the field; what the string itself then lacks is no error of its own.
    private mutating func fieldNeverCloses(from first: Int, _ stop: StringStop) -> StringStop {
        report(.fieldNeverCloses, from: first, to: first + 1, breaksLine: true)
        switch stop {
        case .quote: return stop
        case .textEnd where fieldQuotes.last?.isTriple ?? false:
            output.unfinishedFrom = min(output.unfinishedFrom ?? .max, first)
            return .brace
        default: return .brace
        }
    }

    private mutating func lexConversion() {
        let first = position
        position += 1
        let letter = position
        while peek().isNameByte { position += 1 }
        let text = String(decoding: bytes[letter..<position], as: UTF8.self)
        if text != "r" && text != "s" { report(.unknownConversion(text), from: first, to: position) }
        add(.fieldConversion(text), from: first)
    }

    /// The `=` of `{x=}` and not of a keyword argument or a comparison.
    private func endsEcho() -> Bool {
        var distance = 1
        while peek(distance) == UInt8(ascii: " ") { distance += 1 }
        let next = peek(distance)
        return next == UInt8(ascii: "}") || next == UInt8(ascii: ":")
            || (next == UInt8(ascii: "!") && peek(distance + 1) != UInt8(ascii: "="))
    }

    private mutating func lexEcho(from first: Int) {
        let sign = position
        position += 1
        while peek() == UInt8(ascii: " ") { position += 1 }
        add(.fieldEcho(String(decoding: bytes[first..<position], as: UTF8.self)), from: sign)
    }

    private mutating func lexSpec(_ quote: StringQuote, from first: Int) -> StringStop? {
        let colon = position
        position += 1
        add(.fieldSpec, from: colon)
        let stop = lexPieces(quote, isSpec: true)
        guard case .brace = stop, peek() == UInt8(ascii: "}") else { return fieldNeverCloses(from: first, stop) }
        position += 1
        return nil
    }
}

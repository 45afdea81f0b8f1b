// What a line of another language is here: the text that a message offers to write.
extension Parser {
    /// Longer text is no good example of anything.
    private static let longestOffer = 100

    /// The line at hand with every foreign word and sign replaced; nil if it is long or makes no sense even then.
    func respelledLine() -> Diagnostic.Edit? {
        guard let line else { return nil }
        var text = ""
        var last = Int(lexed.tokens[line.lowerBound].span.start)
        var index = line.lowerBound
        while index < line.upperBound {
            let (spelling, count) = respelling(at: index, isFirst: index == line.lowerBound)
            let span = Span(from: lexed.tokens[index].span, to: lexed.tokens[index + count - 1].span)
            // what the lexer supplied stands where nothing is written
            guard Int(span.start) >= last else { return nil }
            var gap = source.text(Span(last, Int(span.start)))
            if spelling?.isEmpty == true || text.isEmpty { gap = "" }
            if let spelling, spelling.last?.isLetter == true, text.last.map({ $0 != " " }) == true, gap.isEmpty,
                !spelling.isEmpty
            {
                // `a&&b`
                gap = text.last.map { "([{".contains($0) } == true ? "" : " "
            }
            text += gap + (spelling ?? source.text(span))
            last = Int(span.end)
            index += count
            if let spelling, spelling.last?.isLetter == true, index < line.upperBound,
                Int(lexed.tokens[index].span.start) == last,
                lexed.tokens[index].kind.isWord
            {
                text += " "
            }
        }
        return offer(text, insteadOf: Span(Int(lexed.tokens[line.lowerBound].span.start), last))
    }

    /// The line at hand up to what has been read, and a text behind it.
    func line(endedBy text: String) -> Diagnostic.Edit? {
        guard let line, Int(lexed.tokens[line.lowerBound].span.start) < lastEnd else { return nil }
        let span = Span(Int(lexed.tokens[line.lowerBound].span.start), lastEnd)
        return offer(source.text(span) + text, insteadOf: span)
    }

    /// The line at hand from here on.
    func restOfLine() -> Span? {
        guard let line else { return nil }
        return Span(from: current.span, to: lexed.tokens[line.upperBound - 1].span)
    }

    /// A text to offer, if it is short and parses.
    func offer(_ text: String, insteadOf span: Span) -> Diagnostic.Edit? {
        guard suggestsRewrites, text.utf8.count <= Self.longestOffer, !text.contains("\n") else { return nil }
        let isPart = text.hasPrefix("elif") || text.hasPrefix("else")
        let program = (isPart ? "if 1: pass\n" : "") + text + (text.hasSuffix(":") ? " pass" : "")
        return parses(program) ? Diagnostic.Edit(span, text) : nil
    }

    /// The tokens of the line at hand; nil if it is long, or if enough has been said already.
    private var line: Range<Int>? {
        guard suggestsRewrites, diagnostics.count < Self.maximumDiagnostics else { return nil }
        var first = min(position, lexed.tokens.count - 1)
        if lexed.tokens[first].kind.endsLine { first -= 1 }
        var last = first
        guard first >= 0 else { return nil }
        while first > 0, !lexed.tokens[first - 1].kind.endsLine {
            first -= 1
            guard isShort(first...last) else { return nil }
        }
        while last + 1 < lexed.tokens.count, !lexed.tokens[last + 1].kind.endsLine {
            last += 1
            guard isShort(first...last) else { return nil }
        }
        return first..<last + 1
    }

    private func isShort(_ range: ClosedRange<Int>) -> Bool {
        lexed.tokens[range.upperBound].span.end - lexed.tokens[range.lowerBound].span.start <= Self.longestOffer
    }

    /// How the token here is written in this language, nil for as it is, and how many tokens that stands for.
    private func respelling(at index: Int, isFirst: Bool) -> (text: String?, count: Int) {
        let next = index + 1 < lexed.tokens.count ? lexed.tokens[index + 1] : nil
        switch lexed.tokens[index].kind {
        case .symbol(.doubleAmpersand): return ("and", 1)
        case .symbol(.doubleBar): return ("or", 1)
        case .symbol(.exclamation): return ("not", 1)
        case .symbol(.tripleEqual): return ("==", 1)
        case .symbol(.notTripleEqual): return ("!=", 1)
        case .symbol(.caret): return ("**", 1)
        case .symbol(.caretAssign): return ("**=", 1)
        case .symbol(.fatArrow): return ("->", 1)
        case .symbol(.less) where next?.kind == .symbol(.greater): return ("!=", 2)
        case .keyword(.else) where isFirst && next?.kind == .keyword(.if): return ("elif", 2)
        case .name("elseif") where isFirst, .name("elsif") where isFirst: return ("elif", 1)
        case .name("let") where isFirst, .name("var") where isFirst, .name("const") where isFirst: return ("", 1)
        case .name(let word): return (Self.foreignConstants[word], 1)
        default: return (nil, 1)
        }
    }

    static let foreignConstants = ["true": "True", "false": "False", "null": "None"]
}

extension Token.Kind {
    /// No statement goes on beyond it.
    var endsLine: Bool {
        switch self {
        case .newline, .indent, .dedent, .end: true
        default: false
        }
    }

    fileprivate var isWord: Bool {
        switch self {
        case .name, .keyword, .number: true
        default: false
        }
    }
}

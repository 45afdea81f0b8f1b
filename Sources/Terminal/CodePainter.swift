import Syntax

/// Colours the words of a program, line by line.
struct CodePainter {
    private let source: Source
    private let ink: Ink
    private var looks: [(span: Span, look: Look)] = []

    init(_ source: Source, code: Span, ink: Ink) {
        self.source = source
        self.ink = ink
        guard ink.isColoured else { return }
        let lexed = lex(source, in: code.range)
        looks = lexed.tokens.compactMap { token in Self.look(of: token.kind).map { (token.span, $0) } }
        looks += lexed.comments.map { ($0.span, .dim) }
        looks.sort { $0.span.start < $1.span.start }
    }

    private static func look(of kind: Token.Kind) -> Look? {
        switch kind {
        case .keyword: .magenta
        case .number: .cyan
        case .string, .formattedStart, .formattedText, .formattedEnd: .green
        default: nil
        }
    }

    /// The text of a piece of a line.
    func text(_ span: Span) -> String {
        guard ink.isColoured else { return source.text(span) }
        var result = ""
        var position = span.start
        for piece in looks where piece.span.end > position && piece.span.start < span.end {
            let start = max(position, piece.span.start)
            let end = min(span.end, piece.span.end)
            result += source.text(Span(Int(position), Int(start)))
            result += ink.painted(source.text(Span(Int(start), Int(end))), piece.look)
            position = end
        }
        return result + source.text(Span(Int(position), Int(span.end)))
    }
}

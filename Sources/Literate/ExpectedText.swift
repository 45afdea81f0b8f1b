import Syntax

/// What a `#>` comment expects, token by token, each with its place in the file.
struct ExpectedText {
    private(set) var tokens: [ResultToken] = []
    private(set) var spans: [Span] = []
    /// Of the whole comment, for what is expected after its last token.
    let end: Span

    init(_ annotation: Annotation, in source: Source) {
        let texts = annotation.lines.map { source.statedText(of: $0, annotation.kind) }
        end = texts.last.map { Span(Int($0.end), Int($0.end)) } ?? Span(0, 0)
        for text in texts {
            for located in ResultTokenizer.tokens(of: source.text(text)) {
                tokens.append(located.token)
                spans.append(
                    Span(Int(text.start) + located.range.lowerBound, Int(text.start) + located.range.upperBound))
            }
        }
    }

    /// Then it is compared with all elements, however many.
    var opensWithBracket: Bool {
        if case .bracket = tokens.first { true } else { false }
    }
}

extension Annotation.Kind {
    package var marker: String {
        switch self {
        case .result: "#>"
        case .volatileResult: "#>~"
        case .error: "#!"
        }
    }
}

extension Source {
    /// What stands after the marker of a `#>` line.
    package func statedText(of line: Annotation.Line, _ kind: Annotation.Kind) -> Span {
        trimmed(Span(min(Int(line.span.start) + kind.marker.utf8.count, Int(line.span.end)), Int(line.span.end)))
    }
}

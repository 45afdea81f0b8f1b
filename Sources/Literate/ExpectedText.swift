import Interpreter
import Syntax

/// What a `#>` comment expects, token by token, each with its place in the file.
package struct ExpectedText {
    private(set) var tokens: [ResultToken] = []
    private(set) var spans: [Span] = []
    /// Of the whole comment, for what is expected after its last token.
    let end: Span
    private let source: Source

    package init(_ annotation: Annotation, in source: Source) {
        self.source = source
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

    /// What stands from a token to the end of its line.
    func text(from index: Int) -> String {
        let span = spans[index]
        let line = source.lineSpan(source.lineIndex(at: Int(span.start)))
        return source.text(Span(Int(span.start), Int(line.end))).shortened
    }

    /// Then it is compared with all elements, however many.
    var opensWithBracket: Bool {
        if case .bracket = tokens.first { true } else { false }
    }
}

extension String {
    /// Enough of a text for a message.
    var shortened: String { count <= 40 ? self : prefix(37) + "..." }
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

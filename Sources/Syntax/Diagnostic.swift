/// What the reader of a message has to know, as data. `DiagnosticRenderer` is the only place that draws it.
///
/// A problem type (`LexicalProblem`, `SyntaxProblem`, ... each in its file in `Problems/`) holds the facts and says,
/// beside them, the sentences; this struct is what it says them into.
package struct Diagnostic: Error, Sendable {
    package enum Severity: String, Sendable { case error, note }

    /// A piece of source with words under it: `W is (4, 10)   (line 8)`.
    package struct Label: Sendable, Equatable {
        package var span: Span
        package var text: String

        package init(_ span: Span, _ text: String) {
            self.span = span
            self.text = text
        }
    }

    /// What to do about it, offered only where it would work.
    package enum Advice: Sendable, Equatable {
        /// `= write A[0, 1]`
        case write(String)
        /// `= did you mean "relu"?`
        case didYouMean(String)
        /// `= did you mean randn(3, 10) at line 8?`
        case change(Edit, line: Int)
        /// `= delete end`
        case delete(String)
        /// `= see help("slices")`
        case see(String)
    }

    /// A text that takes the place of a piece of the source.
    package struct Edit: Sendable, Equatable {
        package var span: Span
        package var text: String

        package init(_ span: Span, _ text: String) {
            self.span = span
            self.text = text
        }
    }

    package var severity: Severity
    /// Stable, `family-what`, as in `shape-matmul`.
    package var code: String
    /// One plain sentence, no capital, no full stop.
    package var sentence: String
    package var source: Source?
    /// The place that is named first and underlined.
    package var span: Span?
    package var labels: [Label]
    /// Why: the slide's formula with the numbers filled in.
    package var reasons: [String]
    package var advice: [Advice]
    /// What `write` and `did you mean` take the place of; nil where no piece of the program is meant.
    package var replaced: Span?
    /// The lesson cell it stands in, as `cell "scores"`.
    package var cell: String?

    package init(
        _ severity: Severity = .error, code: String, _ sentence: String, source: Source? = nil, span: Span? = nil,
        labels: [Label] = [], reasons: [String] = [], advice: [Advice] = [], replaced: Span? = nil, cell: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.sentence = sentence
        self.source = source
        self.span = span
        self.labels = labels
        self.reasons = reasons
        self.advice = advice
        self.replaced = replaced
        self.cell = cell
    }

    /// What carries the advice out, one way after the other.
    package var edits: [Edit] {
        advice.compactMap { advice in
            switch advice {
            case .write(let text): replaced.map { Edit($0, text) }
            case .didYouMean(let text): (replaced ?? span).map { Edit($0, text) }
            case .delete: (replaced ?? span).map { Edit($0, "") }
            case .change(let edit, _): edit
            case .see: nil
            }
        }
    }
}

import Interpreter
import Syntax

/// Where a result differs from what the lesson expects, as facts.
package struct Mismatch: Equatable, Sendable {
    package enum Difference: Equatable, Sendable {
        /// The first of the numbers that differ.
        case number(expected: String, actual: String, index: [Int], differing: Int, of: Int)
        /// A word, a bracket or the length; nil where a text has ended.
        case words(expected: String?, actual: String?)
        /// Two rectangles of numbers.
        case shapes(expected: String, actual: String)
        /// It was to fail and did not, or failed otherwise.
        case noError(expected: String)
        case otherError(expectedCode: String, actualCode: String)
        case otherSentence(expected: String, actual: String)
        /// An `expect`, `agree` or `check` that does not hold; the diagnostic says how.
        case doesNotHold(String)
    }

    package var difference: Difference
    /// The place in the file: of the token that differs, where there is one.
    package var span: Span
    /// The number to write instead of one with fewer decimals than the cell's, which would have agreed.
    package var offer: String?
    /// Of several numbers: where they differ, and what that looks like.
    package var detail = ""
    package var reasons: [String] = []

    /// One plain sentence.
    package var sentence: String {
        switch difference {
        case .number(let expected, let actual, let index, let differing, let count):
            "expected \(expected), got \(actual)" + place(index) + amount(differing, of: count) + detail
        case .words(let expected?, let actual?): "expected \(expected), got \(actual)"
        case .words(let expected?, nil): "expected \(expected), but that is not there"
        case .words(nil, let actual?): "nothing more was expected, got \(actual)"
        case .words(nil, nil): "the results differ"
        case .shapes(let expected, let actual): "the shapes differ: expected \(expected), got \(actual)" + detail
        case .noError(let expected): "expected the error \(expected), but there was none"
        case .otherError(let expected, let actual): "expected the error \(expected), got \(actual)"
        case .otherSentence(let expected, let actual): "the message does not say \"\(expected)\": \(actual)"
        case .doesNotHold(let sentence): sentence
        }
    }

    private func place(_ index: [Int]) -> String {
        index.isEmpty ? "" : " at " + placeText(index)
    }

    private func amount(_ differing: Int, of count: Int) -> String {
        count == 1 ? "" : "; \(differing) of \(count) numbers \(differing == 1 ? "differs" : "differ")"
    }

    package func diagnostic(in source: Source, cell: LessonCell) -> Diagnostic {
        Diagnostic(
            code: "value-differs", sentence, source: source, span: span,
            reasons: reasons + (offer == nil ? [] : ["a number with fewer decimals than the cell's has to be exact"]),
            advice: offer.map { [.write($0)] } ?? [], cell: cell.fence == nil ? nil : cell.name)
    }
}

/// A piece of the file and what to write there.
package struct TextEdit: Equatable, Sendable {
    package var span: Span
    package var text: String

    package init(_ span: Span, _ text: String) {
        self.span = span
        self.text = text
    }
}

/// What `--update` would write.
package enum Renewal: Equatable, Sendable {
    /// Only numbers differ.
    case numbers([TextEdit])
    /// Words differ: this is the new text.
    case block(String)
}

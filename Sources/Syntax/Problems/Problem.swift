/// Facts about something wrong, and beside them the words that teach it.
protocol Problem {
    /// `family-what`
    var code: String { get }
    /// One plain sentence, no capital, no full stop.
    var sentence: String { get }
    var reasons: [String] { get }
    var advice: [Diagnostic.Advice] { get }
    /// Other places that belong to it, with words.
    var labels: [Diagnostic.Label] { get }
}

extension Problem {
    var reasons: [String] { [] }
    var advice: [Diagnostic.Advice] { [] }
    var labels: [Diagnostic.Label] { [] }

    /// - Parameter mend: what to write instead, where that is more than the problem itself can say.
    func diagnostic(in source: Source, at span: Span, mend: Diagnostic.Edit? = nil) -> Diagnostic {
        Diagnostic(
            code: code, sentence, source: source, span: span, labels: labels, reasons: reasons,
            advice: mend.map { [$0.text.isEmpty ? .delete(source.text($0.span)) : .write($0.text)] } ?? advice,
            replaced: mend?.span)
    }
}

extension String {
    /// Between quotation marks that the text itself does not hold.
    var quoted: String { contains("\"") ? "'\(self)'" : "\"\(self)\"" }
}

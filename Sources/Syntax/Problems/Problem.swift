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

    func diagnostic(in source: Source, at span: Span) -> Diagnostic {
        Diagnostic(
            code: code, sentence, source: source, span: span, labels: labels, reasons: reasons, advice: advice)
    }
}

extension String {
    /// Between quotation marks that the text itself does not hold.
    var quoted: String { contains("\"") ? "'\(self)'" : "\"\(self)\"" }
}

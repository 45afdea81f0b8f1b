import Syntax
import TensorEngine

/// What a lesson says about itself between two `---` lines at its beginning.
package struct FrontMatter: Equatable, Sendable {
    static let keys = ["title", "digits", "seed", "dtype", "convlab"]
    /// Beyond 17 decimals a double has nothing to say; with none, a number that is not whole could not be stated.
    package static let digitsRange = 1...17

    package var title: String?
    package var digits: Int?
    package var seed: UInt64?
    package var dtype: DType?
    /// The version of the language that the lesson was written for.
    package var convlab: String?
    /// Both `---` lines included; nil when the file has no front matter.
    package var span: Span?
}

/// Reads front matter line by line.
struct FrontMatterReader {
    private let source: Source
    private(set) var frontMatter = FrontMatter()
    private(set) var problems: [Diagnostic] = []
    private var seen: Set<String> = []

    /// Reads what stands from `offset` on, which is after a byte order mark if there is one.
    init(_ source: Source, from offset: Int) {
        self.source = source
        guard isRule(source.lineIndex(at: offset), from: offset) else { return }
        let first = source.lineIndex(at: offset) + 1
        guard let last = (first..<max(first, source.lineStarts.count)).first(where: { isRule($0, from: 0) }) else {
            frontMatter.span = Span(offset, source.start(ofLine: first))
            report(.frontMatterNotClosed, at: source.lineSpan(first - 1))
            return
        }
        frontMatter.span = Span(offset, source.start(ofLine: last + 1))
        for line in first..<last { read(source.trimmed(source.lineSpan(line))) }
    }

    private func isRule(_ line: Int, from offset: Int) -> Bool {
        let span = source.lineSpan(line)
        return source.text(source.trimmedEnd(Span(max(offset, Int(span.start)), Int(span.end)))) == "---"
    }

    private mutating func report(_ problem: LessonProblem, at span: Span) {
        problems.append(problem.diagnostic(in: source, at: span))
    }

    private mutating func read(_ line: Span) {
        let bytes = source.bytes[line.range]
        guard let first = bytes.first, first != UInt8(ascii: "#") else { return }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return report(.frontMatterLine, at: line) }
        let keySpan = source.trimmed(Span(Int(line.start), colon))
        let valueSpan = source.trimmed(Span(colon + 1, Int(line.end)))
        let key = source.text(keySpan)
        guard FrontMatter.keys.contains(key) else {
            return report(.unknownKey(key, known: FrontMatter.keys), at: keySpan)
        }
        guard seen.insert(key).inserted else { return report(.repeatedKey(key), at: keySpan) }
        set(key, to: unquoted(source.text(valueSpan)), at: valueSpan)
    }

    private mutating func set(_ key: String, to value: String, at span: Span) {
        func bad(_ wanted: String) { report(.badValue(key: key, value: value, wanted: wanted), at: span) }
        switch key {
        case "title": frontMatter.title = value
        case "convlab": frontMatter.convlab = value
        case "digits":
            frontMatter.digits = digits(in: value)
            if frontMatter.digits == nil { bad(digitsWanted) }
        case "seed":
            frontMatter.seed = UInt64(value)
            if frontMatter.seed == nil { bad("a whole number from 0 on") }
        default:
            frontMatter.dtype = DType.allCases.first { $0.isFloat && $0.description == value }
            if frontMatter.dtype == nil { bad("float64 or float32") }
        }
    }

    private func unquoted(_ text: String) -> String {
        guard text.count >= 2, let first = text.first, first == text.last, first == "\"" || first == "'" else {
            return text
        }
        return String(text.dropFirst().dropLast())
    }
}

/// The number of decimals that a text states, if it is one that may be.
func digits(in text: String) -> Int? {
    Int(text).flatMap { FrontMatter.digitsRange.contains($0) ? $0 : nil }
}

let digitsWanted = "a whole number from \(FrontMatter.digitsRange.lowerBound) to \(FrontMatter.digitsRange.upperBound)"

extension Source {
    /// The span without the blanks at its end.
    func trimmedEnd(_ span: Span) -> Span { Span(Int(span.start), max(Int(span.start), Int(trimmed(span).end))) }
}

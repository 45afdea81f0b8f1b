/// The page of one code: what happened, the smallest program that shows it, the mend, and where the rule comes from.
///
/// A page is a lesson file and runs as a test. It is part of the program, so that `convlab explain` needs no file; the
/// pages of a family stand together in `Explanations/`.
package struct Explanation: Sendable {
    package let code: String
    /// What happened, in one sentence.
    package let sentence: String
    /// The library, the language or the slide whose rule it is.
    package let origin: String
    private let body: String

    init(_ code: String, _ sentence: String, from origin: String, _ body: String) {
        self.code = code
        self.sentence = sentence
        self.origin = origin
        self.body = body
    }

    /// As a `.cl` file.
    package var lesson: String {
        "# \(code)\n\n\(sentence)\n\n\(body)\n\n*Where the rule comes from:* \(origin)\n"
    }

    // MARK: - All pages

    package static let all: [Explanation] =
        lexical + blocks + statements + expressions + lessonFiles + names + calls + kinds + values + signalValues
        + shapes
        + signalShapes + plots + indexes + files + limits + gradients + trees + writes

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// The page of a code, also as a message writes it: `shape-matmul` or `error[shape-matmul]`.
    package static func of(_ code: String) -> Explanation? {
        if code.last == "]", let bracket = code.firstIndex(of: "[") {
            return byCode[String(code[code.index(after: bracket)...].dropLast())]
        }
        return byCode[code]
    }

    /// Every code with its sentence.
    package static let overview = columnText(of: all.map { [$0.code, $0.sentence] }) + "\n"

    /// The code that somebody most likely meant.
    package static func nearest(_ code: String) -> String? { nearestName(code, among: all.map(\.code)) }
}

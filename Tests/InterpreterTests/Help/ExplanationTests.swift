import Foundation
import Interpreter
import Literate
import Testing

/// `convlab explain CODE` has a page for every code, and each page is true.
@Suite("Every code has a page, and every page runs")
struct ExplanationTests {
    @Test("No code is without a page", arguments: SourceCodes.found) func isExplained(code: SourceCodes.Code) {
        #expect(
            Explanation.of(code.name) != nil,
            """
            \(code.name), of \(code.file), has no page: add one to the file of its family in \
            Sources/Interpreter/Help/Explanations/
            """)
    }

    @Test("No page is without a code") func areCodes() {
        let codes = Set(SourceCodes.found.map(\.name))
        for page in Explanation.all { #expect(codes.contains(page.code), "nothing in Sources says \(page.code)") }
    }

    @Test("No code has two pages") func areDistinct() {
        let codes = Explanation.all.map(\.code)
        #expect(Set(codes).count == codes.count, "\(codes.filter { code in codes.count { $0 == code } > 1 })")
    }

    @Test("The page's programs do what it says", arguments: Explanation.all.map(\.code)) func holds(code: String) throws
    {
        let page = try #require(Explanation.of(code))
        let report = try run(page.lesson, named: code)
        let isGood = report.isGood
        #expect(isGood, "\n\(report.rendered)")
    }

    /// What no program can meet, or none that is short, is shown as a message.
    @Test("The page shows its own error, and mends it", arguments: Explanation.all.map(\.code))
    func showsItsError(code: String) throws {
        let page = try #require(Explanation.of(code))
        let isExpected = page.lesson.contains("\n#! \(code)")
        let isQuoted = page.lesson.contains("error[\(code)]") || page.lesson.contains("note[\(code)]")
        #expect(isExpected || isQuoted, "neither #! \(code) nor error[\(code)] stands in it")
        let report = try run(page.lesson, named: code)
        if isExpected { #expect(report.checkCount > 0, "no cell of it states anything") }
        #expect(page.sentence.last == "." && page.sentence.first?.isLowercase == false || page.sentence.first == "`")
    }

    @Test("A code is found as a message writes it, and a slip is understood") func isFound() {
        #expect(Explanation.of("error[shape-matmul]")?.code == "shape-matmul")
        #expect(Explanation.of("[shape-matmul]")?.code == "shape-matmul")
        #expect(Explanation.of("shape-matmull") == nil)
        #expect(Explanation.nearest("shape-matmull") == "shape-matmul")
    }
}

/// The codes that the sources can say, read from their string literals.
enum SourceCodes {
    struct Code: CustomTestStringConvertible, Sendable {
        var name: String
        var file: String

        var testDescription: String { name }
    }

    private static let families = [
        "lex", "syntax", "name", "call", "type", "value", "shape", "index", "grad", "file", "limit", "lost", "write",
        "tree",
        "pool", "net", "train", "data", "check", "grade",
    ]

    static let found: [Code] = {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
        var files: [String: String] = [:]
        let paths = FileManager.default.enumerator(atPath: sources.path)?.allObjects as? [String] ?? []
        for path in paths.sorted() where path.hasSuffix(".swift") && !path.contains("/Help/") {
            let text = (try? String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)) ?? ""
            for code in codes(in: text) where files[code] == nil { files[code] = path }
        }
        return files.map { Code(name: $0.key, file: $0.value) }.sorted { $0.name < $1.name }
    }()

    private static func codes(in text: String) -> [String] {
        let literals = text.matches(of: /"([a-z]+)-([a-z0-9-]+)"/).filter { families.contains(String($0.1)) }
            .map { "\($0.1)-\($0.2)" }
        // a number's problem is named after its parameter: `value-stride`
        let parameters =
            text.matches(of: /"([a-z_]+)",(?: image,)? atLeast:/).map(\.1)
            + text.matches(of: /SignalProblem\.(?:pair|single)\("([a-z_]+)"/).map(\.1)
        return literals + parameters.map { "value-" + $0.replacingOccurrences(of: "_", with: "-") }
    }
}

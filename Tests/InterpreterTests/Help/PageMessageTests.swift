import Foundation
import Interpreter
import Literate
import Syntax
import Testing

/// The programs of the pages meet every code, so that every message stands in a snapshot.
@Suite("Every message is recorded")
struct PageMessageTests {
    @Test("The messages that the pages' programs meet are as recorded") func messagesAreAsRecorded() throws {
        try expectSnapshot(try Explanation.all.map(messages).joined(), "pages")
    }

    /// What no program can meet is quoted on its page instead.
    @Test("Every code is in a snapshot", arguments: SourceCodes.found.map(\.name)) func isRecorded(code: String) throws
    {
        let page = try #require(Explanation.of(code))
        let isQuoted = page.lesson.contains("error[\(code)]") || page.lesson.contains("note[\(code)]")
        #expect(isQuoted || Self.recorded.contains("[\(code)]"), "no snapshot holds a message \(code)")
    }

    private static let recorded: String = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let paths = FileManager.default.enumerator(atPath: tests.path)?.allObjects as? [String] ?? []
        return paths.filter { $0.contains("/Snapshots/") && $0.hasSuffix(".txt") }.map { path in
            (try? String(contentsOf: tests.appendingPathComponent(path), encoding: .utf8)) ?? ""
        }.joined()
    }()

    /// The page's programs run as if nobody expected their errors.
    private func messages(of page: Explanation) throws -> String {
        let lines = page.lesson.split(separator: "\n", omittingEmptySubsequences: false)
        let lesson = lines.map { line in line.hasPrefix("#! ") ? "" : String(line) }.joined(separator: "\n")
        var found: [Diagnostic] = []
        let report = try run(lesson, named: page.code + ".cl") { event in
            if case .output(.note(let note)) = event { found.append(note) }
        }
        found += report.cells.flatMap(\.errors)
        return found.filter { $0.code == page.code }.map { DiagnosticRenderer().render($0) + "\n" }.joined()
    }
}

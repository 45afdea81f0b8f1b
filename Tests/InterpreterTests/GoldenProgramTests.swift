import Foundation
import Literate
import Testing

/// Programs that state what they show, one behaviour a file.
@Suite("What a program states about itself holds")
struct GoldenProgramTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Programs")

    /// `lists/ragged-literals-are-refused`, found on disk.
    static let programs: [String] = {
        let found = FileManager.default.enumerator(atPath: folder.path)
        return (found?.allObjects ?? []).compactMap { $0 as? String }.filter { $0.hasSuffix(".cl") }
            .map { String($0.dropLast(3)) }.sorted()
    }()

    @Test("Programs are found on disk") func found() { #expect(Self.programs.count > 300) }

    @Test("Every statement of the program is right", arguments: programs)
    func holds(program: String) throws {
        let file = Self.folder.appendingPathComponent(program + ".cl")
        let report = try run(String(decoding: try Data(contentsOf: file), as: UTF8.self), named: "\(program).cl")
        // the report itself would be pages of a failure's text
        let isGood = report.isGood
        #expect(isGood, "\n\(report.rendered)")
        #expect(report.checkCount > 0, "the program states nothing")
    }
}

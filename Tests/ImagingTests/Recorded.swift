import Foundation
import Testing

/// Compares a text with the file of that name in `Recorded`.
///
/// With RECORD_SNAPSHOTS set the file is written instead, and the test fails so that nobody records by accident.
func expectRecorded(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Recorded/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(name): look at it, then run again without RECORD_SNAPSHOTS", sourceLocation: location)
        return
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let difference = zip(text.split(separator: "\n"), recorded.split(separator: "\n")).first { $0 != $1 }
    #expect(
        text == recorded,
        "first difference: \(difference.map { "\($0.0)\nrecorded:         \($0.1)" } ?? "the length"); RECORD_SNAPSHOTS=1 records",
        sourceLocation: location)
}

import Foundation
import Interpreter
import Literate
import Syntax

/// Runs a program as `convlab run` does, with the repository's assets and an output folder of its own.
func run(
    _ text: String, named name: String = "program.cl", steps: Int? = nil,
    onEvent: @escaping (LessonEvent) -> Void = { _ in }
) throws -> LessonReport {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("convlab-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: output) }
    let lesson = try LessonFile(name: name, bytes: Array(text.utf8))
    let files = LessonFiles(lesson: nil, outputFolder: output, places: LessonPlaces(root: repository.path))
    var options = RunOptions()
    options.limits.seconds = 60
    options.limits.steps = steps
    return LessonRunner(lesson, files: files, options: options, onEvent: onEvent).run()
}

extension LessonReport {
    /// Errors and disagreements as a person reads them.
    var rendered: String {
        let errors = cells.flatMap(\.errors).map { DiagnosticRenderer().render($0) }
        let mismatches = cells.flatMap(\.checks).compactMap { check in
            check.mismatch.map { "line \(lesson.source.lineIndex(at: Int(check.span.start)) + 1): \($0.sentence)\n" }
        }
        return (errors + mismatches).joined()
    }

    var checkCount: Int { cells.reduce(0) { $0 + $1.checks.count } }
}

private let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

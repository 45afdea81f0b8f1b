import Interpreter
import Literate
import Syntax

/// Shows failures and the last line only.
package struct QuietPrinter: LessonObserver {
    private let lesson: LessonFile
    private let streams: LessonStreams
    /// Stands before the last line where there are several lessons.
    private let name: String?
    private let showsHiddenTests: Bool

    package init(_ lesson: LessonFile, _ streams: LessonStreams, name: String?, showsHiddenTests: Bool = false) {
        self.showsHiddenTests = showsHiddenTests
        self.lesson = lesson
        self.streams = streams
        self.name = name
    }

    package mutating func receive(_ event: LessonEvent) {
        guard case .cellEnded(let cell) = event else { return }
        if cell.cell.isHiddenTest, !showsHiddenTests { return endHidden(cell) }
        cell.errors.forEach(streams.tell)
        guard cell.status != .notStarted else { return }
        for mismatch in cell.checks.compactMap(\.mismatch) {
            streams.tell(mismatch.diagnostic(in: lesson.source, cell: cell.cell))
        }
        if let excuse = cell.excuse(in: lesson.cells) { streams.output.write("\(cell.cell.name): \(excuse)\n") }
    }

    private func endHidden(_ cell: CellReport) {
        guard cell.status == .fail || cell.status == .error || cell.status == .notRun else { return }
        streams.output.write("\(cell.cell.heading ?? cell.cell.name): \(cell.status.rawValue)\n")
    }

    package mutating func finish(_ report: LessonReport) {
        report.lesson.problems.forEach(streams.tell)
        if !lesson.isScript || report.summary.results > 0 || !report.isGood {
            streams.output.write((name.map { $0 + ": " } ?? "") + report.summary.sentence + "\n")
        }
        streams.output.flush()
    }
}

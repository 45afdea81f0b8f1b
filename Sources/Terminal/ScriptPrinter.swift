import Imaging
import Interpreter
import Literate

/// A script's output is its own: what its statements print and show, nothing else.
package struct ScriptPrinter: LessonObserver {
    private let lesson: LessonFile
    private let streams: LessonStreams
    private let picture: (Sight) -> String?
    /// The last printed text ended within a line.
    private var isWithinLine = false

    package init(_ lesson: LessonFile, _ streams: LessonStreams, picture: @escaping (Sight) -> String? = { _ in nil })
    {
        self.lesson = lesson
        self.streams = streams
        self.picture = picture
    }

    package mutating func receive(_ event: LessonEvent) {
        switch event {
        case .output(.printed(let text)):
            streams.output.write(text)
            if let last = text.utf8.last { isWithinLine = last != UInt8(ascii: "\n") }
        case .output(.shown(let shown)): writeLine(shown.text)
        case .output(.picture(let image, let tint)): write(.picture(image, tint: tint))
        case .output(.figure(let figure)): write(.figure(figure))
        case .output(.note(let note)): streams.complain(note)
        case .statementEnded(let statement, let cell): complain(about: statement, in: cell)
        case .cellEnded(let cell):
            if case .invalid(let diagnostics) = cell.ending { diagnostics.forEach(streams.complain) }
        case .block, .cellBegan: break
        }
    }

    private func write(_ sight: Sight) { if let drawing = picture(sight) { streams.output.write(drawing) } }

    private mutating func writeLine(_ text: String) {
        streams.output.write((isWithinLine ? "\n" : "") + text + "\n")
        isWithinLine = false
    }

    private func complain(about statement: StatementReport, in cell: LessonCell) {
        // a program that computes for long should not keep its words to itself
        streams.output.flush()
        for mismatch in statement.checks.compactMap(\.mismatch) {
            streams.complain(mismatch.diagnostic(in: lesson.source, cell: cell))
        }
        if case .failed(let diagnostic) = statement.ending { streams.complain(diagnostic) }
    }

    package mutating func finish(_ report: LessonReport) { streams.output.flush() }
}

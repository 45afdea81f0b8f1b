import Literate
import Syntax

/// Shows a lesson while it runs.
package protocol LessonObserver {
    mutating func receive(_ event: LessonEvent)
    /// The end of the lesson: whatever is left to say, and the last line.
    mutating func finish(_ report: LessonReport)
}

/// The streams that a lesson is shown on, and how.
package struct LessonStreams {
    package var output: TextStream
    package var errors: TextStream
    package var outputInk: Ink
    package var errorInk: Ink

    package init(
        output: TextStream, errors: TextStream, outputInk: Ink = Ink(isColoured: false),
        errorInk: Ink = Ink(isColoured: false)
    ) {
        self.output = output
        self.errors = errors
        self.outputInk = outputInk
        self.errorInk = errorInk
    }

    /// Says something on the error stream, after everything that was written before it.
    package func complain(_ diagnostic: Diagnostic) {
        output.flush()
        errors.write(DiagnosticRenderer(colour: errorInk.isColoured).render(diagnostic))
        errors.flush()
    }

    /// Says something as a part of the lesson.
    func tell(_ diagnostic: Diagnostic) {
        output.write(DiagnosticRenderer(colour: outputInk.isColoured).render(diagnostic))
    }
}

extension CellReport {
    /// Why it did not run to its end without an error of its own: `not run: depends on cell "scores"`.
    func excuse(in cells: [LessonCell]) -> String? {
        switch ending {
        case .notRun(let cause): "not run: depends on " + (cells.indices.contains(cause) ? cells[cause].name : "a cell")
        case .notStarted: "not started: a part is still to be written"
        case .finished, .failed, .invalid: nil
        }
    }
}

import Interpreter
import Syntax

/// One thing that a lesson checks: a `#>`, a `#!`, or an `expect`, `agree` or `check`.
package struct Check: Sendable {
    package enum Kind: Sendable { case result, error, expectation }
    package enum Verdict: Equatable, Sendable { case agrees, differs(Mismatch), notRun }

    package var kind: Kind
    /// Which of the cell's annotations.
    package var annotation: Int?
    package var span: Span
    package var verdict = Verdict.notRun
    package var renewal: Renewal?

    init(kind: Kind, annotation: Int?, span: Span) {
        self.kind = kind
        self.annotation = annotation
        self.span = span
    }

    /// Adds why to a mismatch, if there is one.
    mutating func explain(_ reason: String) {
        guard var mismatch else { return }
        mismatch.reasons.append(reason)
        verdict = .differs(mismatch)
    }

    package var mismatch: Mismatch? {
        if case .differs(let mismatch) = verdict { mismatch } else { nil }
    }
}

/// What came of one statement.
package struct StatementReport: Sendable {
    package enum Ending: Sendable {
        case finished
        /// An error that its `#!` expects, or was to.
        case failedAsStated(Diagnostic)
        case failed(Diagnostic)
        case notWritten
        case notRun
    }

    /// Which of the cell's statements.
    package var index: Int
    package var ending: Ending
    /// What it printed and then showed, as a person reads it.
    package var text: String
    package var checks: [Check]
    /// Seconds it took; for a table of times, never part of a result.
    package var seconds: Double
}

/// What came of one cell.
package struct CellReport: Sendable {
    package enum Ending: Sendable {
        case finished
        /// An error that nobody expected.
        case failed(Diagnostic)
        /// It holds lexical, syntax or name errors, or its fence line is wrong.
        case invalid([Diagnostic])
        /// It depends on another cell that stopped or did not run.
        case notRun(cause: Int)
        /// A part is still to be written by the student.
        case notStarted
    }

    package var cell: LessonCell
    package var tree: Tree
    package var ending: Ending
    package var statements: [StatementReport]
    /// The solution ran in place of the exercise.
    package var isSolved: Bool

    package var checks: [Check] { statements.flatMap(\.checks) }

    package var status: Status {
        switch ending {
        case .failed, .invalid: return .error
        case .notRun: return .notRun
        case .notStarted: return .notStarted
        case .finished: break
        }
        if checks.contains(where: { $0.mismatch != nil }) { return .fail }
        return checks.isEmpty ? .unchecked : .pass
    }

    /// In one word.
    package enum Status: String, Sendable {
        case pass, fail, error, unchecked
        case notRun = "not run"
        case notStarted = "not started"
    }

    /// The errors that ended it or kept it from running.
    package var errors: [Diagnostic] {
        switch ending {
        case .failed(let diagnostic): [diagnostic]
        case .invalid(let diagnostics): diagnostics
        case .finished, .notRun, .notStarted: []
        }
    }
}

/// Everything that came of a lesson, as data.
package struct LessonReport: Sendable {
    package var lesson: LessonFile
    package var cells: [CellReport]

    /// What decides the exit code: nothing differs and nothing ended in an error.
    package var isGood: Bool {
        lesson.problems.isEmpty
            && cells.allSatisfy { cell in
                cell.errors.isEmpty && (cell.status == .notStarted || !cell.checks.contains { $0.mismatch != nil })
            }
    }

    package var summary: LessonSummary { LessonSummary(self) }
}

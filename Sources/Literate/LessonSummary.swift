/// The counts of a lesson, and the sentence that ends its output.
package struct LessonSummary: Equatable, Sendable {
    package private(set) var agreeing = 0
    package private(set) var differing = 0
    /// Results of cells that stopped before or did not run.
    package private(set) var missing = 0
    /// Cells that ended in an error or hold one.
    package private(set) var errors = 0
    /// Cells that did not run because of another one.
    package private(set) var skippedCells = 0
    package private(set) var unstartedExercises = 0

    package var results: Int { agreeing + differing + missing }

    init(_ report: LessonReport) {
        var unstarted: Set<String> = []
        for cell in report.cells {
            if cell.status == .notStarted {
                if let exercise = cell.cell.exercise { unstarted.insert(exercise) }
                continue
            }
            for check in cell.checks { count(check) }
            if !cell.errors.isEmpty { errors += 1 }
            if cell.status == .notRun { skippedCells += 1 }
        }
        errors += report.lesson.problems.count
        unstartedExercises = unstarted.count
    }

    private mutating func count(_ check: Check) {
        switch check.verdict {
        case .agrees: agreeing += 1
        case .differs: differing += 1
        case .notRun: missing += 1
        }
    }

    /// `5 of 6 results agree; 1 differs`
    package var sentence: String {
        var parts = ["\(agreeing) of \(results) results agree"]
        func add(_ count: Int, _ one: String, _ several: String) {
            if count > 0 { parts.append("\(count) \(count == 1 ? one : several)") }
        }
        add(differing, "differs", "differ")
        add(missing, "was not reached", "were not reached")
        add(errors, "error", "errors")
        add(skippedCells, "cell did not run", "cells did not run")
        add(unstartedExercises, "exercise not started", "exercises not started")
        return parts.joined(separator: "; ")
    }
}

extension LessonCell {
    /// The exercise that it is or tests.
    package var exercise: String? {
        switch role {
        case .plain: nil
        case .exercise(let name): name
        case .test(let test): test.exercise
        }
    }
}

import Syntax

/// One piece of a lesson that runs: a `cl` fence, or a whole script.
package struct LessonCell: Sendable {
    package enum Role: Equatable, Sendable {
        case plain
        /// A task by this name, for the student to complete.
        case exercise(String)
        case test(Test)
    }

    /// A cell that checks an exercise.
    package struct Test: Equatable, Sendable {
        package var exercise: String
        package var name: String?
        package var points: Double = 1
        package var isHidden = false
        /// Each `#>` earns its share; otherwise all must agree.
        package var splitsCredit = false

        package init(exercise: String, name: String? = nil) {
            self.exercise = exercise
            self.name = name
        }
    }

    /// Counted from 1 in the order of the file.
    package var number: Int
    package var id: String?
    /// The slide results that it reproduces: `S1-44`.
    package var slides: [String] = []
    package var digits: Int?
    /// A question to think about before the results are seen.
    package var prediction: String?
    package var role = Role.plain
    /// Nil for a script.
    package var fence: Fence?
    /// The program text, line ends included.
    package var code: Span
    /// What is wrong with its fence line; a cell with problems does not run.
    package var problems: [Diagnostic] = []

    /// As messages say it: `cell "scores"`, `cell 3`.
    package var name: String { "cell " + (label.map { "\"\($0)\"" } ?? "\(number)") }

    /// As other programs are told it: the id, else what names it best, else its number.
    package var key: String { label ?? "\(number)" }

    private var label: String? {
        if let id { return id }
        switch role {
        case .plain: return nil
        case .exercise(let name): return name
        case .test(let test): return test.name.map { "\(test.exercise): \($0)" }
        }
    }

    var indentation: Int { fence?.indentation ?? 0 }
}

/// Help for an exercise, shown after some attempts.
package struct Hint: Sendable {
    package var exercise: String
    package var attempts: Int
    package var fence: Fence
}

/// The teacher's answer to an exercise.
package struct Solution: Sendable {
    package var exercise: String
    package var fence: Fence
}

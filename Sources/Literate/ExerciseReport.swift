/// What came of one exercise: the sum of its tests.
package struct ExerciseReport: Equatable, Sendable {
    package enum Status: String, Sendable {
        case pass, fail
        case notStarted = "not started"
    }

    package var name: String
    package var status: Status
    package var earned: Double
    package var worth: Double

    package var json: JSON {
        .object([
            "exercise": .string(name), "status": .string(status.rawValue), "earned": .number(earned),
            "worth": .number(worth),
        ])
    }
}

extension LessonReport {
    /// The exercises in the order of the file.
    package var exercises: [ExerciseReport] {
        cells.compactMap { cell in
            guard case .exercise(let name) = cell.cell.role else { return nil }
            return report(of: name, given: cell)
        }
    }

    private func report(of name: String, given exercise: CellReport) -> ExerciseReport {
        let tests = cells.filter { $0.test?.exercise == name }
        let earned = tests.reduce(0) { $0 + $1.points }
        let worth = tests.reduce(0) { $0 + ($1.test?.points ?? 0) }
        let all = [exercise] + tests
        let status: ExerciseReport.Status =
            if all.contains(where: { $0.status == .notStarted }) { .notStarted } else {
                all.allSatisfy { $0.status == .pass || $0.status == .unchecked } ? .pass : .fail
            }
        return ExerciseReport(name: name, status: status, earned: earned, worth: worth)
    }
}

extension CellReport {
    fileprivate var test: LessonCell.Test? {
        if case .test(let test) = cell.role { test } else { nil }
    }

    /// What a test earns: all or nothing, unless each result earns its share.
    package var points: Double {
        guard let test, !checks.isEmpty else { return 0 }
        let agreeing = checks.filter { $0.verdict == .agrees }.count
        if test.splitsCredit { return test.points * Double(agreeing) / Double(checks.count) }
        return status == .pass ? test.points : 0
    }
}

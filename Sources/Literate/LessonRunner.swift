import Interpreter
import Syntax
import TensorEngine

/// How a lesson is to be run.
package struct RunOptions: Sendable {
    /// Solutions stand in the exercises.
    package var withSolutions = false
    /// In place of the front matter's.
    package var seed: UInt64?
    /// Decimals to show, in place of the lesson's; results are compared by the lesson's own all the same.
    package var digits: Int?
    package var limits = Limits()

    package init() {}
}

/// What happens while a lesson runs, in its order.
package enum LessonEvent {
    /// A part of the file that does not run.
    case block(LessonFile.Block)
    case cellBegan(LessonCell, Tree)
    /// As it happens, within the statement that runs.
    case output(Output)
    case statementEnded(StatementReport, LessonCell)
    case cellEnded(CellReport)
}

/// Runs a lesson's cells from top to bottom in one session and holds their results against what it states.
package struct LessonRunner {
    private let lesson: LessonFile
    private let options: RunOptions
    private let program: LessonProgram
    /// What the lesson's program reaches the world by.
    package let host: LessonHost
    /// Holds the lesson's names when it has run; a prompt goes on in it.
    package let session: Session
    private let report: (LessonEvent) -> Void

    /// - Parameters:
    ///   - isInterrupted: asked now and then; true stops the statement that runs.
    ///   - onEvent: told what happens as it happens.
    package init(
        _ lesson: LessonFile, files: LessonFiles, options: RunOptions = RunOptions(),
        isInterrupted: @escaping () -> Bool = { false }, onEvent: @escaping (LessonEvent) -> Void = { _ in }
    ) {
        self.lesson = lesson
        self.options = options
        report = onEvent
        let used = UsedFiles(files)
        program = LessonProgram(lesson, withSolutions: options.withSolutions, used: used, memory: options.limits.memory)
        host = LessonHost(files: files, used: used, interrupted: isInterrupted) { onEvent(.output($0)) }
        var settings = Settings()
        settings.digits = options.digits ?? lesson.frontMatter.digits ?? LessonFile.defaultDigits
        settings.seed = options.seed ?? lesson.frontMatter.seed ?? 0
        settings.dtype = lesson.frontMatter.dtype ?? .float64
        settings.limits = options.limits
        session = Session(host: host, settings: settings)
    }

    /// Runs everything once.
    package func run() -> LessonReport {
        var progress = Progress()
        for block in lesson.blocks {
            guard case .cell(let index) = block else {
                report(.block(block))
                continue
            }
            let part = program.parts[index]
            report(.cellBegan(part.cell, part.tree))
            let cell = run(part, at: index, &progress)
            progress.note(cell, at: index)
            report(.cellEnded(cell))
        }
        return LessonReport(lesson: lesson, cells: progress.cells)
    }

    /// What came of the cells so far.
    private struct Progress {
        var cells: [CellReport] = []
        var stopped: Set<Int> = []
        var unwritten: Set<Int> = []
        var dependencies: CellDependencies?
        /// The cell that Ctrl-C stopped; no other runs after it.
        var interrupted: Int?

        mutating func note(_ cell: CellReport, at index: Int) {
            cells.append(cell)
            if case .finished = cell.ending { return }
            stopped.insert(index)
            if case .failed(let diagnostic) = cell.ending, diagnostic.code == "limit-interrupted" { interrupted = index }
            if case .notStarted = cell.ending { unwritten.insert(index) }
        }
    }

    private func run(_ part: LessonProgram.Part, at index: Int, _ progress: inout Progress) -> CellReport {
        let ending: CellReport.Ending
        var statements: [StatementReport] = []
        if !part.parses {
            ending = .invalid(part.cell.problems + part.diagnostics)
        } else if let cause = progress.interrupted ?? obstacle(of: index, &progress) {
            // what waits for the student's part waits as well
            ending = progress.unwritten.contains(cause) ? .notStarted : .notRun(cause: cause)
        } else {
            ending = runStatements(of: part, &statements)
        }
        for index in statements.count..<max(statements.count, part.tree.statements.count) {
            let checks = part.checks(of: index)
            statements.append(StatementReport(index: index, ending: .notRun, text: "", checks: checks, seconds: 0))
        }
        return CellReport(
            cell: part.cell, tree: part.tree, ending: ending, statements: statements, isSolved: part.isSolved)
    }

    private func obstacle(of index: Int, _ progress: inout Progress) -> Int? {
        guard !progress.stopped.isEmpty else { return nil }
        let dependencies = progress.dependencies ?? CellDependencies(program)
        progress.dependencies = dependencies
        return dependencies.obstacle(of: index, stopped: progress.stopped, unwritten: progress.unwritten)
    }

    private func runStatements(
        of part: LessonProgram.Part, _ statements: inout [StatementReport]
    ) -> CellReport.Ending {
        session.beginCell()
        for index in part.tree.statements.indices {
            let statement = run(part, statement: index)
            statements.append(statement)
            report(.statementEnded(statement, part.cell))
            switch statement.ending {
            case .finished, .failedAsStated, .notRun: continue
            case .failed(let diagnostic): return .failed(diagnostic)
            case .notWritten: return .notStarted
            }
        }
        return .finished
    }

    // MARK: - One statement

    private func run(_ part: LessonProgram.Part, statement index: Int) -> StatementReport {
        let began = host.seconds()
        let digits = lesson.digits(of: part.cell)
        var outcome = Outcome.finished
        if let lost = part.lostWrites[index] {
            outcome = .failed(lost)
        } else if index < part.runnableCount {
            outcome = session.run(part.tree, statement: index, digits: options.digits ?? digits)
        } else if let expected = part.expectedDiagnostics.first {
            outcome = .failed(expected)
        }
        let outputs = host.takeOutputs()
        var judge = StatementJudge(part: part, index: index, digits: digits, outputs: outputs)
        judge.judge(outcome)
        return StatementReport(
            index: index, ending: judge.ending, text: outputs.text, checks: judge.checks,
            seconds: host.seconds() - began)
    }
}

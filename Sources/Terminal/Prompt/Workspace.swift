import Interpreter
import Literate
import Syntax

/// A lesson that has run, or an empty one, and the statements that were typed after it.
package final class Workspace {
    /// One statement that was typed, and what came of it.
    struct Step {
        enum Ending: Equatable {
            case finished
            /// It failed, but what it had assigned by then stays.
            case failed(code: String, sentence: String)
            /// By Ctrl-C or a limit, which will not come at the same place again.
            case stopped
        }

        var code: String
        /// What it printed and then showed.
        var text: String
        var ending = Ending.finished
        /// Its result is another one each time.
        var isVolatile = false
        /// What to go back to; nil when it is too long ago.
        var moment: Session.Moment?
    }

    /// Nil when no lesson was opened.
    let path: String?
    let lesson: LessonFile
    package let files: LessonFiles
    private let runner: LessonRunner
    private let transcript = Transcript()
    private(set) var steps: [Step] = []
    /// Names whose values depend on the clock.
    private var volatileNames: Set<String> = ["time", "help"]

    package var session: Session { runner.session }

    package init(
        _ lesson: LessonFile, path: String?, files: LessonFiles, options: RunOptions,
        isInterrupted: @escaping () -> Bool, onEvent: @escaping (LessonEvent) -> Void
    ) {
        self.path = path
        self.lesson = lesson
        self.files = files
        let transcript = transcript
        runner = LessonRunner(lesson, files: files, options: options, isInterrupted: isInterrupted) { event in
            if case .output(let output) = event { transcript.add(output) }
            onEvent(event)
        }
        runner.host.keepsOutputs = path != nil
    }

    /// Runs the lesson itself.
    func runLesson() -> LessonReport {
        defer { runner.host.keepsOutputs = false }
        return runner.run()
    }

    /// Notes are given once in an entry.
    func beginEntry() { session.beginCell() }

    // MARK: - Statements

    /// Runs a statement and keeps it as a step, unless it failed and changed nothing.
    func run(_ tree: Tree, statement index: Int) -> Outcome {
        if asksForHelp(tree, statement: index) { return runAside(tree, statement: index) }
        let moment = session.moment(before: tree, statement: index)
        let outcome = runAside(tree, statement: index)
        let statement = tree.statements[index]
        let code = tree.source.text(statement.span) + (statement.isSilent ? ";" : "")
        var step = Step(code: code, text: transcript.text, moment: moment)
        step.isVolatile = noteVolatileNames(of: tree, statement: index)
        switch outcome {
        case .finished: break
        case .failed(let diagnostic), .disagreed(let diagnostic):
            guard session.hasAssigned(since: moment) else {
                // random numbers that a mistake has drawn would make a saved session differ
                session.goBack(to: moment)
                return outcome
            }
            step.ending = .failed(code: diagnostic.code, sentence: diagnostic.sentence)
            if diagnostic.code.hasPrefix("limit-") { step.ending = .stopped }
        case .notWritten: return outcome
        }
        steps.append(step)
        forgetOldMoments()
        return outcome
    }

    /// `help(x)` changes nothing, and a page of it is nothing to be saved.
    private func asksForHelp(_ tree: Tree, statement index: Int) -> Bool {
        guard case .expression(let id) = tree.statements[index].kind, case .call(let callee, _) = tree[id],
            case .name("help") = tree[callee]
        else { return false }
        return !session.hasGivenMeaning(to: "help")
    }

    func typeText(of expression: Tree) throws(Diagnostic) -> String {
        session.restartLimits()
        return try session.type(of: expression)
    }

    /// Runs a statement that is no part of the session.
    func runAside(_ tree: Tree, statement index: Int) -> Outcome {
        session.restartLimits()
        transcript.clear()
        return session.run(tree, statement: index)
    }

    private func noteVolatileNames(of tree: Tree, statement index: Int) -> Bool {
        var single = tree
        single.statements = [tree.statements[index]]
        let names = Session.names(of: single)
        for (name, mentioned) in names.functions where !mentioned.isDisjoint(with: volatileNames) {
            volatileNames.insert(name)
        }
        guard !names.mentioned.isDisjoint(with: volatileNames) else { return false }
        volatileNames.formUnion(names.assigned)
        return true
    }

    // MARK: - Going back

    /// Statements that can be taken back.
    private static let mostMoments = 100

    private func forgetOldMoments() {
        var isTooMany = steps.count > Self.mostMoments
        for index in steps.indices.dropLast() where steps[index].moment != nil {
            guard isTooMany || session.isShortOfMemory else { return }
            steps[index].moment = nil
            isTooMany = false
        }
    }

    enum Undoing: Equatable {
        case tookBack(String)
        case tooLongAgo
        case nothingLeft
    }

    func undo() -> Undoing {
        guard let step = steps.last else { return .nothingLeft }
        guard let moment = step.moment else { return .tooLongAgo }
        session.goBack(to: moment)
        steps.removeLast()
        return .tookBack(step.code)
    }
}

/// What a statement printed and showed, as far as a saved session has use for it.
private final class Transcript {
    private var outputs: [Output] = []
    private var byteCount = 0

    private static let mostBytes = 20_000

    func clear() { (outputs, byteCount) = ([], 0) }

    func add(_ output: Output) {
        guard byteCount <= Self.mostBytes else { return }
        switch output {
        case .printed(let text): byteCount += text.utf8.count + 1
        case .shown(let shown): byteCount += shown.text.utf8.count + 1
        case .note, .picture, .figure: return
        }
        outputs.append(output)
    }

    /// Where it was cut, `...` stands for the rest, as in a lesson.
    var text: String { outputs.text + (byteCount > Self.mostBytes ? "\n..." : "") }
}

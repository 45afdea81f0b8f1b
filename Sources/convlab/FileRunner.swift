import ArgumentParser
import Literate
import Syntax
import Terminal

/// Runs files one after the other, each in its own session; one that is broken stops no other.
struct FileRunner {
    private let command: Run
    private let streams = LessonStreams.standard()
    private let places: LessonPlaces
    private var reports: [JSON] = []
    /// The largest of all files.
    private(set) var exitCode = ExitCode.success

    init(_ command: Run) {
        self.command = command
        places = LessonPlaces(root: command.root)
    }

    mutating func run(_ file: String) {
        guard !Interrupts.isPending else { return }
        do {
            try reportingProblems(streams) { try runOne(file) }
        } catch let code as ExitCode {
            note(code)
        } catch {
            note(.internalError)
        }
    }

    mutating func finish() {
        if command.json { streams.output.write(JSON.array(reports).lines + "\n") }
        streams.output.flush()
    }

    private mutating func note(_ code: ExitCode) {
        if code.rawValue > exitCode.rawValue { exitCode = code }
    }

    private mutating func runOne(_ file: String) throws {
        let path = file == "-" ? nil : try places.path(of: file)
        let bytes =
            try path.map { path throws(FileProblem) in try FileSystem.read(path, name: path) }
            ?? FileSystem.readStandardInput()
        let lesson = try LessonFile(name: path ?? "<stdin>", bytes: bytes)
        let files = LessonFiles(
            lesson: path, outputFolder: command.out, readFolders: command.read, places: places)
        var observer = observer(for: lesson)
        let runner = LessonRunner(
            lesson, files: files, options: options, isInterrupted: { Interrupts.isPending },
            onEvent: { observer.receive($0) })
        // only now: what waits for standard input shall end at once
        Interrupts.note()
        let report = runner.run()
        if Interrupts.isPending {
            note(.interrupted)
            if command.updateExtent != nil { return }
        }
        if let path, command.updateExtent != nil { return try update(report, at: path) }
        if command.json { reports.append(report.json) }
        observer.finish(report)
        if !report.isGood { note(.checkFailed) }
    }

    private var options: RunOptions {
        var options = RunOptions()
        options.withSolutions = command.solutions
        options.seed = command.seed
        options.digits = command.digits
        options.limits = command.limits.limits
        return options
    }

    // MARK: - Showing

    private func observer(for lesson: LessonFile) -> any LessonObserver {
        if command.json || command.updateExtent != nil { return SilentObserver(streams: streams) }
        if command.quiet {
            return QuietPrinter(
                lesson, streams, name: command.files.count > 1 ? lesson.source.name : nil,
                showsHiddenTests: command.solutions)
        }
        let style = command.images
        if lesson.isScript { return ScriptPrinter(lesson, streams) { style.drawing(of: $0) } }
        let isTerminal = StandardStreams.outputIsTerminal
        let asks = command.ask && isTerminal && StandardStreams.inputIsTerminal
        return LessonPrinter(
            lesson, streams, layout: isTerminal ? .terminal(width: StandardStreams.size.columns) : .file,
            showsHiddenTests: command.solutions, picture: { style.drawing(of: $0) }, ask: asks ? { _ = readLine() } : nil)
    }

    // MARK: - Updating

    private mutating func update(_ report: LessonReport, at path: String) throws {
        let update = LessonUpdate(report, extent: command.updateExtent ?? .disagreeing)
        for diagnostic in report.remainingProblems { streams.complain(diagnostic) }
        if command.dryRun {
            streams.output.write(update.diff)
            if !report.isGood { note(.checkFailed) }
        } else {
            try update.write(to: path)
            streams.output.write("\(path): " + Self.count(update.edits.count) + "\n")
            if !report.remainingProblems.isEmpty { note(.checkFailed) }
        }
        if command.json { reports.append(report.json) }
    }

    private static func count(_ edits: Int) -> String {
        switch edits {
        case 0: "nothing to renew"
        case 1: "1 result renewed"
        default: "\(edits) results renewed"
        }
    }
}

/// Shows nothing but notes, for output that is not for people.
private struct SilentObserver: LessonObserver {
    let streams: LessonStreams

    func receive(_ event: LessonEvent) {
        if case .output(.note(let note)) = event { streams.complain(note) }
    }

    func finish(_ report: LessonReport) {}
}

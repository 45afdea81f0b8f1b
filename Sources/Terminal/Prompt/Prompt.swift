import Imaging
import Interpreter
import Literate
import Syntax

/// How a prompt is set up.
package struct PromptOptions {
    package var places: LessonPlaces
    package var outputFolder = "out"
    package var readFolders: [String] = []
    package var run = RunOptions()
    /// Draws a picture for the terminal, or gives nil.
    package var picture: (Sight) -> String? = { _ in nil }
    /// How a page is set: for reading on a terminal of a width that may change.
    package var layout: () -> LessonPrinter.Layout = { .file }
    /// Ctrl-C was pressed.
    package var isInterrupted: () -> Bool = { false }
    /// Makes room for what is written while something runs; it is told whether that ended with a line.
    package var writingAside: (() -> Bool) -> Void = { _ = $0() }

    package init(places: LessonPlaces) { self.places = places }

    /// What a lesson's program may read; the files of where the person is stay in reach.
    func files(of lesson: String?) -> LessonFiles {
        LessonFiles(
            lesson: lesson, outputFolder: outputFolder, readFolders: readFolders + (lesson == nil ? [] : ["."]),
            places: places)
    }
}

/// Reads entries, runs them and shows what came of them; where they come from is not its business.
package final class Prompt {
    let options: PromptOptions
    let streams: LessonStreams
    package private(set) var workspace: Workspace
    /// What `:load`, `:lesson` or `:reset` has left, so that it can be taken back.
    private var previous: Workspace?
    /// While a lesson runs it shows itself.
    private var observer: (any LessonObserver)?
    private var entryCount = 0
    /// The last printed text ended within a line.
    private var isWithinLine = false
    /// Of the last complaint, which `:explain` is about.
    private(set) var lastCode: String?

    /// What a session without a lesson begins with.
    private let nothing: LessonFile
    private let listener = Listener()

    package init(_ options: PromptOptions, _ streams: LessonStreams) throws(FileProblem) {
        self.options = options
        self.streams = streams
        nothing = try LessonFile(name: "<prompt>", bytes: [])
        workspace = Workspace(
            nothing, path: nil, files: options.files(of: nil), options: options.run,
            isInterrupted: options.isInterrupted, onEvent: listener.receive)
        listener.prompt = self
    }

    /// Lets a workspace tell its prompt without keeping it alive.
    private final class Listener {
        weak var prompt: Prompt?

        func receive(_ event: LessonEvent) { prompt?.receive(event) }
    }

    package var completer: Completer {
        Completer(workspace.session, files: workspace.files, places: options.places)
    }

    // MARK: - Entries

    /// What came of an entry.
    package enum Ending: Equatable {
        case finished, failed
        /// `:quit`
        case left
    }

    /// Runs a whole entry: a command, or statements up to the first that fails.
    package func run(_ entry: String) -> Ending {
        guard !entry.allSatisfy(\.isWhitespace) else { return .finished }
        entryCount += 1
        let command = entry.hasPrefix(":") ? entry : command(meantBy: entry)
        let source = Source(name: "<prompt \(entryCount)>", text: command ?? entry)
        defer { endLine() }
        if command != nil { return runCommand(source) }
        return runProgram(source, in: 0..<source.bytes.count) ? .finished : .failed
    }

    /// What people type at every prompt before they know this one, unless the word means something in the session.
    private func command(meantBy entry: String) -> String? {
        var word = entry[...]
        while word.last?.isWhitespace ?? false { word.removeLast() }
        let name = word.hasSuffix("()") ? word.dropLast(2) : word
        guard !workspace.session.hasGivenMeaning(to: String(name)) else { return nil }
        switch name {
        case "exit", "quit": return ":quit"
        case "help": return word == name ? ":help" : nil
        default: return nil
        }
    }

    func runProgram(_ source: Source, in range: Range<Int>) -> Bool {
        let parsed = parse(source, in: range)
        guard parsed.diagnostics.isEmpty else {
            parsed.diagnostics.forEach(complain)
            return false
        }
        workspace.beginEntry()
        for index in parsed.tree.statements.indices {
            let unknown = workspace.session.unknownNames(of: parsed.tree, statement: index)
            unknown.forEach(complain)
            guard unknown.isEmpty, report(workspace.run(parsed.tree, statement: index)) else { return false }
        }
        return true
    }

    /// Tells what went wrong; whether nothing did.
    func report(_ outcome: Outcome) -> Bool {
        switch outcome {
        case .finished: return true
        case .failed(let diagnostic), .disagreed(let diagnostic): complain(diagnostic)
        case .notWritten: say("a part is still to be written: it reached ...")
        }
        return false
    }

    // MARK: - Lessons

    /// Begins anew with a lesson's names; the path or the name of a bundled one.
    package func open(_ name: String) throws(FileProblem) {
        let path = try options.places.path(of: name)
        let lesson = try LessonFile(name: path, bytes: FileSystem.read(path, name: name))
        begin(lesson, path: path)
        observer =
            lesson.isScript
            ? ScriptPrinter(lesson, streams, picture: options.picture)
            : QuietPrinter(lesson, streams, name: path.lastComponent.withoutLessonSuffix)
        let report = workspace.runLesson()
        options.writingAside {
            observer?.finish(report)
            return true
        }
        observer = nil
    }

    /// Begins anew with nothing.
    func reset() { begin(nothing, path: nil) }

    private func begin(_ lesson: LessonFile, path: String?) {
        previous = workspace
        workspace = Workspace(
            lesson, path: path, files: options.files(of: path), options: options.run,
            isInterrupted: options.isInterrupted, onEvent: listener.receive)
    }

    /// Goes back to the session that `:load`, `:lesson` or `:reset` has left; whether there was one.
    func returnToPrevious() -> Bool {
        guard let former = previous else { return false }
        workspace = former
        previous = nil
        return true
    }

    // MARK: - Showing

    private func receive(_ event: LessonEvent) {
        if observer != nil {
            return options.writingAside {
                observer?.receive(event)
                return true
            }
        }
        guard case .output(let output) = event else { return }
        switch output {
        case .printed(let text): write(text)
        case .shown(let shown): writeLine(shown.text)
        case .note(let note): complain(note)
        case .picture(let image, let tint): draw(.picture(image, tint: tint))
        case .figure(let figure): draw(.figure(figure))
        }
    }

    private func draw(_ sight: Sight) {
        if let drawing = options.picture(sight) { writeLine(drawing, isWhole: true) }
    }

    private func write(_ text: String) {
        guard let last = text.utf8.last else { return }
        isWithinLine = last != UInt8(ascii: "\n")
        options.writingAside {
            streams.output.write(text)
            streams.output.flush()
            return !isWithinLine
        }
    }

    private func writeLine(_ text: String, isWhole: Bool = false) {
        endLine()
        write(isWhole ? text : text + "\n")
    }

    private func endLine() { if isWithinLine { write("\n") } }

    /// A word of the prompt's own, which is no result.
    func say(_ text: String) { writeLine(streams.outputInk.painted(text, .dim)) }

    func show(_ text: String) { writeLine(text, isWhole: text.hasSuffix("\n")) }

    func complain(_ diagnostic: Diagnostic) {
        lastCode = diagnostic.code
        endLine()
        options.writingAside {
            streams.complain(diagnostic)
            return true
        }
    }
}

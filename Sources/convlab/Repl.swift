import ArgumentParser
import Literate
import Terminal

/// `convlab repl [FILE]`
struct Repl: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Try statements at a prompt, with the names of a lesson if you like.",
        discussion: """
            FILE is a path or the name of a bundled lesson; it runs first. :help lists the commands of the prompt. \
            Without a terminal, a program is read from standard input.
            """)

    @Argument(help: "A lesson or a program to begin with.")
    var file: String?

    @Option(help: ArgumentHelp("The folder for files that a program writes.", valueName: "dir"))
    var out = "out"
    @Option(help: ArgumentHelp("Another folder that a program may read; may be given several times.", valueName: "dir"))
    var read: [String] = []
    @Option(help: ArgumentHelp("The folder with Lessons and assets.", valueName: "dir"))
    var root: String?
    @Option(help: "The seed of the random numbers.")
    var seed: UInt64?
    @Option(help: "Decimals shown.")
    var digits: Int?

    @OptionGroup(title: "Limits for each statement")
    var limits: LimitOptions

    @Option(help: PictureStyle.help)
    var images = PictureStyle.auto

    func validate() throws {
        if let digits, !FrontMatter.digitsRange.contains(digits) {
            throw ValidationError("--digits needs a whole number from 1 to \(FrontMatter.digitsRange.upperBound).")
        }
        if let root, !LessonPlaces.isRoot(root) {
            throw ValidationError("--root: \(root) does not hold both Lessons and assets.")
        }
    }

    func run() throws {
        let isConversation = StandardStreams.inputIsTerminal && StandardStreams.outputIsTerminal
        if isConversation { try converse() } else { try runInput() }
    }

    // MARK: - On a terminal

    private func converse() throws {
        let streams = LessonStreams.standard()
        let history = HistoryFile.prepare()
        let terminal = PromptTerminal(
            history: history?.path, showsProgress: StandardStreams.errorsAreTerminal && Ink.isCapable)
        var options = options
        options.isInterrupted = { terminal.isInterrupted }
        options.layout = { .terminal(width: StandardStreams.size.columns) }
        options.writingAside = terminal.interruptingProgress
        try reportingProblems(streams) {
            let prompt = try Prompt(options, streams)
            let conversation = Conversation(prompt, on: terminal, streams)
            let newHistory = history.flatMap { $0.isNew ? $0.path : nil }
            conversation.greet(version: Convlab.configuration.version, newHistory: newHistory)
            if let file { try conversation.open(file) }
            conversation.run()
        }
    }

    private var options: PromptOptions {
        var options = PromptOptions(places: LessonPlaces(root: root))
        options.outputFolder = out
        options.readFolders = read
        options.run.seed = seed
        options.run.digits = digits
        options.run.limits = limits.limits
        let style = images
        options.picture = { style.drawing(of: $0) }
        return options
    }

    // MARK: - Without one

    private func runInput() throws {
        let streams = LessonStreams.standard()
        guard let file else { return try sameAsRun() }
        try reportingProblems(streams) {
            let prompt = try Prompt(options, streams)
            try prompt.open(file)
            let program = String(decoding: try FileSystem.readStandardInput(), as: UTF8.self)
            if prompt.run(program) == .failed { throw ExitCode.checkFailed }
        }
    }

    /// A program from standard input is what `convlab run -` takes.
    private func sameAsRun() throws {
        var arguments = ["-", "--out", out, "--images", images.rawValue] + read.flatMap { ["--read", $0] }
        if let root { arguments += ["--root", root] }
        if let seed { arguments += ["--seed", "\(seed)"] }
        if let digits { arguments += ["--digits", "\(digits)"] }
        var run = try Run.parse(arguments)
        run.limits = limits
        try run.run()
    }
}

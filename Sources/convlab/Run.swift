import ArgumentParser
import Interpreter
import Literate
import Terminal

/// `convlab run FILE...`
struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run lessons or programs and check their results.",
        discussion: """
            A lesson is printed with fresh results, each marked; a program's output is its own. FILE is a path, the \
            name of a bundled lesson, or - for a program from standard input. Exit codes: 0; 1 a result differs or a \
            program ended in an error; 64 wrong usage; 65 a file cannot be read; 70 a bug of convlab.
            """)

    @Argument(help: "Lessons or programs.")
    var files: [String]

    @Flag(help: "Show failures and the last line only.")
    var quiet = false
    @Flag(help: "Put the solutions into the exercises.")
    var solutions = false
    @Flag(help: "On a terminal, ask before the results of a cell with a question are shown.")
    var ask = false
    @Flag(help: "Write a JSON array with one object for each file: its cells, results and errors.")
    var json = false

    @Flag(
        help: ArgumentHelp(
            "Write fresh results in place of those that disagree; --update=all also renews #>~ and adds missing ones."))
    var update = false
    @Flag(help: .private)
    var updateAll = false
    @Flag(help: "Show what --update would change, as a diff, and write nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("The folder for files that a program writes.", valueName: "dir"))
    var out = "out"
    @Option(help: ArgumentHelp("Another folder that a program may read; may be given several times.", valueName: "dir"))
    var read: [String] = []
    @Option(help: ArgumentHelp("The folder with Lessons and assets.", valueName: "dir"))
    var root: String?

    @Option(help: "The seed of the random numbers.")
    var seed: UInt64?
    @Option(help: "How many threads compute; results do not depend on it.")
    var threads: Int?
    @Option(help: "Decimals shown.")
    var digits: Int?

    @OptionGroup(title: "Limits for each file")
    var limits: LimitOptions

    @Option(help: PictureStyle.help)
    var images = PictureStyle.auto
    @Option(help: ArgumentHelp("Write a page of HTML (not built yet).", valueName: "file"))
    var html: String?

    func validate() throws {
        if html != nil { throw ValidationError("--html is not built yet.") }
        if let threads, threads < 1 { throw ValidationError("--threads needs a whole number from 1 on.") }
        if let digits, !FrontMatter.digitsRange.contains(digits) {
            throw ValidationError("--digits needs a whole number from 1 to \(FrontMatter.digitsRange.upperBound).")
        }
        if updateExtent != nil, files.contains("-") { throw ValidationError("Standard input cannot be updated.") }
        if let root, !LessonPlaces.isRoot(root) {
            throw ValidationError("--root: \(root) does not hold both Lessons and assets.")
        }
    }

    /// Nil when nothing is to be updated.
    var updateExtent: LessonUpdate.Extent? { updateAll ? .all : update || dryRun ? .disagreeing : nil }

    func run() throws {
        var runner = FileRunner(self)
        for file in files { runner.run(file) }
        runner.finish()
        if runner.exitCode != .success { throw runner.exitCode }
    }
}

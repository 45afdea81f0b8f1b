import ArgumentParser
import Imaging
import Interpreter
import Literate
import Syntax
import Terminal

/// `convlab filter IN.png... -k KERNEL -o OUT`
struct Filter: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Filter PNG pictures with a kernel.",
        discussion: """
            KERNEL is \(PictureFilter.names.joined(separator: ", ")). sobel is the magnitude of both directions. OUT is \
            a file for one picture, else a folder. 8 and 16 bits stay, alpha stays and is not filtered. Each result is \
            that of conv2d(x, kernel, padding="same"), rounded to the nearest level. Exit codes: 0; 64 wrong usage; \
            65 a file cannot be read or written, the others are filtered all the same.
            """)

    @Argument(help: ArgumentHelp("Pictures, or folders of pictures.", valueName: "in.png"))
    var inputs: [String]
    @Option(name: [.customShort("k"), .long], help: "The kernel's name.")
    var kernel: String
    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file or the folder to write.", valueName: "out"))
    var output: String

    @Option(help: "Rows and columns of blur (3 if not given) and gaussian (as --sigma needs).")
    var size: Int?
    @Option(help: "The width of gaussian, in pixels (1 if not given, or as --size needs).")
    var sigma: Double?
    @Option(help: "What surrounds the picture: zeros, reflect, replicate or circular.")
    var padding = PictureFilter.Padding.replicate
    @Flag(help: "Filter the brightness, 0.299 R + 0.587 G + 0.114 B, in place of each colour.")
    var gray = false
    @Option(help: "What is black and white: clip (0 and 1), fit, signed, or LO,HI.")
    var range = PictureFilter.Range.clip

    func run() throws {
        let streams = LessonStreams.standard()
        defer { streams.output.flush() }
        try reportingProblems(streams) { try run(streams) }
    }

    private func run(_ streams: LessonStreams) throws {
        let filter = try usage(streams) { try chosenFilter() }
        let files = try usage(streams) { try FilterFiles(inputs: inputs, output: output) }
        for problem in files.problems { streams.complain(problem.diagnostic) }
        if let folder = files.folder, !files.pairs.isEmpty { try FileSystem.makeFolders(folder, name: folder) }
        Interrupts.note()
        var bar = ProgressBar()
        var failureCount = files.problems.count
        var doneCount = 0
        FilterRun(files.pairs, filter, isInterrupted: { Interrupts.isPending }).run { progress in
            doneCount = progress.doneCount
            failureCount += progress.failures.count
            if !progress.failures.isEmpty { bar.hide() }
            for failure in progress.failures { streams.complain(failure) }
            bar.show(doneCount, of: progress.count)
        }
        bar.hide()
        if files.pairs.count > 1 { streams.output.write("\(doneCount) of \(files.pairs.count) pictures filtered\n") }
        if Interrupts.isPending { throw ExitCode.interrupted }
        if failureCount > 0 { throw ExitCode.badInput }
    }

    private func chosenFilter() throws -> PictureFilter {
        var filter = try PictureFilter.named(kernel, size: size, sigma: sigma)
        filter.padding = padding
        filter.isGray = gray
        filter.range = range
        return filter
    }

    /// What is wrong with the command itself.
    private func usage<Value>(_ streams: LessonStreams, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let problem as FilterFilesProblem {
            streams.complain(problem.diagnostic)
        } catch let problem as FilterProblem {
            var diagnostic = Diagnostic(problem)
            if case .unknownKernel(let name) = problem, let near = nearest(name, among: PictureFilter.names) {
                diagnostic.advice = [.didYouMean(near)]
            }
            streams.complain(diagnostic)
        }
        throw ExitCode.usage
    }
}

extension PictureFilter.Padding: ExpressibleByArgument {}

extension PictureFilter.Range: ExpressibleByArgument {
    public init?(argument: String) {
        switch argument {
        case "clip": self = .clip
        case "fit": self = .fit
        case "signed": self = .signed
        default:
            let ends = argument.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
            guard ends.count == 2, let low = ends[0], let high = ends[1], low < high, (high - low).isFinite else { return nil }
            self = .bounds(low...high)
        }
    }

    public var defaultValueDescription: String { "clip" }
}

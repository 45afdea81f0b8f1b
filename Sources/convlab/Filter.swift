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
            KERNEL is \(PictureFilter.names.joined(separator: ", ")), where sobel is the magnitude of both directions, or \
            FILE.cl, a program whose last value is a kernel or a function of an image. OUT is a file for one picture, \
            else a folder. 8 and 16 bits stay, alpha stays and is not filtered. Each result is that of conv2d(x, kernel, \
            padding="same"), rounded to the nearest level. Exit codes: 0; 1 FILE.cl ended in an error; 64 wrong usage; \
            65 a file cannot be read or written, the others are filtered all the same.
            """)

    @Argument(help: ArgumentHelp("Pictures, or folders of pictures.", valueName: "in.png"))
    var inputs: [String]
    @Option(name: [.customShort("k"), .long], help: "The kernel's name, or FILE.cl.")
    var kernel: String
    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The file or the folder to write.", valueName: "out"))
    var output: String

    @Option(parsing: .unconditional, help: "Rows and columns of blur (3 if not given) and gaussian (as --sigma needs).")
    var size: Int?
    @Option(parsing: .unconditional, help: "The width of gaussian, in pixels (1 if not given, or as --size needs).")
    var sigma: Double?
    @Option(help: "What surrounds the picture: zeros, reflect, replicate (if not given) or circular.")
    var padding: PictureFilter.Padding?
    @Flag(help: "Filter the brightness, 0.299 R + 0.587 G + 0.114 B, in place of each colour.")
    var gray = false
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "What is black and white: clip (0 and 1, if not given), fit, signed, or LO,HI.", valueName: "range"),
        transform: { try PictureFilter.Range(text: $0) })
    var range: PictureFilter.Range?

    func run() throws {
        let streams = LessonStreams.standard()
        defer { streams.output.flush() }
        try reportingProblems(streams) { try run(streams) }
    }

    private func run(_ streams: LessonStreams) throws {
        let files = try usage(streams) { try FilterFiles(inputs: inputs, output: output) }
        Interrupts.note()
        let filter = try usage(streams) { try chosenFilter() }
        for problem in files.problems { streams.complain(problem.diagnostic) }
        if let folder = files.folder, !files.pairs.isEmpty { try FileSystem.makeFolders(folder, name: folder) }
        var bar = ProgressBar()
        var failureCount = files.problems.count
        var doneCount = 0
        FilterRun(files.pairs, filter, isInterrupted: { Interrupts.isPending }).run { progress in
            doneCount = progress.doneCount
            failureCount += progress.failures.count
            if !progress.failures.isEmpty { bar.hide() }
            for failure in progress.failures where failure.code != "limit-interrupted" { streams.complain(failure) }
            bar.show(doneCount, of: progress.count)
        }
        bar.hide()
        if files.pairs.count > 1 { streams.output.write(Self.summary(doneCount, failureCount, of: files.pairs.count)) }
        if Interrupts.isPending { throw ExitCode.interrupted }
        if failureCount > 0 { throw ExitCode.badInput }
    }

    /// Every picture that nobody complained about was filtered, unless the run ended before.
    private static func summary(_ done: Int, _ failed: Int, of count: Int) -> String {
        "\(done) of \(count) pictures filtered" + (done + failed < count ? ", then stopped\n" : "\n")
    }

    private func chosenFilter() throws -> FilterRun.Filter {
        guard kernel.hasSuffix(".cl") else {
            return .kernel(configured(try PictureFilter.named(kernel, size: size, sigma: sigma)))
        }
        for (option, isGiven) in [("--size", size != nil), ("--sigma", sigma != nil)] where isGiven {
            throw FilterProblem.optionOfProgram(option)
        }
        let places = LessonPlaces(root: nil)
        let program = try FilterProgram(at: kernel, places: places, isInterrupted: { Interrupts.isPending })
        switch program.meaning {
        case .kernel(let kernel): return .kernel(configured(PictureFilter(kernel)))
        case .function(let function):
            if padding != nil { throw FilterProblem.optionOfProgram("--padding") }
            function.isGray = gray
            function.range = range ?? .clip
            return .function(function)
        }
    }

    private func configured(_ filter: PictureFilter) -> PictureFilter {
        var filter = filter
        filter.padding = padding ?? .replicate
        filter.isGray = gray
        filter.range = range ?? .clip
        return filter
    }

    /// What is wrong with the command itself.
    private func usage<Value>(_ streams: LessonStreams, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let problem as FilterFilesProblem {
            streams.complain(problem.diagnostic)
        } catch let problem as FilterProblem {
            streams.complain(Diagnostic(problem, kernels: PictureFilter.names))
        } catch let problem as FilterProgram.Absent {
            streams.complain(problem.diagnostic)
            throw ExitCode.badInput
        } catch let diagnostic as Diagnostic {
            // of the program
            streams.complain(diagnostic)
            throw ExitCode.checkFailed
        }
        throw ExitCode.usage
    }
}

extension Diagnostic {
    /// With what was probably meant: a name that is nearly right, or a call in place of an option.
    fileprivate init(_ problem: FilterProblem, kernels: [String]) {
        self.init(problem)
        guard case .unknownKernel(let given) = problem else { return }
        let name = String(given.prefix { $0 != "(" })
        let arguments = given.dropFirst(name.count).filter { !"() ".contains($0) }.split(separator: ",")
        if name.isEmpty || name.hasPrefix("[") {
            reasons.append("a kernel of your own is the last line of a file, as in -k mine.cl")
        } else if name != given, kernels.contains(name.replacing("_", with: "-")) {
            let options = zip(["--size", "--sigma"], arguments).map { " \($0) \($1)" }.joined()
            advice.append(.write("-k \(name)\(options)"))
        } else if let near = kernels.first(where: { $0 == name.lowercased() }) ?? nearest(name, among: kernels) {
            advice.append(.didYouMean(near))
        }
    }
}

extension PictureFilter.Padding: ExpressibleByArgument {}

extension PictureFilter.Range {
    /// `fit`, `-1,1` or, as the language writes a pair, `(-1, 1)`.
    fileprivate init(text: String) throws {
        switch text {
        case "clip": self = .clip
        case "fit": self = .fit
        case "signed": self = .signed
        default:
            let ends = text.filter { !"()[] ".contains($0) }.split(separator: ",", omittingEmptySubsequences: false)
            guard ends.count == 2, let low = Double(ends[0]), let high = Double(ends[1]), (high - low).isFinite,
                low < high
            else {
                throw ValidationError(
                    "--range is clip, fit, signed, or two numbers, the lower one first: --range -1,1.")
            }
            self = .bounds(low...high)
        }
    }
}

import ArgumentParser
import Interpreter
import Literate
import Syntax
import Terminal

/// `convlab explain [CODE]`
struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what a message means, with a program that shows it and one that works.",
        discussion: "The code is what stands in the brackets of a message: error[CODE]. Without one, all are listed.")

    @Argument(help: "A code, as in shape-matmul.")
    var code: String?

    func run() throws {
        let streams = LessonStreams.standard()
        defer { streams.output.flush() }
        guard let code else { return streams.output.write(Explanation.overview) }
        guard let page = Explanation.of(code) else {
            let near = Explanation.nearest(code).map { "did you mean \($0)?" } ?? "convlab explain lists all."
            throw ValidationError("There is no message \(code); \(near)")
        }
        try reportingProblems(streams) {
            let isTerminal = StandardStreams.outputIsTerminal
            let layout = isTerminal ? LessonPrinter.Layout.terminal(width: StandardStreams.size.columns) : .file
            try ExplanationPrinter(streams, layout: layout, places: LessonPlaces(root: nil)).show(page)
        }
    }
}

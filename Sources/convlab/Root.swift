import ArgumentParser
import Literate
import Terminal

/// `convlab root`
struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say where lessons and assets are found, and why.",
        discussion: "With a lesson: where its assets come from.")

    @Argument(help: "A lesson.")
    var lesson: String?
    @Option(help: ArgumentHelp("The folder with Lessons and assets.", valueName: "dir"))
    var root: String?

    func run() throws {
        let streams = LessonStreams.standard()
        let places = LessonPlaces(root: root)
        defer { streams.output.flush() }
        try reportingProblems(streams) {
            let found = try? places.root(for: lesson)
            if let found { streams.output.write(found + "\n") }
            for attempt in places.attempts(for: lesson) {
                let verdict = attempt.isRoot ? (attempt.folder == found ? "used" : "also a root") : "not a root"
                streams.output.write("  \(attempt.why): \(attempt.folder) (\(verdict))\n")
            }
            if found == nil { _ = try places.root(for: lesson) }
        }
    }
}

import ArgumentParser
import Literate
import Terminal

/// `convlab install --prefix P`
struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the program, the lessons and the assets.",
        discussion: "They go to PREFIX/bin/convlab and PREFIX/share/convlab.")

    @Option(help: ArgumentHelp("The folder to install under, as in /usr/local.", valueName: "dir"))
    var prefix: String
    @Option(help: ArgumentHelp("The folder with Lessons and assets.", valueName: "dir"))
    var root: String?

    func run() throws {
        let streams = LessonStreams.standard()
        defer { streams.output.flush() }
        try reportingProblems(streams) {
            let places = LessonPlaces(root: root)
            for path in try Installation(prefix: prefix, root: places.root()).copy() {
                streams.output.write(path + "\n")
            }
        }
    }
}

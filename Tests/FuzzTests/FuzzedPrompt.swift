import Literate
import Syntax
import Terminal

/// A prompt without a terminal, with tight limits and a folder of its own.
final class FuzzedPrompt {
    let prompt: Prompt
    let folder: String
    private let output = Collected()

    private final class Collected { var bytes: [UInt8] = [] }

    init(folder: String) throws {
        self.folder = folder
        var options = PromptOptions(places: LessonPlaces(root: "/nowhere"))
        options.outputFolder = folder + "/out"
        options.run.limits = Sandbox().limits
        let output = output
        let stream = TextStream { output.bytes += $0 }
        prompt = try Prompt(options, LessonStreams(output: stream, errors: stream))
    }

    /// What an entry shows.
    func enter(_ entry: String) -> String {
        output.bytes = []
        _ = prompt.run(entry)
        return String(decoding: output.bytes, as: UTF8.self)
    }

    /// What is entered in lines until the prompt takes it as a whole, as from a keyboard.
    func enterLines(_ text: String) -> String {
        var shown = ""
        var entry = Entry()
        // two empty lines end whatever is open
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + ["", ""]
        where entry.add(line) {
            if !entry.isCommand { shown += enter(entry.text) }
            entry = Entry()
        }
        return shown
    }

    func text(of name: String) throws -> String {
        String(decoding: try FileSystem.read(folder + "/" + name, name: name), as: UTF8.self)
    }

    /// What a run of a saved session finds that differs.
    func objections(to name: String) throws -> [String] {
        let path = folder + "/" + name
        let lesson = try LessonFile(name: name, bytes: FileSystem.read(path, name: name))
        let files = LessonFiles(lesson: path, outputFolder: folder + "/out", places: LessonPlaces(root: "/nowhere"))
        var options = RunOptions()
        options.limits = Sandbox().limits
        (options.limits.steps, options.limits.seconds) = (options.limits.steps.map { 50 * $0 }, 20)
        let report = LessonRunner(lesson, files: files, options: options).run()
        let errors = report.cells.flatMap(\.errors).map { DiagnosticRenderer().render($0) }
        return errors + report.cells.flatMap(\.checks).compactMap { $0.mismatch?.sentence }
    }
}

import Literate
import Syntax
import Terminal

/// A prompt without a terminal: entries go in as text, and what a person would see comes out.
final class TypedPrompt {
    let prompt: Prompt
    /// A folder of its own, removed with it.
    let folder: String
    private let output = Collected()

    private final class Collected { var bytes: [UInt8] = [] }

    init(_ configure: (inout PromptOptions) -> Void = { _ in }) throws {
        folder = "/tmp/convlab-prompt-\(UInt64.random(in: 0 ... .max))"
        try FileSystem.makeFolders(folder, name: folder)
        var options = PromptOptions(places: LessonPlaces(root: "/nowhere"))
        options.outputFolder = folder.appending(path: "out")
        configure(&options)
        let output = output
        let stream = TextStream { output.bytes += $0 }
        let streams = LessonStreams(output: stream, errors: stream)
        prompt = try Prompt(options, streams)
    }

    deinit { FileSystem.removeFolder(folder) }

    /// What an entry shows, without the last line end; errors and notes among it.
    @discardableResult
    func enter(_ entry: String) -> String {
        output.bytes = []
        _ = prompt.run(entry)
        let text = String(decoding: output.bytes, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    func path(_ name: String) -> String { folder.appending(path: name) }

    func write(_ name: String, _ text: String) throws {
        try FileSystem.makeFolders(path(name).folder, name: name)
        try FileSystem.write(Array(text.utf8), to: path(name), name: name)
    }

    func text(_ name: String) throws -> String {
        String(decoding: try FileSystem.read(path(name), name: name), as: UTF8.self)
    }

    /// What `convlab run` says of a file.
    func summary(of name: String) throws -> String {
        let lesson = try LessonFile(name: name, bytes: FileSystem.read(path(name), name: name))
        let files = LessonFiles(lesson: path(name), places: LessonPlaces(root: "/nowhere"))
        return LessonRunner(lesson, files: files).run().summary.sentence
    }
}

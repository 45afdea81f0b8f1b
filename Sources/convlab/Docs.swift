import ArgumentParser
import Interpreter
import Literate
import Terminal

/// `convlab docs [NAME]`
struct Docs: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what a function does, or list all.",
        discussion: "A name gives its page; other words are searched for.")

    @Argument(help: "A function, or words to search for.")
    var words: [String] = []

    func run() throws {
        let output = StandardStreams.output()
        defer { output.flush() }
        guard !words.isEmpty else { return output.write(Builtin.overview) }
        let query = words.joined(separator: " ")
        guard let text = HelpSearch.text(for: query) else {
            throw ValidationError("Nothing is called \(query), or says so of itself.")
        }
        output.write(text)
    }
}

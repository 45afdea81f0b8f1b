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
        if words.count == 1, let builtin = Builtin.named(words[0]) { return output.write(builtin.page) }
        let found = Builtin.search(words.joined(separator: " "))
        guard !found.isEmpty else {
            throw ValidationError("nothing is called \(words.joined(separator: " ")), or says so of itself")
        }
        for builtin in found { output.write("\(builtin.signature)\n    \(builtin.summary)\n") }
    }
}

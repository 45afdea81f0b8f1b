import ArgumentParser

/// The program `convlab`: one subcommand a file, listed here.
struct Convlab: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convlab",
        abstract: "A small language for learning convolutional networks, and its lessons.",
        discussion: """
            convlab run 05_pooling       a bundled lesson, by its name
            convlab run mine.cl          a lesson or a program of your own
            convlab repl                 a prompt to try things at
            convlab filter cat.png -k blur -o soft.png   a filtered picture
            convlab lessons              all bundled lessons, and whether their results hold
            convlab docs conv2d          what a function does
            convlab explain shape-outer  what a message means
            """,
        version: "0.1.0",
        subcommands: [Run.self, Repl.self, Filter.self, Lessons.self, Docs.self, Explain.self, Root.self, Install.self])

    /// The parser has no options whose value may be left out, so `--update=all` reaches it as a flag of its own.
    static func spelledOut(_ argument: String) -> String {
        argument == "--update=all" ? "--update-all" : argument
    }
}

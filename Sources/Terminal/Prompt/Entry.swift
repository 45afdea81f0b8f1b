import Syntax

/// Gathers the lines of one entry until they are a whole piece of program, or a command.
package struct Entry: Equatable {
    /// All lines so far.
    package private(set) var text = ""
    private var lineCount = 0
    private var blankLines = 0

    package init() {}

    package var isEmpty: Bool { lineCount == 0 }

    package var isCommand: Bool { text.hasPrefix(":") }

    /// Adds what was typed before Enter, or pasted; true when the entry is complete.
    package mutating func add(_ typed: String) -> Bool {
        text += (lineCount > 0 ? "\n" : "") + typed
        lineCount += 1
        let isBlank = typed.allSatisfy(\.isWhitespace)
        blankLines = isBlank ? blankLines + 1 : 0
        if lineCount == 1, isBlank { return true }
        if isCommand, !text.hasPrefix(":time ") { return true }
        // nobody should be caught behind a bracket that was never closed
        if blankLines >= Self.endingBlankLines { return true }
        // what is pasted, or comes from the history, has its end already
        return !isIncomplete(text + (typed.contains("\n") ? "\n\n" : "\n"))
    }

    private static let endingBlankLines = 2

    private func isIncomplete(_ text: String) -> Bool {
        let program = isCommand ? String(text.dropFirst(":time ".count)) : text
        return parse(Source(name: "<prompt>", text: program)).isIncomplete
    }
}

import Literate
import Syntax

/// The prompt on a person's terminal: reads entries until the person leaves.
package final class Conversation {
    private let prompt: Prompt
    private let terminal: PromptTerminal
    private let streams: LessonStreams

    package init(_ prompt: Prompt, on terminal: PromptTerminal, _ streams: LessonStreams) {
        self.prompt = prompt
        self.terminal = terminal
        self.streams = streams
    }

    /// - Parameter history: the file that keeps the entries, if it is new: it is said once.
    package func greet(version: String, newHistory: String?) {
        let greeting = "convlab \(version). :help tells what there is, Ctrl-D leaves."
        streams.output.write(streams.outputInk.painted(greeting, .dim) + "\n")
        if let newHistory {
            let notice = "What you type is kept in \(newHistory), for you alone."
            streams.output.write(streams.outputInk.painted(notice, .dim) + "\n")
        }
        streams.output.flush()
    }

    /// Begins with a lesson's names.
    package func open(_ name: String) throws(FileProblem) {
        defer { terminal.takeInterrupt() }
        try terminal.showingProgress { () throws(FileProblem) in try prompt.open(name) }
    }

    package func run() {
        var entry = Entry()
        terminal.complete = { [prompt] line in
            prompt.completer.complete(entry.isEmpty ? line : entry.text + "\n" + line)
        }
        while true {
            switch terminal.read(prompt: text(of: entry)) {
            case .interrupted: entry = Entry()
            // in the middle of an entry it is meant for the entry
            case .end: if entry.isEmpty { return } else { entry = Entry() }
            case .text(let typed):
                guard entry.add(typed) else { continue }
                let ending = run(entry)
                if ending == .left { return }
                entry = Entry()
            }
        }
    }

    private func text(of entry: Entry) -> String {
        streams.outputInk.paintedPrompt(entry.isEmpty ? "cl> " : "..> ", [.bold, .cyan])
    }

    private func run(_ entry: Entry) -> Prompt.Ending {
        let text = entry.text.withoutBlankEnd
        guard !text.isEmpty else { return .finished }
        terminal.remember(text)
        defer { terminal.takeInterrupt() }
        return terminal.showingProgress { prompt.run(entry.text) }
    }
}

extension String {
    /// Without the empty lines that ended the entry.
    fileprivate var withoutBlankEnd: String {
        var text = self[...]
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}

/// The file that keeps what was typed, from session to session.
package enum HistoryFile {
    /// Where the system wants a program's state, and whether the file was made just now; nil where it cannot be made.
    package static func prepare() -> (path: String, isNew: Bool)? {
        guard let folder = folder else { return nil }
        let path = folder.appending(path: "history")
        if FileSystem.kind(of: path) == .file { return (path, false) }
        do {
            try FileSystem.makeFolders(folder, name: folder)
            // others need not know what somebody tried
            try FileSystem.write([], to: path, name: path, mode: 0o600)
            return (path, true)
        } catch {
            return nil
        }
    }

    private static var folder: String? {
        if let state = FileSystem.environment("XDG_STATE_HOME"), state.hasPrefix("/") {
            return state.appending(path: "convlab")
        }
        return FileSystem.environment("HOME").map { $0.appending(path: ".local/state/convlab") }
    }
}

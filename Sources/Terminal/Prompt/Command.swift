import Syntax

/// What a line that begins with a colon asks of the prompt itself.
package struct Command: Equatable {
    package enum Name: String, CaseIterable {
        case help, explain, type, time, save, load, reset, lesson, undo, quit
    }

    package var name: Name
    package var argument: String
    /// The bytes before the argument, so that messages can point into the line.
    package var argumentStart: Int

    /// Reads a line; `:q` is enough where one command begins so.
    package init(_ line: String) throws(Diagnostic) {
        let word = line.dropFirst().prefix { !$0.isWhitespace }
        let rest = line[word.endIndex...].drop(while: \.isWhitespace)
        guard let name = Self.name(for: String(word)) else {
            let sentence = word.isEmpty ? "a colon needs a command" : "there is no command :\(word)"
            throw Diagnostic(code: "name-command", sentence, advice: [Self.advice(for: String(word))])
        }
        self.name = name
        argument = rest.trimmedAtEnd
        argumentStart = line.utf8.distance(from: line.startIndex, to: rest.startIndex)
        try check()
    }

    private static func name(for word: String) -> Name? {
        guard !word.isEmpty else { return nil }
        let candidates = Name.allCases.filter { $0.rawValue.hasPrefix(word) }
        return Name(rawValue: word) ?? (candidates.count == 1 ? candidates[0] : nil)
    }

    private static func advice(for word: String) -> Diagnostic.Advice {
        guard let near = nearest(word, among: names) else { return .see(":help") }
        return .didYouMean(":" + near)
    }

    private func check() throws(Diagnostic) {
        guard argument.isEmpty, name == .type || name == .time || name == .save || name == .load else { return }
        throw Diagnostic(code: "syntax-command", ":\(name.rawValue) needs \(name.need)", advice: [.see(":help")])
    }

    package static let names = Name.allCases.map(\.rawValue)
}

extension Substring {
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}

extension Command.Name {
    /// As `:help` writes it, with what it does.
    var help: (form: String, sentence: String) {
        switch self {
        case .help: (":help [NAME]", "this page, or what NAME does, with an example")
        case .explain: (":explain [CODE]", "what the last message means, or the one with this code")
        case .type: (":type EXPRESSION", "what kind of value it has, and its shape")
        case .time: (":time STATEMENT", "runs it and tells its seconds and its memory")
        case .save: (":save FILE.cl", "writes the session as a lesson, with its results")
        case .load: (":load FILE", "begins anew with the names of a lesson or program")
        case .reset: (":reset", "begins anew with no names")
        case .lesson: (":lesson [NAME]", "lists the bundled lessons, or begins anew with one")
        case .undo: (":undo", "takes back the last statement, or a :load, :lesson or :reset")
        case .quit: (":quit", "leaves, as Ctrl-D does")
        }
    }

    fileprivate var need: String {
        switch self {
        case .type: "an expression"
        case .time: "a statement"
        default: "a file"
        }
    }
}

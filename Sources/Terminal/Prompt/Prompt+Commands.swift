import Interpreter
import Literate
import Syntax

// What the lines that begin with a colon do.
extension Prompt {
    func runCommand(_ source: Source) -> Ending {
        let whole = Span(0, source.bytes.count)
        do {
            let command = try Command(source.text(whole))
            return try run(command, source) ? .finished : command.name == .quit ? .left : .failed
        } catch let problem as FileProblem {
            complain(problem.diagnostic)
        } catch var diagnostic as Diagnostic {
            if diagnostic.source == nil { (diagnostic.source, diagnostic.span) = (source, whole) }
            complain(diagnostic)
        } catch {
            complain(Diagnostic(code: "limit-internal", "\(error)"))
        }
        return .failed
    }

    private func run(_ command: Command, _ source: Source) throws -> Bool {
        let argument = min(command.argumentStart, source.bytes.count)..<source.bytes.count
        switch command.name {
        case .help: return help(about: command.argument)
        case .explain: return try explain(command.argument)
        case .type: return try type(source, in: argument)
        case .time: return time(source, in: argument)
        case .save: try save(as: command.argument)
        case .load: try open(command.argument)
        case .lesson: try lesson(command.argument)
        case .reset:
            reset()
            say("began anew; :undo brings the names back")
        case .undo: return undo()
        case .quit: return false
        }
        return true
    }

    // MARK: - Help

    private func help(about name: String) -> Bool {
        guard !name.isEmpty else {
            show(Self.page)
            return true
        }
        let commandName = name.hasPrefix(":") ? String(name.dropFirst()) : name
        if let command = Command.Name(rawValue: commandName), name.hasPrefix(":") || Builtin.named(name) == nil {
            show("\(command.help.form)\n    \(command.help.sentence)")
            return true
        }
        let isBound = workspace.session.value(of: name) != nil || Builtin.isKnown(name)
        let tree = parse(Source(name: "<help>", text: isBound ? "help(\(name))" : "help(\(quoted(name)))")).tree
        guard !tree.statements.isEmpty else { return true }
        return report(workspace.runAside(tree, statement: 0))
    }

    private static let page: String = {
        let rows = Command.Name.allCases.map(\.help)
        let width = rows.map(\.form.count).max() ?? 0
        let lines = rows.map { $0.form + String(repeating: " ", count: width - $0.form.count + 2) + $0.sentence + "\n" }
        return lines.joined() + """

            A line shows the value of its last expression; an empty line ends a block.
            help(conv2d) tells what conv2d does, with an example. Tab completes names,
            arguments, fields and files; Up and Ctrl-R find what was typed before.
            Ctrl-C stops what runs and keeps the session.

            """
    }()

    /// The page of a code, or of what was complained about last.
    private func explain(_ word: String) throws -> Bool {
        guard let code = word.isEmpty ? lastCode : word else {
            show(Explanation.overview)
            return true
        }
        guard let page = Explanation.of(code) else {
            let advice = Explanation.nearest(code).map { Diagnostic.Advice.didYouMean($0) } ?? .see(":explain")
            throw Diagnostic(code: "name-code", "there is no message \(code)", advice: [advice])
        }
        try ExplanationPrinter(streams, layout: options.layout(), places: options.places).show(page)
        return true
    }

    // MARK: - Looking closer

    private func type(_ source: Source, in range: Range<Int>) throws -> Bool {
        let parsed = parse(source, in: range)
        guard parsed.diagnostics.isEmpty else {
            parsed.diagnostics.forEach(complain)
            return false
        }
        show(try workspace.typeText(of: parsed.tree))
        return true
    }

    private func time(_ source: Source, in range: Range<Int>) -> Bool {
        let (succeeded, cost) = workspace.session.measuring { runProgram(source, in: range) }
        say(cost.sentence)
        return succeeded
    }

    // MARK: - Files

    private func save(as name: String) throws {
        let path = name.hasSuffix(".cl") ? name : name + ".cl"
        let text = SavedSession(workspace, title: path.lastComponent.withoutLessonSuffix).text
        var former = ""
        if FileSystem.kind(of: path) == .file {
            // a lesson that somebody wrote by hand is not lost to a slip
            try FileSystem.write(FileSystem.read(path, name: path), to: path + "~", name: path + "~")
            former = "; the former one is \(path)~"
        }
        try FileSystem.write(Array(text.utf8), to: path, name: path)
        say("saved \(path)\(former)")
    }

    private func lesson(_ name: String) throws {
        guard name.isEmpty else { return try open(name) }
        let rows = try options.places.lessons().map { path in
            let title = try LessonFile(name: path, bytes: FileSystem.read(path, name: path)).title
            return (name: path.lastComponent.withoutLessonSuffix, title: title)
        }
        let width = rows.map(\.name.displayWidth).max() ?? 0
        for row in rows {
            show(row.name + String(repeating: " ", count: width - row.name.displayWidth + 2) + row.title)
        }
    }

    // MARK: - Going back

    private func undo() -> Bool {
        switch workspace.undo() {
        case .tookBack(let code):
            let lines = code.split(separator: "\n")
            say("took back " + (lines.first.map(String.init) ?? "") + (lines.count > 1 ? " ..." : ""))
        case .tooLongAgo:
            say("what was before that is not kept any more")
            return false
        case .nothingLeft:
            guard returnToPrevious() else {
                say("there is nothing to take back")
                return false
            }
            say("back in the session before")
        }
        return true
    }
}

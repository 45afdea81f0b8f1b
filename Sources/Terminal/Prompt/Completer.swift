import Interpreter
import Literate
import Syntax

/// Offers what may stand at the cursor: names, keyword arguments, fields and methods, files, commands.
package struct Completer {
    private let session: Session
    private let files: LessonFiles
    private let places: LessonPlaces

    package init(_ session: Session, files: LessonFiles, places: LessonPlaces) {
        self.session = session
        self.files = files
        self.places = places
    }

    /// Completes the end of a text: an entry up to the cursor, with the lines before.
    package func complete(_ text: String) -> Completion {
        switch CursorContext(before: text) {
        // a tab at the start of a line is meant as one
        case .indentation: Completion(candidates: ["    "])
        case .command(let prefix): choose(Command.names, prefix)
        case .commandArgument(let command, let prefix): choose(arguments(of: command, prefix), prefix)
        case .text("help", let prefix): choose(HelpEntry.names + Explanation.all.map(\.code), prefix)
        case .text(let function, let prefix): choose(fileNames(for: function, prefix), prefix)
        case .member(let receiver, let prefix): choose(members(of: receiver), prefix)
        case .name(let prefix, let function):
            choose(nameCandidates(prefix, in: function), prefix)
        case .nothing: Completion()
        }
    }

    private func choose(_ candidates: [String], _ prefix: String) -> Completion {
        var seen: Set<String> = []
        let found = candidates.filter { $0.hasPrefix(prefix) && seen.insert($0).inserted }
        return Completion(candidates: found, replacedCount: prefix.utf8.count)
    }

    // MARK: - Names

    /// The words that can begin something; those that only say what to write instead are left out.
    private static let keywords =
        [
            Keyword.true, .false, .none, .and, .or, .not, .in, .is, .if, .elif, .else, .for, .while, .break, .continue,
            .pass, .def, .return, .assert, .expect, .agree,
        ].map(\.rawValue)

    private var names: [String] { session.assignedNames + Builtin.names + Constant.all.map(\.name) + Self.keywords }

    private func nameCandidates(_ prefix: String, in function: String?) -> [String] {
        guard let function else { return names }
        let arguments = session.parameterNames(of: function).map { $0 + "=" }
        // where nothing is typed yet, all names there are would hide the arguments
        return prefix.isEmpty && !arguments.isEmpty ? arguments : arguments + names
    }

    private func members(of receiver: CursorContext.Receiver) -> [String] {
        switch receiver {
        case .names(let chain): session.memberNames(of: chain)
        case .string: Session.textMembers
        case .expression: session.memberNames(of: [])
        }
    }

    // MARK: - Files

    private func fileNames(for function: String, _ prefix: String) -> [String] {
        switch function {
        case "load_png": files.names(from: prefix, suffix: ".png")
        case "use": files.names(from: prefix, suffix: ".cl")
        default: []
        }
    }

    private func arguments(of command: String, _ prefix: String) -> [String] {
        switch Command.Name(rawValue: command) {
        case .load: lessonFiles(prefix) + lessonNames
        case .save: lessonFiles(prefix)
        case .lesson: lessonNames
        case .help: Command.names + session.assignedNames + HelpEntry.names
        case .explain: Explanation.all.map(\.code)
        default: names
        }
    }

    private var lessonNames: [String] { ((try? places.lessons()) ?? []).map(\.lastComponent.withoutLessonSuffix) }

    /// As in a shell: from the current folder.
    private func lessonFiles(_ prefix: String) -> [String] {
        let folder = prefix.hasSuffix("/") ? String(prefix.dropLast()) : prefix.folder
        let names = FileSystem.entries(of: folder.isEmpty ? "/" : folder, suffix: ".cl")
        return names.map { prefix.contains("/") ? folder.appending(path: $0) : $0 }
    }
}

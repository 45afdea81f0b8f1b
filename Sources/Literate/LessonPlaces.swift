import Syntax

/// Finds lessons and assets: the root is a folder with both `Lessons/` and `assets/`.
///
/// Nothing is looked for before it is needed, so that a script that uses no asset never touches the disk for it.
package struct LessonPlaces: Sendable {
    /// One place where the root was looked for, for `convlab root`.
    package struct Attempt: Equatable, Sendable {
        package var why: String
        package var folder: String
        package var isRoot: Bool
    }

    private let named: String?
    private let environment: String?
    private let currentFolder: String
    private let executable: String?

    package init(
        root: String? = nil, environment: String? = FileSystem.environment("CONVLAB_ROOT"),
        currentFolder: String = FileSystem.currentFolder, executable: String? = FileSystem.executable
    ) {
        named = root
        self.environment = environment.flatMap { $0.isEmpty ? nil : $0 }
        self.currentFolder = currentFolder
        self.executable = executable
    }

    /// The root for a lesson, or for no lesson in particular.
    package func root(for lesson: String? = nil) throws(FileProblem) -> String {
        // a folder that somebody names is meant, so a wrong one is said and not passed over
        if let folder = named ?? environment {
            guard Self.isRoot(folder) else { throw .noRoot(folder: folder) }
            return folder
        }
        guard let found = attempts(for: lesson).first(where: \.isRoot) else { throw .noRoot(folder: nil) }
        return found.folder
    }

    /// Every place in the order of trying.
    package func attempts(for lesson: String? = nil) -> [Attempt] {
        var attempts: [Attempt] = []
        func add(_ why: String, _ folder: String?) {
            guard let folder else { return }
            attempts.append(Attempt(why: why, folder: folder, isRoot: Self.isRoot(folder)))
        }
        add("--root", named)
        add("CONVLAB_ROOT", environment)
        add("upward from the lesson", lesson.flatMap(FileSystem.resolved).map { upward(from: $0.folder) })
        add("upward from the current folder", upward(from: currentFolder))
        add("beside the program", executable.map { beside($0) })
        add("upward from the program", executable.map { upward(from: $0.folder) })
        return attempts
    }

    private func beside(_ executable: String) -> String {
        let prefix = executable.folder.folder
        return prefix.appending(path: "share/convlab")
    }

    /// The first root on the way up; where there is none, the folder itself.
    private func upward(from folder: String) -> String {
        var candidate = folder
        while !Self.isRoot(candidate) {
            if candidate == "/" || candidate == "." { return folder }
            candidate = candidate.folder
        }
        return candidate
    }

    package static func isRoot(_ folder: String) -> Bool {
        FileSystem.kind(of: folder.appending(path: "Lessons")) == .folder
            && FileSystem.kind(of: folder.appending(path: "assets")) == .folder
    }

    // MARK: - Lessons

    /// The path of a file or, by its name, of a bundled lesson.
    package func path(of name: String) throws(FileProblem) -> String {
        switch FileSystem.kind(of: name) {
        case .file, .other: return name
        case .folder: throw .notAFile(name: name)
        case nil: break
        }
        guard !name.contains("/") else { throw .noLesson(name: name, suggestion: nil) }
        guard let folder = try? root().appending(path: "Lessons") else { throw .noLesson(name: name, suggestion: nil) }
        let wanted = name.withoutLessonSuffix
        let candidate = folder.appending(path: wanted + ".cl")
        if FileSystem.kind(of: candidate) == .file { return candidate }
        throw .noLesson(name: name, suggestion: suggestion(for: wanted, in: folder))
    }

    /// The bundled lessons, in order.
    package func lessons() throws(FileProblem) -> [String] {
        let folder = try root().appending(path: "Lessons")
        return FileSystem.names(in: folder).filter { $0.hasSuffix(".cl") }.map { folder.appending(path: $0) }
    }

    private func suggestion(for name: String, in folder: String) -> String? {
        let lessons = FileSystem.names(in: folder).filter { $0.hasSuffix(".cl") }.map(\.withoutLessonSuffix)
        if let lesson = nearest(name, among: lessons) { return lesson }
        // `pooling` for `05_pooling`
        let words = lessons.filter { $0.hasSuffix("_" + name) || $0.hasPrefix(name + "_") }
        return words.first
    }
}

extension String {
    package var withoutLessonSuffix: String { hasSuffix(".cl") ? String(dropLast(3)) : self }
}

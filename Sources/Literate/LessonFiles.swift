import Syntax

/// What a lesson's program may read and write.
///
/// A name is looked up in the lesson's folder, then in the output folder, then among the bundled assets; written
/// names lie below the output folder. Neither `..` nor a symbolic link leads out of these folders.
package struct LessonFiles: Sendable {
    private let lesson: String?
    private let lessonFolder: String
    private let outputFolder: String
    private let extraFolders: [String]
    private let places: LessonPlaces

    /// - Parameters:
    ///   - lesson: its path; nil for a program from standard input, whose folder is the current one.
    ///   - readFolders: folders of `--read`.
    package init(lesson: String?, outputFolder: String = "out", readFolders: [String] = [], places: LessonPlaces) {
        self.lesson = lesson
        lessonFolder = lesson.map { (FileSystem.resolved($0) ?? $0).folder } ?? "."
        self.outputFolder = outputFolder
        extraFolders = readFolders
        self.places = places
    }

    // MARK: - Reading

    package func read(_ name: String) throws(FileProblem) -> [UInt8] {
        guard name.canNameFile else { throw .noName(name: name) }
        for place in candidates(for: name) {
            guard let folder = FileSystem.resolved(place.folder) else { continue }
            let path = place.name.hasPrefix("/") ? place.name : folder.appending(path: place.name)
            guard let found = FileSystem.resolved(path) else { continue }
            guard found.isInside(folder) else {
                // an absolute name may still lie in the next folder; a link that leads out is never followed
                if name.hasPrefix("/") { continue }
                throw .outside(name: name, isWritten: false)
            }
            return try FileSystem.read(found, name: name)
        }
        if name.hasPrefix("/") || name.normalizedPath == nil { throw .outside(name: name, isWritten: false) }
        throw .absent(name: name, suggestion: suggestion(for: name))
    }

    /// Where a name may be, in order, with the name as it is there.
    private func candidates(for name: String) -> [(folder: String, name: String)] {
        guard !name.hasPrefix("/") else { return folders.map { ($0, name) } }
        guard let plain = name.normalizedPath else { return [] }
        var found = [(lessonFolder, plain), (outputFolder, plain.dropping("out/"))]
        found += extraFolders.map { ($0, plain) }
        if let assets { found.append((assets, plain.dropping("assets/"))) }
        return found
    }

    private var folders: [String] { [lessonFolder, outputFolder] + extraFolders + (assets.map { [$0] } ?? []) }

    private var assets: String? { try? places.root(for: lesson).appending(path: "assets") }

    private func suggestion(for name: String) -> String? {
        nearest(name.lastComponent, among: folders.flatMap(FileSystem.names(in:)))
    }

    /// The names of readable files that begin with a text and end with one, sorted; folders end with a slash.
    package func names(from prefix: String, suffix: String) -> [String] {
        guard let plain = (prefix + "x").normalizedPath, !prefix.hasPrefix("/") else { return [] }
        let above = plain.folder == "." ? "" : plain.folder + "/"
        var found: Set<String> = []
        for place in candidates(for: above + ".") {
            guard let root = FileSystem.resolved(place.folder),
                let folder = FileSystem.resolved(root.appending(path: place.name)), folder.isInside(root)
            else { continue }
            found.formUnion(FileSystem.entries(of: folder, suffix: suffix).map { above + $0 })
        }
        return found.filter { $0.hasPrefix(prefix) }.sorted()
    }

    // MARK: - Programs

    /// The file that `use` names: its path, the name by which messages call it, and its bytes.
    ///
    /// It is looked for from the folder of the file that says it, `user`, and never above the lesson's root.
    func program(
        _ name: String, usedBy user: String
    ) throws(FileProblem) -> (path: String, shownName: String, bytes: [UInt8]) {
        guard !name.isEmpty else { throw .notAFile(name: "\"\"") }
        let folder = FileSystem.resolved(user)?.folder ?? FileSystem.resolved(lessonFolder) ?? lessonFolder
        let root = programRoot
        // by the name alone first: nothing is told about files that are out of reach
        guard !name.hasPrefix("/"), let plain = folder.appending(path: name).normalizedPath, plain.isInside(root) else {
            throw .outsideRoot(name: name)
        }
        guard let path = FileSystem.resolved(plain) else {
            let suggestion = nearest(name.lastComponent, among: FileSystem.names(in: plain.folder))
            throw .absentProgram(name: name, suggestion: suggestion.map { name.replacingLastComponent(by: $0) })
        }
        guard path.isInside(root) else { throw .outsideRoot(name: name) }
        let beside = user.folder.appending(path: name)
        let shownName = beside.normalizedPath ?? beside
        // a link on the way makes the two differ
        return (path, FileSystem.resolved(shownName) == path ? shownName : path, try FileSystem.read(path, name: name))
    }

    /// The root of lessons and assets that the lesson lies in, else the lesson's own folder.
    private var programRoot: String {
        let folder = FileSystem.resolved(lessonFolder) ?? lessonFolder
        guard let found = try? places.root(for: lesson), let root = FileSystem.resolved(found), folder.isInside(root)
        else { return folder }
        return root
    }

    // MARK: - Writing

    /// Writes below the output folder; the name as the user shall see it.
    package func write(_ name: String, _ bytes: [UInt8]) throws(FileProblem) -> String {
        guard name.canNameFile else { throw .noName(name: name) }
        guard !name.hasPrefix("/"), let plain = name.normalizedPath?.dropping("out/"), !plain.isEmpty else {
            throw .outside(name: name, isWritten: true)
        }
        let path = outputFolder.appending(path: plain)
        try makeFolder(of: plain, name: name)
        guard let output = FileSystem.resolved(outputFolder), let folder = FileSystem.resolved(path.folder),
            folder.isInside(output), FileSystem.resolved(path)?.isInside(output) ?? true
        else { throw .outside(name: name, isWritten: true) }
        try FileSystem.write(bytes, to: path, name: plain)
        return plain
    }

    /// Makes the folders on the way one by one: a link among them must not make folders elsewhere.
    private func makeFolder(of name: String, name shown: String) throws(FileProblem) {
        try FileSystem.makeFolders(outputFolder, name: shown)
        guard let output = FileSystem.resolved(outputFolder) else { return }
        var folder = output
        for part in name.split(separator: "/").dropLast() {
            folder = folder.appending(path: String(part))
            if let existing = FileSystem.resolved(folder), !existing.isInside(output) {
                throw .outside(name: shown, isWritten: true)
            }
            try FileSystem.makeFolders(folder, name: shown)
        }
    }
}

extension String {
    fileprivate func replacingLastComponent(by name: String) -> String {
        contains("/") ? folder.appending(path: name) : name
    }

    /// The system would end a name at a NUL; a line end or an escape in a name would fool whoever lists the folder.
    fileprivate var canNameFile: Bool {
        !isEmpty && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    fileprivate func dropping(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}

/// Copies the program, the lessons and the assets below a prefix, from where they find each other again.
package struct Installation: Sendable {
    private let prefix: String
    private let root: String
    private let executable: String?

    package init(prefix: String, root: String, executable: String? = FileSystem.executable) {
        self.prefix = prefix
        self.root = root
        self.executable = executable
    }

    /// Copies everything; the paths that were written.
    package func copy() throws(FileProblem) -> [String] {
        var written: [String] = []
        if let executable {
            written.append(try copyFile(executable, to: prefix.appending(path: "bin/convlab")))
        }
        let share = prefix.appending(path: "share/convlab")
        for folder in ["Lessons", "assets"] {
            let source = root.appending(path: folder)
            let target = share.appending(path: folder)
            // onto itself there is nothing to copy
            if let from = FileSystem.resolved(source), from == FileSystem.resolved(target) { continue }
            written += try copyFolder(source, to: target)
        }
        return written
    }

    private func copyFolder(_ source: String, to target: String) throws(FileProblem) -> [String] {
        try FileSystem.makeFolders(target, name: target)
        var written: [String] = []
        for name in FileSystem.names(in: source) where !name.hasPrefix(".") {
            let (from, to) = (source.appending(path: name), target.appending(path: name))
            switch FileSystem.kind(of: from) {
            case .folder: written += try copyFolder(from, to: to)
            case .file: written.append(try copyFile(from, to: to))
            case .other, nil: break
            }
        }
        return written
    }

    private func copyFile(_ source: String, to target: String) throws(FileProblem) -> String {
        try FileSystem.makeFolders(target.folder, name: target)
        if let from = FileSystem.resolved(source), from == FileSystem.resolved(target) { return target }
        let bytes = try FileSystem.read(source, name: source)
        try FileSystem.write(bytes, to: target, name: target, mode: FileSystem.permissions(of: source))
        return target
    }
}

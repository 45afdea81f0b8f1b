import Literate
import Testing

/// A folder of its own for a test; nothing is left of it afterwards.
final class TemporaryFolder {
    let path: String

    init(_ name: String = #function) throws {
        let base = FileSystem.environment("TMPDIR") ?? "/tmp"
        path = base.appending(path: "convlab-test-\(UInt64.random(in: 0 ... .max))")
        try FileSystem.makeFolders(path, name: path)
    }

    deinit { FileSystem.removeFolder(path) }

    /// Writes a file and the folders above it; its path.
    @discardableResult
    func write(_ name: String, _ text: String = "") throws -> String {
        let file = path.appending(path: name)
        try FileSystem.makeFolders(file.folder, name: name)
        try FileSystem.write(Array(text.utf8), to: file, name: name)
        return file
    }

    func text(_ name: String) throws -> String {
        String(decoding: try FileSystem.read(path.appending(path: name), name: name), as: UTF8.self)
    }

    /// A root for lessons and assets.
    @discardableResult
    func makeRoot(_ name: String = "root") throws -> String {
        try write(name + "/Lessons/05_pooling.cl", "max([1, 2])\n#> 2\n")
        try write(name + "/assets/cat.png", "meow")
        return path.appending(path: name)
    }
}

/// A lesson among the tests' own.
func bundledLesson(_ name: String) -> String { #filePath.folder.appending(path: "Lessons/" + name) }

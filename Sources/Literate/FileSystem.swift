import Glibc

/// The files of this machine: the one place of `Literate` that calls the C library.
package enum FileSystem {
    package enum Kind: Sendable { case file, folder, other }

    /// What a path leads to, through symbolic links; nil when there is nothing.
    package static func kind(of path: String) -> Kind? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return switch facts.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        default: .other
        }
    }

    /// The absolute path without symbolic links; nil when there is nothing.
    package static func resolved(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    package static var currentFolder: String { resolved(".") ?? "." }

    /// Where the running program is, links resolved.
    package static var executable: String? { resolved("/proc/self/exe") }

    package static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// The names in a folder, sorted.
    package static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Of a folder: its files whose names end so, and its folders with a slash; hidden ones are left out.
    package static func entries(of folder: String, suffix: String) -> [String] {
        names(in: folder).compactMap { name in
            if name.hasPrefix(".") { return nil }
            switch kind(of: folder.appending(path: name)) {
            case .folder: return name + "/"
            case .file: return name.hasSuffix(suffix) ? name : nil
            case .other, nil: return nil
            }
        }
    }

    // MARK: - Reading

    /// The most bytes that are read: the largest picture that the language takes, as its samples.
    package static let mostBytes = 1_000_000_000

    /// All bytes of a file; `name` is what messages call it.
    package static func read(_ path: String, name: String) throws(FileProblem) -> [UInt8] {
        switch kind(of: path) {
        case nil where errno == ENOENT || errno == ENOTDIR: throw .absent(name: name, suggestion: nil)
        case nil: throw .unreadable(name: name, why: reason())
        case .file: break
        default: throw .notAFile(name: name)
        }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(name: name, why: reason()) }
        defer { close(file) }
        return try readAll(file, name: name)
    }

    /// What comes from standard input, to its end.
    package static func readStandardInput() throws(FileProblem) -> [UInt8] { try readAll(0, name: "<stdin>") }

    private static func readAll(_ file: Int32, name: String) throws(FileProblem) -> [UInt8] {
        var facts = stat()
        let size = fstat(file, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG ? Int(facts.st_size) : 0
        guard size <= mostBytes else { throw .tooLarge(name: name, byteCount: size, most: mostBytes) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        var chunk = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .unreadable(name: name, why: reason()) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= mostBytes else { throw .tooLarge(name: name, byteCount: bytes.count, most: mostBytes) }
        }
    }

    // MARK: - Writing

    /// Makes a folder and those above it.
    package static func makeFolders(_ path: String, name: String) throws(FileProblem) {
        if kind(of: path) == .folder { return }
        let parent = path.folder
        if parent != path { try makeFolders(parent, name: name) }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST && kind(of: path) == .folder else {
            throw .unwritable(name: name, why: reason())
        }
    }

    /// Writes a file whole or not at all: into a new file beside it, which then takes its name.
    ///
    /// A symbolic link stays one, and what it leads to is replaced; permissions stay as they were.
    package static func write(
        _ bytes: [UInt8], to path: String, name: String, mode: UInt32? = nil
    ) throws(FileProblem) {
        let target = resolved(path) ?? path
        if kind(of: target) == .folder { throw .unwritable(name: name, why: "it is a folder") }
        let temporary = target.folder.appending(path: ".\(target.lastComponent).\(getpid()).new")
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard file >= 0 else { throw .unwritable(name: name, why: reason()) }
        var isDone = false
        defer { if !isDone { unlink(temporary) } }
        do {
            defer { close(file) }
            if let mode = mode ?? permissions(of: target) { fchmod(file, mode) }
            guard writeAll(bytes, to: file), fsync(file) == 0 else {
                throw FileProblem.unwritable(name: name, why: reason())
            }
        }
        guard rename(temporary, target) == 0 else { throw .unwritable(name: name, why: reason()) }
        isDone = true
    }

    /// Makes a symbolic link.
    package static func link(_ path: String, to target: String) throws(FileProblem) {
        guard symlink(target, path) == 0 else { throw .unwritable(name: path, why: reason()) }
    }

    /// Removes a folder and all that is in it; links are removed, not followed.
    package static func removeFolder(_ path: String) {
        for name in names(in: path) {
            let entry = path.appending(path: name)
            if unlink(entry) != 0 { removeFolder(entry) }
        }
        rmdir(path)
    }

    package static func permissions(of path: String) -> UInt32? {
        var facts = stat()
        return stat(path, &facts) == 0 ? facts.st_mode & 0o7777 : nil
    }

    /// Writes all bytes to an open file; false at an error.
    package static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// The system's words for the last error, in small letters as in our messages.
    private static func reason() -> String { String(cString: strerror(errno)).lowercased() }
}

/// A number with a fixed count of decimals, as C's `%.*f` and `%.*e` write it.
func decimalText(_ value: Double, decimals: Int, hasExponent: Bool) -> String {
    // room for 309 digits before the point
    var buffer = [CChar](repeating: 0, count: 400)
    let format = hasExponent ? "%.*e" : "%.*f"
    let count = withVaList([Int32(clamping: min(decimals, 40)), value]) { vsnprintf(&buffer, buffer.count, format, $0) }
    return String(decoding: buffer.prefix(Int(max(0, count))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

/// Paths as text.
extension String {
    /// The folder part: `a/b` of `a/b/c`, `.` of a bare name.
    package var folder: String {
        guard let slash = lastIndex(of: "/") else { return "." }
        return slash == startIndex ? "/" : String(self[..<slash])
    }

    package var lastComponent: String { split(separator: "/").last.map(String.init) ?? self }

    package func appending(path: String) -> String {
        if isEmpty || self == "." { return path }
        return hasSuffix("/") ? self + path : self + "/" + path
    }

    /// The path without `.` and `..` and double slashes; nil when `..` leads above its beginning.
    var normalizedPath: String? {
        var parts: [Substring] = []
        for part in split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return (hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }

    /// It is the folder itself or lies below it; both paths are absolute and without links.
    func isInside(_ folder: String) -> Bool {
        self == folder || folder == "/" || hasPrefix(folder + "/")
    }
}

import Syntax

/// Which picture becomes which file.
package struct FilterFiles: Equatable, Sendable {
    package struct Pair: Equatable, Sendable {
        package var input: String
        package var output: String
    }

    package private(set) var pairs: [Pair] = []
    /// Folders named as inputs that hold no PNG file.
    package private(set) var problems: [FilterFilesProblem] = []
    /// The folder to be made for the results, if it is one.
    package let folder: String?

    /// - Parameters:
    ///   - inputs: files, and folders whose PNG files are meant.
    ///   - output: a file for one file, else a folder.
    package init(inputs: [String], output: String) throws(FilterFilesProblem) {
        let single = inputs.count == 1 && FileSystem.kind(of: inputs[0]) != .folder ? inputs[0] : nil
        let outputKind = FileSystem.kind(of: output)
        let isFile = single != nil && outputKind != .folder && !output.hasSuffix("/")
        try Self.check(output, isFile: isFile, isNew: outputKind == nil, isFolder: outputKind == .folder)
        folder = isFile ? nil : output
        if let single, isFile {
            pairs = [Pair(input: single, output: output)]
            return
        }
        for input in inputs { add(input) }
        try refuseDoubles()
        try refuseOverwriting()
    }

    private static func check(
        _ output: String, isFile: Bool, isNew: Bool, isFolder: Bool
    ) throws(FilterFilesProblem) {
        if output.isEmpty { throw .noOutput }
        let name = output.lastComponent.lowercased()
        if isFile {
            if let other = otherKinds.first(where: name.hasSuffix) { throw .otherKind(output, ending: other) }
        } else if !isFolder, !isNew || name.hasSuffix(".png") {
            throw .needsFolder(output)
        }
    }

    /// Endings that promise something else than PNG.
    private static let otherKinds = [
        ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".svg", ".pdf", ".heic", ".cl",
    ]

    private mutating func add(_ input: String) {
        guard FileSystem.kind(of: input) == .folder else { return add(input, as: input.lastComponent) }
        let names = FileSystem.names(in: input).filter { name in
            !name.hasPrefix(".") && name.lowercased().hasSuffix(".png")
                && FileSystem.kind(of: input.appending(path: name)) == .file
        }
        if names.isEmpty { problems.append(.noPictures(folder: input)) }
        for name in names { add(input.appending(path: name), as: name) }
    }

    private mutating func add(_ input: String, as name: String) {
        pairs.append(Pair(input: input, output: (folder ?? ".").appending(path: name)))
    }

    private func refuseDoubles() throws(FilterFilesProblem) {
        var inputs: [String: String] = [:]
        for pair in pairs {
            if let other = inputs[pair.output] { throw .sameName(other, pair.input, output: pair.output) }
            inputs[pair.output] = pair.input
        }
    }

    private func refuseOverwriting() throws(FilterFilesProblem) {
        let sources = Set(pairs.compactMap { FileSystem.resolved($0.input) })
        for pair in pairs {
            guard let target = FileSystem.resolved(pair.output), sources.contains(target) else { continue }
            throw .overwrites(pair.output)
        }
    }
}

/// Why the named files cannot be inputs and output.
package enum FilterFilesProblem: Error, Equatable, Sendable {
    case sameName(String, String, output: String)
    case overwrites(String)
    case needsFolder(String)
    case otherKind(String, ending: String)
    case noOutput
    case noPictures(folder: String)

    package var code: String {
        switch self {
        case .sameName: "file-twice"
        case .overwrites: "file-over"
        case .needsFolder: "file-folder"
        case .otherKind: "file-png"
        case .noOutput: "file-name"
        case .noPictures: "file-none"
        }
    }

    package var sentence: String {
        switch self {
        case .sameName(let first, let second, let output):
            first == second ? "\(first) is named twice" : "\(first) and \(second) would both become \(output)"
        case .overwrites(let output): "\(output) would be written over, and it is one of the pictures to be filtered"
        case .needsFolder(let output): "several pictures need a folder to go to, and \(output) is the name of a file"
        case .otherKind(let output, let ending): "\(output) would be a PNG file, whatever \(ending) says"
        case .noOutput: "-o needs the name of a file or a folder"
        case .noPictures(let folder): "\(folder) holds no file whose name ends in .png"
        }
    }

    package var reasons: [String] {
        switch self {
        case .sameName(let first, let second, _) where first != second: ["filter them in two goes, into two folders"]
        case .overwrites:
            ["-o with another folder keeps both; a single picture is replaced if -o names that file itself"]
        case .needsFolder(let output) where FileSystem.kind(of: output) == nil: ["as in -o results"]
        case .otherKind: ["filter writes PNG files only; name it .png"]
        default: []
        }
    }

    package var diagnostic: Diagnostic { Diagnostic(code: code, sentence, reasons: reasons) }
}

extension FileProblem {
    /// Of a file that the command line names: it is looked for where the name says, and nowhere else.
    package var onCommandLine: Diagnostic {
        guard case .absent(let name, _) = self else { return diagnostic }
        var absent = Diagnostic(code: code, sentence)
        let folder = name.folder
        if name.contains("*") {
            absent.reasons = ["no file's name fits this pattern"]
        } else if FileSystem.kind(of: folder) != .folder {
            absent.reasons = ["there is no folder \(folder)"]
        } else if let near = nearest(name.lastComponent, among: FileSystem.names(in: folder)) {
            absent.advice = [.didYouMean(folder.appending(path: near))]
        }
        return absent
    }
}

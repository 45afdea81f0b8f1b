import Interpreter
import Syntax

/// The files that a lesson uses, each read and parsed once.
final class UsedFiles {
    private let files: LessonFiles
    private var found: [String: UsedFile] = [:]
    /// The files whose `use` statements are being followed, outermost first.
    private var open: [(path: String, name: String)] = []

    /// Files that use files that use files take a piece of our own stack each.
    private static let maximumDepth = 50

    init(_ files: LessonFiles) { self.files = files }

    /// Follows what the lesson itself uses, so that a ring through it is noticed.
    func follow<Result>(from lesson: LessonFile, _ body: () -> Result) -> Result {
        open.append((FileSystem.resolved(lesson.source.name) ?? lesson.source.name, lesson.source.name))
        defer { open.removeLast() }
        return body()
    }

    func file(_ name: String, usedBy source: Source) throws(UseProblem) -> UsedFile {
        let (path, shownName, bytes) = try UseProblem.file { () throws(FileProblem) in
            try files.program(name, usedBy: source.name)
        }
        if let start = open.firstIndex(where: { $0.path == path }) {
            throw .ring(open[start...].map(\.name.lastComponent) + [shownName.lastComponent])
        }
        if let file = found[path] { return file }
        guard open.count < Self.maximumDepth else { throw .depth(Self.maximumDepth) }
        let lesson = try UseProblem.file { () throws(FileProblem) in try LessonFile(name: shownName, bytes: bytes) }
        let file = UsedFile(path: path, program: LessonProgram(lesson, withSolutions: false, used: self))
        found[path] = file
        return file
    }
}

/// A file that another one uses: its plain cells, without its tests and exercises.
struct UsedFile {
    var path: String
    private var parts: [LessonProgram.Part]
    private var problems: [Diagnostic]
    /// What it binds, as far as that can be told before it runs.
    private(set) var names = CellNames()

    init(path: String, program: LessonProgram) {
        self.path = path
        parts = program.parts.filter { $0.cell.role == .plain }
        problems =
            program.lessonProblems + parts.flatMap { $0.cell.problems + $0.diagnostics + $0.unexpectedLostWrites }
        for part in parts {
            names.assigned.formUnion(part.assumedNames)
            for index in part.tree.statements.indices { names.bind(part.names(ofStatement: index)) }
        }
    }

    func program() throws(Diagnostic) -> UsedProgram {
        if let problem = problems.first { throw problem }
        return UsedProgram(path: path, trees: parts.map(\.runnableTree))
    }
}

extension LessonProgram.Part {
    fileprivate var unexpectedLostWrites: [Diagnostic] {
        lostWrites.sorted { $0.key < $1.key }.filter { annotation(.error, of: $0.key) == nil }.map(\.value)
    }
}

/// Why a file cannot be used.
enum UseProblem: Error {
    case file(FileProblem)
    /// The names of files that use each other, the first once more at the end.
    case ring([String])
    case depth(Int)

    fileprivate static func file<Value>(_ body: () throws(FileProblem) -> Value) throws(UseProblem) -> Value {
        do { return try body() } catch { throw .file(error) }
    }

    var diagnostic: Diagnostic {
        switch self {
        case .file(let problem): problem.diagnostic
        case .ring(let names):
            Diagnostic(
                code: "file-ring", "these files use each other in a ring: " + names.joined(separator: " -> "),
                reasons: ["a file runs before the one that uses it, and in a ring none is first"])
        case .depth(let depth):
            Diagnostic(code: "limit-nesting", "files that use files are more than \(depth) deep")
        }
    }
}

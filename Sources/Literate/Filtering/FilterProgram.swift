import Imaging
import Interpreter
import Syntax
import TensorEngine

/// A program whose last value says how to filter: a kernel, or a function of an image.
package struct FilterProgram {
    package enum Meaning {
        case kernel(FilterKernel)
        case function(FilterFunction)
    }

    package let meaning: Meaning

    /// There is no such program.
    package struct Absent: Error { package let diagnostic: Diagnostic }

    /// Runs the program; what it prints and shows is for those who run it themselves.
    package init(
        at path: String, places: LessonPlaces, isInterrupted: @escaping () -> Bool
    ) throws {
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(path, name: path) } catch { throw Absent(diagnostic: error.onCommandLine) }
        let lesson = try LessonFile(name: path, bytes: bytes)
        let files = LessonFiles(lesson: path, places: places)
        let used = UsedFiles(files)
        let program = LessonProgram(lesson, withSolutions: false, used: used)
        let host = LessonHost(files: files, used: used, interrupted: isInterrupted) { _ in }
        host.keepsOutputs = false
        let session = Session(host: host)
        let parts = program.parts.filter { $0.cell.role == .plain }
        if let problem = program.lessonProblems.first { throw problem }
        for part in parts { if let problem = (part.cell.problems + part.diagnostics).first { throw problem } }
        let value = try Self.run(parts, in: session)
        guard let last = parts.last(where: { !$0.tree.statements.isEmpty }), let value else {
            throw Diagnostic(FilterValueProblem.nothing(file: path))
        }
        if value.isFunction {
            meaning = .function(FilterFunction(value, session, last.tree))
        } else if let tensor = value.asTensor {
            do {
                meaning = .kernel(try FilterKernel(tensor))
            } catch {
                var diagnostic = Diagnostic(error)
                diagnostic.source = last.tree.source
                diagnostic.span = last.tree.statements.last?.span
                throw diagnostic
            }
        } else {
            throw Diagnostic(FilterValueProblem.kind(value.kind, file: path))
        }
    }

    /// The value of the last statement.
    private static func run(_ parts: [LessonProgram.Part], in session: Session) throws(Diagnostic) -> Value? {
        var last: Value?
        for part in parts {
            session.beginCell()
            for index in 0..<part.runnableCount {
                let (outcome, value) = session.run(part.tree, valueOf: index)
                if case .failed(let problem) = outcome, part.annotation(.error, of: index) == nil { throw problem }
                last = value
            }
        }
        return last
    }
}

/// A function of a program, which filters pictures one after the other: a session belongs to one thread.
package final class FilterFunction: @unchecked Sendable {
    private let function: Value
    private let session: Session
    private let tree: Tree
    package var range = PictureFilter.Range.clip
    package var isGray = false

    fileprivate init(_ function: Value, _ session: Session, _ tree: Tree) {
        self.function = function
        self.session = session
        self.tree = tree
    }

    func apply(to picture: Picture) throws -> Picture {
        let result = try session.call(function, with: try picture.colours(asGray: isGray), from: tree)
        guard let image = result.asTensor else {
            throw FilterValueProblem.result(result.kind)
        }
        return try picture.replacingColours(by: image, range: range)
    }
}

/// A program's value that filters nothing.
enum FilterValueProblem: Problem {
    case nothing(file: String)
    case kind(String, file: String)
    case result(String)

    var code: String { "type-filter" }

    var sentence: String {
        switch self {
        case .nothing(let file): "\(file) ends without a value"
        case .kind(let kind, let file): "the last value of \(file) is \(kind)"
        case .result(let kind): "the function gave \(kind), and an image is a tensor"
        }
    }

    var reasons: [String] {
        switch self {
        case .nothing, .kind:
            ["the last line is a kernel, as in [[1, 2, 1]] / 4, or a function of an image, as in x -> x**2"]
        case .result: []
        }
    }
}

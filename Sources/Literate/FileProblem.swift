import Interpreter
import Syntax

/// What can be wrong with a file that a person or a program names.
package enum FileProblem: Error, Equatable, Sendable {
    case absent(name: String, suggestion: String?)
    /// The same of a file that `use` names.
    case absentProgram(name: String, suggestion: String?)
    /// A lesson that is neither a path nor a bundled lesson's name.
    case noLesson(name: String, suggestion: String?)
    /// A name that leads out of the folders a program may use.
    case outside(name: String, isWritten: Bool)
    /// A name in `use` that leads above the lesson's root.
    case outsideRoot(name: String)
    case notUTF8(name: String, offset: Int)
    case notAFile(name: String)
    /// Empty, or with characters that no file's name should have.
    case noName(name: String)
    case tooLarge(name: String, byteCount: Int, most: Int)
    /// The system's own words: `permission denied`.
    case unreadable(name: String, why: String)
    case unwritable(name: String, why: String)
    case noRoot(folder: String?)
    case changedMeanwhile(name: String)

    package var code: String {
        switch self {
        case .absent, .absentProgram: "file-absent"
        case .noLesson: "file-lesson"
        case .outside, .outsideRoot: "file-outside"
        case .notUTF8: "file-utf8"
        case .notAFile: "file-kind"
        case .noName: "file-name"
        case .tooLarge: "file-large"
        case .unreadable: "file-read"
        case .unwritable: "file-write"
        case .noRoot: "file-root"
        case .changedMeanwhile: "file-changed"
        }
    }

    package var sentence: String {
        switch self {
        case .absent(let name, _), .absentProgram(let name, _): "there is no file \(name)"
        case .noLesson(let name, _): "there is no file and no lesson named \(name)"
        case .outside(let name, let isWritten):
            isWritten
                ? "\(name) leads out of the output folder"
                : "\(name) leads out of the folders that a program may read"
        case .outsideRoot(let name): "\(name) leads out of the lesson's folder"
        case .notUTF8(let name, let offset): "\(name) is not UTF-8: see its byte \(offset + 1)"
        case .notAFile(let name): "\(name) is not a file of bytes"
        case .noName(let name): "\(quoted(name)) is not the name of a file"
        case .tooLarge(let name, let byteCount, let most):
            "\(name) is too large: \(byteCount) bytes, at most \(most) are read"
        case .unreadable(let name, let why): "\(name) cannot be read: \(why)"
        case .unwritable(let name, let why): "\(name) cannot be written: \(why)"
        case .noRoot(let folder?): "\(folder) does not hold both Lessons and assets"
        case .noRoot(nil): "no folder with both Lessons and assets was found"
        case .changedMeanwhile(let name): "\(name) was changed by another program while it ran, so it was left alone"
        }
    }

    package var reasons: [String] {
        switch self {
        case .absent: ["looked in the lesson's folder, in the output folder and among the assets"]
        case .absentProgram: ["`use` looks from the folder of the file that says it"]
        case .outsideRoot: ["`use` reaches files below the folder that holds Lessons and assets, else below the lesson's own"]
        case .outside(_, isWritten: false):
            ["files come from the lesson's folder, the output folder or the assets; --read DIR adds a folder"]
        case .outside(_, isWritten: true): ["written names lie below out, or below the folder that --out names"]
        case .noRoot: ["--root DIR or CONVLAB_ROOT names such a folder; convlab root says where it was looked for"]
        default: []
        }
    }

    package var advice: [Diagnostic.Advice] {
        switch self {
        case .absent(_, let suggestion?), .absentProgram(_, let suggestion?), .noLesson(_, let suggestion?): [.didYouMean(suggestion)]
        default: []
        }
    }

    package var diagnostic: Diagnostic { Diagnostic(code: code, sentence, reasons: reasons, advice: advice) }
}

import Literate
import Syntax

/// The text of a session as a lesson: the one it began with, then what was typed, each statement with its result.
struct SavedSession {
    private let workspace: Workspace
    private let title: String

    init(_ workspace: Workspace, title: String) {
        self.workspace = workspace
        self.title = title
    }

    var text: String {
        let program = workspace.steps.map(text(of:)).joined()
        let lesson = workspace.lesson
        guard workspace.path != nil else { return "---\ntitle: \(title)\n---\n\n" + cell(program) }
        var start = String(decoding: lesson.source.bytes, as: UTF8.self)
        if !start.isEmpty, !start.hasSuffix("\n") { start += "\n" }
        if program.isEmpty { return start }
        return lesson.isScript ? start + program : start + "\n" + cell(program)
    }

    /// Fenced by more backticks than any that the program's strings hold.
    private func cell(_ program: String) -> String {
        var (longest, run) = (2, 0)
        for byte in program.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)cl\n\(program)\(fence)\n"
    }

    // MARK: - Statements

    private func text(of step: Workspace.Step) -> String {
        switch step.ending {
        case .finished: return withResult(step)
        case .failed(let code, let sentence): return withResult(step) + "#! \(code): \(sentence)\n"
        case .stopped:
            let lines = ["stopped before its end:"] + step.code.split(separator: "\n").map(String.init)
            return lines.map { "# \($0)\n" }.joined()
        }
    }

    private static let maximumWidth = 100
    /// A result of more lines is cut; `...` agrees with whatever follows.
    private static let maximumLines = 60

    private func withResult(_ step: Workspace.Step) -> String {
        guard !step.text.isEmpty else { return step.code + "\n" }
        let marker = step.isVolatile ? "#>~" : "#>"
        var lines = step.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.count > Self.maximumLines { lines = lines.prefix(Self.maximumLines) + ["..."] }
        let isShort = step.code.count + lines[0].count + marker.count + 3 <= Self.maximumWidth
        if lines.count == 1, isShort, !step.code.contains("\n"), step.ending == .finished {
            return "\(step.code)  \(marker) \(lines[0])\n"
        }
        return step.code + "\n" + lines.map { $0.isEmpty ? marker + "\n" : "\(marker) \($0)\n" }.joined()
    }
}

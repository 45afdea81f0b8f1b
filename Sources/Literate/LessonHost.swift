import Interpreter
import Syntax

/// The world as a lesson's program sees it: its files by the rules of `LessonFiles`, its output into a report.
package final class LessonHost: Host {
    private let files: LessonFiles
    private let used: UsedFiles
    private let onOutput: (Output) -> Void
    private let interrupted: () -> Bool
    private let start = ContinuousClock.now
    private var outputs: [Output] = []
    /// False where nobody will take them: a loop at a prompt may show values for hours.
    package var keepsOutputs = true

    init(files: LessonFiles, used: UsedFiles, interrupted: @escaping () -> Bool, onOutput: @escaping (Output) -> Void) {
        self.files = files
        self.used = used
        self.interrupted = interrupted
        self.onOutput = onOutput
    }

    package func receive(_ output: Output) {
        if keepsOutputs { keep(output) }
        onOutput(output)
    }

    /// A program may print a million times: one long text takes little more than what it says.
    private func keep(_ output: Output) {
        guard case .printed(let text) = output, case .printed(var printed)? = outputs.last else {
            return outputs.append(output)
        }
        outputs.removeLast()
        printed += text
        outputs.append(.printed(printed))
    }

    /// The outputs since the last call.
    package func takeOutputs() -> [Output] {
        defer { outputs = [] }
        return outputs
    }

    package func read(_ name: String) throws -> [UInt8] { try asDiagnostic { () throws(FileProblem) in try files.read(name) } }

    package func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try asDiagnostic { () throws(FileProblem) in try files.write(name, bytes) }
    }

    package func program(_ name: String, usedBy source: Source) throws -> UsedProgram {
        let file: UsedFile
        do { file = try used.file(name, usedBy: source) } catch { throw error.diagnostic }
        return try file.program()
    }

    /// The session adds the place in the program to a diagnostic.
    private func asDiagnostic<Value>(_ body: () throws(FileProblem) -> Value) throws(Diagnostic) -> Value {
        do { return try body() } catch { throw error.diagnostic }
    }

    package func isInterrupted() -> Bool { interrupted() }

    package func seconds() -> Double {
        let elapsed = (ContinuousClock.now - start).components
        return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
    }
}

import Interpreter
import Syntax

/// A program run from its first statement to its last, or to the first error.
struct ProgramRun {
    let printed: String
    /// The code of the error.
    let failure: String?

    init(_ program: String) {
        let host = PrintingHost()
        var settings = Settings()
        // keeps every bit that the comparison asks for
        settings.digits = 17
        let session = Session(host: host, settings: settings)
        let parsed = parse(Source(name: "sample.cl", text: program))
        var failure = parsed.diagnostics.first?.code
        for statement in parsed.tree.statements.indices where failure == nil {
            guard case .failed(let diagnostic) = session.run(parsed.tree, statement: statement) else { continue }
            failure = diagnostic.code
        }
        self.failure = failure
        printed = host.printed
    }
}

/// Keeps what is printed; there is nothing else in its world.
private final class PrintingHost: Host {
    private(set) var printed = ""

    func receive(_ output: Output) {
        if case .printed(let text) = output { printed += text }
    }

    func read(_ name: String) throws -> [UInt8] { throw NoFiles() }
    func write(_ name: String, _ bytes: [UInt8]) throws -> String { throw NoFiles() }
    func program(_ name: String, usedBy source: Source) throws -> UsedProgram { throw NoFiles() }
    func seconds() -> Double { 0 }
    func isInterrupted() -> Bool { false }

    private struct NoFiles: Error {}
}

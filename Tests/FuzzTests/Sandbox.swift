import Interpreter
import Syntax
import TensorEngine

/// Runs a program with tight limits in a world without files.
struct Sandbox {
    var limits: Limits

    init() {
        limits = Limits()
        limits.memory = 64_000_000
        limits.steps = 20_000
        limits.depth = 500
        limits.seconds = 1
    }

    /// The codes of the errors of all statements; a statement that fails does not keep the next from running.
    func codes(of text: String) -> [String] { diagnostics(of: text).map(\.code) }

    func diagnostics(of text: String) -> [Diagnostic] {
        let parsed = parse(Source(name: "fuzz", text: text))
        guard parsed.diagnostics.isEmpty else { return parsed.diagnostics }
        let unknown = Session.unknownNames(in: [(parsed.tree, [], [])])
        var settings = Settings()
        settings.limits = limits
        let host = EmptyWorld()
        let session = Session(host: host, settings: settings)
        let outcomes = parsed.tree.statements.indices.map { session.run(parsed.tree, statement: $0) }
        return unknown.flatMap(\.self) + outcomes.compactMap(\.diagnostic)
    }
}

extension Outcome {
    var diagnostic: Diagnostic? {
        switch self {
        case .failed(let diagnostic), .disagreed(let diagnostic): diagnostic
        case .finished, .notWritten: nil
        }
    }
}

/// Nothing can be read, and what is written is forgotten.
final class EmptyWorld: Host {
    private let start = ContinuousClock.now

    func receive(_ output: Output) {
        // as whoever shows it would
        if case .shown(let shown) = output { _ = shown.text.utf8.count }
    }

    func read(_ name: String) throws -> [UInt8] { throw Diagnostic(code: "file-absent", "there is no \(name)") }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String { name }

    func program(_ name: String, usedBy source: Source) throws -> UsedProgram {
        throw Diagnostic(code: "file-absent", "there is no \(name)")
    }

    func seconds() -> Double { (ContinuousClock.now - start).seconds }

    func isInterrupted() -> Bool { false }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

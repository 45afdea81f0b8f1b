import Syntax
import TensorEngine

/// Runs pieces of program on the values that a program failed with, and leaves no trace.
///
/// A message offers only what works, and whether it works is found out by doing it: within few steps, little time and
/// little memory, without output, and with the random numbers put back.
struct Rehearsal {
    let session: Session
    /// The variables of the function, or of the comprehension, that failed; globals are found as ever.
    let locals: [String: Value]

    static let steps = 200_000
    /// For all that is tried after one failure.
    static let seconds = 0.25
    /// Bytes.
    static let memory = 256_000_000
    /// Longer pieces are not tried.
    static let maximumLength = 2000

    /// The value of an expression, with other values for some names; nil if it fails or asks for too much.
    func value(of expression: String, with others: [String: Value] = [:]) -> Value? {
        guard expression.utf8.count <= Rehearsal.maximumLength, let names = names(in: expression, others) else {
            return nil
        }
        let values = locals.merging(others) { $1 }
        let source = Source(name: "mend", text: "(\(names.joined(separator: ", "))) -> (\(expression))")
        let parsed = parse(source)
        guard parsed.diagnostics.isEmpty, case .expression(let id)? = parsed.tree.statements.first?.kind,
            case .lambda(let definition) = parsed.tree[id]
        else { return nil }
        let machine = session.machine
        let template = try? Compiler.template(
            of: definition, in: parsed.tree, globals: machine.globals, dtype: machine.dtype)
        guard let template else { return nil }
        session.keep(template.code)
        return try? machine.call(.function(Function(template.code)), names.map { values[$0] ?? .none })
    }

    /// A function's value from its definition's text.
    func function(_ definition: String) -> Value? {
        let parsed = parse(Source(name: "mend", text: definition))
        guard parsed.diagnostics.isEmpty, case .define(let function)? = parsed.tree.statements.first?.kind else {
            return nil
        }
        let machine = session.machine
        let template = try? Compiler.template(
            of: function, in: parsed.tree, globals: machine.globals, dtype: machine.dtype)
        guard let template, template.captures.isEmpty else { return nil }
        session.keep(template.code)
        return .function(Function(template.code))
    }

    /// The names in an expression that stand for values of ours; nil if it is none, or if one has no value.
    private func names(in expression: String, _ others: [String: Value]) -> [String]? {
        let parsed = parse(Source(name: "mend", text: "(\(expression))"))
        guard parsed.diagnostics.isEmpty, parsed.tree.statements.count == 1,
            case .expression(let id) = parsed.tree.statements[0].kind
        else { return nil }
        let use = NameUse(of: id, in: parsed.tree)
        let mentioned = use.mentioned.union(use.methods)
        for name in mentioned {
            if others[name] == nil, case .undefined? = locals[name] { return nil }
        }
        return mentioned.filter { locals[$0] != nil || others[$0] != nil }.sorted()
    }
}

extension Session {
    /// Runs `body` so that nothing of it remains but its result.
    func withoutTrace<Result>(_ body: () -> Result) -> Result {
        let (random, look, receive, outer) = (random, machine.look, machine.receive, host)
        let (notes, pending) = (machine.notes, machine.pendingNotes)
        host = RehearsalHost(outer)
        machine.receive = { _ in }
        machine.look = nil
        machine.top = machine.registers + Globals.capacity
        machine.nextFrame = machine.frames
        defer {
            (self.random, machine.look, machine.receive, host) = (random, look, receive, outer)
            (machine.notes, machine.pendingNotes) = (notes, pending)
        }
        var limits = Limits()
        (limits.steps, limits.seconds) = (Rehearsal.steps, Rehearsal.seconds)
        return machine.clock.whileLimited(limits) { rehearsalBudget.whileCurrent(body) }
    }
}

/// Reads what the program may read, and writes nothing.
private final class RehearsalHost: Host {
    private let host: any Host

    init(_ host: any Host) { self.host = host }

    func receive(_ output: Output) {}
    func read(_ name: String) throws -> [UInt8] { try host.read(name) }
    func write(_ name: String, _ bytes: [UInt8]) throws -> String { name }
    func program(_ name: String, usedBy source: Source) throws -> UsedProgram { try host.program(name, usedBy: source) }
    func seconds() -> Double { host.seconds() }
    func isInterrupted() -> Bool { host.isInterrupted() }
}

extension StepClock {
    /// Counts by other limits for a while; the steps are nobody's.
    func whileLimited<Result>(_ limits: Limits, _ body: () -> Result) -> Result {
        let before = suspended
        restart(limits)
        defer { suspended = before }
        return body()
    }
}

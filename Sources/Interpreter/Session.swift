import Imaging
import Syntax
import TensorEngine

/// A program that runs, statement by statement: its names, its random numbers, its limits.
package final class Session {
    /// Another one while mends are tried.
    var host: any Host
    let machine: Machine
    let budget: MemoryBudget
    /// Of what is tried after a failure.
    let rehearsalBudget = MemoryBudget(limit: Rehearsal.memory)
    private let settings: Settings
    var random: RandomNumbers
    /// Of functions that were looked at, compiled so that their assignments name values.
    var namingTemplates: [ObjectIdentifier: FunctionTemplate] = [:]
    /// Of functions: a frame keeps the address of its code, so that it lives as long as the session.
    private var codes: [Code] = []
    /// The last statements of the top level that ran, for messages that say which line made a value.
    private(set) var recent: [(tree: Tree, statement: Statement)] = []
    private var outputLeft = Session.maximumOutput
    /// Bytes of the running statement's output.
    private var keptOutput = 0
    /// What the files that were used bound, by file.
    var used: [String: [(name: String, value: Value)]] = [:]

    /// Statements that messages look back over, at least.
    private static let mostRemembered = 500

    /// Bytes that a program may print.
    static let maximumOutput = 64_000_000

    package init(host: any Host, settings: Settings = Settings()) {
        self.host = host
        self.settings = settings
        random = RandomNumbers(seed: settings.seed)
        budget = MemoryBudget(limit: settings.limits.memory ?? .max)
        let clock = StepClock(now: host.seconds, isInterrupted: host.isInterrupted)
        machine = Machine(dtype: settings.dtype, maximumDepth: settings.limits.depth, clock: clock, budget: budget)
        machine.session = self
        machine.receive = { [unowned self] output in receive(output) }
        restartLimits()
    }

    /// Limits count per file, per test or per statement of the prompt.
    package func restartLimits() {
        machine.clock.restart(settings.limits)
        outputLeft = Session.maximumOutput
    }

    /// Notes are given once in a cell.
    package func beginCell() { machine.notes = [] }

    /// Runs one statement of the top level; what it shows goes to the host as it happens.
    package func run(_ tree: Tree, statement index: Int, digits: Int? = nil) -> Outcome {
        machine.digits = digits ?? settings.digits
        defer {
            budget.credit(keptOutput)
            keptOutput = 0
        }
        return budget.whileCurrent {
            machine.meter.whileCurrent {
                do {
                    machine.failure = nil
                    try machine.clock.checkTime()
                    if index == 0 { try charge(for: tree) }
                    try execute(tree.statements[index], in: tree)
                    return .finished
                } catch is NotWritten {
                    return .notWritten
                } catch {
                    var diagnostic = diagnostic(of: error, in: tree, tree.statements[index])
                    mend(&diagnostic)
                    return diagnostic.code == CheckProblem.code ? .disagreed(diagnostic) : .failed(diagnostic)
                }
            }
        }
    }

    /// A long program is no small part of what it takes itself: an expression, where it stands, its instruction and where
    /// that comes from; a statement and what is said of it.
    private func charge(for tree: Tree) throws {
        let bytes = tree.expressionCount * 100 + tree.statements.count * 700
        if bytes >= 2_000_000 { try budget.charge(bytes) }
    }

    /// Keeps code that was compiled for a builtin: functions keep its address only.
    func keep(_ code: Code) { codes.append(code) }

    func execute(_ statement: Statement, in tree: Tree) throws {
        // no instruction: the machine that would run it runs the file's statements
        if case .use(let name) = statement.kind { return try use(name, in: tree.source) }
        if recent.count >= 2 * Session.mostRemembered { recent.removeFirst(Session.mostRemembered) }
        recent.append((tree, statement))
        let code = try Compiler.code(for: statement, in: tree, globals: machine.globals, dtype: machine.dtype)
        // a function may replace itself while it runs; what stands around it is done when it has run
        codes += code.functions.map(\.code)
        try machine.run(code)
    }

    func diagnostic(of error: any Error, in tree: Tree, _ statement: Statement) -> Diagnostic {
        var diagnostic: Diagnostic
        switch error {
        case let found as Diagnostic: diagnostic = found
        case let found as LocatedProblem:
            diagnostic = Diagnostic(found.problem)
            diagnostic.span = found.span
        case let found as any Problem: diagnostic = Diagnostic(found)
        default: diagnostic = Diagnostic(code: "limit-internal", "\(error)")
        }
        if diagnostic.source == nil { diagnostic.source = tree.source }
        if diagnostic.span == nil { diagnostic.span = statement.span }
        return diagnostic
    }

    /// The value of a global, for hosts that compare or hand on results.
    package func value(of name: String) -> Value? {
        guard machine.globals.isAssigned(name) else { return nil }
        return machine.globals[name]
    }

    // MARK: Services for builtins

    /// Says that this many bytes will be needed, so that a limit is met before they are taken.
    func charge(bytes: Int) throws { try budget.check(bytes) }

    /// Hosts keep what a statement shows until it has ended.
    private func receive(_ output: Output) {
        let kept = output.footprint
        keptOutput += kept
        MemoryBudget.take(kept)
        host.receive(output)
    }

    func countOutput(_ bytes: Int) throws {
        outputLeft -= bytes
        if outputLeft < 0 { throw OutputProblem() }
    }

    func picture(at path: String) throws -> Picture {
        let bytes = try host.read(path)
        var limits = PNG.Limits.standard
        if let memory = settings.limits.memory { limits.maxBytes = min(limits.maxBytes, max(0, memory - budget.inUse)) }
        do {
            return try PNG.decode(bytes, limits: limits)
        } catch {
            throw NamedFileProblem(path: path, problem: error)
        }
    }

    func save(_ picture: Picture, as path: String) throws -> String { try host.write(path, try PNG.encode(picture)) }
}

extension Output {
    /// About what it takes in memory.
    fileprivate var footprint: Int {
        switch self {
        case .printed(let text): 2 * text.utf8.count
        case .shown(let shown): 4 * Footprint.object + shown.pieces.reduce(0) { $0 + 96 + $1.roughLength }
        case .note: 16 * Footprint.object
        case .picture(let picture, _): picture.samples.count * picture.bitDepth / 8
        case .figure(let figure): figure.footprint
        }
    }
}

/// A picture's problem with its file, which is named first.
struct NamedFileProblem: Problem {
    var path: String
    var problem: PictureProblem

    var code: String { problem.code }
    var sentence: String { "\(path): \(problem.sentence)" }
    var reasons: [String] { problem.reasons + (problem.advice.map { [$0] } ?? []) }
}

struct OutputProblem: Problem {
    var code: String { "limit-output" }
    var sentence: String { "this prints more than the \(byteText(Session.maximumOutput)) that are allowed" }
}

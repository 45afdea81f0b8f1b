import Syntax
import TensorEngine

/// Turns a function, or a statement of the top level, into code.
///
/// Registers are handed out like a stack: parameters and variables first, temporaries above them. An expression that
/// is a variable is used where it lies; every other one is put into a temporary that is free again when the statement
/// ends. Each kind of syntax has its file (`Compiler+Expressions`, `+Conditions`, `+Calls`, `+Places`, `+Statements`).
final class Compiler {
    let tree: Tree
    let globals: Globals
    let outer: Compiler?
    let dtype: DType
    var parts: CodeParts
    /// Where the pools hold a number or a name: a program may have very many.
    private var numberPlaces: [UInt64: Int] = [:]
    private var namePlaces: [String: Int] = [:]
    private var isTooLong = false
    /// Instructions gathered so far.
    var position: Int { parts.instructions.count }

    /// Variables by name, innermost block last; the first is the function's own.
    var scopes: [[String: Variable]] = [[:]]
    /// Names of variables that inner functions share.
    let shared: Set<String>
    /// Variables that hold a value on every path to here.
    var assigned: Set<String> = []
    private(set) var captures: [FunctionTemplate.Source] = []
    private var captured: [String: Int] = [:]
    var nextRegister: Int
    var loops: [LoopLabels] = []
    /// Assignments say which name a value gets, for whoever looks at the computation.
    var namesValues = false

    enum Variable {
        case register(Int)
        /// A register that holds a cell.
        case cell(Int)
        /// The variable of a `for` at the top level that an inner function shares: fresh in each round, and a global.
        case cellAndGlobal(Int, Int)
        case capture(Int)
        case global(Int)
    }

    struct LoopLabels {
        var breaks: [Int] = []
        var continues: [Int] = []
    }

    init(name: String, tree: Tree, globals: Globals, outer: Compiler?, dtype: DType, shared: Set<String>, firstRegister: Int) {
        self.tree = tree
        self.globals = globals
        self.outer = outer
        self.dtype = dtype
        self.shared = shared
        parts = CodeParts(name: name, tree: tree)
        nextRegister = firstRegister
        parts.registerCount = firstRegister
    }

    var isTopLevel: Bool { outer == nil }

    /// The code of one statement of the top level.
    static func code(for statement: Statement, in tree: Tree, globals: Globals, dtype: DType) throws -> Code {
        let use = NameUse(of: [statement], in: tree)
        for name in use.assigned { _ = try globals.slot(for: name) }
        let compiler = Compiler(
            name: "", tree: tree, globals: globals, outer: nil, dtype: dtype, shared: use.mentionedInside,
            firstRegister: Globals.capacity)
        try compiler.statement(statement)
        let none = try compiler.temporary()
        compiler.load(.none, into: none, at: .span(statement.span))
        compiler.emit(.giveBack, none, at: .span(statement.span))
        compiler.parts.variableCount = Globals.capacity
        compiler.parts.statement = statement
        for (name, span) in use.places { globals.noteAssignment(of: name, line: tree.line(of: span)) }
        return try compiler.code()
    }
}

// MARK: - Registers and instructions

extension Compiler {
    func temporary() throws -> Int { try temporaries(1) }

    /// The first of so many neighbouring registers.
    func temporaries(_ count: Int) throws -> Int {
        let first = nextRegister
        guard first + count < (isTopLevel ? 65_535 : Globals.capacity) else { throw BoundProblem.tooManyValues }
        nextRegister += count
        parts.registerCount = max(parts.registerCount, nextRegister)
        return first
    }

    /// Frees the temporaries that `body` takes.
    func releasingTemporaries<Result>(_ body: () throws -> Result) rethrows -> Result {
        let mark = nextRegister
        defer { nextRegister = mark }
        return try body()
    }

    func emit(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, at site: Site) {
        // an operand has sixteen bits; `code` refuses what has become too long
        if (a | b | c) >> 16 != 0 { isTooLong = true }
        parts.instructions.append(Instruction(opcode, a, b, c))
        parts.sites.append(site)
    }

    /// What was gathered, as code.
    func code() throws -> Code {
        if isTooLong { throw BoundProblem.tooManyValues }
        return Code(parts)
    }

    /// A jump whose distance is not known yet; `land` fills it in.
    func emitJump(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, at site: Site) -> Int {
        emit(opcode, a, b, 0, at: site)
        return position - 1
    }

    func land(_ jump: Int) throws { try land(jump, at: position) }

    func land(_ jumps: [Int]) throws { for jump in jumps { try land(jump) } }

    func land(_ jump: Int, at target: Int) throws {
        let old = parts.instructions[jump]
        let distance = target - jump - 1
        switch old.opcode {
        // these have room for a long way
        case .jump, .jumpBack: parts.instructions[jump] = Instruction(old.opcode, 0, distance & 0xffff, distance >> 16)
        default:
            guard let short = Int16(exactly: distance) else { throw BoundProblem.tooLong }
            parts.instructions[jump] = Instruction(old.opcode, old.a, old.b, Int(short))
        }
    }

    func load(_ constant: Value, into register: Int, at site: Site) {
        if case .number(let number) = constant { return emit(.loadNumber, register, self.number(number), at: site) }
        parts.constants.append(constant)
        emit(.load, register, parts.constants.count - 1, at: site)
    }

    /// The index of a number in the code's pool.
    func number(_ value: Double) -> Int {
        if let known = numberPlaces[value.bitPattern] { return known }
        numberPlaces[value.bitPattern] = parts.numbers.count
        parts.numbers.append(value)
        return parts.numbers.count - 1
    }

    func name(_ text: String) -> Int {
        if let known = namePlaces[text] { return known }
        namePlaces[text] = parts.names.count
        parts.names.append(text)
        return parts.names.count - 1
    }

    /// A problem that was found here, with its place.
    func located(_ problem: some Problem, _ span: Span) -> LocatedProblem { LocatedProblem(problem: problem, span: span) }
}

/// A problem that the compiler found, and where.
struct LocatedProblem: Error {
    var problem: any Problem
    var span: Span
    /// What to write instead.
    var mend: Diagnostic.Edit?
}

// MARK: - Variables

extension Compiler {
    func variable(_ name: String) throws -> Variable {
        for scope in scopes.reversed() { if let variable = scope[name] { return variable } }
        if let capture = capture(name) { return .capture(capture) }
        return .global(try globals.slot(for: name))
    }

    /// The cell of an outer function's variable, taken along by every function in between.
    private func capture(_ name: String) -> Int? {
        if let known = captured[name] { return known }
        guard let outer else { return nil }
        let source: FunctionTemplate.Source
        if let register = outer.cellRegister(name) {
            source = .register(register)
        } else if let passed = outer.capture(name) {
            source = .capture(passed)
        } else {
            return nil
        }
        captures.append(source)
        parts.captureNames.append(name)
        captured[name] = captures.count - 1
        return captures.count - 1
    }

    private func cellRegister(_ name: String) -> Int? {
        for scope in scopes.reversed() {
            switch scope[name] {
            case .cell(let register), .cellAndGlobal(let register, _): return register
            case .register, .capture, .global: return nil
            case nil: continue
            }
        }
        return nil
    }

    /// Whether the name surely holds a value here; only such a variable may be used without a check.
    func isAssigned(_ name: String) -> Bool {
        assigned.contains(name) || (isTopLevel && globals.isAssigned(name))
    }

    /// Makes a variable of this block, with a register of its own.
    func declare(_ name: String, site: Site) throws {
        let register = try temporary()
        parts.variables.append((name, register))
        if shared.contains(name) {
            emit(.makeCell, register, at: site)
            scopes[scopes.count - 1][name] = .cell(register)
        } else {
            scopes[scopes.count - 1][name] = .register(register)
        }
    }

    /// Puts a variable's value into a register.
    func read(_ name: String, into target: Int, at site: Site) throws {
        switch try variable(name) {
        case .register(let register):
            if !isAssigned(name) { emit(.defined, register, at: site) }
            if register != target { emit(.move, target, register, at: site) }
        case .cell(let register), .cellAndGlobal(let register, _): emit(.readCell, target, register, at: site)
        case .capture(let index): emit(.capture, target, index, at: site)
        case .global(let slot): emit(.global, target, slot, at: site)
        }
    }

    /// Gives a variable the value of a register, which may be taken for it.
    func write(_ name: String, from source: Int, at site: Site) throws {
        switch try assignable(name) {
        case .register(let register), .global(let register):
            if register != source { emit(.move, register, source, at: site) }
        case .cell(let register): emit(.writeCell, register, source, at: site)
        case .cellAndGlobal(let register, let slot):
            emit(.writeCell, register, source, at: site)
            emit(.move, slot, source, at: site)
        // a function's own assignments are declared before its body is compiled
        case .capture: break
        }
        assigned.insert(name)
    }

    /// The register in which a new value of this variable may be computed at once, if it lies in one.
    func directRegister(_ name: String) throws -> Int? {
        switch try assignable(name) {
        case .register(let register): register
        case .global(let slot): isTopLevel ? slot : nil
        case .cell, .cellAndGlobal, .capture: nil
        }
    }

    private func assignable(_ name: String) throws -> Variable { try variable(name) }
}

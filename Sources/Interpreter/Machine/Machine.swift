import Syntax
import TensorEngine

/// Runs code: registers on one stack, frames on another, one flat loop over the instructions.
///
/// What the loop touches in every instruction lies in its own variables and in memory that it reaches by address;
/// everything that is not a number leaves the loop through a method (`Machine+Operators`, `+Calls`, `+Indexing`, ...).
/// A call of the program is a frame here, never a call of ours, so that its recursion cannot overflow our stack.
final class Machine {
    /// Registers; the globals first.
    let registers: UnsafeMutablePointer<Value>
    private let registersEnd: UnsafeMutablePointer<Value>
    /// Registers from here on were never written: memory is touched only as the stack grows.
    private(set) var untouched: UnsafeMutablePointer<Value>
    let frames: UnsafeMutablePointer<Frame>
    /// While a builtin runs: the first frame that it may use to call back.
    var nextFrame: UnsafeMutablePointer<Frame>
    /// While a builtin runs: the first register that it may use to call back.
    var top: UnsafeMutablePointer<Value>
    private(set) var callbackDepth = 0

    let globals: Globals
    let clock: StepClock
    let budget: MemoryBudget
    let meter: WorkMeter
    /// Those that inner functions share.
    let variables = SharedVariables()
    /// Values that somebody outside keeps, to put them back later.
    var kept: [ObjectIdentifier: [Value]] = [:]
    /// Bytes that the running instruction holds in passing, beside the values that it makes.
    var held = 0
    var dtype: DType
    var maximumDepth: Int
    /// What the running program lets a person see; the session listens.
    var receive: (Output) -> Void = { _ in }
    /// The services that builtins use: files, random numbers, settings.
    unowned(unsafe) var session: Session!
    var digits = 4
    /// A computation that somebody looks at gets the names of its values from here.
    var look: ComputationLook?
    /// Where the instruction that runs stands, for notes.
    var notes: Set<String> = []
    /// The last expression that failed, for whoever looks for a mend.
    var failure: FailedExpression?
    /// Given, and without a place yet.
    var pendingNotes: [Diagnostic] = []

    static let registerCapacity = 1 << 22
    static let frameCapacity = 1 << 18
    /// Each callback from a builtin into the program takes a piece of our own stack.
    static let maximumCallbacks = 200

    /// A call that waits for the one above it. Nothing in it is counted: the session keeps every code, and the caller's
    /// register, or the global, keeps the function.
    struct Frame {
        var code: UnsafeMutablePointer<CodeBlock>
        var function: Unmanaged<Function>?
        var registers: UnsafeMutablePointer<Value>
        var next: UnsafeMutablePointer<Instruction>
        var target: UnsafeMutablePointer<Value>
        /// Its registers may hold references, which must be released when it ends.
        var holdsReferences: Bool
    }

    init(dtype: DType, maximumDepth: Int, clock: StepClock, budget: MemoryBudget) {
        registers = .allocate(capacity: Machine.registerCapacity)
        registersEnd = registers + Machine.registerCapacity
        untouched = registers + Globals.capacity
        top = untouched
        frames = .allocate(capacity: Machine.frameCapacity)
        nextFrame = frames
        globals = Globals(values: registers)
        self.dtype = dtype
        self.maximumDepth = min(maximumDepth, Machine.frameCapacity - 1)
        self.clock = clock
        self.budget = budget
        meter = WorkMeter(mayGoOn: clock.checkTime)
    }

    deinit {
        registers.deinitialize(count: globals.names.count)
        let stack = registers + Globals.capacity
        stack.deinitialize(count: untouched - stack)
        variables.releaseAll()
        registers.deallocate()
        frames.deallocate()
    }

    /// Makes sure that registers up to `end` may be read and released.
    @inline(__always)
    func reserve(upTo end: UnsafeMutablePointer<Value>) throws {
        if end > untouched { try touch(upTo: end) }
    }

    @inline(never)
    private func touch(upTo end: UnsafeMutablePointer<Value>) throws {
        guard end <= registersEnd else { throw BoundProblem.depth(maximumDepth) }
        let count = min(max(end - untouched, 1024), registersEnd - untouched)
        try budget.charge(count * Footprint.value)
        untouched.initialize(repeating: .undefined, count: count)
        untouched += count
    }

    /// Runs a statement of the top level, whose registers are the globals.
    func run(_ code: Code) throws {
        nextFrame = frames
        callbackDepth = 0
        top = registers + Globals.capacity
        _ = try run(code, nil, at: registers)
    }

    /// Calls a function of the program, or a builtin, from a builtin.
    func call(_ function: Value, _ arguments: [Value]) throws -> Value {
        guard callbackDepth < Machine.maximumCallbacks else { throw BoundProblem.callbacks }
        try count()
        let outerTop = top
        let outerFrame = nextFrame
        callbackDepth += 1
        defer {
            callbackDepth -= 1
            top = outerTop
            nextFrame = outerFrame
        }
        switch function {
        case .builtin(let builtin): return try builtin.call(self, arguments, names: nil)
        case .function(let function):
            try reserve(upTo: outerTop + arguments.count + function.code.registerCount)
            for (position, argument) in arguments.enumerated() { outerTop[position] = argument }
            try bind(function, at: outerTop, given: arguments.count)
            return try run(function.code, function, at: outerTop)
        default: throw CallProblem.notFunction(name: nil, kind: function.kind)
        }
    }

    // MARK: - The loop

    /// What changes from call to call, handed to `general` and back.
    struct State {
        var code: UnsafeMutablePointer<CodeBlock>
        var function: Unmanaged<Function>?
        var r: UnsafeMutablePointer<Value>
        var next: UnsafeMutablePointer<Instruction>
        var frame: UnsafeMutablePointer<Frame>
    }

    /// The hot loop: what programs spend their time on, and only the way that it usually goes.
    ///
    /// Whatever is unusual (an operand that is no number, a register whose old value must be released, any rarer
    /// instruction) goes to `quick`, and where that will not do, to `general`. Small as it is, the compiler keeps its variables in registers and gives every
    /// instruction a jump of its own to the next one; with all instructions in one function the loop ran 2.7 times slower.
    private func run(_ start: Code, _ startFunction: Function?, at base: UnsafeMutablePointer<Value>) throws -> Value {
        try reserve(upTo: base + start.registerCount)
        var code = start.block
        var function = startFunction.map(Unmanaged.passUnretained)
        var r = base
        var next = code.pointee.instructions
        var n = code.pointee.numbers
        let entry = nextFrame
        var frame = entry
        let lastFrame = frames + maximumDepth
        let registers = registers
        var holdsReferences = true
        var ticks = clock.ticks
        defer { clock.ticks = ticks }
        do {
            while true {
                let i = next.pointee
                next += 1
                switch i.opcode {
                case .move, .take:
                    if let x = number(r + i.b), isPlain(r + i.a) {
                        put(x, in: r + i.a)
                        continue
                    }
                case .add:
                    if let x = number(r + i.b), let y = number(r + i.c), isExact(x + y), isPlain(r + i.a) {
                        put(x + y, in: r + i.a)
                        continue
                    }
                case .subtract:
                    if let x = number(r + i.b), let y = number(r + i.c), isExact(x - y), isPlain(r + i.a) {
                        put(x - y, in: r + i.a)
                        continue
                    }
                case .multiply:
                    if let x = number(r + i.b), let y = number(r + i.c), isExact(x * y), isPlain(r + i.a) {
                        put(x * y, in: r + i.a)
                        continue
                    }
                case .addProduct:
                    if let s = number(r + i.b), let x = number(r + i.c), let y = number(r + next.pointee.a), isExact(x * y),
                        isExact(s + x * y), isPlain(r + i.a) {
                        put(s + x * y, in: r + i.a)
                        next += 3
                    } else {
                        next += 1
                    }
                    continue
                case .addNumber:
                    if let x = number(r + i.b), isExact(x + n[i.c]), isPlain(r + i.a) {
                        put(x + n[i.c], in: r + i.a)
                        continue
                    }
                case .multiplyNumber:
                    if let x = number(r + i.b), isExact(x * n[i.c]), isPlain(r + i.a) {
                        put(x * n[i.c], in: r + i.a)
                        continue
                    }
                case .jumpIfLess, .jumpUnlessLess:
                    if let x = number(r + i.a), let y = number(r + i.b) {
                        let isForLess = i.opcode == .jumpIfLess
                        guard (x < y) == isForLess else { continue }
                        next += i.distance
                        // the one that closes a loop
                        guard isForLess else { continue }
                        ticks &-= 1
                        if ticks < 0 { ticks = try clock.tick() }
                        continue
                    }
                case .jumpUnlessLessNumber:
                    if let x = number(r + i.a) {
                        if !(x < n[i.b]) { next += i.distance }
                        continue
                    }
                case .nextRound:
                    // a loop over a range counts in registers: the next number, the end, the step
                    if let counter = number(r + i.b), let end = number(r + i.b + 1), let step = number(r + i.b + 2), isPlain(r + i.a) {
                        guard step > 0 ? counter < end : counter > end else { continue }
                        put(counter, in: r + i.a)
                        put(counter + step, in: r + i.b)
                        next += i.distance
                        ticks &-= 1
                        if ticks < 0 { ticks = try clock.tick() }
                        continue
                    }
                case .index:
                    if let tensor = borrowedTensor(r + i.b), let x = number(r + i.c), isPlain(r + i.a),
                        let element = plainElement(tensor, x) {
                        put(element, in: r + i.a)
                        continue
                    }
                case .indexPair:
                    if let tensor = borrowedTensor(r + i.b), let x = number(r + i.c), let y = number(r + next.pointee.a),
                        isPlain(r + i.a), let element = plainElement(tensor, x, y) {
                        put(element, in: r + i.a)
                        next += 1
                        continue
                    }
                case .indexSums:
                    let extra = next.pointee
                    if let tensor = borrowedTensor(r + i.b), let x = number(r + i.c), let dx = number(r + extra.a),
                        let y = number(r + extra.b), let dy = number(r + extra.c), isPlain(r + i.a),
                        let element = plainElement(tensor, x + dx, y + dy) {
                        put(element, in: r + i.a)
                        next += 5
                    } else {
                        next += 1
                    }
                    continue
                case .callGlobal:
                    if let (callee, block) = borrowedFunction(registers + i.c), frame < lastFrame,
                        block.pointee.parameterCount == next.pointee.a, isReserved(upTo: r + i.b + 1 + block.pointee.registerCount) {
                        frame.initialize(
                            to: Frame(
                                code: code, function: function, registers: r, next: next + 1, target: r + i.a,
                                holdsReferences: holdsReferences))
                        frame += 1
                        r += i.b + 1
                        holdsReferences = !arePlain(from: r, to: r + block.pointee.parameterCount)
                        (code, function) = (block, callee)
                        if block.pointee.variableCount > block.pointee.parameterCount {
                            clear(from: r + block.pointee.parameterCount, to: r + block.pointee.variableCount)
                        }
                        next = block.pointee.instructions
                        n = block.pointee.numbers
                        ticks &-= 1
                        if ticks < 0 { ticks = try clock.tick() }
                        continue
                    }
                case .giveBack:
                    if !holdsReferences, frame != entry, let x = number(r + i.a) {
                        frame -= 1
                        (code, function, r) = (frame.pointee.code, frame.pointee.function, frame.pointee.registers)
                        next = frame.pointee.next
                        n = code.pointee.numbers
                        holdsReferences = frame.pointee.holdsReferences
                        let target = frame.pointee.target
                        if isPlain(target) { put(x, in: target) } else { target.pointee = .number(x) }
                        continue
                    }
                    let result = (r + i.a).move()
                    (r + i.a).initialize(to: .none)
                    if holdsReferences, frame != entry || start.isFunction {
                        clearReferences(from: r, to: r + code.pointee.registerCount)
                    }
                    guard frame != entry else { return result }
                    frame -= 1
                    let target = frame.pointee.target
                    target.pointee = result
                    holdsReferences = true
                    (code, function, r) = (frame.pointee.code, frame.pointee.function, frame.pointee.registers)
                    next = frame.pointee.next
                    n = code.pointee.numbers
                    continue
                // spelled out: a default would put a range check before every jump
                case .load, .loadNumber, .global, .defined, .makeCell, .readCell, .writeCell, .capture, .divide, .floorDivide,
                    .remainder, .power, .matrixMultiply, .bitAnd, .bitOr, .negate, .plus, .not, .invert, .equal,
                    .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIdentical, .isNotIdentical, .isIn,
                    .isNotIn, .jump, .jumpBack, .jumpIfTrue, .jumpIfFalse, .jumpIfLessOrEqual,
                    .jumpUnlessLessOrEqual, .jumpIfLessNumber, .jumpUnlessLessOrEqualNumber,
                    .jumpUnlessGreaterNumber, .jumpUnlessGreaterOrEqualNumber, .jumpUnlessEqualNumber,
                    .jumpUnlessNotEqualNumber, .startRange, .startLoop, .indexMany, .field, .setIndex, .setIndexPair, .setPlace,
                    .appendPlace, .newList, .addItem, .spreadInto, .endList, .tuple, .newDictionary, .addEntry,
                    .closure, .format, .display, .concatenate, .call, .callNamed, .callMethod, .peekGlobal,
                    .checkAxes, .unpack, .show, .fail, .assertion, .refuseNumber, .refuseLost, .nameValue, .notWritten, .expectTrue,
                    .expectEqual, .expectClose, .expectError, .verdict, .extra: break
                }
                if let after = Machine.quick(i, r, code, registers, next) {
                    if after < next {
                        ticks &-= 1
                        if ticks < 0 { ticks = try clock.tick() }
                    }
                    next = after
                    continue
                }
                if try differentiated(i, r, n) {
                    holdsReferences = true
                    continue
                }
                var state = State(code: code, function: function, r: r, next: next, frame: frame)
                let failure = general(i, &state, lastFrame)
                (code, function, r, next, frame) = (state.code, state.function, state.r, state.next, state.frame)
                if let failure { throw failure }
                n = code.pointee.numbers
                holdsReferences = true
            }
        } catch {
            let isOfCall = error is AxisProblem && (next - 1).pointee.isOfCall && frame != entry
            let diagnosed =
                isOfCall
                ? diagnose(error, callOf: code.pointee.owner, in: frame - 1)
                : diagnose(error, code.pointee.owner, at: next - 1, r, function)
            unwind(to: entry, r + code.pointee.registerCount, base)
            throw diagnosed
        }
    }

    @inline(__always)
    private func isReserved(upTo end: UnsafeMutablePointer<Value>) -> Bool { end <= untouched }

    /// Clears what a failed piece of program left in the registers, so that its values can go.
    private func unwind(
        to entry: UnsafeMutablePointer<Frame>, _ end: UnsafeMutablePointer<Value>, _ base: UnsafeMutablePointer<Value>
    ) {
        let start = entry == frames ? max(base, registers + Globals.capacity) : base
        let end = min(end, untouched)
        if start < end { clear(from: start, to: end) }
        nextFrame = entry
    }
}

/// The program reached a part that the student has still to write.
struct NotWritten: Error {}

// MARK: - Registers

/// A register's number, if it holds one.
@inline(__always)
func number(_ register: UnsafeMutablePointer<Value>) -> Double? {
    if case .number(let value) = register.pointee { value } else { nil }
}

/// Below 2^53, where whole numbers are exact: the first result that is not gets a note.
@inline(__always)
private func isExact(_ result: Double) -> Bool { abs(result) < 0x1p53 }

/// Puts a number into a register that is plain.
@inline(__always)
func put(_ value: Double, in register: UnsafeMutablePointer<Value>) { register.initialize(to: .number(value)) }

/// Whether a register may be overwritten without a look at a reference count.
@inline(__always)
package func isPlain(_ register: UnsafeMutablePointer<Value>) -> Bool {
    // `switch` over the cases, but one test of a bit: the kind stands in the ninth byte, which a test pins
    let kind = UnsafeRawPointer(register).load(fromByteOffset: 8, as: UInt8.self)
    return plainKinds &>> UInt32(kind) & 1 != 0
}

/// A bit for each kind of value that is no reference: truth values, numbers, element types; and the last kind, which
/// cases without anything in them share (undefined, None).
private let plainKinds: UInt32 = 1 << 0 | 1 << 1 | 1 << 11 | 1 << 16

@inline(__always)
func arePlain(from start: UnsafeMutablePointer<Value>, to end: UnsafeMutablePointer<Value>) -> Bool {
    var register = start
    while register < end {
        if !isPlain(register) { return false }
        register += 1
    }
    return true
}

/// Lets go of the values that registers hold, so that they do not outlive their frame.
@inline(__always)
func clearReferences(from start: UnsafeMutablePointer<Value>, to end: UnsafeMutablePointer<Value>) {
    var register = start
    while register < end {
        if !isPlain(register) { register.pointee = .undefined }
        register += 1
    }
}

/// Empties registers: variables must begin unassigned.
@inline(__always)
func clear(from start: UnsafeMutablePointer<Value>, to end: UnsafeMutablePointer<Value>) {
    var register = start
    while register < end {
        if isPlain(register) { register.initialize(to: .undefined) } else { register.pointee = .undefined }
        register += 1
    }
}

/// Moves values out of neighbouring registers.
func take(_ first: UnsafeMutablePointer<Value>, count: Int) -> [Value] {
    (0..<count).map { position in
        let value = (first + position).move()
        (first + position).initialize(to: .none)
        return value
    }
}

/// The function in a register, without touching its reference count: the register keeps it.
///
/// The payload of a value stands in its first eight bytes, which a test pins.
@inline(__always)
func borrowedFunction(
    _ register: UnsafeMutablePointer<Value>
) -> (function: Unmanaged<Function>, block: UnsafeMutablePointer<CodeBlock>)? {
    guard case .function = register.pointee else { return nil }
    let function = UnsafeRawPointer(register).load(as: Unmanaged<Function>.self)
    return (function, function._withUnsafeGuaranteedRef { $0.block })
}

/// The tensor in a register, likewise.
@inline(__always)
func borrowedTensor(_ register: UnsafeMutablePointer<Value>) -> Unmanaged<TensorBox>? {
    guard case .tensor = register.pointee else { return nil }
    return UnsafeRawPointer(register).load(as: Unmanaged<TensorBox>.self)
}

extension Instruction {
    /// Checks what the caller passed, so that its failure is the caller's.
    fileprivate var isOfCall: Bool { opcode == .checkAxes && b == 0 }

    /// The distance of a jump that has room for a long way.
    @inline(__always) var farDistance: Int { Int(Int32(truncatingIfNeeded: word >> 32)) }
}

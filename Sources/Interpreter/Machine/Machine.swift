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
    private var untouched: UnsafeMutablePointer<Value>
    private let frames: UnsafeMutablePointer<Frame>
    /// While a builtin runs: the first frame that it may use to call back.
    private var nextFrame: UnsafeMutablePointer<Frame>
    /// While a builtin runs: the first register that it may use to call back.
    var top: UnsafeMutablePointer<Value>
    private var callbackDepth = 0

    let globals: Globals
    let clock: StepClock
    var dtype: DType
    var maximumDepth: Int
    /// What the running program lets a person see; the session listens.
    var receive: (Output) -> Void = { _ in }
    /// The services that builtins use: files, random numbers, settings.
    unowned(unsafe) var session: Session!
    var digits = 4
    /// Where the instruction that runs stands, for notes.
    var notes: Set<String> = []

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
    }

    init(dtype: DType, maximumDepth: Int, clock: StepClock) {
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
    }

    deinit {
        registers.deinitialize(count: globals.names.count)
        let stack = registers + Globals.capacity
        stack.deinitialize(count: untouched - stack)
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
        default: throw CallProblem.notFunction(kind: function.kind)
        }
    }

    // MARK: - The loop

    /// The one long function of the interpreter; flat, one case an instruction.
    private func run(_ startCode: Code, _ startFunction: Function?, at base: UnsafeMutablePointer<Value>) throws -> Value {
        var code = startCode.block
        var function = startFunction.map(Unmanaged.passUnretained)
        var r = base
        var next = code.pointee.instructions
        var n = code.pointee.numbers
        let entry = nextFrame
        var frame = entry
        let lastFrame = frames + maximumDepth
        let registers = registers
        try reserve(upTo: base + startCode.registerCount)
        var ticks = clock.ticks
        defer { clock.ticks = ticks }
        do {
            while true {
                let i = next.pointee
                next += 1
                let a = i.a
                let b = i.b
                let c = i.c
                switch i.opcode {
                // Moving
                case .load: r[a] = code.pointee.constants[b]
                case .loadNumber: put(n[b], in: r + a)
                case .move: if let x = number(r + b) { put(x, in: r + a) } else { r[a] = r[b] }
                case .take:
                    if let x = number(r + b) {
                        put(x, in: r + a)
                    } else {
                        let value = (r + b).move()
                        (r + b).initialize(to: .none)
                        r[a] = value
                    }
                case .global:
                    if case .undefined = registers[b] { throw unassigned(global: b) }
                    r[a] = registers[b]
                case .peekGlobal: r[a] = registers[b]
                case .defined: if case .undefined = r[a] { throw unassigned(code.pointee.owner, at: next - 1) }
                case .makeCell: r[a] = .cell(Cell(r[a]))
                case .readCell: r[a] = try read(r[b], code.pointee.owner, at: next - 1)
                case .writeCell: if case .cell(let cell) = r[a] { cell.value = r[b] }
                case .capture: r[a] = try read(.cell(captures(function)[b]), code.pointee.owner, at: next - 1)

                // Arithmetic
                case .add:
                    if let x = number(r + b), let y = number(r + c) { put(x + y, in: r + a) } else {
                        r[a] = try binary(.add, r[b], r[c])
                    }
                case .subtract:
                    if let x = number(r + b), let y = number(r + c) { put(x - y, in: r + a) } else {
                        r[a] = try binary(.subtract, r[b], r[c])
                    }
                case .multiply:
                    if let x = number(r + b), let y = number(r + c) { put(x * y, in: r + a) } else {
                        r[a] = try binary(.multiply, r[b], r[c])
                    }
                case .divide:
                    if let x = number(r + b), let y = number(r + c), y != 0 { put(x / y, in: r + a) } else {
                        r[a] = try binary(.divide, r[b], r[c])
                    }
                case .floorDivide: r[a] = try binary(.floorDivide, r[b], r[c])
                case .remainder: r[a] = try binary(.remainder, r[b], r[c])
                case .power: r[a] = try binary(.power, r[b], r[c])
                case .matrixMultiply: r[a] = try binary(.matrixMultiply, r[b], r[c])
                case .bitAnd: r[a] = try binary(.bitAnd, r[b], r[c])
                case .bitOr: r[a] = try binary(.bitOr, r[b], r[c])
                case .addNumber:
                    if let x = number(r + b) { put(x + n[c], in: r + a) } else {
                        r[a] = try binary(.add, r[b], .number(n[c]))
                    }
                case .subtractNumber:
                    if let x = number(r + b) { put(x - n[c], in: r + a) } else {
                        r[a] = try binary(.subtract, r[b], .number(n[c]))
                    }
                case .multiplyNumber:
                    if let x = number(r + b) { put(x * n[c], in: r + a) } else {
                        r[a] = try binary(.multiply, r[b], .number(n[c]))
                    }
                case .negate: if let x = number(r + b) { put(-x, in: r + a) } else { r[a] = try negate(r[b]) }
                case .plus: r[a] = try plus(r[b])
                case .not: r[a] = .truth(!(try truth(r[b])))
                case .invert: r[a] = try invert(r[b])

                // Comparisons
                case .equal: r[a] = try compare(.equal, r[b], r[c])
                case .notEqual: r[a] = try compare(.notEqual, r[b], r[c])
                case .less: r[a] = try compare(.less, r[b], r[c])
                case .lessOrEqual: r[a] = try compare(.lessOrEqual, r[b], r[c])
                case .greater: r[a] = try compare(.greater, r[b], r[c])
                case .greaterOrEqual: r[a] = try compare(.greaterOrEqual, r[b], r[c])
                case .isIdentical: r[a] = .truth(isIdentical(r[b], r[c]))
                case .isNotIdentical: r[a] = .truth(!isIdentical(r[b], r[c]))
                case .isIn: r[a] = .truth(try contains(r[c], r[b]))
                case .isNotIn: r[a] = .truth(!(try contains(r[c], r[b])))

                // Jumps
                case .jump: next += i.farDistance
                case .jumpBack:
                    next += i.farDistance
                    ticks &-= 1
                    if ticks < 0 { ticks = try clock.tick() }
                case .jumpIfTrue: if try truth(r[a]) { next += i.distance }
                case .jumpIfFalse: if !(try truth(r[a])) { next += i.distance }
                case .jumpIfLess:
                    if let x = number(r + a), let y = number(r + b) {
                        if x < y { next += i.distance }
                    } else if try holds(.less, r[a], r[b]) { next += i.distance }
                case .jumpUnlessLess:
                    if let x = number(r + a), let y = number(r + b) {
                        if !(x < y) { next += i.distance }
                    } else if !(try holds(.less, r[a], r[b])) { next += i.distance }
                case .jumpIfLessOrEqual:
                    if let x = number(r + a), let y = number(r + b) {
                        if x <= y { next += i.distance }
                    } else if try holds(.lessOrEqual, r[a], r[b]) { next += i.distance }
                case .jumpUnlessLessOrEqual:
                    if let x = number(r + a), let y = number(r + b) {
                        if !(x <= y) { next += i.distance }
                    } else if !(try holds(.lessOrEqual, r[a], r[b])) { next += i.distance }
                case .jumpIfLessNumber:
                    if let x = number(r + a) {
                        if x < n[b] { next += i.distance }
                    } else if try holds(.less, r[a], .number(n[b])) { next += i.distance }
                case .jumpUnlessLessNumber:
                    if let x = number(r + a) {
                        if !(x < n[b]) { next += i.distance }
                    } else if !(try holds(.less, r[a], .number(n[b]))) { next += i.distance }
                case .jumpUnlessLessOrEqualNumber:
                    if let x = number(r + a) {
                        if !(x <= n[b]) { next += i.distance }
                    } else if !(try holds(.lessOrEqual, r[a], .number(n[b]))) { next += i.distance }
                case .jumpUnlessGreaterNumber:
                    if let x = number(r + a) {
                        if !(x > n[b]) { next += i.distance }
                    } else if !(try holds(.greater, r[a], .number(n[b]))) { next += i.distance }
                case .jumpUnlessGreaterOrEqualNumber:
                    if let x = number(r + a) {
                        if !(x >= n[b]) { next += i.distance }
                    } else if !(try holds(.greaterOrEqual, r[a], .number(n[b]))) { next += i.distance }
                case .jumpUnlessEqualNumber:
                    if let x = number(r + a) {
                        if x != n[b] { next += i.distance }
                    } else if !(try holds(.equal, r[a], .number(n[b]))) { next += i.distance }
                case .jumpUnlessNotEqualNumber:
                    if let x = number(r + a) {
                        if x == n[b] { next += i.distance }
                    } else if !(try holds(.notEqual, r[a], .number(n[b]))) { next += i.distance }

                // Loops
                case .startLoop: try startLoop(over: r[b], state: r + a)
                case .nextRound:
                    // a loop over a range counts in registers: the next number, the end, the step
                    if let counter = number(r + b), case .number(let end) = r[b + 1], case .number(let step) = r[b + 2] {
                        guard step > 0 ? counter < end : counter > end else { continue }
                        put(counter, in: r + a)
                        put(counter + step, in: r + b)
                    } else {
                        guard case .iterator(let state) = r[b], let item = try state.next() else { continue }
                        r[a] = item
                    }
                    next += i.distance
                    ticks &-= 1
                    if ticks < 0 { ticks = try clock.tick() }

                // Indexing
                case .index:
                    if case .tensor(let tensor) = r[b], let x = number(r + c), let element = tensor.plainElement(x) {
                        put(element, in: r + a)
                    } else {
                        r[a] = try index(r[b], r[c])
                    }
                case .indexPair:
                    let extra = next.pointee
                    next += 1
                    if case .tensor(let tensor) = r[b], let x = number(r + c), let y = number(r + extra.a),
                        let element = tensor.plainElement(x, y) {
                        put(element, in: r + a)
                    } else {
                        r[a] = try indexPair(r[b], r[c], r[extra.a], isChain: extra.b == 1)
                    }
                case .indexMany: r[a] = try index(r[b], code.pointee.owner.subscripts[c], r + b + 1)
                case .field: r[a] = try field(code.pointee.owner.names[c], of: r[b])
                case .setIndex:
                    if let x = number(r + b), let value = number(r + c), Machine.setElement(r + a, x, to: value) {
                    } else {
                        try setIndex(r + a, r[b], to: r[c])
                    }
                case .setIndexPair:
                    let extra = next.pointee
                    next += 1
                    if let x = number(r + b), let y = number(r + c), let value = number(r + extra.a),
                        Machine.setElement(r + a, x, y, to: value) {
                    } else {
                        try setIndexPair(r + a, r[b], r[c], to: r[extra.a], isChain: extra.b == 1)
                    }
                case .setPlace: try setPlace(r + a, code.pointee.owner.places[c], r + b, appending: false)
                case .appendPlace: try setPlace(r + a, code.pointee.owner.places[c], r + b, appending: true)

                // Making
                case .newList: r[a] = .builder(ListBuilder(dtype: dtype, itemsAreRows: b == 1))
                case .addItem:
                    if case .builder(let builder) = r[a] {
                        let item = (r + b).move()
                        (r + b).initialize(to: .none)
                        builder.append(item)
                    }
                case .spreadInto: try spread(r[b], into: r[a])
                case .endList: if case .builder(let builder) = r[b] { r[a] = try builder.finish() }
                case .tuple: r[a] = .tuple(try Tuple(take(r + b, count: c)))
                case .newDictionary: r[a] = .dictionary(Dict())
                case .addEntry: if case .dictionary(let made) = r[a] { try made.set(try Dict.Key(r[b]), to: r[c]) }
                case .closure: r[a] = closure(code.pointee.owner.functions[b], function?.takeUnretainedValue(), r, defaults: r + c)
                case .format: r[a] = try format(r[b], spec: r[c])
                case .display: r[a] = .text(Text(shown(r[b]).text))
                case .concatenate: r[a] = .text(Text(take(r + b, count: c).map(text).joined()))

                // Calls
                case .callGlobal:
                    let count = next.pointee.a
                    next += 1
                    if let callee = borrowedFunction(registers + c), callee.block.pointee.parameterCount == count {
                        guard frame < lastFrame else { throw BoundProblem.depth(maximumDepth) }
                        let start = r + b + 1
                        try reserve(upTo: start + callee.block.pointee.registerCount)
                        frame.initialize(
                            to: Frame(code: code, function: function, registers: r, next: next, target: r + a))
                        frame += 1
                        (code, function, r) = (callee.block, callee.function, start)
                        clear(from: start + count, to: start + code.pointee.variableCount)
                        next = code.pointee.instructions
                        n = code.pointee.numbers
                        ticks &-= 1
                        if ticks < 0 { ticks = try clock.tick() }
                        continue
                    }
                    // the general way, with the function where that expects it
                    if case .undefined = registers[c] { throw unassigned(global: c) }
                    r[b] = registers[c]
                    nextFrame = frame
                    guard let called = try enter(r + b, count, nil, target: r + a, above: r + code.pointee.registerCount)
                    else { continue }
                    guard frame < lastFrame else { throw BoundProblem.depth(maximumDepth) }
                    frame.initialize(to: Frame(code: code, function: function, registers: r, next: next, target: r + a))
                    frame += 1
                    (code, function, r) = (called.block, called.function, r + b + 1)
                    next = code.pointee.instructions
                    n = code.pointee.numbers
                case .call, .callNamed, .callMethod:
                    var count = c
                    var shape: CallShape?
                    if i.opcode != .call {
                        shape = code.pointee.owner.calls[c]
                        count = code.pointee.owner.calls[c].parts.count
                    }
                    if i.opcode == .callMethod {
                        let name = code.pointee.owner.names[next.pointee.a]
                        next += 1
                        let whole = try prepareMethod(name, r + b, count)
                        shape = shape.flatMap { $0.isPlain ? nil : $0.afterReceiver(whole - count) }
                        count = whole
                    }
                    nextFrame = frame
                    guard let called = try enter(r + b, count, shape, target: r + a, above: r + code.pointee.registerCount)
                    else { continue }
                    guard frame < lastFrame else { throw BoundProblem.depth(maximumDepth) }
                    frame.initialize(to: Frame(code: code, function: function, registers: r, next: next, target: r + a))
                    frame += 1
                    (code, function, r) = (called.block, called.function, r + b + 1)
                    next = code.pointee.instructions
                    n = code.pointee.numbers
                    ticks &-= 1
                    if ticks < 0 { ticks = try clock.tick() }
                case .giveBack:
                    let result = (r + a).move()
                    (r + a).initialize(to: .none)
                    if frame == entry {
                        if startCode.isFunction { clear(from: r, to: r + code.pointee.registerCount) }
                        return result
                    }
                    clear(from: r, to: r + code.pointee.registerCount)
                    frame -= 1
                    frame.pointee.target.pointee = result
                    (code, function, r) = (frame.pointee.code, frame.pointee.function, frame.pointee.registers)
                    next = frame.pointee.next
                    n = code.pointee.numbers
                case .checkAxes: try checkAxes(code.pointee.owner, r, result: b == 1 ? r[a] : nil)

                // Statements
                case .unpack: try unpack(r[b], into: r + a, count: c)
                case .show: show(r[a])
                case .fail: throw code.pointee.owner.problems[a]
                case .assertion: throw CheckProblem.assertion(c == 1 ? text(r[b]) : nil)
                case .notWritten: throw NotWritten()
                case .expectTrue: try expectTrue(r[a], code.pointee.owner, at: next - 1)
                case .expectEqual: try expectEqual(r[a], r[b], code.pointee.owner, at: next - 1)
                case .expectClose:
                    let extra = next.pointee
                    next += 1
                    try expectClose(r[a], r[b], within: extra.a == 1 ? r[c] : nil, code.pointee.owner, at: next - 1)
                case .expectError:
                    nextFrame = frame
                    try expectError(r[a], c == 1 ? code.pointee.owner.names[b] : nil, above: r + code.pointee.registerCount)
                case .extra: break
                }
            }
        } catch {
            let diagnosed = diagnose(error, code.pointee.owner, at: next - 1, r)
            unwind(to: entry, r + code.pointee.registerCount, base)
            throw diagnosed
        }
    }

    /// Clears what a failed piece of program left in the registers, so that its values can go.
    private func unwind(
        to entry: UnsafeMutablePointer<Frame>, _ end: UnsafeMutablePointer<Value>, _ base: UnsafeMutablePointer<Value>
    ) {
        let start = entry == frames ? max(base, registers + Globals.capacity) : base
        let end = min(end, untouched)
        if start < end { clear(from: start, to: end) }
        nextFrame = entry
    }

    /// Readies a call of a function of the program, or calls a builtin, which leaves its result in `target`.
    @inline(never)
    private func enter(
        _ callee: UnsafeMutablePointer<Value>, _ count: Int, _ shape: CallShape?, target: UnsafeMutablePointer<Value>,
        above: UnsafeMutablePointer<Value>
    ) throws -> (block: UnsafeMutablePointer<CodeBlock>, function: Unmanaged<Function>)? {
        top = above
        guard case .function(let called) = callee.pointee else {
            let result = try callOther(callee, count, shape)
            clear(from: callee, to: callee + count + 1)
            target.pointee = result
            return nil
        }
        let start = callee + 1
        if let shape {
            try bind(called, at: start, count, shape)
        } else {
            try reserve(upTo: start + max(count, called.code.registerCount))
            try bind(called, at: start, given: count)
        }
        return (called.code.block, .passUnretained(called))
    }

    private func captures(_ function: Unmanaged<Function>?) -> [Cell] { function?.takeUnretainedValue().captures ?? [] }
}

/// The program reached a part that the student has still to write.
struct NotWritten: Error {}

// MARK: - Registers

/// A register's number, if it holds one.
@inline(__always)
func number(_ register: UnsafeMutablePointer<Value>) -> Double? {
    if case .number(let value) = register.pointee { value } else { nil }
}

/// Puts a number into a register. What holds no reference is overwritten without a look at a reference count.
@inline(__always)
func put(_ value: Double, in register: UnsafeMutablePointer<Value>) {
    switch register.pointee {
    case .undefined, .none, .truth, .number, .dtype: register.initialize(to: .number(value))
    default: register.pointee = .number(value)
    }
}

/// Empties registers of a frame: variables must begin unassigned, and values must not outlive their frame.
@inline(__always)
func clear(from start: UnsafeMutablePointer<Value>, to end: UnsafeMutablePointer<Value>) {
    var register = start
    while register < end {
        switch register.pointee {
        case .undefined, .none, .truth, .number, .dtype: register.initialize(to: .undefined)
        default: register.pointee = .undefined
        }
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
) -> (block: UnsafeMutablePointer<CodeBlock>, function: Unmanaged<Function>)? {
    guard case .function = register.pointee else { return nil }
    let function = UnsafeRawPointer(register).load(as: Unmanaged<Function>.self)
    return (function._withUnsafeGuaranteedRef { $0.block }, function)
}

/// The tensor in a register, likewise.
@inline(__always)
func borrowedTensor(_ register: UnsafeMutablePointer<Value>) -> Unmanaged<TensorBox>? {
    guard case .tensor = register.pointee else { return nil }
    return UnsafeRawPointer(register).load(as: Unmanaged<TensorBox>.self)
}

extension Instruction {
    /// The distance of a jump that has room for a long way.
    @inline(__always) var farDistance: Int { Int(Int32(truncatingIfNeeded: word >> 32)) }
}

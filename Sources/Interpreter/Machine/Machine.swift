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
    private var frameCount = 0
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

    struct Frame {
        var next: UnsafeMutablePointer<Instruction>
        var registers: UnsafeMutablePointer<Value>
        var code: Unmanaged<Code>
        var function: Unmanaged<Function>?
        var target: UnsafeMutablePointer<Value>
    }

    init(dtype: DType, maximumDepth: Int, clock: StepClock) {
        registers = .allocate(capacity: Machine.registerCapacity)
        registersEnd = registers + Machine.registerCapacity
        untouched = registers + Globals.capacity
        top = untouched
        frames = .allocate(capacity: Machine.frameCapacity)
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
        guard end <= registersEnd else { throw BoundProblem.depth(frameCount) }
        let count = min(max(end - untouched, 1024), registersEnd - untouched)
        untouched.initialize(repeating: .undefined, count: count)
        untouched += count
    }

    /// Runs a statement of the top level, whose registers are the globals.
    func run(_ code: Code) throws {
        frameCount = 0
        callbackDepth = 0
        top = registers + Globals.capacity
        _ = try run(code, nil, at: registers)
    }

    /// Calls a function of the program, or a builtin, from a builtin.
    func call(_ function: Value, _ arguments: [Value]) throws -> Value {
        guard callbackDepth < Machine.maximumCallbacks else { throw BoundProblem.callbacks }
        let outerTop = top
        callbackDepth += 1
        defer {
            callbackDepth -= 1
            top = outerTop
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
        var code = startCode
        var function = startFunction
        var r = base
        var next = code.instructions
        var n = code.numbers
        let entry = frameCount
        try reserve(upTo: base + code.registerCount)
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
                case .load: r[a] = code.constants[b]
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
                case .defined: if case .undefined = r[a] { throw unassigned(code, at: next - 1) }
                case .makeCell: r[a] = .cell(Cell(r[a]))
                case .readCell: r[a] = try read(r[b], code, at: next - 1)
                case .writeCell: if case .cell(let cell) = r[a] { cell.value = r[b] }
                case .capture: r[a] = try read(.cell(function.unsafelyUnwrapped.captures[b]), code, at: next - 1)

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
                case .indexMany: r[a] = try index(r[b], code.subscripts[c], r + b + 1)
                case .field: r[a] = try field(code.names[c], of: r[b])
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
                case .setPlace: try setPlace(r + a, code.places[c], r + b, appending: false)
                case .appendPlace: try setPlace(r + a, code.places[c], r + b, appending: true)

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
                case .closure: r[a] = closure(code.functions[b], function, r, defaults: r + c)
                case .format: r[a] = try format(r[b], spec: r[c])
                case .display: r[a] = .text(Text(shown(r[b]).text))
                case .concatenate: r[a] = .text(Text(take(r + b, count: c).map(text).joined()))

                // Calls
                case .callGlobal:
                    let count = next.pointee.a
                    next += 1
                    if case .function(let callee) = registers[c], count == callee.code.parameters.count {
                        let start = r + b + 1
                        let calleeCode = callee.code
                        guard frameCount < maximumDepth else { throw BoundProblem.depth(maximumDepth) }
                        try reserve(upTo: start + calleeCode.registerCount)
                        frames[frameCount] = Frame(
                            next: next, registers: r, code: .passUnretained(code),
                            function: function.map(Unmanaged.passUnretained), target: r + a)
                        frameCount &+= 1
                        clear(from: start + count, to: start + calleeCode.variableCount)
                        r = start
                        code = calleeCode
                        function = callee
                        next = calleeCode.instructions
                        n = calleeCode.numbers
                        ticks &-= 1
                        if ticks < 0 { ticks = try clock.tick() }
                    } else {
                        // the general way, with the function where it expects it
                        if case .undefined = registers[c] { throw unassigned(global: c) }
                        r[b] = registers[c]
                        if let entered = try enter(r + b, count, nil, target: r + a, code, function, r, next) {
                            (code, function, r) = entered
                            next = code.instructions
                            n = code.numbers
                        }
                    }
                case .call, .callNamed:
                    let isPlain = i.opcode == .call
                    let shape = isPlain ? nil : code.calls[c]
                    let count = isPlain ? c : code.calls[c].parts.count
                    if let entered = try enter(r + b, count, shape, target: r + a, code, function, r, next) {
                        (code, function, r) = entered
                        next = code.instructions
                        n = code.numbers
                        ticks &-= 1
                        if ticks < 0 { ticks = try clock.tick() }
                    }
                case .callMethod:
                    let name = code.names[next.pointee.a]
                    next += 1
                    let shape = code.calls[c]
                    let count = try prepareMethod(name, r + b, shape.parts.count, code)
                    let whole = shape.isPlain ? nil : shape.afterReceiver(count - shape.parts.count)
                    if let entered = try enter(r + b, count, whole, target: r + a, code, function, r, next) {
                        (code, function, r) = entered
                        next = code.instructions
                        n = code.numbers
                    }
                case .giveBack:
                    let result = (r + a).move()
                    (r + a).initialize(to: .none)
                    if frameCount == entry {
                        if code.isFunction { clear(from: r, to: r + code.registerCount) }
                        return result
                    }
                    clear(from: r, to: r + code.registerCount)
                    frameCount &-= 1
                    let frame = frames[frameCount]
                    frame.target.pointee = result
                    next = frame.next
                    r = frame.registers
                    code = frame.code.takeUnretainedValue()
                    function = frame.function?.takeUnretainedValue()
                    n = code.numbers
                case .checkAxes: try checkAxes(code, r, result: b == 1 ? r[a] : nil)

                // Statements
                case .unpack: try unpack(r[b], into: r + a, count: c)
                case .show: show(r[a])
                case .fail: throw code.problems[a]
                case .assertion: throw CheckProblem.assertion(c == 1 ? text(r[b]) : nil)
                case .notWritten: throw NotWritten()
                case .expectTrue: try expectTrue(r[a], code, at: next - 1)
                case .expectEqual: try expectEqual(r[a], r[b], code, at: next - 1)
                case .expectClose:
                    let extra = next.pointee
                    next += 1
                    try expectClose(r[a], r[b], within: extra.a == 1 ? r[c] : nil, code, at: next - 1)
                case .expectError: try expectError(r[a], c == 1 ? code.names[b] : nil, above: r + code.registerCount)
                case .extra: break
                }
            }
        } catch {
            let diagnosed = diagnose(error, code, at: next - 1, r)
            unwind(to: entry, code, r, base)
            throw diagnosed
        }
    }

    /// Clears what a failed piece of program left in the registers, so that its values can go.
    private func unwind(
        to entry: Int, _ code: Code, _ registers: UnsafeMutablePointer<Value>, _ base: UnsafeMutablePointer<Value>
    ) {
        let end = min(registers + code.registerCount, untouched)
        let start = entry == 0 ? max(base, self.registers + Globals.capacity) : base
        if start < end { clear(from: start, to: end) }
        frameCount = entry
    }

    /// Enters a function of the program, whose new state is given, or calls a builtin, which leaves its result.
    @inline(never)
    private func enter(
        _ callee: UnsafeMutablePointer<Value>, _ count: Int, _ shape: CallShape?, target: UnsafeMutablePointer<Value>,
        _ code: Code, _ function: Function?, _ r: UnsafeMutablePointer<Value>, _ next: UnsafeMutablePointer<Instruction>
    ) throws -> (Code, Function?, UnsafeMutablePointer<Value>)? {
        guard case .function(let called) = callee.pointee else {
            top = r + code.registerCount
            let result = try callOther(callee, count, shape)
            clear(from: callee, to: callee + count + 1)
            target.pointee = result
            return nil
        }
        guard frameCount < maximumDepth else { throw BoundProblem.depth(maximumDepth) }
        let start = callee + 1
        if let shape {
            top = r + code.registerCount
            try bind(called, at: start, count, shape)
        } else {
            try reserve(upTo: start + max(count, called.code.registerCount))
            try bind(called, at: start, given: count)
        }
        frames[frameCount] = Frame(
            next: next, registers: r, code: .passUnretained(code), function: function.map(Unmanaged.passUnretained),
            target: target)
        frameCount += 1
        return (called.code, called, start)
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

extension Instruction {
    /// The distance of a jump that has room for a long way.
    @inline(__always) var farDistance: Int { Int(Int32(truncatingIfNeeded: word >> 32)) }
}

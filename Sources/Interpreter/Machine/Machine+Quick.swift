import TensorEngine

extension Machine {
    /// The usual way of instructions that the hot loop has no room for: numbers in, a number or a jump out.
    ///
    /// It works by address alone. The general form of an instruction counts references, asks after limits and notes; that
    /// takes many times as long as what a plain instruction does. Gives the instruction that follows, or nil where
    /// only the general form will do.
    @inline(never)
    static func quick(
        _ i: Instruction, _ r: UnsafeMutablePointer<Value>, _ code: UnsafeMutablePointer<CodeBlock>,
        _ globals: UnsafeMutablePointer<Value>, _ next: UnsafeMutablePointer<Instruction>
    ) -> UnsafeMutablePointer<Instruction>? {
        let target = r + i.a
        switch i.opcode {
        // Moving
        case .loadNumber:
            guard isPlain(target) else { return nil }
            put(code.pointee.numbers[i.b], in: target)
        case .load:
            let constant = code.pointee.constants + i.b
            guard isPlain(target), isPlain(constant) else { return nil }
            copyPlain(constant, to: target)
        case .global, .peekGlobal:
            guard isPlain(target), let x = number(globals + i.b) else { return nil }
            put(x, in: target)

        // Arithmetic and comparisons
        case .divide:
            guard let x = number(r + i.b), let y = number(r + i.c), y != 0, isPlain(target) else { return nil }
            put(x / y, in: target)
        case .floorDivide:
            guard let x = number(r + i.b), let y = number(r + i.c), y != 0, isPlain(target) else { return nil }
            put(pythonQuotient(x, y), in: target)
        case .remainder:
            guard let x = number(r + i.b), let y = number(r + i.c), isPlain(target) else { return nil }
            put(pythonRemainder(x, y), in: target)
        case .negate:
            guard let x = number(r + i.b), isPlain(target) else { return nil }
            put(-x, in: target)
        case .not:
            guard let x = plainTruth(r + i.b), isPlain(target) else { return nil }
            putTruth(!x, in: target)
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard let x = number(r + i.b), let y = number(r + i.c), isPlain(target) else { return nil }
            putTruth(compare(i.opcode, x, y), in: target)

        // Jumps
        case .jump, .jumpBack: return next + i.farDistance
        case .jumpIfTrue:
            guard let x = plainTruth(target) else { return nil }
            return x ? next + i.distance : next
        case .jumpIfLessOrEqual:
            guard let x = number(target), let y = number(r + i.b) else { return nil }
            return x <= y ? next + i.distance : next
        case .jumpIfLessNumber:
            guard let x = number(target) else { return nil }
            return x < code.pointee.numbers[i.b] ? next + i.distance : next
        case .jumpIfFalse:
            guard let x = plainTruth(target) else { return nil }
            return x ? next : next + i.distance
        case .jumpUnlessLessOrEqual:
            guard let x = number(target), let y = number(r + i.b) else { return nil }
            return x <= y ? next : next + i.distance
        case .jumpUnlessLessOrEqualNumber, .jumpUnlessGreaterNumber, .jumpUnlessGreaterOrEqualNumber,
            .jumpUnlessEqualNumber, .jumpUnlessNotEqualNumber:
            guard let x = number(target) else { return nil }
            return compare(i.opcode, x, code.pointee.numbers[i.b]) ? next : next + i.distance

        // Loops and elements
        case .startRange:
            guard startRange(target, r + i.b + 1, i.c, callee: globals + next.pointee.a) else { return nil }
            return next + 1
        case .setIndex:
            guard let x = number(r + i.b), let value = number(r + i.c), setElement(target, x, to: value) else { return nil }
        case .setIndexPair:
            guard let x = number(r + i.b), let y = number(r + i.c), let value = number(r + next.pointee.a),
                setElement(target, x, y, to: value)
            else { return nil }
            return next + 1
        default: return nil
        }
        return next
    }

    /// What the operation of a comparing instruction says of two numbers.
    @inline(__always)
    private static func compare(_ opcode: Opcode, _ x: Double, _ y: Double) -> Bool {
        switch opcode {
        case .less: x < y
        case .lessOrEqual, .jumpUnlessLessOrEqualNumber: x <= y
        case .greater, .jumpUnlessGreaterNumber: x > y
        case .greaterOrEqual, .jumpUnlessGreaterOrEqualNumber: x >= y
        case .equal, .jumpUnlessEqualNumber: x == y
        default: x != y
        }
    }

    /// Puts the numbers of `range(...)` where a loop counts, without making a range: start, end, step. False if that is
    /// not what the name `range` means here, or its arguments are unusual.
    private static func startRange(
        _ state: UnsafeMutablePointer<Value>, _ arguments: UnsafeMutablePointer<Value>, _ count: Int,
        callee: UnsafeMutablePointer<Value>
    ) -> Bool {
        guard case .builtin = callee.pointee,
            UnsafeRawPointer(callee).load(as: UnsafeRawPointer.self) == Builtin.rangeAddress,
            let first = whole(arguments), let last = count == 1 ? first : whole(arguments + 1),
            let step = count == 3 ? whole(arguments + 2) : 1, step != 0,
            arePlain(from: state, to: state + 3)
        else { return false }
        put(count == 1 ? 0 : first, in: state)
        put(last, in: state + 1)
        put(step, in: state + 2)
        return true
    }

    @inline(__always)
    private static func whole(_ register: UnsafeMutablePointer<Value>) -> Double? {
        guard let x = number(register), x == x.rounded(.towardZero), abs(x) < 0x1p53 else { return nil }
        return x
    }
}

extension Builtin {
    /// By which the machine knows the builtin without counting a reference; the registry keeps it.
    nonisolated(unsafe) fileprivate static let rangeAddress: UnsafeRawPointer? = named("range").map { UnsafeRawPointer(Unmanaged.passUnretained($0).toOpaque()) }
}

/// A register's truth value, if it holds one.
@inline(__always)
private func plainTruth(_ register: UnsafeMutablePointer<Value>) -> Bool? {
    if case .truth(let value) = register.pointee { value } else { nil }
}

/// Puts a truth value into a register that is plain.
@inline(__always)
private func putTruth(_ value: Bool, in register: UnsafeMutablePointer<Value>) { register.initialize(to: .truth(value)) }

/// Copies a plain value over another.
@inline(__always)
private func copyPlain(_ source: UnsafeMutablePointer<Value>, to target: UnsafeMutablePointer<Value>) {
    UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: MemoryLayout<Value>.size)
}

import Syntax
import TensorEngine

/// Numbers that are being differentiated, in the places where only their value counts.
///
/// Comparing, indexing, counting, printing: none of these changes gradually, so they read the number and leave the tape
/// alone. Arithmetic must not; it asks for `plainNumber`, which such a number has not.
extension Value {
    /// A number or truth value, whether or not it is being differentiated.
    var currentNumber: Double? {
        if case .traced(let tensor) = self { return tensor.element(0) }
        return plainNumber
    }

    /// The same value as a constant.
    var settled: Value {
        if case .traced(let tensor) = self { return .number(tensor.element(0)) }
        return self
    }

    /// Whether an open tape has recorded it.
    var isTraced: Bool {
        switch self {
        case .traced(let tensor), .tensor(let tensor): tensor.isTraced
        default: false
        }
    }

    fileprivate var isDifferentiatedNumber: Bool { if case .traced = self { true } else { false } }

    var isNumber: Bool {
        switch self {
        case .number, .traced: true
        default: false
        }
    }

    /// A number or tensor as an operation takes it.
    fileprivate var operand: Tensor? {
        get throws {
            switch self {
            case .traced(let tensor), .tensor(let tensor): tensor
            case .number(let number): try Tensor(plainNumber: number)
            case .truth(let truth): try Tensor(plainNumber: truth ? 1 : 0)
            default: nil
            }
        }
    }
}

extension Machine {
    /// The usual arithmetic on numbers that are being differentiated, without what the general form of an instruction
    /// asks before and after: the new value is paid for where it is made. False for everything else.
    @inline(never)
    func differentiated(_ i: Instruction, _ r: UnsafeMutablePointer<Value>, _ n: UnsafeMutablePointer<Double>) throws -> Bool {
        let primitive: Primitive
        switch i.opcode {
        case .add: primitive = .add
        case .subtract: primitive = .subtract
        case .multiply: primitive = .multiply
        case .divide: primitive = .divide
        case .addNumber, .multiplyNumber:
            guard case .traced(let a) = r[i.b] else { return false }
            let constant = n[i.c]
            // `x - 3` is compiled to the addition of -3
            let isSubtraction = i.opcode == .addNumber && constant.sign == .minus
            let operation = i.opcode == .multiplyNumber ? Primitive.multiply : isSubtraction ? .subtract : .add
            r[i.a] = Value(fresh: try operation(a, isSubtraction ? -constant : constant))
            return true
        default: return false
        }
        switch (r[i.b], r[i.c]) {
        case (.traced(let a), .traced(let b)): r[i.a] = Value(fresh: try primitive(a, b))
        case (.traced(let a), .number(let b)): r[i.a] = Value(fresh: try primitive(a, b))
        case (.number(let a), .traced(let b)): r[i.a] = Value(fresh: try primitive(a, b))
        default: return false
        }
        return true
    }

    /// Arithmetic on tensors, and on numbers that are being differentiated, without binding arguments; nil for what has
    /// no short way. A plain number needs no tensor of its own.
    func short(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
        switch (left, right) {
        case (.traced(let a), .traced(let b)), (.traced(let a), .tensor(let b)), (.tensor(let a), .traced(let b)),
            (.tensor(let a), .tensor(let b)):
            guard let primitive = try shortPrimitive(operation, left, right) else { return nil }
            return Value(fresh: try primitive(a, b))
        case (.traced(let a), .number(let b)), (.tensor(let a), .number(let b)):
            guard let primitive = try shortPrimitive(operation, left, right) else { return nil }
            return Value(fresh: try primitive(a, b))
        case (.number(let a), .traced(let b)), (.number(let a), .tensor(let b)):
            guard let primitive = try shortPrimitive(operation, left, right) else { return nil }
            return Value(fresh: try primitive(a, b))
        default: return nil
        }
    }

    private func shortPrimitive(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Primitive? {
        switch operation {
        case .add: return .add
        case .subtract: return .subtract
        case .multiply: return .multiply
        // zeros among the elements of a divisor get a note, on the long way
        case .divide: return left.isTensor || right.isTensor ? nil : .divide
        case .matrixMultiply where left.isDifferentiatedNumber || right.isDifferentiatedNumber:
            throw KindProblem.operands("@", left: left.kind, right: right.kind)
        case .bitAnd where !left.isTensor && !right.isTensor, .bitOr where !left.isTensor && !right.isTensor:
            throw KindProblem.bits
        default: return nil
        }
    }
}

extension Value {
    /// What an operation has just made: whether a tape has recorded it stands in it, and no tape need be asked.
    @inline(__always)
    fileprivate init(fresh result: Tensor) {
        guard result.rank == 0 else {
            self = .tensor(result)
            return
        }
        self = result.box.trace.tape != 0 ? .traced(result) : .number(result.element(0))
    }
}

extension Tensor {
    /// The items of a bracket list, some of which are being differentiated, as one tensor.
    static func stacking(_ items: [Value]) throws -> Tensor {
        try Primitive.stack(.tensors(try items.compactMap { try $0.operand }), .whole(0))
    }

    /// The same numbers in another element type; a tape sees it.
    func recast(to dtype: DType) throws -> Tensor {
        guard isTraced, dtype.isFloat, dtype != self.dtype else { return try converted(to: dtype) }
        return try Primitive.full(.shape(shape), .tensor(self), .dtype(dtype))
    }

    /// A value of its own once its tape is closed: nobody who writes to it later has to copy it first.
    var withoutTape: Tensor {
        get throws { box.trace.tape == 0 || isTraced ? self : try copy(capacity: count) }
    }
}

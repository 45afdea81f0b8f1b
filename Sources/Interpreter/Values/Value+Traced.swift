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
    /// Arithmetic in which a number that is being differentiated takes part; nil for what has no short way.
    func traced(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
        switch (left, right) {
        case (.traced, .traced), (.traced, .number), (.number, .traced), (.traced, .tensor), (.tensor, .traced): break
        default: return nil
        }
        guard let a = try left.operand, let b = try right.operand else { return nil }
        switch operation {
        case .add: return Value(try a + b)
        case .subtract: return Value(try a - b)
        case .multiply: return Value(try a * b)
        case .divide: return Value(try a / b)
        case .matrixMultiply where !(left.isTensor && right.isTensor):
            throw KindProblem.operands("@", left: left.kind, right: right.kind)
        case .bitAnd, .bitOr: throw KindProblem.bits
        default: return nil
        }
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

/// Derivatives of operators that take more than a line.
extension Primitive {
    static let quotientGradient = Gradient.local { call, operand in
        let b = call.arguments.tensor(1)
        return .tensor(operand.argument == 0 ? try 1 / b : try -(call.result / b))
    }

    /// a - b floor(a / b), whose floor stands still.
    static let remainderGradient = Gradient.local { call, operand in
        operand.argument == 0 ? .number(1) : .tensor(try -floorDivide(call.x, call.arguments.tensor(1)))
    }

    /// With respect to a, b a^(b - 1), which is 0 for b = 0 even at a = 0; with respect to b, a^b ln a, which is 0 at
    /// a = 0: as in JAX.
    static let powerGradient = Gradient.local { call, operand in
        let (a, b) = (call.x, call.arguments.tensor(1))
        if operand.argument == 1 { return .tensor(try call.result * logOrZero(a)) }
        return .tensor(try b.isConstantNumber ? slope(of: a, to: b.element(0)) : slope(of: a, to: b))
    }

    private static func slope(of a: Tensor, to exponent: Double) throws -> Tensor {
        switch exponent {
        case 0: try zerosLike(a)
        case 1: try onesLike(a)
        case 2: try 2 * a
        default: try exponent * power(a, Tensor(plainNumber: exponent - 1))
        }
    }

    private static func slope(of a: Tensor, to b: Tensor) throws -> Tensor {
        // 0 times inf is NaN, so 0^(0 - 1) must not be computed, whatever it is then multiplied with.
        let zero = Argument.tensor(try Tensor(plainNumber: 0))
        let isFlat = try logicalAnd(.tensor(equal(.tensor(a), zero)), .tensor(equal(.tensor(b), zero)))
        let lower = try `where`(.tensor(isFlat), .tensor(Tensor(plainNumber: 1)), .tensor(b - 1))
        return try b * power(a, lower)
    }

    private static func logOrZero(_ a: Tensor) throws -> Tensor {
        let isZero = try equal(a, Tensor(plainNumber: 0))
        return try log(.tensor(`where`(.tensor(isZero), .tensor(Tensor(plainNumber: 1)), .tensor(a))))
    }

    /// Where an operand is the one that minimum or maximum took; of equals, the first.
    static func winner(_ comparison: Primitive, _ call: Call, _ operand: Operand) throws -> Tensor {
        let first = try comparison(call.x, call.arguments.tensor(1))
        return operand.argument == 0 ? first : try logicalNot(first)
    }
}

extension Tensor {
    /// A plain number that no open tape has recorded: its value is all there is to know.
    var isConstantNumber: Bool { isPlainNumber && !isTraced }

    /// Whether a tape that is open on this thread has recorded it.
    package var isTraced: Bool { Tape.innermost?.knows(self) ?? false }
}

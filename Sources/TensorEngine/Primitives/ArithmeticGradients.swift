/// Derivatives of operators that take more than a line.
extension Primitive {
    static let quotientGradient = Gradient.local { at, operand in operand == 0 ? try 1 / at.b : try -(at.y / at.b) }

    /// a - b floor(a / b), whose floor stands still.
    static let remainderGradient = Gradient.local { at, operand in operand == 0 ? 1 : try -floorDivide(at.a, at.b) }

    /// With respect to a, b a^(b - 1), which is 0 for b = 0 even at a = 0; with respect to b, a^b ln a, which is 0 at
    /// a = 0: as in JAX.
    static let powerGradient = Gradient.local { at, operand in
        if operand == 1 { return try at.y * logOrZero(at.a) }
        if case .number(let exponent) = at.b { return try slope(of: at.a, to: exponent) }
        return try slope(of: at.a, to: at.b)
    }

    private static func slope(of a: Local, to exponent: Double) throws -> Local {
        switch exponent {
        case 0: 0
        case 1: 1
        case 2: try 2 * a
        default: try .number(exponent) * power(a, .number(exponent - 1))
        }
    }

    private static func slope(of a: Local, to b: Local) throws -> Local {
        // 0 times inf is NaN, so 0^(0 - 1) must not be computed, whatever it is then multiplied with.
        let isFlat = try logicalAnd(equal(a, 0), equal(b, 0))
        return try b * power(a, choose(isFlat, 1, b - 1))
    }

    private static func logOrZero(_ a: Local) throws -> Local { try log(choose(equal(a, 0), 1, a)) }

    /// Where an operand is the one that minimum or maximum took; of equals, the first.
    static func winner(_ comparison: Primitive, _ at: Local.Point, _ operand: Int) throws -> Local {
        let first = try comparison(at.a, at.b)
        return .mask(where: operand == 0 ? first : try logicalNot(first))
    }
}

extension Tensor {
    /// A plain number that no open tape has recorded: its value is all there is to know.
    var isConstantNumber: Bool { isPlainNumber && !isTraced }

    /// Whether a tape that is open on this thread has recorded it.
    package var isTraced: Bool { box.trace != .none && Tape.innermost?.knows(self) ?? false }
}

/// The operators, as the language has them; each may refuse, so each is written with `try`.
extension Tensor {
    public static func + (a: Tensor, b: Tensor) throws -> Tensor {
        if let (x, y) = constants(a, b) { return try Tensor(plainNumber: x + y) }
        return try Primitive.add(a, b)
    }
    public static func - (a: Tensor, b: Tensor) throws -> Tensor {
        if let (x, y) = constants(a, b) { return try Tensor(plainNumber: x - y) }
        return try Primitive.subtract(a, b)
    }
    public static func * (a: Tensor, b: Tensor) throws -> Tensor {
        if let (x, y) = constants(a, b) { return try Tensor(plainNumber: x * y) }
        return try Primitive.multiply(a, b)
    }
    public static func / (a: Tensor, b: Tensor) throws -> Tensor {
        if let (x, y) = constants(a, b) { return try Tensor(plainNumber: x / y) }
        return try Primitive.divide(a, b)
    }
    public static prefix func - (x: Tensor) throws -> Tensor { try Primitive.negative(x) }

    /// Two plain numbers that no open tape has recorded. Backward passes over plain numbers are made of these, and the
    /// way through the door takes longer than the sum.
    @inline(__always)
    private static func constants(_ a: Tensor, _ b: Tensor) -> (Double, Double)? {
        guard a.rank == 0, b.rank == 0, a.dtype == .float64, b.dtype == .float64, !a.isTraced, !b.isTraced else {
            return nil
        }
        return (a.pointer(Double.self)[0], b.pointer(Double.self)[0])
    }

    public static func + (a: Tensor, b: Double) throws -> Tensor { try a + Tensor(plainNumber: b) }
    public static func - (a: Tensor, b: Double) throws -> Tensor { try a - Tensor(plainNumber: b) }
    public static func - (a: Double, b: Tensor) throws -> Tensor { try Tensor(plainNumber: a) - b }
    public static func * (a: Double, b: Tensor) throws -> Tensor { try Tensor(plainNumber: a) * b }
    public static func / (a: Double, b: Tensor) throws -> Tensor { try Tensor(plainNumber: a) / b }
    public static func / (a: Tensor, b: Double) throws -> Tensor { try a / Tensor(plainNumber: b) }
}

extension Primitive {
    /// Of one tensor, every other parameter at its default: `Primitive.sum(x)`.
    public func callAsFunction(_ x: Tensor) throws -> Tensor { try result(completed([.tensor(x)])) }

    /// Of two tensors, every other parameter at its default: `Primitive.matmul(a, b)`.
    public func callAsFunction(_ a: Tensor, _ b: Tensor) throws -> Tensor {
        try result(completed([.tensor(a), .tensor(b)]))
    }

    private func completed(_ given: [Argument]) throws -> Arguments {
        if given.count == parameters.count { return Arguments(given) }
        let rest = try parameters.dropFirst(given.count).map { parameter in
            guard let value = parameter.defaultValue else {
                throw ValueProblem.missing("\(name) needs \(parameter.name)")
            }
            return value
        }
        return Arguments(given + rest)
    }
}

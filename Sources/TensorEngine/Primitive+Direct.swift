/// The short way through the door: float64 elements side by side, no arguments to bind, no axes to walk.
///
/// It is what the entry's body does to such operands, and the tape notes what its gradient says. Everything else, and
/// every refusal, goes the long way.
extension Primitive {
    /// Elements that one kernel takes at once: more are done in slices, so that they can be stopped.
    fileprivate static let most = WorkMeter.slice / WorkMeter.perElement

    /// Of one tensor, every other parameter at its default: `Primitive.sum(x)`.
    public func callAsFunction(_ x: Tensor) throws -> Tensor {
        guard case .unary(let kernel)? = direct, x.isFloat64, x.count <= Primitive.most else {
            return try result(completed([.tensor(x)]))
        }
        let result = try fresh(x.shape, x.count)
        kernel.f64(result.count, x.pointer(Double.self), result.mutablePointer(Double.self))
        withExtendedLifetime(x) {}
        try Tape.whileOpen { try $0.note(result, of: self, x, 0) }
        return result
    }

    /// Of two tensors, every other parameter at its default: `Primitive.matmul(a, b)`.
    public func callAsFunction(_ a: Tensor, _ b: Tensor) throws -> Tensor { try applied(a, b) }

    /// Of a tensor and a plain number, which needs no tensor of its own.
    public func callAsFunction(_ a: Tensor, _ b: Double) throws -> Tensor { try applied(a, b) }

    /// Of a plain number and a tensor.
    public func callAsFunction(_ a: Double, _ b: Tensor) throws -> Tensor { try applied(a, b) }

    @inline(__always)
    private func applied<A: DirectOperand, B: DirectOperand>(_ a: A, _ b: B) throws -> Tensor {
        guard case .binary(let kernel)? = direct, a.isFloat64, b.isFloat64, a.fits(b) else {
            return try result(completed([.tensor(a.asTensor), .tensor(b.asTensor)]))
        }
        let isLikeFirst = b.rank == 0
        let result = try fresh(isLikeFirst ? a.shape : b.shape, isLikeFirst ? a.count : b.count)
        a.withNumbers { a, aStep in
            b.withNumbers { b, bStep in
                kernel.f64(result.count, a, aStep, b, bStep, result.mutablePointer(Double.self))
            }
        }
        try Tape.whileOpen { try $0.note(result, of: self, a, b) }
        return result
    }

    /// A result to fill, and its work counted: a loop of short operations must end in time, too.
    @inline(__always)
    private func fresh(_ shape: Shape, _ count: Int) throws -> Tensor {
        try WorkMeter.count(count &* (WorkMeter.perElement + 2))
        return try Tensor(uninitialized: shape, .float64)
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

/// What stands on either side of an operator: a tensor, or a plain number without one.
protocol DirectOperand {
    var isFloat64: Bool { get }
    var rank: Int { get }
    var shape: Shape { get }
    var count: Int { get }
    var asTensor: Tensor { get throws }
    /// The number, of an operand without axes.
    var number: Double { get }
    /// The node of a tape that is this operand.
    func source(on tape: Tape) -> UInt32?
    /// Whether an open tape has recorded it.
    var isTraced: Bool { get }
    /// Reads the elements, with the step from one to the next: 0 for a plain number, which stands for all.
    func withNumbers(_ body: (_ numbers: UnsafePointer<Double>, _ step: Int) -> Void)
}

extension DirectOperand {
    /// Whether the short way is open: the same shape, or a plain number beside a tensor, and not too many elements.
    @inline(__always)
    fileprivate func fits<B: DirectOperand>(_ other: B) -> Bool {
        guard rank == 0 || other.rank == 0 || shape == other.shape else { return false }
        return count <= Primitive.most && other.count <= Primitive.most
    }
}

extension Tensor: DirectOperand {
    @inline(__always) var isFloat64: Bool { dtype == .float64 }
    @inline(__always) var asTensor: Tensor { self }
    @inline(__always) var number: Double { pointer(Double.self).pointee }

    @inline(__always)
    func source(on tape: Tape) -> UInt32? {
        if box.trace.tape == tape.number { return box.trace.node }
        return box.trace == .none ? nil : box.outerTraces.first { $0.tape == tape.number }?.node
    }

    @inline(__always)
    func withNumbers(_ body: (_ numbers: UnsafePointer<Double>, _ step: Int) -> Void) {
        body(pointer(Double.self), rank == 0 ? 0 : 1)
        withExtendedLifetime(self) {}
    }
}

extension Double: DirectOperand {
    @inline(__always) var isFloat64: Bool { true }
    @inline(__always) var rank: Int { 0 }
    @inline(__always) var shape: Shape { Shape() }
    @inline(__always) var count: Int { 1 }
    var asTensor: Tensor { get throws { try Tensor(plainNumber: self) } }
    @inline(__always) var number: Double { self }
    @inline(__always) func source(on tape: Tape) -> UInt32? { nil }
    @inline(__always) var isTraced: Bool { false }

    @inline(__always)
    func withNumbers(_ body: (_ numbers: UnsafePointer<Double>, _ step: Int) -> Void) {
        withUnsafePointer(to: self) { body($0, 0) }
    }
}

/// The forms that elementwise entries share: what is the same for all functions of one number, of two, and tests.
extension Primitive {
    /// A function of one number: the shape stays, truth values count as 0 and 1.
    static func unary(
        _ name: String, _ summary: String, formula: String? = nil, _ kernel: UnaryKernel,
        domain: ClosedRange<Double> = -2...2, examples: [String], numpy: String, related: [String] = [],
        derivative: String? = nil, gradient: Gradient
    ) -> Primitive {
        Primitive(
            name, .elementwise, summary, formula: formula, [.tensor()], examples: examples, numpy: numpy,
            related: related, derivatives: derivative.map { [$0] } ?? [], gradient: gradient,
            sample: { [.tensor(try Samples.numbers([3, 4], from: domain, &$0))] },
            body: .kernel(
                { TensorType($0.tensor(0).shape, $0.tensor(0).dtype.asFloat) },
                { try kernel.run($0.tensor(0), into: $1) }), direct: .unary(kernel))
    }

    /// A question about each element.
    static func test(
        _ name: String, _ summary: String, _ kernel: TestKernel, examples: [String], numpy: String
    ) -> Primitive {
        Primitive(
            name, .elementwise, summary, [.tensor()], examples: examples, numpy: numpy,
            gradient: .none(because: "its result is a truth value, which does not change gradually"),
            sample: { [.tensor(try Samples.numbers([3, 4], &$0))] },
            body: .kernel(
                { TensorType($0.tensor(0).shape, .bool) },
                { try kernel.run($0.tensor(0), into: $1) }))
    }

    /// Fills `result`, broadcasting; the condition's numbers count as true unless they are 0.
    static func select(_ condition: Tensor, _ x: Tensor, _ y: Tensor, into result: Tensor) throws {
        let condition = try condition.converted(to: .bool).broadcast(to: result.shape)
        let x = try x.converted(to: result.dtype).broadcast(to: result.shape)
        let y = try y.converted(to: result.dtype).broadcast(to: result.shape)
        let (n, c) = (result.count, condition.pointer(UInt8.self))
        switch result.dtype {
        case .bool:
            Kernels.truth.select(
                n, c, x.pointer(UInt8.self), y.pointer(UInt8.self), result.mutablePointer(UInt8.self))
        case .float32:
            Kernels.f32.pointee.elementwise.select(
                n, c, x.pointer(Float.self), y.pointer(Float.self), result.mutablePointer(Float.self))
        case .float64:
            Kernels.f64.pointee.elementwise.select(
                n, c, x.pointer(Double.self), y.pointer(Double.self), result.mutablePointer(Double.self))
        }
        withExtendedLifetime((condition, x, y)) {}
    }
}

extension DType {
    /// What arithmetic on it gives: truth values count as float64.
    package var asFloat: DType { self == .bool ? .float64 : self }

    /// What two operands become together: a plain number takes the other's dtype, unless that is bool and it is not.
    package static func promoted(_ a: Tensor, _ b: Tensor) -> DType {
        if a.isPlainNumber == b.isPlainNumber { return wider(a.dtype, b.dtype) }
        let (number, tensor) = a.isPlainNumber ? (a, b) : (b, a)
        return tensor.dtype == .bool ? number.dtype : tensor.dtype
    }
}

extension UnaryKernel {
    /// Fills `result`, a float tensor of the shape of `x`.
    func run(_ x: Tensor, into result: Tensor) throws {
        let x = try x.converted(to: result.dtype)
        try WorkMeter.forEachSlice(of: result.count, workEach: WorkMeter.perElement) { part in
            let start = part.lowerBound
            if result.dtype == .float32 {
                f32(part.count, x.pointer(Float.self) + start, result.mutablePointer(Float.self) + start)
            } else {
                f64(part.count, x.pointer(Double.self) + start, result.mutablePointer(Double.self) + start)
            }
        }
        withExtendedLifetime(x) {}
    }
}

extension TestKernel {
    /// Fills `result`, a tensor of truth values of the shape of `x`.
    func run(_ x: Tensor, into result: Tensor) throws {
        let x = try x.converted(to: x.dtype.asFloat)
        if x.dtype == .float32 {
            f32(result.count, x.pointer(Float.self), result.mutablePointer(UInt8.self))
        } else {
            f64(result.count, x.pointer(Double.self), result.mutablePointer(UInt8.self))
        }
        withExtendedLifetime(x) {}
    }
}

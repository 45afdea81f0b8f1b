/// The forms that operators share: two operands that broadcast.
extension Primitive {
    /// What an operator makes of two masks.
    enum OnTruth {
        /// Truth values again: the numeric result, where anything but 0 is true.
        case truth
        /// They count as 0 and 1.
        case number
        case refused
    }

    static func binary(
        _ name: String, _ summary: String, formula: String? = nil, _ kernel: BinaryKernel, onTruth: OnTruth = .number,
        domain: ClosedRange<Double> = -2...2, examples: [String], refuses: [String] = [], numpy: String,
        related: [String] = [], derivatives: [String], gradient: Gradient
    ) -> Primitive {
        Primitive(
            name, .elementwise, summary, formula: formula, [.tensor("a"), .tensor("b")], examples: examples,
            refuses: ["shapes that do not broadcast"] + refuses, numpy: numpy, related: related,
            derivatives: derivatives, gradient: gradient,
            sample: { try pair(from: domain, &$0) },
            body: .kernel(
                { try resultType(name, $0.tensor(0), $0.tensor(1), onTruth) },
                { try kernel.run($0.tensor(0), $0.tensor(1), into: $1) }), direct: .binary(kernel))
    }

    static func comparison(
        _ name: String, _ summary: String, _ kernel: ComparisonKernel, examples: [String], numpy: String
    ) -> Primitive {
        Primitive(
            name, .elementwise, summary, [.tensor("a"), .tensor("b")], examples: examples,
            refuses: ["shapes that do not broadcast"], numpy: numpy,
            gradient: .none(because: "its result is a truth value, which does not change gradually"),
            sample: { try pair(from: -2...2, &$0) },
            body: .kernel(
                { TensorType(try Shape.broadcast($0.tensor(0).shape, $0.tensor(1).shape), .bool) },
                { try kernel.run($0.tensor(0), $0.tensor(1), into: $1) }), direct: .comparison(kernel))
    }

    private static func resultType(_ name: String, _ a: Tensor, _ b: Tensor, _ onTruth: OnTruth) throws -> TensorType {
        let shape = try Shape.broadcast(a.shape, b.shape)
        let dtype = DType.promoted(a, b)
        guard dtype == .bool else { return TensorType(shape, dtype) }
        switch onTruth {
        case .truth: return TensorType(shape, .bool)
        case .number: return TensorType(shape, .float64)
        case .refused: throw TypeProblem.arithmeticOnTruth(operation: name)
        }
    }

    static func pair(from domain: ClosedRange<Double>, _ random: inout RandomNumbers) throws -> [Argument] {
        let a = try Samples.numbers([3, 4], from: domain, &random)
        return [.tensor(a), .tensor(try Samples.numbers([4], from: domain, &random))]
    }
}

extension BinaryKernel {
    /// Fills `result`, broadcasting; where the result is of truth values, whatever is not 0 is true.
    func run(_ a: Tensor, _ b: Tensor, into result: Tensor) throws {
        if result.dtype == .bool {
            let numbers = try Tensor(uninitialized: result.shape, .float64)
            try run(a, b, into: numbers)
            return numbers.convert(into: result)
        }
        let a = try a.converted(to: result.dtype)
        let b = try b.converted(to: result.dtype)
        let lines = PairedLines(a.shape, b.shape, result.shape)
        if result.dtype == .float32 {
            let (kernel, p, q, y) = (
                f32, a.pointer(Float.self), b.pointer(Float.self), result.mutablePointer(Float.self)
            )
            try lines.forEachPart { kernel($0, p + $1, lines.leftStep, q + $2, lines.rightStep, y + $3) }
        } else {
            let (kernel, p, q, y) = (
                f64, a.pointer(Double.self), b.pointer(Double.self), result.mutablePointer(Double.self)
            )
            try lines.forEachPart { kernel($0, p + $1, lines.leftStep, q + $2, lines.rightStep, y + $3) }
        }
        withExtendedLifetime((a, b)) {}
    }
}

extension ComparisonKernel {
    /// Fills `result`, a tensor of truth values, broadcasting.
    func run(_ a: Tensor, _ b: Tensor, into result: Tensor) throws {
        let dtype = DType.promoted(a, b).asFloat
        let a = try a.converted(to: dtype)
        let b = try b.converted(to: dtype)
        let lines = PairedLines(a.shape, b.shape, result.shape)
        let y = result.mutablePointer(UInt8.self)
        if dtype == .float32 {
            let (kernel, p, q) = (f32, a.pointer(Float.self), b.pointer(Float.self))
            try lines.forEachPart { kernel($0, p + $1, lines.leftStep, q + $2, lines.rightStep, y + $3) }
        } else {
            let (kernel, p, q) = (f64, a.pointer(Double.self), b.pointer(Double.self))
            try lines.forEachPart { kernel($0, p + $1, lines.leftStep, q + $2, lines.rightStep, y + $3) }
        }
        withExtendedLifetime((a, b)) {}
    }
}

import CKernels

/// A tensor laid out for a walk along some of its axes: `[outer][n][inner]`, where n runs over the reduced elements.
struct Lines {
    let tensor: Tensor
    let outer: Int
    let n: Int
    let inner: Int

    /// Axes that lie side by side need no copy; others are brought to the end first, in their order.
    init(_ x: Tensor, _ axes: [Int]) throws {
        let axes = axes.sorted()
        let shape = x.shape
        guard let first = axes.first, let last = axes.last else {
            (tensor, outer, n, inner) = (x, x.count, 1, 1)
            return
        }
        n = axes.reduce(1) { $0 * shape[$1] }
        if last - first == axes.count - 1 {
            tensor = x
            outer = shape[..<first].reduce(1, *)
            inner = shape.elementCount(from: last + 1)
        } else {
            let kept = shape.indices.filter { !axes.contains($0) }
            tensor = try x.permuted(kept + axes)
            outer = kept.reduce(1) { $0 * shape[$1] }
            inner = 1
        }
    }
}

extension Tensor {
    /// The axes in another order.
    /// - Precondition: `order` names each axis once.
    package func permuted(_ order: [Int]) throws(LimitProblem) -> Tensor {
        let steps = shape.steps
        return try gathered(Shape(order.map { shape[$0] }), steps: order.map { steps[$0] })
    }
}

extension Primitive {
    /// What stands in the parameters of every reduction: `x, *, axis=None, keepdims=False`.
    static let reductionParameters: [Parameter] = [.tensor(), .axis, .keepdims]

    static func reducedShape(_ arguments: Arguments) throws -> Shape {
        let shape = arguments.tensor(0).shape
        return shape.reducing(try shape.axes(arguments.wholes(1)), keepdims: arguments.flag(2))
    }

    static func sampleReduction(_ random: inout RandomNumbers) throws -> [Argument] {
        [.tensor(try Samples.numbers([2, 3, 4], &random)), .wholes([0, 2]), .flag(false)]
    }

    /// A reduction by one kernel. `keepsTruth`: of truth values it gives a truth value, as max does.
    static func reduction(
        _ name: String, _ summary: String, formula: String? = nil, _ kernel: AlongKernel, keepsTruth: Bool = false,
        refusesEmpty: Bool = false, examples: [String], numpy: String, related: [String] = [], gradient: Gradient
    ) -> Primitive {
        Primitive(
            name, .reduce, summary, formula: formula, reductionParameters, examples: examples,
            refuses: refusesEmpty ? ["no elements at all"] : [], numpy: numpy, related: related, gradient: gradient,
            sample: sampleReduction,
            body: .kernel(
                { arguments in
                    let x = arguments.tensor(0)
                    let shape = try reducedShape(arguments)
                    if refusesEmpty { try refuseEmpty(name, x, result: shape) }
                    return TensorType(shape, keepsTruth ? x.dtype : x.dtype.asFloat)
                },
                { arguments, result in
                    let x = arguments.tensor(0)
                    try kernel.run(x, axes: try x.shape.axes(arguments.wholes(1)), into: result)
                }))
    }

    /// A reduction that says where along the axis, or among all elements in row-major order.
    static func place(
        _ name: String, _ summary: String, _ kernel: PlaceKernel, examples: [String], numpy: String, related: [String]
    ) -> Primitive {
        Primitive(
            name, .reduce, summary, [.tensor(), .oneAxis, .keepdims], examples: examples,
            refuses: ["no elements at all"], numpy: numpy, related: related,
            gradient: .none(because: "a position does not change gradually"),
            sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .whole(1), .flag(false)] },
            body: .kernel(
                { arguments in
                    let shape = try reducedShape(arguments)
                    try refuseEmpty(name, arguments.tensor(0), result: shape)
                    return TensorType(shape, .float64)
                },
                { arguments, result in
                    let x = arguments.tensor(0)
                    let axes = try x.shape.axes(arguments.wholes(1))
                    let lines = try Lines(try x.converted(to: x.dtype.asFloat), axes)
                    kernel.run(lines, into: result)
                }))
    }

    /// A reduction of truth values; numbers are true unless they are 0.
    static func truthReduction(
        _ name: String, _ summary: String, _ kernel: @escaping @Sendable () -> ck_truth_along, examples: [String],
        numpy: String, related: [String]
    ) -> Primitive {
        Primitive(
            name, .reduce, summary, reductionParameters, examples: examples, numpy: numpy, related: related,
            gradient: .none(because: "truth values do not change gradually"),
            sample: { [.tensor(try Samples.truths([3, 4], &$0)), .wholes([1]), .flag(false)] },
            body: .kernel(
                { TensorType(try reducedShape($0), .bool) },
                { arguments, result in
                    let x = arguments.tensor(0)
                    let axes = try x.shape.axes(arguments.wholes(1))
                    let lines = try Lines(try x.converted(to: .bool), axes)
                    kernel()(
                        lines.outer, lines.n, lines.inner, lines.tensor.pointer(UInt8.self),
                        result.mutablePointer(UInt8.self))
                }))
    }

    private static func refuseEmpty(_ name: String, _ x: Tensor, result: Shape) throws {
        if x.count == 0, result.elementCount > 0 { throw ShapeProblem.empty(operation: name, x.shape) }
    }
}

extension AlongKernel {
    /// Fills `result`, whose shape is that of `x` without the axes, or as large as `x` for a scan along one axis.
    func run(_ x: Tensor, axes: [Int], into result: Tensor) throws {
        if result.dtype == .bool {
            let numbers = try Tensor(uninitialized: result.shape, .float64)
            try run(x, axes: axes, into: numbers)
            return numbers.convert(into: result)
        }
        guard result.count > 0 else { return }
        let lines = try Lines(try x.converted(to: result.dtype), axes)
        let (size, resultSize) = (lines.n * lines.inner, result.count / lines.outer)
        try WorkMeter.forEachSlice(of: lines.outer, workEach: size * WorkMeter.perElement) { part in
            let (from, to) = (part.lowerBound * size, part.lowerBound * resultSize)
            if result.dtype == .float32 {
                let y = result.mutablePointer(Float.self) + to
                f32(part.count, lines.n, lines.inner, lines.tensor.pointer(Float.self) + from, y)
            } else {
                let y = result.mutablePointer(Double.self) + to
                f64(part.count, lines.n, lines.inner, lines.tensor.pointer(Double.self) + from, y)
            }
        }
        withExtendedLifetime(lines) {}
    }
}

extension PlaceKernel {
    func run(_ lines: Lines, into result: Tensor) {
        guard result.count > 0 else { return }
        let places = result.mutablePointer(Double.self)
        if lines.tensor.dtype == .float32 {
            f32(lines.outer, lines.n, lines.inner, lines.tensor.pointer(Float.self), places)
        } else {
            f64(lines.outer, lines.n, lines.inner, lines.tensor.pointer(Double.self), places)
        }
    }
}

/// Operations along an axis that keep the shape.
extension Primitive {
    static let scans: [Primitive] = [cumsum, softmax, logSoftmax]

    public static let softmax = scan(
        "softmax", "Exponentials of x divided by their sum, so that they are positive and add up to 1.",
        formula: #"\frac{e^{x_i}}{\sum_j e^{x_j}}"#, AlongKernel(\.reduce.softmax, \.reduce.softmax),
        examples: ["softmax([1, 2, 3])  #> [0.0900, 0.2447, 0.6652]"],
        numpy: "scipy.special.softmax(x, axis=axis)", related: ["log_softmax", "logsumexp"],
        gradient: .stacked { call, upstream, _ in
            let weighted = try sum(.tensor(upstream * call.result), call.axesFromEnd, .flag(true))
            return try (upstream - weighted) * call.result
        })
    public static let logSoftmax = scan(
        "log_softmax", "The logarithm of softmax, computed without overflow.",
        formula: #"x_i - \ln \sum_j e^{x_j}"#, AlongKernel(\.reduce.log_softmax, \.reduce.log_softmax),
        examples: ["log_softmax([0, 0])  #> [-0.6931, -0.6931]"],
        numpy: "scipy.special.log_softmax(x, axis=axis)", related: ["softmax", "logsumexp"],
        gradient: .stacked { call, upstream, _ in
            let total = try sum(.tensor(upstream), call.axesFromEnd, .flag(true))
            return try upstream - total * exp(call.result)
        })

    private static func scan(
        _ name: String, _ summary: String, formula: String, _ kernel: AlongKernel, examples: [String], numpy: String,
        related: [String], gradient: Gradient
    ) -> Primitive {
        Primitive(
            name, .reduce, summary, formula: formula, [.tensor(), .axis], examples: examples,
            refuses: ["more than one axis without axis="], numpy: numpy, related: related, gradient: gradient,
            sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .wholes([-1])] },
            body: .kernel(
                { arguments in
                    let x = arguments.tensor(0)
                    try requireAxis(name, arguments)
                    _ = try x.shape.axes(arguments.wholes(1))
                    return TensorType(x.shape, x.dtype.asFloat)
                },
                { arguments, result in
                    let x = arguments.tensor(0)
                    try kernel.run(x, scanning: try x.shape.axes(arguments.wholes(1)), into: result)
                }))
    }

    private static let cumsumKernel = AlongKernel(\.reduce.cumsum, \.reduce.cumsum)
    public static let cumsum: Primitive = Primitive(
        "cumsum", .reduce, "Running sums of x along an axis; without one, of all elements as a vector.",
        formula: #"y_i = \sum_{j \le i} x_j"#, [.tensor(), .oneAxis],
        examples: ["cumsum([1, 2, 3])  #> [1, 3, 6]", "cumsum([[1, 2], [3, 4]], axis=0)  #> [[1, 2], [4, 6]]"],
        numpy: "np.cumsum(x, axis=axis)", related: ["sum"],
        gradient: .linear { call, upstream, _ in
            // Each element is in every sum from its own on: running sums from the other end.
            let axis = Argument.wholes([try upstream.shape.axis(call.arguments.optionalWhole(1) ?? 0)])
            let sums = try cumsum(.tensor(flip(.tensor(upstream), axis)), .whole(call.arguments.optionalWhole(1) ?? 0))
            return try flip(.tensor(sums), axis).reshaped(like: call.x.shape)
        },
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .whole(1)] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                guard let axis = arguments.optionalWhole(1) else {
                    return TensorType(try Shape(checking: [x.count]), x.dtype.asFloat)
                }
                _ = try x.shape.axis(axis)
                return TensorType(x.shape, x.dtype.asFloat)
            },
            { arguments, result in
                let x = arguments.tensor(0)
                let axes = try arguments.optionalWhole(1).map { [try x.shape.axis($0)] } ?? Array(x.shape.indices)
                try cumsumKernel.run(x, axes: axes, into: result)
            }))
}

extension AlongKernel {
    /// Fills `result`, of the shape of `x`, along several axes taken as one.
    func run(_ x: Tensor, scanning axes: [Int], into result: Tensor) throws {
        let sorted = axes.sorted()
        let sideBySide = sorted.isEmpty || sorted[sorted.count - 1] - sorted[0] == sorted.count - 1
        if sideBySide { return try run(x, axes: sorted, into: result) }
        let order = x.shape.indices.filter { !axes.contains($0) } + sorted
        let moved = try x.permuted(order)
        let scanned = try Tensor(uninitialized: moved.shape, result.dtype)
        try run(moved, axes: Array((x.rank - axes.count)..<x.rank), into: scanned)
        let steps = scanned.shape.steps
        let back = x.shape.indices.map { axis in steps[order.firstIndex(of: axis) ?? axis] }
        scanned.gather(into: result, steps: back)
    }
}

/// The same elements in another shape or order of axes.
extension Primitive {
    static let shaping: [Primitive] = [reshape, flatten, transpose, swapAxes, squeeze, expandDims]

    public static let reshape = reshaping(
        "reshape",
        "The elements of x, in row-major order, in another shape; one size may be -1 and is then worked out.",
        [.tensor(), Parameter("shape", .wholes, variadic: true)],
        examples: [
            "reshape([1, 2, 3, 4], (2, 2))  #> [[1, 2], [3, 4]]",
            "arange(6).reshape(3, -1)  #> [[0, 1], [2, 3], [4, 5]]",
        ],
        refuses: ["a shape of another number of elements"], numpy: "np.reshape(x, shape)", related: ["flatten"],
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .wholes([2, -1])] },
        shape: { try $0.tensor(0).shape.reshaped(to: $0.wholes(1) ?? []) })

    public static let flatten = reshaping(
        "flatten", "The elements of x, in row-major order, as a vector.", [.tensor()],
        examples: ["flatten([[1, 2], [3, 4]])  #> [1, 2, 3, 4]"], numpy: "np.ravel(x)", related: ["reshape"],
        sample: { [.tensor(try Samples.numbers([3, 4], &$0))] },
        shape: { try Shape(checking: [$0.tensor(0).count]) })

    public static let squeeze = reshaping(
        "squeeze", "x without its axes of size 1, or without those given.",
        [.tensor(), Parameter("axis", .axes, default: Argument.none)],
        examples: ["squeeze([[1, 2]])  #> [1, 2]"], refuses: ["an axis of another size"],
        numpy: "np.squeeze(x, axis)", related: ["expand_dims"],
        sample: { [.tensor(try Samples.numbers([3, 1, 4], &$0)), .wholes([1])] },
        shape: { arguments in
            let shape = arguments.tensor(0).shape
            guard let named = arguments.wholes(1) else { return Shape(shape.filter { $0 != 1 }) }
            let axes = try shape.axes(named)
            for axis in axes where shape[axis] != 1 { throw ShapeProblem.squeeze(axis: axis, shape) }
            return shape.reducing(axes, keepdims: false)
        })

    public static let expandDims = reshaping(
        "expand_dims", "x with new axes of size 1 at the places given.", [.tensor(), Parameter("axis", .axes)],
        examples: ["expand_dims([1, 2], 0)  #> [[1, 2]]", "expand_dims([1, 2], -1)  #> [[1], [2]]"],
        numpy: "np.expand_dims(x, axis)", related: ["squeeze"],
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .wholes([1])] },
        shape: { arguments in
            let shape = arguments.tensor(0).shape
            let named = arguments.wholes(1) ?? []
            // Axes count in the result, as in NumPy.
            let wide = try Shape(checking: [Int](repeating: 1, count: shape.rank + named.count))
            let fresh = try wide.axes(named)
            var old = shape.makeIterator()
            return Shape(wide.indices.map { fresh.contains($0) ? 1 : old.next() ?? 1 })
        })

    private static func reshaping(
        _ name: String, _ summary: String, _ parameters: [Parameter], examples: [String], refuses: [String] = [],
        numpy: String, related: [String], sample: @escaping Sampler,
        shape: @escaping @Sendable (Arguments) throws -> Shape
    ) -> Primitive {
        Primitive(
            name, .shape, summary, parameters, examples: examples, refuses: refuses, numpy: numpy, related: related,
            gradient: .linear { call, upstream, _ in try upstream.reshaped(like: call.x.shape) }, sample: sample,
            body: .kernel(
                { TensorType(try shape($0), $0.tensor(0).dtype) },
                { $0.tensor(0).copy(into: $1) }))
    }

    public static let transpose: Primitive = Primitive(
        "transpose", .shape, "x with its axes in another order, reversed if none is given.",
        formula: #"x^T_{ij} = x_{ji}"#,
        [.tensor(), Parameter("axes", .wholes, default: Argument.none, variadic: true)],
        examples: [
            "transpose([[1, 2], [3, 4]])  #> [[1, 3], [2, 4]]",
            "transpose(zeros(2, 3, 4), (1, 2, 0)).shape  #> (3, 4, 2)",
        ],
        refuses: ["some of the axes only: swap_axes takes two"], numpy: "np.transpose(x, axes)",
        related: ["swap_axes"],
        gradient: .linear { call, upstream, _ in
            guard let named = call.arguments.wholes(1) else { return try transpose(upstream) }
            let order = try call.x.shape.axes(named)
            return try transpose(.tensor(upstream), .wholes(order.indices.map { order.firstIndex(of: $0) ?? $0 }))
        },
        sample: { [.tensor(try Samples.numbers([2, 3, 4], &$0)), .wholes([1, 2, 0])] },
        body: permuting { arguments in
            let shape = arguments.tensor(0).shape
            guard let named = arguments.wholes(1) else { return shape.indices.reversed() }
            let order = try shape.axes(named)
            guard order.count == shape.rank else { throw ShapeProblem.transposeAxes(given: named, shape) }
            return order
        })

    public static let swapAxes: Primitive = Primitive(
        "swap_axes", .shape, "x with two of its axes exchanged.",
        [.tensor(), Parameter("a", .whole), Parameter("b", .whole)],
        examples: ["swap_axes(zeros(2, 3, 4), 0, 2).shape  #> (4, 3, 2)"], numpy: "np.swapaxes(x, a, b)",
        related: ["transpose"],
        gradient: .linear { call, upstream, _ in
            try swapAxes(.tensor(upstream), call.arguments[1], call.arguments[2])
        },
        sample: { [.tensor(try Samples.numbers([2, 3, 4], &$0)), .whole(0), .whole(-1)] },
        body: permuting { arguments in
            let shape = arguments.tensor(0).shape
            var order = Array(shape.indices)
            order.swapAt(try shape.axis(arguments.whole(1)), try shape.axis(arguments.whole(2)))
            return order
        })

    private static func permuting(_ order: @escaping @Sendable (Arguments) throws -> [Int]) -> Body {
        .kernel(
            { arguments in
                let x = arguments.tensor(0)
                return TensorType(Shape(try order(arguments).map { x.shape[$0] }), x.dtype)
            },
            { arguments, result in
                let x = arguments.tensor(0)
                let steps = x.shape.steps
                x.gather(into: result, steps: try order(arguments).map { steps[$0] })
            })
    }
}

extension Shape {
    /// These sizes, where one -1 stands for whatever is left.
    /// - Throws: `ShapeProblem.reshape` where the elements do not fill them.
    package func reshaped(to sizes: [Int]) throws -> Shape {
        guard let hole = sizes.firstIndex(of: -1) else {
            let shape = try Shape(checking: sizes)
            guard shape.elementCount == elementCount else { throw ShapeProblem.reshape(self, to: sizes) }
            return shape
        }
        var filled = sizes
        filled[hole] = 1
        if filled.contains(-1) { throw ShapeProblem.reshape(self, to: sizes) }
        let known = try Shape(checking: filled).elementCount
        guard known > 0, elementCount % known == 0 else { throw ShapeProblem.reshape(self, to: sizes) }
        filled[hole] = elementCount / known
        return try Shape(checking: filled)
    }
}

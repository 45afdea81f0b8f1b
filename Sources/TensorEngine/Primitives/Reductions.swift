/// Many elements to one, along all axes or some.
extension Primitive {
    static let reductions: [Primitive] = [
        sum, mean, prod, max, min, argmax, argmin, variance, deviation, any, all, countNonzero, norm, logsumexp, median,
    ]

    public static let sum = reduction(
        "sum", "The elements of x added up, along all axes or some.", formula: #"\sum_i x_i"#,
        AlongKernel(\.reduce.sum, \.reduce.sum),
        examples: ["sum([1, 2, 3])  #> 6", "sum([[1, 2], [3, 4]], axis=0)  #> [4, 6]"],
        numpy: "np.sum(x, axis=axis, keepdims=keepdims)", related: ["mean", "cumsum", "prod"],
        gradient: .linear { call, upstream, _ in try call.spread(upstream) })
    public static let mean = reduction(
        "mean", "The average of the elements of x, along all axes or some; NaN of nothing.",
        formula: #"\frac{1}{n} \sum_i x_i"#, AlongKernel(\.reduce.mean, \.reduce.mean),
        examples: ["mean([1, 2, 6])  #> 3", "mean([[1, 2], [3, 4]], axis=1)  #> [1.5, 3.5]"],
        numpy: "np.mean(x, axis=axis, keepdims=keepdims)", related: ["sum", "median", "var"],
        gradient: .linear { call, upstream, _ in try call.spread(upstream / call.reducedCount) })
    public static let prod = reduction(
        "prod", "The elements of x multiplied, along all axes or some.", formula: #"\prod_i x_i"#,
        AlongKernel(\.reduce.prod, \.reduce.prod), examples: ["prod([2, 3, 4])  #> 24"],
        numpy: "np.prod(x, axis=axis, keepdims=keepdims)", related: ["sum"],
        gradient: .same(productInPairs))
    public static let max = reduction(
        "max", "The largest element of x, along all axes or some; NaN if one is NaN.", formula: #"\max_i x_i"#,
        AlongKernel(\.reduce.max, \.reduce.max), keepsTruth: true, refusesEmpty: true,
        examples: ["max([1, 5, 2])  #> 5", "max([[1, 5], [7, 2]], axis=0)  #> [7, 5]"],
        numpy: "np.max(x, axis=axis, keepdims=keepdims)", related: ["argmax", "maximum", "min"],
        gradient: .same { try chosen($0, by: argmax) })
    public static let min = reduction(
        "min", "The smallest element of x, along all axes or some; NaN if one is NaN.", formula: #"\min_i x_i"#,
        AlongKernel(\.reduce.min, \.reduce.min), keepsTruth: true, refusesEmpty: true,
        examples: ["min([4, 1, 2])  #> 1"],
        numpy: "np.min(x, axis=axis, keepdims=keepdims)", related: ["argmin", "minimum", "max"],
        gradient: .same { try chosen($0, by: argmin) })
    public static let argmax = place(
        "argmax", "Where the largest element of x is, the first one of equals.",
        PlaceKernel(\.reduce.argmax, \.reduce.argmax),
        examples: ["argmax([1, 5, 2])  #> 1", "argmax([[1, 5], [7, 2]], axis=1)  #> [1, 0]"],
        numpy: "np.argmax(x, axis=axis, keepdims=keepdims)", related: ["max"])
    public static let argmin = place(
        "argmin", "Where the smallest element of x is, the first one of equals.",
        PlaceKernel(\.reduce.argmin, \.reduce.argmin), examples: ["argmin([4, 1, 2])  #> 1"],
        numpy: "np.argmin(x, axis=axis, keepdims=keepdims)", related: ["min"])
    public static let any = truthReduction(
        "any", "Whether any element of x is true, along all axes or some.", { Kernels.truth.any },
        examples: ["any([False, True])  #> True"],
        numpy: "np.any(x, axis=axis, keepdims=keepdims)", related: ["all"])
    public static let all = truthReduction(
        "all", "Whether all elements of x are true, along all axes or some.", { Kernels.truth.all },
        examples: ["all([False, True])  #> False"],
        numpy: "np.all(x, axis=axis, keepdims=keepdims)", related: ["any"])

    public static let countNonzero = Primitive(
        "count_nonzero", .reduce, "How many elements of x are true, or not 0, along all axes or some.",
        reductionParameters, examples: ["count_nonzero([0, 3, 4])  #> 2"],
        numpy: "np.count_nonzero(x, axis=axis, keepdims=keepdims)", related: ["nonzero", "sum"],
        gradient: .none(because: "a count does not change gradually"),
        sample: { [.tensor(try Samples.truths([3, 4], &$0)), .wholes([1]), .flag(false)] },
        body: .kernel(
            { TensorType(try reducedShape($0), .float64) },
            { arguments, result in
                let x = arguments.tensor(0)
                let lines = try Lines(try x.converted(to: .bool), try x.shape.axes(arguments.wholes(1)))
                Kernels.truth.count(
                    lines.outer, lines.n, lines.inner, lines.tensor.pointer(UInt8.self),
                    result.mutablePointer(Double.self))
            }))

    public static let logsumexp = Primitive(
        "logsumexp", .reduce, "The logarithm of the sum of exponentials of x, computed without overflow.",
        formula: #"\ln \sum_i e^{x_i}"#, reductionParameters,
        examples: ["logsumexp([0, 0])  #> 0.6931", "logsumexp([1000, 1000])  #> 1000.6931"],
        refuses: ["more than one axis without axis="],
        numpy: "scipy.special.logsumexp(x, axis=axis, keepdims=keepdims)",
        related: ["softmax", "log_softmax"],
        gradient: .rule { call, upstream, _ in
            // The shares of softmax; where all are -inf, the largest is subtracted from itself.
            try call.spread(upstream) * softmax(.tensor(call.x), call.arguments[1])
        },
        sample: sampleReduction,
        body: .kernel(
            { arguments in
                try requireAxis("logsumexp", arguments)
                return TensorType(try reducedShape(arguments), arguments.tensor(0).dtype.asFloat)
            },
            { arguments, result in
                let x = arguments.tensor(0)
                try logsumexpKernel.run(x, axes: try x.shape.axes(arguments.wholes(1)), into: result)
            }))
    private static let logsumexpKernel = AlongKernel(\.reduce.logsumexp, \.reduce.logsumexp)

    /// Softmax and its relatives of a matrix read differently everywhere, so the axis must be said.
    static func requireAxis(_ name: String, _ arguments: Arguments) throws {
        let shape = arguments.tensor(0).shape
        if shape.rank > 1, arguments.wholes(1) == nil {
            throw ShapeProblem.axisRequired(operation: name, shape)
        }
    }
}

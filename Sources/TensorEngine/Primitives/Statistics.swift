/// Reductions made of other operations.
extension Primitive {
    private static let ddof = Parameter("ddof", .number, default: .number(0), keywordOnly: true)

    public static let variance = spread(
        "var", "The mean squared distance of the elements of x from their mean; ddof=1 divides by n - 1.",
        formula: #"\frac{1}{n - d} \sum_i (x_i - \bar x)^2"#,
        examples: ["var([1, 2, 3, 6])  #> 3.5", "var([1, 2, 3, 6], ddof=1)  #> 4.6667"],
        numpy: "np.var(x, axis=axis, keepdims=keepdims, ddof=ddof)", related: ["std", "mean"], finish: { $0 })
    public static let deviation = spread(
        "std", "The square root of the variance of x; ddof=1 divides by n - 1.",
        formula: #"\sqrt{\frac{1}{n - d} \sum_i (x_i - \bar x)^2}"#,
        examples: ["std([1, 3])  #> 1"],
        numpy: "np.std(x, axis=axis, keepdims=keepdims, ddof=ddof)", related: ["var", "mean"],
        finish: { try sqrt(.tensor($0)) })

    private static func spread(
        _ name: String, _ summary: String, formula: String, examples: [String], numpy: String, related: [String],
        finish: @escaping @Sendable (Tensor) throws -> Tensor
    ) -> Primitive {
        Primitive(
            name, .reduce, summary, formula: formula, reductionParameters + [ddof], examples: examples, numpy: numpy,
            related: related, sample: { try sampleReduction(&$0) + [.number(0)] },
            body: .composed { arguments in [try finish(try meanSquare(arguments))] })
    }

    private static func meanSquare(_ arguments: Arguments) throws -> Tensor {
        let x = arguments.tensor(0)
        let axes = try x.shape.axes(arguments.wholes(1))
        let center = try mean(arguments[0], .wholes(axes), .flag(true))
        // A mean of size 1 does not stretch to nothing, and nothing has no distances anyway.
        let distance: Argument = x.count == 0 ? arguments[0] : .tensor(try subtract(arguments[0], .tensor(center)))
        let squares = try multiply(distance, distance)
        let total = try sum(.tensor(squares), .wholes(axes), arguments[2])
        // As in NumPy, no freedom left is 0 / 0, not a negative number.
        let freedom = Swift.max(axes.reduce(1.0) { $0 * Double(x.shape[$1]) } - arguments.number(3), 0)
        return try divide(.tensor(total), .tensor(try Tensor(plainNumber: freedom)))
    }

    public static let median = Primitive(
        "median", .reduce, "The middle of the sorted elements of x, or the mean of the middle two; NaN if one is NaN.",
        reductionParameters, examples: ["median([5, 1, 2])  #> 2", "median([1, 2, 3, 10])  #> 2.5"],
        numpy: "np.median(x, axis=axis, keepdims=keepdims)", related: ["mean", "sort"], sample: sampleReduction,
        body: .composed { arguments in
            let x = arguments.tensor(0)
            let axes = try x.shape.axes(arguments.wholes(1))
            let shape = x.shape.reducing(axes, keepdims: arguments.flag(2))
            let lines = try flattened(x, lastly: axes)
            return [try reshape(.tensor(middle(lines)), .wholes(Array(shape)))]
        })

    /// The same elements with the reduced axes joined to one, the last.
    private static func flattened(_ x: Tensor, lastly axes: [Int]) throws -> Tensor {
        let kept = x.shape.indices.filter { !axes.contains($0) }
        let moved = try transpose(.tensor(x), .wholes(kept + axes))
        let n = axes.reduce(1) { $0 * x.shape[$1] }
        return try reshape(.tensor(moved), .wholes(kept.map { x.shape[$0] } + [n]))
    }

    /// The median along the last axis.
    private static func middle(_ lines: Tensor) throws -> Tensor {
        let n = lines.shape[lines.rank - 1]
        guard n > 0 else { return try mean(.tensor(lines), .wholes([-1]), .flag(false)) }
        let sorted = Argument.tensor(try sort(.tensor(lines), .whole(-1)))
        let middle = IndexItem.slice(start: (n - 1) / 2, stop: n / 2 + 1, step: nil)
        let center = try mean(.tensor(index(sorted, .index([.ellipsis, middle]))), .wholes([-1]), .flag(false))
        // NaN is sorted to the end, so the last entry tells whether there is one.
        let last = Argument.tensor(try index(sorted, .index([.ellipsis, .at(n - 1)])))
        return try `where`(.tensor(isnan(last)), last, .tensor(center))
    }

    public static let norm = Primitive(
        "norm", .reduce, "The length of x: 2-norm of vectors, Frobenius norm of more axes, or the one that ord names.",
        formula: #"\left( \sum_i |x_i|^p \right)^{1/p}"#,
        [
            .tensor(), Parameter("ord", .numberOrChoice(["fro"]), default: Argument.none, keywordOnly: true), .axis,
            .keepdims,
        ],
        examples: ["norm([3, 4])  #> 5", "norm([3, -4], ord=1)  #> 7", "norm([3, -4], ord=inf)  #> 4"],
        refuses: ["an ord that vectors or matrices have not"],
        numpy: "np.linalg.norm(x, ord=ord, axis=axis, keepdims=keepdims)",
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .none, .wholes([1]), .flag(false)] },
        body: .composed { [try Norm($0).value()] })
}

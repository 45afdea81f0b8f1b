/// Comparisons and what combines their results; the language binds `== != < <= > >= & | ~` to them.
extension Primitive {
    static let comparisons: [Primitive] = [equal, notEqual, less, lessEqual, greater, greaterEqual]
    static let logic: [Primitive] = [logicalAnd, logicalOr, logicalNot]

    public static let equal = comparison(
        "equal", "Whether a = b, element by element; NaN equals nothing.",
        ComparisonKernel(\.elementwise.equal, \.elementwise.equal),
        examples: ["equal([1, 2], 2)  #> [False, True]"], numpy: "np.equal(a, b)")
    public static let notEqual = comparison(
        "not_equal", "Whether a and b differ, element by element.",
        ComparisonKernel(\.elementwise.not_equal, \.elementwise.not_equal),
        examples: ["not_equal([1, 2], 2)  #> [True, False]"], numpy: "np.not_equal(a, b)")
    public static let less = comparison(
        "less", "Whether a < b, element by element.", ComparisonKernel(\.elementwise.less, \.elementwise.less),
        examples: ["less([1, 2], 2)  #> [True, False]"], numpy: "np.less(a, b)")
    public static let lessEqual = comparison(
        "less_equal", "Whether a <= b, element by element.",
        ComparisonKernel(\.elementwise.less_equal, \.elementwise.less_equal),
        examples: ["less_equal([1, 3], 2)  #> [True, False]"], numpy: "np.less_equal(a, b)")
    public static let greater = comparison(
        "greater", "Whether a > b, element by element.",
        ComparisonKernel(\.elementwise.greater, \.elementwise.greater),
        examples: ["greater([1, 3], 2)  #> [False, True]"], numpy: "np.greater(a, b)")
    public static let greaterEqual = comparison(
        "greater_equal", "Whether a >= b, element by element.",
        ComparisonKernel(\.elementwise.greater_equal, \.elementwise.greater_equal),
        examples: ["greater_equal([1, 2], 2)  #> [False, True]"], numpy: "np.greater_equal(a, b)")

    public static let logicalAnd = logical(
        "logical_and", "&", "Whether a and b are both true, element by element.", { Kernels.truth.both },
        examples: ["logical_and([True, True], [True, False])  #> [True, False]"], numpy: "np.logical_and(a, b)")
    public static let logicalOr = logical(
        "logical_or", "|", "Whether a or b or both are true, element by element.", { Kernels.truth.either },
        examples: ["logical_or([True, False], [False, False])  #> [True, False]"], numpy: "np.logical_or(a, b)")

    public static let logicalNot = Primitive(
        "logical_not", .elementwise, "Truth values turned around, element by element.", [.tensor()],
        examples: ["logical_not([True, False])  #> [False, True]"], refuses: ["anything but truth values"],
        numpy: "np.logical_not(x)", gradient: .none(because: "truth values do not change gradually"),
        sample: { [.tensor(try Samples.truths([3, 4], &$0))] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                guard x.dtype == .bool else { throw TypeProblem.logical(operation: "~", x.dtype) }
                return TensorType(x.shape, .bool)
            },
            { arguments, result in
                let x = arguments.tensor(0)
                Kernels.truth.invert(x.count, x.pointer(UInt8.self), result.mutablePointer(UInt8.self))
            }))

    private static func logical(
        _ name: String, _ symbol: String, _ summary: String, _ kernel: @escaping @Sendable () -> TruthKernel,
        examples: [String], numpy: String
    ) -> Primitive {
        Primitive(
            name, .elementwise, summary, [.tensor("a"), .tensor("b")], examples: examples,
            refuses: ["anything but truth values", "shapes that do not broadcast"], numpy: numpy,
            gradient: .none(because: "truth values do not change gradually"),
            sample: { [.tensor(try Samples.truths([3, 4], &$0)), .tensor(try Samples.truths([4], &$0))] },
            body: .kernel(
                { arguments in
                    let (a, b) = (arguments.tensor(0), arguments.tensor(1))
                    for x in [a, b] where x.dtype != .bool { throw TypeProblem.logical(operation: symbol, x.dtype) }
                    return TensorType(try Shape.broadcast(a.shape, b.shape), .bool)
                },
                { arguments, result in
                    let (a, b) = (arguments.tensor(0), arguments.tensor(1))
                    let lines = PairedLines(a.shape, b.shape, result.shape)
                    let (p, q) = (a.pointer(UInt8.self), b.pointer(UInt8.self))
                    let (kernel, y) = (kernel(), result.mutablePointer(UInt8.self))
                    try lines.forEachPart { kernel($0, p + $1, lines.leftStep, q + $2, lines.rightStep, y + $3) }
                }))
    }
}

/// Functions of one number, applied to each element.
extension Primitive {
    static let elementwise: [Primitive] = [
        abs, sign, sqrt, exp, log, ln, log2, log10, sin, cos, tan, arctan, sinh, cosh, tanh,
        sigmoid, relu, leakyReLU, softplus, step, floor, ceil, round, clip, `where`, isnan, isinf, isfinite,
    ]

    public static let abs = unary(
        "abs", "The size of each element of x, without its sign.", formula: #"|x|"#,
        UnaryKernel(\.elementwise.abs, \.elementwise.abs),
        examples: ["abs([-2, 3])  #> [2, 3]"], numpy: "np.abs(x)",
        derivative: "sign(x)", gradient: .slope { x, _ in try sign(x) })
    public static let sign = unary(
        "sign", "1, 0 or -1 for each element of x, as it is above, at or below zero.",
        UnaryKernel(\.elementwise.sign, \.elementwise.sign),
        examples: ["sign([-2, 0, 3])  #> [-1, 0, 1]"], numpy: "np.sign(x)",
        gradient: .zero)
    public static let sqrt = unary(
        "sqrt", "The square root of each element of x; NaN below zero.", formula: #"\sqrt{x}"#,
        UnaryKernel(\.elementwise.sqrt, \.elementwise.sqrt), domain: 0.1...4,
        examples: ["sqrt([4, 2])  #> [2, 1.4142]"], numpy: "np.sqrt(x)",
        derivative: "1 / (2 * y)", gradient: .slope { _, y in try 0.5 / y })
    public static let exp = unary(
        "exp", "e to the power of each element of x.", formula: "e^x",
        UnaryKernel(\.elementwise.exp, \.elementwise.exp),
        examples: ["exp([0, 1])  #> [1, 2.7183]"], numpy: "np.exp(x)", related: ["log"],
        derivative: "y", gradient: .plain(.role(.result)))
    public static let log = unary(
        "log", "The natural logarithm of each element of x; -inf at zero, NaN below.", formula: #"\ln x"#,
        UnaryKernel(\.elementwise.log, \.elementwise.log), domain: 0.1...4,
        examples: ["log([1, 10])  #> [0, 2.3026]"], numpy: "np.log(x)", related: ["ln", "log2", "log10"],
        derivative: "1 / x", gradient: .slope { x, _ in try 1 / x })
    public static let ln = unary(
        "ln", "The natural logarithm of each element of x, as the slides write it.", formula: #"\ln x"#,
        UnaryKernel(\.elementwise.log, \.elementwise.log), domain: 0.1...4,
        examples: ["ln([1, 10])  #> [0, 2.3026]"], numpy: "np.log(x)", related: ["log"],
        derivative: "1 / x", gradient: .slope { x, _ in try 1 / x })
    public static let log2 = unary(
        "log2", "The logarithm to base 2 of each element of x.", formula: #"\log_2 x"#,
        UnaryKernel(\.elementwise.log2, \.elementwise.log2), domain: 0.1...4,
        examples: ["log2([1, 8])  #> [0, 3]"], numpy: "np.log2(x)", related: ["log"],
        derivative: "1 / (ln(2) * x)", gradient: .slope { x, _ in try 1 / (naturalLog(2) * x) })
    public static let log10 = unary(
        "log10", "The logarithm to base 10 of each element of x.", formula: #"\log_{10} x"#,
        UnaryKernel(\.elementwise.log10, \.elementwise.log10), domain: 0.1...4,
        examples: ["log10([1, 1000])  #> [0, 3]"], numpy: "np.log10(x)", related: ["log"],
        derivative: "1 / (ln(10) * x)", gradient: .slope { x, _ in try 1 / (naturalLog(10) * x) })
    public static let sin: Primitive = unary(
        "sin", "The sine of each element of x, in radians.", formula: #"\sin x"#,
        UnaryKernel(\.elementwise.sin, \.elementwise.sin),
        examples: ["sin([0, pi / 2])  #> [0, 1]"], numpy: "np.sin(x)",
        derivative: "cos(x)", gradient: .slope { x, _ in try cos(x) })
    public static let cos = unary(
        "cos", "The cosine of each element of x, in radians.", formula: #"\cos x"#,
        UnaryKernel(\.elementwise.cos, \.elementwise.cos),
        examples: ["cos([0, pi])  #> [1, -1]"], numpy: "np.cos(x)",
        derivative: "-sin(x)", gradient: .slope { x, _ in try -sin(x) })
    public static let tan = unary(
        "tan", "The tangent of each element of x, in radians.", formula: #"\tan x"#,
        UnaryKernel(\.elementwise.tan, \.elementwise.tan), domain: -1...1,
        examples: ["tan(0)  #> 0"], numpy: "np.tan(x)",
        derivative: "y**2 + 1", gradient: .slope { _, y in try y * y + 1 })
    public static let arctan = unary(
        "arctan", "The angle in radians whose tangent is each element of x.", formula: #"\arctan x"#,
        UnaryKernel(\.elementwise.arctan, \.elementwise.arctan),
        examples: ["arctan(1)  #> 0.7854"], numpy: "np.arctan(x)",
        derivative: "1 / (x**2 + 1)", gradient: .slope { x, _ in try 1 / (x * x + 1) })
    public static let sinh: Primitive = unary(
        "sinh", "The hyperbolic sine of each element of x.", formula: #"\frac{e^x - e^{-x}}{2}"#,
        UnaryKernel(\.elementwise.sinh, \.elementwise.sinh),
        examples: ["sinh([0, 1])  #> [0, 1.1752]"], numpy: "np.sinh(x)",
        derivative: "cosh(x)", gradient: .slope { x, _ in try cosh(x) })
    public static let cosh = unary(
        "cosh", "The hyperbolic cosine of each element of x.", formula: #"\frac{e^x + e^{-x}}{2}"#,
        UnaryKernel(\.elementwise.cosh, \.elementwise.cosh),
        examples: ["cosh([0, 1])  #> [1, 1.5431]"], numpy: "np.cosh(x)",
        derivative: "sinh(x)", gradient: .slope { x, _ in try sinh(x) })
    public static let tanh = unary(
        "tanh", "The hyperbolic tangent of each element of x, between -1 and 1.",
        formula: #"\frac{e^x - e^{-x}}{e^x + e^{-x}}"#, UnaryKernel(\.elementwise.tanh, \.elementwise.tanh),
        examples: ["tanh([0, 1])  #> [0, 0.7616]"], numpy: "np.tanh(x)",
        derivative: "1 - y**2", gradient: .slope { _, y in try 1 - y * y })
    public static let sigmoid = unary(
        "sigmoid", "The logistic function of each element of x, between 0 and 1.", formula: #"\frac{1}{1 + e^{-x}}"#,
        UnaryKernel(\.elementwise.sigmoid, \.elementwise.sigmoid),
        examples: ["sigmoid([0, 2])  #> [0.5, 0.8808]"], numpy: "scipy.special.expit(x)",
        derivative: "y * (1 - y)", gradient: .slope { _, y in try y * (1 - y) })
    public static let relu = unary(
        "relu", "Each element of x, or 0 where it is negative.", formula: #"\max(0, x)"#,
        UnaryKernel(\.elementwise.relu, \.elementwise.relu),
        examples: ["relu([-2, 3])  #> [0, 3]"], numpy: "np.maximum(x, 0)", related: ["leaky_relu", "step"],
        derivative: "step(x)", gradient: .slope { x, _ in .mask(where: try greater(x, 0)) })
    public static let softplus = unary(
        "softplus", "A smooth relu of each element of x.", formula: #"\ln(1 + e^x)"#,
        UnaryKernel(\.elementwise.softplus, \.elementwise.softplus),
        examples: ["softplus([0, 1])  #> [0.6931, 1.3133]"], numpy: "np.logaddexp(0, x)", related: ["relu"],
        derivative: "sigmoid(x)", gradient: .slope { x, _ in try sigmoid(x) })
    public static let step = unary(
        "step", "1 where x is above zero, else 0.", UnaryKernel(\.elementwise.step, \.elementwise.step),
        examples: ["step([-1, 0, 2])  #> [0, 0, 1]"], numpy: "np.heaviside(x, 0)", related: ["sign"],
        gradient: .zero)
    public static let floor = unary(
        "floor", "The largest whole number that is not above each element of x.", formula: #"\lfloor x \rfloor"#,
        UnaryKernel(\.elementwise.floor, \.elementwise.floor),
        examples: ["floor([-1.5, 1.5])  #> [-2, 1]"], numpy: "np.floor(x)", related: ["ceil", "round"],
        gradient: .zero)
    public static let ceil = unary(
        "ceil", "The smallest whole number that is not below each element of x.", formula: #"\lceil x \rceil"#,
        UnaryKernel(\.elementwise.ceil, \.elementwise.ceil),
        examples: ["ceil([-1.5, 1.5])  #> [-1, 2]"], numpy: "np.ceil(x)", related: ["floor", "round"],
        gradient: .zero)
    public static let leakyReLU = Primitive(
        "leaky_relu", .elementwise, "Each element of x, or negative_slope times it where it is negative.",
        formula: #"\max(0, x) + a \min(0, x)"#,
        [.tensor(), Parameter("negative_slope", .number, default: .number(0.01))],
        examples: ["leaky_relu([-2, 3])  #> [-0.02, 3]", "leaky_relu([-2, 3], 0.5)  #> [-1, 3]"],
        numpy: "np.where(x > 0, x, negative_slope * x)", related: ["relu"],
        derivatives: ["where(x > 0, 1, negative_slope)"],
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .number(0.1)] },
        body: .composed { arguments in
            let x = Argument.tensor(arguments.tensor(0))
            let slope = try Tensor(plainNumber: arguments.number(1))
            let positive = try greater(x, .tensor(Tensor(plainNumber: 0)))
            return [try `where`(.tensor(positive), x, .tensor(multiply(.tensor(slope), x)))]
        })
    public static let clip = Primitive(
        "clip", .elementwise, "Each element of x, moved to low or high where it lies outside; None is no bound.",
        formula: #"\min(\max(x, l), h)"#,
        [
            .tensor(), Parameter("low", .tensor, default: Argument.none),
            Parameter("high", .tensor, default: Argument.none),
        ],
        examples: ["clip([-2, 0.5, 3], 0, 1)  #> [0, 0.5, 1]", "clip([-2, 3], 0)  #> [0, 3]"],
        numpy: "np.clip(x, low, high)", related: ["minimum", "maximum"],
        sample: {
            let x = try Samples.numbers([3, 4], &$0)
            return [.tensor(x), .tensor(try Tensor(plainNumber: -1)), .tensor(try Tensor(plainNumber: 1))]
        },
        body: .composed { arguments in
            var x = arguments.tensor(0)
            if let low = arguments.optionalTensor(1) { x = try maximum(.tensor(x), .tensor(low)) }
            if let high = arguments.optionalTensor(2) { x = try minimum(.tensor(x), .tensor(high)) }
            return [x]
        })
    public static let `where`: Primitive = Primitive(
        "where", .elementwise, "Elements of x where condition is true, of y elsewhere; all three broadcast.",
        [.tensor("condition"), .tensor("x"), .tensor("y")],
        examples: ["where([True, False], [1, 2], [3, 4])  #> [1, 4]", "x = [-1, 2]; where(x > 0, x, 0)  #> [0, 2]"],
        refuses: ["shapes that do not broadcast"], numpy: "np.where(condition, x, y)",
        gradient: .rule { call, upstream, operand in
            let zero = Argument.tensor(try Tensor(plainNumber: 0))
            switch operand.argument {
            case 1: return try `where`(call.arguments[0], .tensor(upstream), zero)
            case 2: return try `where`(call.arguments[0], zero, .tensor(upstream))
            default: return nil
            }
        },
        sample: {
            let condition = try Samples.truths([3, 4], &$0)
            let x = try Samples.numbers([3, 4], &$0)
            return [.tensor(condition), .tensor(x), .tensor(try Samples.numbers([4], &$0))]
        },
        body: .kernel(
            { arguments in
                let (x, y) = (arguments.tensor(1), arguments.tensor(2))
                let shape = try Shape.broadcast(arguments.tensor(0).shape, Shape.broadcast(x.shape, y.shape))
                return TensorType(shape, DType.promoted(x, y))
            },
            { arguments, result in
                try select(arguments.tensor(0), arguments.tensor(1), arguments.tensor(2), into: result)
            }))

    /// ln of a base that is a plain number.
    private static func naturalLog(_ base: Local) throws -> Local { try log(base) }

    public static let isnan = test(
        "isnan", "Whether each element of x is not a number.", TestKernel(\.elementwise.is_nan, \.elementwise.is_nan),
        examples: ["isnan([nan, 1])  #> [True, False]"], numpy: "np.isnan(x)")
    public static let isinf = test(
        "isinf", "Whether each element of x is inf or -inf.",
        TestKernel(\.elementwise.is_infinite, \.elementwise.is_infinite),
        examples: ["isinf([-inf, 1])  #> [True, False]"], numpy: "np.isinf(x)")
    public static let isfinite = test(
        "isfinite", "Whether each element of x is neither infinite nor NaN.",
        TestKernel(\.elementwise.is_finite, \.elementwise.is_finite),
        examples: ["isfinite([nan, inf, 1])  #> [False, False, True]"], numpy: "np.isfinite(x)")
}

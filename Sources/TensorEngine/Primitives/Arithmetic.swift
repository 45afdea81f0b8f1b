/// The arithmetic operators; the language binds `+ - * / // % **` to them.
extension Primitive {
    static let arithmetic: [Primitive] = [
        add, subtract, multiply, divide, floorDivide, remainder, power, negative, minimum, maximum,
    ]

    public static let add = binary(
        "add", "a + b, element by element; of two masks, where either is true.", formula: "a + b",
        BinaryKernel(\.elementwise.add, \.elementwise.add), onTruth: .truth,
        examples: ["add([1, 2], 10)  #> [11, 12]", "[[1, 2], [3, 4]] + [10, 20]  #> [[11, 22], [13, 24]]"],
        numpy: "np.add(a, b)",
        derivatives: ["1", "1"], gradient: .plain(1, 1))
    public static let subtract = binary(
        "subtract", "a - b, element by element.", formula: "a - b",
        BinaryKernel(\.elementwise.subtract, \.elementwise.subtract), onTruth: .refused,
        examples: ["subtract([1, 2], 10)  #> [-9, -8]"], refuses: ["two masks: != tells where they differ"],
        numpy: "np.subtract(a, b)",
        derivatives: ["1", "-1"], gradient: .plain(1, -1))
    public static let multiply = binary(
        "multiply", "a times b, element by element; of two masks, where both are true.", formula: #"a \cdot b"#,
        BinaryKernel(\.elementwise.multiply, \.elementwise.multiply), onTruth: .truth,
        examples: ["multiply([1, 2], [3, 4])  #> [3, 8]"], numpy: "np.multiply(a, b)", related: ["matmul"],
        derivatives: ["b", "a"], gradient: .plain(.role(.b), .role(.a)))
    public static let divide = binary(
        "divide", "a / b, element by element; a number by 0 is inf or -inf, 0 by 0 is NaN.", formula: #"\frac{a}{b}"#,
        BinaryKernel(\.elementwise.divide, \.elementwise.divide), domain: 0.5...2,
        examples: ["divide([1, 2], 4)  #> [0.25, 0.5]", "1 / 0  #> inf"], numpy: "np.divide(a, b)",
        derivatives: ["1 / b", "-a / b**2"], gradient: quotientGradient)
    public static let floorDivide = binary(
        "floor_divide", "a / b rounded down to a whole number, element by element.",
        formula: #"\lfloor \frac{a}{b} \rfloor"#, BinaryKernel(\.elementwise.floor_divide, \.elementwise.floor_divide),
        domain: 0.5...2, examples: ["floor_divide([7, -7], 2)  #> [3, -4]"], numpy: "np.floor_divide(a, b)",
        related: ["remainder"],
        derivatives: [], gradient: .zero)
    public static let remainder = binary(
        "remainder", "What floor_divide leaves of a, with the sign of b, element by element.",
        formula: #"a - b \lfloor \frac{a}{b} \rfloor"#,
        BinaryKernel(\.elementwise.remainder, \.elementwise.remainder), domain: 0.5...2,
        examples: ["remainder([7, -7], 3)  #> [1, 2]", "7 % -3  #> -2"], numpy: "np.remainder(a, b)",
        related: ["floor_divide"],
        derivatives: ["1", "-(a // b)"], gradient: remainderGradient)
    public static let power = binary(
        "power", "a to the power of b, element by element; NaN for a root of a negative number.", formula: "a^b",
        BinaryKernel(\.elementwise.power, \.elementwise.power), domain: 0.5...2,
        examples: ["power([2, 3], 2)  #> [4, 9]", "4 ** 0.5  #> 2"], numpy: "np.power(a, b)",
        derivatives: ["b * a**(b - 1)", "y * ln(a)"], gradient: powerGradient)
    public static let minimum = binary(
        "minimum", "The smaller of a and b, element by element; NaN where either is.", formula: #"\min(a, b)"#,
        BinaryKernel(\.elementwise.minimum, \.elementwise.minimum), onTruth: .truth,
        examples: ["minimum([1, 5], 3)  #> [1, 3]"], numpy: "np.minimum(a, b)", related: ["maximum", "min", "clip"],
        derivatives: ["where(a <= b, 1, 0)", "where(a <= b, 0, 1)"],
        gradient: .local { at, operand in try winner(lessEqual, at, operand) })
    public static let maximum = binary(
        "maximum", "The larger of a and b, element by element; NaN where either is.", formula: #"\max(a, b)"#,
        BinaryKernel(\.elementwise.maximum, \.elementwise.maximum), onTruth: .truth,
        examples: ["maximum([1, 5], 3)  #> [3, 5]"], numpy: "np.maximum(a, b)", related: ["minimum", "max", "clip"],
        derivatives: ["where(a >= b, 1, 0)", "where(a >= b, 0, 1)"],
        gradient: .local { at, operand in try winner(greaterEqual, at, operand) })

    private static let negativeKernel = UnaryKernel(\.elementwise.negative, \.elementwise.negative)
    public static let negative = Primitive(
        "negative", .elementwise, "-x, element by element.", formula: "-x", [.tensor()],
        examples: ["negative([1, -2])  #> [-1, 2]"], refuses: ["masks: ~ turns them around"], numpy: "np.negative(x)",
        derivatives: ["-1"], gradient: .plain(-1),
        sample: { [.tensor(try Samples.numbers([3, 4], &$0))] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                guard x.dtype.isFloat else { throw TypeProblem.arithmeticOnTruth(operation: "-") }
                return TensorType(x.shape, x.dtype)
            },
            { try negativeKernel.run($0.tensor(0), into: $1) }), direct: .unary(negativeKernel))
}

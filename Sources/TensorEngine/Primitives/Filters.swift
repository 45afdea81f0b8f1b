/// The kernels that the slides and image programs use, each a tensor of fixed numbers.
extension Primitive {
    package static let filters: [Primitive] = [
        blur, gaussian, sharpen, edge, laplacian, sobelX, sobelY, prewittX, prewittY, sobel,
    ]

    /// `blur(n=3)`: the box filter.
    public static let blur = Primitive(
        "blur", .kernels, "An n by n box that sums to 1: each entry is 1/n^2.",
        [Parameter("n", .whole, default: .whole(3)), dtype],
        examples: ["blur(2)  #> [[0.25, 0.25], [0.25, 0.25]]"], refuses: ["n below 1"],
        numpy: "numpy.ones((n, n)) / n**2", slides: ["S0-18", "S3-65"], related: ["gaussian"],
        gradient: noGradient, sample: { _ in [.whole(3), .none] },
        body: .kernel(
            { try $0.squareKernel(dtype: 1) },
            { arguments, y in y.fill(1 / Double(y.count)) }))

    /// `gaussian(n, sigma)`: sampled, then divided by its sum.
    public static let gaussian = Primitive(
        "gaussian", .kernels,
        "An n by n sampled Gaussian that sums to 1: entries in proportion to exp(-(a^2 + b^2) / (2 sigma^2)), a and b"
            + " counted from the centre.",
        formula: #"\propto e^{-(a^2+b^2)/(2\sigma^2)}"#,
        [Parameter("n", .whole), Parameter("sigma", .number), dtype],
        examples: ["gaussian(3, 1)  #> [[0.0751, 0.1238, 0.0751], [0.1238, 0.2042, 0.1238], [0.0751, 0.1238, 0.0751]]"],
        refuses: ["n below 1", "a sigma of 0 or less"], related: ["blur"], gradient: noGradient,
        sample: { _ in [.whole(5), .number(1.5), .none] },
        body: .kernel(
            { arguments in
                guard arguments.number(1) > 0 else { throw SignalProblem.sigma(arguments.number(1)) }
                return try arguments.squareKernel(dtype: 2)
            },
            { arguments, y in try fillGaussian(y, n: arguments.whole(0), sigma: arguments.number(1)) }))

    /// `sharpen()`, as in GIMP's manual.
    public static let sharpen = fixedKernel(
        "sharpen", "[[0, -1, 0], [-1, 5, -1], [0, -1, 0]]: the image minus its Laplacian; sums to 1.",
        [0, -1, 0, -1, 5, -1, 0, -1, 0], related: ["edge", "blur"])

    /// `edge()`, GIMP's "edge detect", the second grid of S0-19.
    public static let edge = fixedKernel(
        "edge",
        "[[0, 1, 0], [1, -4, 1], [0, 1, 0]], GIMP's edge detect: the sum of both second differences; sums to 0.",
        [0, 1, 0, 1, -4, 1, 0, 1, 0], slides: ["S0-19"], related: ["laplacian", "sobel"])

    /// `laplacian()`, with four neighbours as in `scipy.ndimage.laplace`: the numbers of `edge()`.
    public static let laplacian = fixedKernel(
        "laplacian",
        "[[0, 1, 0], [1, -4, 1], [0, 1, 0]], four neighbours as in SciPy: the numbers of edge(); sums to 0.",
        [0, 1, 0, 1, -4, 1, 0, 1, 0], slides: ["S0-19"], related: ["edge", "sharpen"])

    public static let sobelX = fixedKernel(
        "sobel_x",
        "[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], K of the slides: the difference along the columns; sums to 0.",
        [-1, 0, 1, -2, 0, 2, -1, 0, 1], slides: ["S1-18", "S1-26"], related: ["sobel_y", "sobel", "prewitt_x"])

    public static let sobelY = fixedKernel(
        "sobel_y", "[[-1, -2, -1], [0, 0, 0], [1, 2, 1]]: the difference along the rows; sums to 0.",
        [-1, -2, -1, 0, 0, 0, 1, 2, 1], related: ["sobel_x", "sobel", "prewitt_y"])

    public static let prewittX = fixedKernel(
        "prewitt_x", "[[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]: the difference along the columns; sums to 0.",
        [-1, 0, 1, -1, 0, 1, -1, 0, 1], related: ["prewitt_y", "sobel_x"])

    public static let prewittY = fixedKernel(
        "prewitt_y", "[[-1, -1, -1], [0, 0, 0], [1, 1, 1]]: the difference along the rows; sums to 0.",
        [-1, -1, -1, 0, 0, 0, 1, 1, 1], related: ["prewitt_x", "sobel_y"])

    /// The last parameter of every function that makes a tensor; None is float64.
    private static let dtype = Parameter("dtype", .dtype, default: Argument.none, keywordOnly: true)
    private static let noGradient = Gradient.none(because: "its numbers do not depend on a tensor")

    private static func fixedKernel(
        _ name: String, _ summary: String, _ values: [Double], slides: [String] = [], related: [String]
    ) -> Primitive {
        let rows = [0, 3, 6].map { row in "[" + values[row..<row + 3].map(decimalText).joined(separator: ", ") + "]" }
        return Primitive(
            name, .kernels, summary, [dtype], examples: ["\(name)()  #> [\(rows.joined(separator: ", "))]"],
            slides: slides, related: related, gradient: noGradient, sample: { _ in [.none] },
            body: .kernel(
                { TensorType([3, 3], $0.floatType(0)) },
                { _, y in
                    for (position, value) in values.enumerated() { y.setElement(position, to: value) }
                }))
    }

    /// The outer product of a sampled Gaussian with itself.
    private static func fillGaussian(_ y: Tensor, n: Int, sigma: Double) throws {
        let centre = Double(n - 1) / 2
        let exponents = try Tensor(
            (0..<n).map { -((Double($0) - centre) / sigma) * ((Double($0) - centre) / sigma) / 2 })
        let weights = try Tensor(uninitialized: [n], .float64)
        // less the largest, which for a tiny sigma and an even n would all be zero
        let largest = exponents.element(n / 2)
        for position in 0..<n { exponents.setElement(position, to: exponents.element(position) - largest) }
        Kernels.f64.pointee.elementwise.exp(n, exponents.pointer(Double.self), weights.mutablePointer(Double.self))
        let total = weights.elements.reduce(0, +)
        for position in 0..<y.count {
            let product = weights.element(position / n) * weights.element(position % n)
            y.setElement(position, to: product / (total * total))
        }
    }
}

extension Primitive {
    /// sobel by operations that have derivatives.
    private static func magnitude(_ x: Tensor) throws -> Tensor {
        let squares = try [sobelX, sobelY].map { kernel in
            let gradient = try conv2d(
                .tensor(x), .tensor(kernel(.dtype(x.dtype.computed))), .none, .whole(1), .whole(1),
                .choice("replicate"), .whole(1), .whole(1), .flag(false))
            return try gradient * gradient
        }
        return try (squares[0] + squares[1]).rootFlatAtZero()
    }
}

extension Arguments {
    fileprivate func floatType(_ position: Int) -> DType { (dtype(position) ?? .float64).computed }

    /// The n by n kernel that the first argument asks for.
    fileprivate func squareKernel(dtype position: Int) throws -> TensorType {
        let n = try whole(0, "n", atLeast: 1)
        return TensorType(try Shape(ofResult: [n, n]), floatType(position))
    }
}

// MARK: - Gradient magnitude

extension Primitive {
    /// `sobel(x)`
    public static let sobel = Primitive(
        "sobel", .signals,
        "The gradient magnitude sqrt(gx^2 + gy^2) of an image (H, W), (C, H, W) or (N, C, H, W), of the same size; gx"
            + " and gy are its correlations with sobel_x() and sobel_y(), the border goes on (replicate).",
        formula: #"\sqrt{(x \star S_x)^2 + (x \star S_y)^2}"#, [.tensor()],
        examples: ["sobel([[0, 1, 2], [0, 1, 2]])  #> [[4, 8, 4], [4, 8, 4]]"],
        refuses: ["an image without pixels"], slides: ["S1-18"], related: ["sobel_x", "sobel_y", "edge"],
        gradient: .same { try magnitude($0.tensor(0)) },
        sample: { _ in [.tensor(try .ramp([4, 5]))] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                let image = try ImageLayout(x.shape, of: "sobel")
                guard image.rows > 0, image.columns > 0 else { throw SignalProblem.emptyImage(of: "sobel", x.shape) }
                return TensorType(x.shape, x.dtype.computed)
            },
            { arguments, y in
                let x = Argument.tensor(try arguments.tensor(0).converted(to: y.dtype)), dtype = Argument.dtype(y.dtype)
                let gradients = try [sobelX, sobelY].map { kernel in
                    try conv2d(
                        x, .tensor(kernel(dtype)), .none, .whole(1), .whole(1), .choice("replicate"), .whole(1),
                        .whole(1), .flag(false))
                }
                Kernels.magnitude(gradients[0], gradients[1], into: y)
            }))
}

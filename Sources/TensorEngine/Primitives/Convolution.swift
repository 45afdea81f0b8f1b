/// PyTorch's convolutions, which are correlations: the kernel is not flipped.
extension Primitive {
    static let convolutions: [Primitive] = [conv2d, conv1d, convTranspose2d]

    /// `conv2d(x, w, b=None, stride=1, padding=0, padding_mode="zeros", dilation=1, groups=1, strict=False)`
    public static let conv2d = Primitive(
        "conv2d", .signals,
        "Correlates an image [batch, channels, height, width] with filters [filters, channels / groups, rows, columns];"
            + " a kernel (rows, columns) filters each channel alone, and an image (H, W) with filters"
            + " gives (filters, H', W').",
        formula: #"y(r,c) = b + \sum_d \sum_{a,b} x_d(sr+a, sc+b)\, w_d(a,b)"#,
        convolutionParameters,
        examples: [
            "conv2d([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 2], [3, 4]])  #> [[37, 47], [67, 77]]",
            "conv2d([[1, 2], [3, 4]], [[1, 1, 1], [1, 1, 1], [1, 1, 1]], padding=1, padding_mode=\"replicate\")"
                + "  #> [[18, 21], [24, 27]]",
        ],
        refuses: [
            "a kernel larger than the padded image", "a kernel of three axes, which has two readings",
            "with strict=True, a stride that leaves pixels unread",
        ],
        numpy: nil,
        slides: ["S0-24", "S0-29", "S1-25", "S1-34", "S1-35", "S1-36", "S1-38", "S3-67", "S4-25", "S4-28"],
        related: ["convolve2d", "conv_transpose2d", "im2col", "conv_output_size"],
        gradient: .rule { try ConvolutionGradient($0).product($1, $2) },
        windows: { try ConvolutionPlan($0, of: "conv2d", spatialAxes: 2).reading($0) },
        sample: { _ in try convolutionSample(spatialAxes: 2) },
        body: .kernel(
            { try ConvolutionPlan($0, of: "conv2d", spatialAxes: 2).result },
            { try ConvolutionPlan($0, of: "conv2d", spatialAxes: 2).run($0, into: $1) }))

    /// `conv1d(x, w, b=None, stride=1, padding=0, padding_mode="zeros", dilation=1, groups=1, strict=False)`
    public static let conv1d = Primitive(
        "conv1d", .signals,
        "Correlates a signal [batch, channels, length] with filters [filters, channels / groups, width]; a kernel"
            + " (width,) filters each channel alone.",
        convolutionParameters,
        examples: [
            "conv1d([1, 2, 3, 4], [1, 0, -1])  #> [-2, -2]", "conv1d([1, 2, 3, 4], [1, 1], stride=2)  #> [3, 7]",
        ],
        refuses: ["a kernel longer than the padded signal", "a kernel of two axes, which has two readings"],
        slides: ["S1-14"], related: ["convolve", "correlate", "conv2d"], gradient: .same(asImageOfOneRow),
        windows: { try ConvolutionPlan($0, of: "conv1d", spatialAxes: 1).reading($0) },
        sample: { _ in try convolutionSample(spatialAxes: 1) },
        body: .kernel(
            { try ConvolutionPlan($0, of: "conv1d", spatialAxes: 1).result },
            { try ConvolutionPlan($0, of: "conv1d", spatialAxes: 1).run($0, into: $1) }))

    private static let convolutionParameters: [Parameter] = [
        .tensor(), .tensor("w"), Parameter("b", .tensor, default: Argument.none),
        Parameter("stride", .wholes, default: .whole(1)),
        Parameter("padding", .wholesOrWord(["same", "valid"]), default: .whole(0)),
        Parameter(
            "padding_mode", .choice(["zeros", "reflect", "replicate", "circular"]), default: .choice("zeros"),
            keywordOnly: true),
        Parameter("dilation", .wholes, default: .whole(1), keywordOnly: true),
        Parameter("groups", .whole, default: .whole(1), keywordOnly: true),
        Parameter("strict", .flag, default: .flag(false), keywordOnly: true),
    ]

    private static func convolutionSample(spatialAxes: Int) throws -> [Argument] {
        let isImage = spatialAxes == 2
        let x = try Tensor.ramp(isImage ? [2, 3, 5, 6] : [2, 3, 6]),
            w = try Tensor.ramp(isImage ? [2, 3, 3, 2] : [2, 3, 2])
        return [
            .tensor(x), .tensor(w), .none, .whole(1), .whole(1), .choice("zeros"), .whole(1), .whole(1), .flag(false),
        ]
    }
}

extension Tensor {
    /// Unequal numbers of both signs, for samples.
    static func ramp(_ shape: Shape) throws(LimitProblem) -> Tensor {
        try Tensor(shape, (0..<shape.elementCount).map { Double(($0 * 7 + 3) % 11) / 4 - 1 })
    }
}

// MARK: - The plan

/// The arguments of a convolution, checked and turned into sizes.
struct ConvolutionPlan {
    let image: ImageLayout
    let filters: FilterBank
    let windows: Windows
    let mode: PaddingMode
    let result: TensorType

    init(_ arguments: Arguments, of operation: String, spatialAxes: Int) throws {
        let x = arguments.tensor(0), w = arguments.tensor(1)
        image = try ImageLayout(x.shape, of: operation, spatialAxes: spatialAxes)
        filters = try FilterBank(
            w.shape, of: operation, image: image, xShape: x.shape,
            groups: arguments.whole(7, "groups", atLeast: 1))
        windows = try arguments.convolutionWindows(image, filters)
        mode = PaddingMode(convolution: arguments.choice(5))
        try ConvolutionPlan.check(windows, image, mode, strict: arguments.flag(8), xRank: x.rank)
        let bias: Tensor? = if case .tensor(let b) = arguments[2] { b } else { nil }
        try filters.check(bias: bias)
        result = TensorType(
            try image.shape(
                channels: filters.resultChannels, rows: windows.rows.count, columns: windows.columns.count),
            DType.wider(x.dtype, w.dtype).computed)
    }

    private static func check(
        _ windows: Windows, _ image: ImageLayout, _ mode: PaddingMode, strict: Bool, xRank: Int
    ) throws(SignalProblem) {
        let directions =
            image.spatialAxes == 2
            ? [(SignalProblem.Direction.rows, windows.rows), (.columns, windows.columns)]
            : [(.elements, windows.columns)]
        for (position, (direction, window)) in directions.enumerated() {
            let axis = xRank - directions.count + position
            try mode.check(window, axis: axis)
            guard window.count >= 1 else { throw .kernelDoesNotFit(direction, window) }
        }
        let skipping = strict ? directions.filter { !$1.unread.isEmpty } : []
        guard skipping.isEmpty else {
            throw .strideSkips(skipping, readingStride: Window.readingStride(directions.map(\.1)))
        }
    }

    func run(_ arguments: Arguments, into y: Tensor) throws {
        let x = try arguments.tensor(0).converted(to: y.dtype), w = try arguments.tensor(1).converted(to: y.dtype)
        let padded = try windows.padded(x, planes: image.planes, mode: mode)
        filters.start(y, images: image.images, bias: arguments[2])
        try Kernels.correlate(filters.sizes(windows, images: image.images), padded, w, addingTo: y)
    }

    func reading(_ arguments: Arguments) -> WindowReading {
        WindowReading(.products, image, windows, arguments.tensor(0), mode: mode)
            .with(kernel: arguments.tensor(1), bias: arguments.optionalTensor(2), filters: filters)
    }
}

extension Arguments {
    /// Stride, padding and dilation as conv1d and conv2d take them.
    fileprivate func convolutionWindows(_ image: ImageLayout, _ filters: FilterBank) throws(SignalProblem) -> Windows {
        let s = try along(3, "stride", image, atLeast: 1), d = try along(6, "dilation", image, atLeast: 1)
        let isImage = image.spatialAxes == 2
        var rows = Window(
            size: image.rows, kernel: filters.rows, stride: isImage ? s.rows : 1, dilation: isImage ? d.rows : 1)
        var columns = Window(
            size: image.columns, kernel: filters.columns, stride: s.columns, dilation: d.columns)
        if case .choice(let word) = values[4] {
            guard word == "same" else { return Windows(rows: rows, columns: columns) }
            guard rows.stride == 1, columns.stride == 1 else { throw .sameNeedsStrideOne }
            rows.padToSame()
            columns.padToSame()
        } else {
            let p = try along(4, "padding", image, atLeast: 0)
            if isImage { (rows.before, rows.after) = (p.rows, p.rows) }
            (columns.before, columns.after) = (p.columns, p.columns)
        }
        return Windows(rows: rows, columns: columns)
    }

    /// A number for the rows and one for the columns; a signal's number stands for both.
    func along(
        _ position: Int, _ name: String, _ image: ImageLayout, atLeast minimum: Int
    ) throws(SignalProblem) -> (rows: Int, columns: Int) {
        guard image.spatialAxes == 1 else { return try pair(position, name, atLeast: minimum) }
        let value = try single(position, name, atLeast: minimum)
        return (value, value)
    }
}

extension Window {
    /// As PyTorch pads for `"same"`: the odd element goes to the end.
    fileprivate mutating func padToSame() {
        before = (span - 1) / 2
        after = span - 1 - before
    }
}

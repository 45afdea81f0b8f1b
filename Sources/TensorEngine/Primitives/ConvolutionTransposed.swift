extension Primitive {
    /// `conv_transpose2d(x, w, b=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1)`
    public static let convTranspose2d = Primitive(
        "conv_transpose2d", .signals,
        "Spreads each element of an image [batch, channels, height, width] over the window that conv2d would have read"
            + " it from; filters are [channels, filters / groups, rows, columns].",
        formula: #"y(sr+a, sc+b) \mathrel{+}= x(r,c)\, w(a,b)"#,
        [
            .tensor(), .tensor("w"), Parameter("b", .tensor, default: Argument.none),
            Parameter("stride", .wholes, default: .whole(1)), Parameter("padding", .wholes, default: .whole(0)),
            Parameter("output_padding", .wholes, default: .whole(0), keywordOnly: true),
            Parameter("groups", .whole, default: .whole(1), keywordOnly: true),
            Parameter("dilation", .wholes, default: .whole(1), keywordOnly: true),
        ],
        examples: [
            "conv_transpose2d([[1, 2], [3, 4]], [[1, 1], [1, 1]])  #> [[1, 3, 2], [4, 10, 6], [3, 7, 4]]",
            "conv_transpose2d([[1, 2]], [[1, 1]], stride=(1, 2))  #> [[1, 1, 2, 2]]",
        ],
        refuses: ["padding that leaves nothing", "output_padding as large as the stride and the dilation"],
        slides: ["S0-33", "S2-20", "S2-24", "S2-25"], related: ["conv2d"],
        gradient: .rule { try TransposedConvolutionGradient($0).product($1, $2) },
        sample: { _ in
            [
                .tensor(try .ramp([2, 2, 3, 4])), .tensor(try .ramp([2, 3, 2, 3])), .none, .whole(2), .whole(0),
                .whole(0), .whole(1), .whole(1),
            ]
        },
        body: .kernel(
            { try TransposedConvolutionPlan($0).result }, { try TransposedConvolutionPlan($0).run($0, into: $1) }))
}

/// The arguments of a transposed convolution, checked and turned into sizes.
struct TransposedConvolutionPlan {
    let image: ImageLayout
    let filters: FilterBank
    /// Those of the convolution that leads back: they move over the canvas, the result before its border is cut off.
    let windows: Windows
    let border: (rows: Int, columns: Int)
    let size: (rows: Int, columns: Int)
    let result: TensorType

    init(_ arguments: Arguments) throws {
        let x = arguments.tensor(0), w = arguments.tensor(1)
        image = try ImageLayout(x.shape, of: "conv_transpose2d")
        guard image.rows > 0, image.columns > 0 else { throw SignalProblem.emptyImage(of: "conv_transpose2d", x.shape) }
        filters = try FilterBank(
            w.shape, of: "conv_transpose2d", image: image, xShape: x.shape,
            groups: arguments.whole(6, "groups", atLeast: 1), isTransposed: true)
        border = try arguments.pair(4, "padding", atLeast: 0)
        let s = try arguments.pair(3, "stride", atLeast: 1), d = try arguments.pair(7, "dilation", atLeast: 1)
        let extra = try arguments.pair(5, "output_padding", atLeast: 0)
        let rows = try TransposedAxis(
            .rows, n: image.rows, k: filters.rows, stride: s.rows, padding: border.rows, extra: extra.rows,
            dilation: d.rows)
        let columns = try TransposedAxis(
            .columns, n: image.columns, k: filters.columns, stride: s.columns, padding: border.columns,
            extra: extra.columns, dilation: d.columns)
        size = (rows.size, columns.size)
        windows = Windows(rows: rows.canvas, columns: columns.canvas)
        let bias: Tensor? = if case .tensor(let b) = arguments[2] { b } else { nil }
        try filters.check(bias: bias)
        result = TensorType(
            try image.shape(channels: filters.resultChannels, rows: size.rows, columns: size.columns),
            DType.wider(x.dtype, w.dtype).computed)
    }

    func run(_ arguments: Arguments, into y: Tensor) throws {
        let x = try arguments.tensor(0).converted(to: y.dtype), w = try arguments.tensor(1).converted(to: y.dtype)
        let planes = filters.isSingle ? image.planes : image.images * filters.groups * filters.filters
        let canvas = try Tensor(
            uninitialized: Shape(ofResult: [planes, windows.rows.size, windows.columns.size]), y.dtype)
        filters.start(canvas, images: image.images, bias: arguments[2])
        var sizes = filters.sizes(windows, images: image.images)
        // the kernel is the transpose of one that takes what this one gives
        (sizes.in, sizes.out) = (sizes.out, sizes.in)
        (sizes.out_rows, sizes.out_columns) = (image.rows, image.columns)
        try Kernels.correlateTransposed(sizes, x, w, addingTo: canvas)
        try cut(canvas, planes: planes, into: y)
    }

    private func cut(_ canvas: Tensor, planes: Int, into y: Tensor) throws {
        var moves = Rearrangement(of: canvas.shape)
        moves.replace(1, of: canvas.shape, count: size.rows) { $0 + border.rows }
        moves.replace(2, of: canvas.shape, count: size.columns) { $0 + border.columns }
        try moves.gather(canvas, into: y)
    }
}

/// One axis of a transposed convolution.
private struct TransposedAxis {
    /// (n - 1) s - 2p + d (k - 1) + output_padding + 1
    let size: Int
    let canvas: Window

    init(
        _ direction: SignalProblem.Direction, n: Int, k: Int, stride: Int, padding: Int, extra: Int, dilation: Int
    ) throws {
        guard extra == 0 || extra < max(stride, dilation) else {
            throw SignalProblem.outputPadding(direction, extra, stride: stride, dilation: dilation)
        }
        let full = (n - 1) * stride + dilation * (k - 1) + 1
        size = full - 2 * padding + extra
        let canvasSize = max(full, padding + size)
        _ = try Shape(ofResult: [canvasSize])
        canvas = Window(size: canvasSize, kernel: k, stride: stride, dilation: dilation)
        guard size >= 1 else {
            throw SignalProblem.transposedSize(
                n: n, stride: stride, padding: padding, span: canvas.span, extra: extra, size: size)
        }
    }
}

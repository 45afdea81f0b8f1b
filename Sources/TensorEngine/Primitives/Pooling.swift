/// Pooling as PyTorch does it: each channel alone, the stride as large as the window where it is not given.
extension Primitive {
    static let pools: [Primitive] = [maxPool2d, maxPool1d, avgPool2d, lpPool2d, decimate2d]

    /// `max_pool2d(x, k, stride=None, padding=0, dilation=1, ceil_mode=False, strict=False)`
    public static let maxPool2d = Primitive(
        "max_pool2d", .signals,
        "The largest element of each window of an image [batch, channels, height, width]; padding is -inf, a NaN wins.",
        formula: #"y_{ij} = \max_{0 \le a,b < k} x_{si+a,\,sj+b}"#, maximumParameters,
        examples: [
            "max_pool2d([[1, 2], [3, 4]], 2)  #> [[4]]",
            "max_pool2d([[1, 3, 2], [4, 6, 5], [7, 2, 9]], 2, stride=1)  #> [[6, 6], [7, 9]]",
        ],
        refuses: poolRefuses, slides: ["S1-43", "S1-44", "S2-31", "S2-32", "S3-70"],
        related: ["avg_pool2d", "lp_pool2d", "decimate2d"],
        gradient: .rule { call, upstream, _ in
            try PoolPlan(maximumOf: call.arguments, "max_pool2d", spatialAxes: 2).routed(upstream, call.x)
        },
        windows: { try PoolPlan(maximumOf: $0, "max_pool2d", spatialAxes: 2).reading(.largest, $0, fill: -.infinity) },
        sample: { _ in
            [.tensor(try .ramp([2, 2, 5, 6])), .whole(2), .none, .whole(0), .whole(1), .flag(false), .flag(false)]
        },
        body: .kernel(
            { try PoolPlan(maximumOf: $0, "max_pool2d", spatialAxes: 2).result($0) },
            { try PoolPlan(maximumOf: $0, "max_pool2d", spatialAxes: 2).takeMaximum($0.tensor(0), into: $1) }))

    /// `max_pool1d(x, k, stride=None, padding=0, dilation=1, ceil_mode=False, strict=False)`
    public static let maxPool1d = Primitive(
        "max_pool1d", .signals,
        "The largest element of each window of a signal [batch, channels, length]; padding is -inf, a NaN wins.",
        maximumParameters, examples: ["max_pool1d([1, 5, 2, 4, 9], 2)  #> [5, 4]"],
        refuses: poolRefuses, related: ["max_pool2d"],
        gradient: .rule { call, upstream, _ in
            try PoolPlan(maximumOf: call.arguments, "max_pool1d", spatialAxes: 1).routed(upstream, call.x)
        },
        windows: { try PoolPlan(maximumOf: $0, "max_pool1d", spatialAxes: 1).reading(.largest, $0, fill: -.infinity) },
        sample: { _ in
            [.tensor(try .ramp([2, 2, 7])), .whole(2), .none, .whole(0), .whole(1), .flag(false), .flag(false)]
        },
        body: .kernel(
            { try PoolPlan(maximumOf: $0, "max_pool1d", spatialAxes: 1).result($0) },
            { try PoolPlan(maximumOf: $0, "max_pool1d", spatialAxes: 1).takeMaximum($0.tensor(0), into: $1) }))

    /// `avg_pool2d(x, k, stride=None, padding=0, ceil_mode=False, count_include_pad=True, strict=False)`
    public static let avgPool2d = Primitive(
        "avg_pool2d", .signals,
        "The mean of each window of an image [batch, channels, height, width]; padding counts as zeros.",
        formula: #"y_{ij} = \frac{1}{k^2} \sum_{a,b} x_{si+a,\,sj+b}"#,
        [
            .tensor(), Parameter("k", .wholes), Parameter("stride", .wholes, default: Argument.none),
            Parameter("padding", .wholes, default: .whole(0)), Parameter("ceil_mode", .flag, default: .flag(false)),
            Parameter("count_include_pad", .flag, default: .flag(true)), strict,
        ],
        examples: [
            "avg_pool2d([[1, 2], [3, 4]], 2)  #> [[2.5]]", "avg_pool2d([[4, 8]], (1, 2), padding=(0, 1))  #> [[2, 4]]",
        ],
        refuses: poolRefuses, slides: ["S1-46", "S2-34", "S3-71", "S3-75"], related: ["max_pool2d"],
        gradient: .linear { call, upstream, _ in
            let plan = try PoolPlan(averageOf: call.arguments)
            let counts = try plan.counts(countingPadding: call.arguments.flag(5))
            return try plan.spread(upstream / counts, call.x.shape)
        },
        windows: { try PoolPlan(averageOf: $0).reading(.mean(countsPadding: $0.flag(5)), $0) },
        sample: { _ in
            [.tensor(try .ramp([2, 2, 5, 6])), .whole(2), .none, .whole(0), .flag(false), .flag(true), .flag(false)]
        },
        body: .kernel(
            { try PoolPlan(averageOf: $0).result($0) },
            { try PoolPlan(averageOf: $0).takeAverage($0.tensor(0), countingPadding: $0.flag(5), into: $1) }))

    /// `lp_pool2d(x, norm_type, k, stride=None, strict=False)`
    public static let lpPool2d = Primitive(
        "lp_pool2d", .signals,
        "The p-norm of each window of an image, p being norm_type: with 2 the square root of the sum of squares.",
        formula: #"y_{ij} = \Bigl(\sum_{a,b} x_{si+a,\,sj+b}^p\Bigr)^{1/p}"#,
        [
            .tensor(), Parameter("norm_type", .number), Parameter("k", .wholes),
            Parameter("stride", .wholes, default: Argument.none), strict,
        ],
        examples: ["lp_pool2d([[3, 0], [0, 4]], 2, 2)  #> [[5]]"],
        refuses: poolRefuses + ["a norm_type of 0 or less"], slides: ["S3-72"], related: ["avg_pool2d", "max_pool2d"],
        gradient: .rule { call, upstream, _ in
            try PoolPlan(powerOf: call.arguments).powerProduct(call, upstream, call.arguments.number(1))
        },
        windows: { try PoolPlan(powerOf: $0).reading(.norm($0.number(1)), $0) },
        sample: { _ in [.tensor(try .ramp([2, 4, 6])), .number(2), .whole(2), .none, .flag(false)] },
        body: .kernel(
            { arguments in
                guard arguments.number(1) > 0 else { throw SignalProblem.normType(arguments.number(1)) }
                return try PoolPlan(powerOf: arguments).result(arguments)
            },
            { try PoolPlan(powerOf: $0).takePower($0.number(1), $0.tensor(0), into: $1) }))

    private static let maximumParameters: [Parameter] = [
        .tensor(), Parameter("k", .wholes), Parameter("stride", .wholes, default: Argument.none),
        Parameter("padding", .wholes, default: .whole(0)), Parameter("dilation", .wholes, default: .whole(1)),
        Parameter("ceil_mode", .flag, default: .flag(false)), strict,
    ]
    private static let strict = Parameter("strict", .flag, default: .flag(false), keywordOnly: true)
    private static let poolRefuses = [
        "a window larger than the padded image", "padding of more than half the window",
        "with strict=True, a size that windows do not fill",
    ]
}

// MARK: - The plan

/// The arguments of a pool, checked and turned into sizes.
struct PoolPlan {
    let image: ImageLayout
    private(set) var windows: Windows

    init(maximumOf arguments: Arguments, _ operation: String, spatialAxes: Int) throws {
        try self.init(arguments, of: operation, spatialAxes: spatialAxes, k: 1, padding: 3, dilation: 4)
        try settle(isCeiling: arguments.flag(5), isStrict: arguments.flag(6))
    }

    init(averageOf arguments: Arguments) throws {
        try self.init(arguments, of: "avg_pool2d", k: 1, padding: 3)
        try settle(isCeiling: arguments.flag(4), isStrict: arguments.flag(6))
    }

    init(powerOf arguments: Arguments) throws {
        try self.init(arguments, of: "lp_pool2d", k: 2)
        try settle(isCeiling: false, isStrict: arguments.flag(4))
    }

    /// The numbers are positions of arguments; the stride follows k. Nil: the operation has no such parameter.
    private init(
        _ arguments: Arguments, of operation: String, spatialAxes: Int = 2, k position: Int, padding: Int? = nil,
        dilation: Int? = nil
    ) throws {
        let x = arguments.tensor(0)
        let image = try ImageLayout(x.shape, of: operation, spatialAxes: spatialAxes)
        self.image = image
        guard image.rows > 0, image.columns > 0 else { throw SignalProblem.emptyImage(of: operation, x.shape) }
        let k = try arguments.along(position, "k", image, atLeast: 1)
        let s = try arguments.isNone(position + 1) ? k : arguments.along(position + 1, "stride", image, atLeast: 1)
        let p = try padding.map { try arguments.along($0, "padding", image, atLeast: 0) } ?? (rows: 0, columns: 0)
        let d = try dilation.map { try arguments.along($0, "dilation", image, atLeast: 1) } ?? (rows: 1, columns: 1)
        let columns = Window(
            size: image.columns, kernel: k.columns, stride: s.columns, before: p.columns, after: p.columns,
            dilation: d.columns)
        let rows = Window(
            size: image.rows, kernel: k.rows, stride: s.rows, before: p.rows, after: p.rows, dilation: d.rows)
        windows = Windows(rows: spatialAxes == 2 ? rows : Window(size: 1, kernel: 1), columns: columns)
    }

    /// Checks how the windows fit; a part of one counts in ceiling mode.
    private mutating func settle(isCeiling: Bool, isStrict: Bool) throws {
        let directions = [(image.columnDirection, windows.columns), (SignalProblem.Direction.rows, windows.rows)]
        for (direction, window) in directions where 2 * window.before > window.span {
            throw SignalProblem.poolPadding(direction, window)
        }
        let unfilled = isStrict ? directions.filter { $1.room >= 0 && !$1.isExact } : []
        guard unfilled.isEmpty else { throw SignalProblem.poolFit(unfilled) }
        if isCeiling {
            windows.rows.extendToCeiling()
            windows.columns.extendToCeiling()
        }
        for (direction, window) in [(image.columnDirection, windows.columns), (.rows, windows.rows)] {
            guard window.count >= 1 else { throw SignalProblem.windowDoesNotFit(direction, window) }
        }
    }

    func result(_ arguments: Arguments) throws -> TensorType {
        TensorType(
            try image.shape(rows: windows.rows.count, columns: windows.columns.count),
            arguments.tensor(0).dtype.computed)
    }

    func reading(_ rule: WindowReading.Rule, _ arguments: Arguments, fill: Double = 0) -> WindowReading {
        WindowReading(rule, image, windows, arguments.tensor(0), fill: fill)
    }

    private func sizes() -> Kernels.Windows { windows.sizes(images: image.planes) }

    func takeMaximum(_ x: Tensor, into y: Tensor) throws {
        let x = try x.converted(to: y.dtype)
        try Kernels.maxPool(sizes(), try windows.padded(x, planes: image.planes, value: -.infinity), into: y)
    }

    func takeAverage(_ x: Tensor, countingPadding: Bool, into y: Tensor) throws {
        let x = try x.converted(to: y.dtype)
        try Kernels.averagePool(
            sizes(), try windows.padded(x, planes: image.planes),
            rowCounts: windows.rows.counts(countingPadding: countingPadding),
            columnCounts: windows.columns.counts(countingPadding: countingPadding), into: y)
    }

    func takePower(_ power: Double, _ x: Tensor, into y: Tensor) throws {
        let x = try x.converted(to: y.dtype)
        try Kernels.powerPool(sizes(), power: power, try windows.padded(x, planes: image.planes), into: y)
    }
}

extension Window {
    /// Pads the end so that a window which is only partly inside counts too, if it starts inside, as in PyTorch.
    fileprivate mutating func extendToCeiling() {
        guard room + stride > 0 else { return }
        var more = (room + stride - 1) / stride
        if more * stride >= size + before { more -= 1 }
        after += max(more * stride - room, 0)
    }

    /// By how many elements the sum of each window is divided; what ceiling mode added never counts.
    func counts(countingPadding: Bool) -> [Int] {
        let start = countingPadding ? -before : 0, end = countingPadding ? size + before : size
        return (0..<count).map { index in
            let first = index * stride - before
            return min(first + kernel, end) - max(first, start)
        }
    }
}

// MARK: - Decimation

extension Primitive {
    /// `decimate2d(x, k)`
    public static let decimate2d: Primitive = Primitive(
        "decimate2d", .signals, "Every k-th row and column: x[::k, ::k] of an image (H, W), (C, H, W) or (N, C, H, W).",
        formula: #"h[m,n,c] = e[mM, nM, c]"#, [.tensor(), Parameter("k", .wholes)],
        examples: ["decimate2d([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 2)  #> [[1, 3], [7, 9]]"],
        numpy: "x[..., ::k, ::k]", slides: ["S2-35"], related: ["max_pool2d", "conv2d"],
        gradient: .moves { try decimate2d.result($0) },
        windows: { arguments in
            let (image, k) = try arguments.decimation()
            let windows = Windows(
                rows: Window(size: image.rows, kernel: 1, stride: k.rows),
                columns: Window(size: image.columns, kernel: 1, stride: k.columns))
            return WindowReading(.chosen, image, windows, arguments.tensor(0))
        },
        sample: { _ in [.tensor(try .ramp([2, 4, 5])), .whole(2)] },
        body: .kernel(
            { arguments in
                let (image, k) = try arguments.decimation()
                let rows = (image.rows + k.rows - 1) / k.rows, columns = (image.columns + k.columns - 1) / k.columns
                return TensorType(try image.shape(rows: rows, columns: columns), arguments.tensor(0).dtype)
            },
            { arguments, y in
                let x = arguments.tensor(0), k = try arguments.decimation().k
                var moves = Rearrangement(of: x.shape)
                moves.replace(x.rank - 2, of: x.shape, count: y.shape[x.rank - 2]) { $0 * k.rows }
                moves.replace(x.rank - 1, of: x.shape, count: y.shape[x.rank - 1]) { $0 * k.columns }
                try moves.gather(x, into: y)
            }))
}

extension Arguments {
    fileprivate func decimation() throws(SignalProblem) -> (image: ImageLayout, k: (rows: Int, columns: Int)) {
        (try ImageLayout(tensor(0).shape, of: "decimate2d"), try pair(1, "k", atLeast: 1))
    }
}

/// Convolution as a product of matrices: patches as rows.
extension Primitive {
    static let patches: [Primitive] = [im2col, col2im]

    /// `im2col(x, k, stride=1, padding=0, dilation=1)`
    public static let im2col: Primitive = Primitive(
        "im2col", .signals,
        "One row per patch: (H, W) gives (patches, rows * columns), (C, H, W) gives (patches, C * rows * columns),"
            + " (N, C, H, W) that for each image.",
        [
            .tensor(), Parameter("k", .wholes), Parameter("stride", .wholes, default: .whole(1)),
            Parameter("padding", .wholes, default: .whole(0)), Parameter("dilation", .wholes, default: .whole(1)),
        ],
        examples: [
            "im2col([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 2)  #> [[1, 2, 4, 5], [2, 3, 5, 6], [4, 5, 7, 8], [5, 6, 8, 9]]"
        ],
        refuses: ["a patch larger than the padded image"], slides: ["S1-40", "S1-41"], related: ["col2im", "conv2d"],
        gradient: .linear { call, upstream, _ in
            try col2im.result(Arguments([.tensor(upstream), .shape(call.x.shape)] + call.arguments.values.dropFirst()))
        },
        sample: { _ in [.tensor(try .ramp([2, 4, 5])), .wholes([2, 3]), .whole(1), .whole(0), .whole(1)] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                let plan = try PatchPlan(arguments, of: "im2col", x.shape, first: 1)
                return TensorType(try plan.patches, x.dtype.computed)
            },
            { arguments, y in
                let x = try arguments.tensor(0).converted(to: y.dtype)
                let plan = try PatchPlan(arguments, of: "im2col", x.shape, first: 1)
                try plan.moves.gather(try plan.windows.padded(x, planes: plan.image.planes), into: y)
            }))

    /// `col2im(cols, shape, k, stride=1, padding=0, dilation=1)`
    public static let col2im = Primitive(
        "col2im", .signals,
        "Puts patches back into an image of the given shape, (H, W), (C, H, W) or (N, C, H, W), and adds where they"
            + " overlap: the transpose of im2col.",
        [
            .tensor("cols"), Parameter("shape", .shape), Parameter("k", .wholes),
            Parameter("stride", .wholes, default: .whole(1)), Parameter("padding", .wholes, default: .whole(0)),
            Parameter("dilation", .wholes, default: .whole(1)),
        ],
        examples: ["col2im([[1, 2], [3, 4]], (1, 3), (1, 2))  #> [[1, 5, 4]]"],
        refuses: ["patches that do not belong to the shape"], slides: ["S1-40"],
        related: ["im2col", "conv_transpose2d"],
        gradient: .linear { call, upstream, _ in
            try im2col.result(Arguments([.tensor(upstream)] + call.arguments.values.dropFirst(2)))
        },
        sample: { _ in [.tensor(try .ramp([9, 4])), .shape([4, 4]), .whole(2), .whole(1), .whole(0), .whole(1)] },
        body: .kernel(
            { arguments in
                let cols = arguments.tensor(0), shape = arguments.shape(1)
                let plan = try PatchPlan(arguments, of: "col2im", shape, first: 2)
                let patches = try plan.patches
                guard cols.shape == patches else { throw SignalProblem.columnsOfPatches(cols.shape, wanted: patches) }
                return TensorType(shape, cols.dtype.computed)
            },
            { arguments, y in
                let cols = try arguments.tensor(0).converted(to: y.dtype)
                try PatchPlan(arguments, of: "col2im", y.shape, first: 2).add(cols, into: y)
            }))
}

/// Which elements of a padded image each patch holds.
private struct PatchPlan {
    let image: ImageLayout
    let windows: Windows

    /// `first`: the position of k, which stride, padding and dilation follow.
    init(_ arguments: Arguments, of operation: String, _ shape: Shape, first: Int) throws {
        image = try ImageLayout(shape, of: operation)
        let k = try arguments.pair(first, "k", atLeast: 1), s = try arguments.pair(first + 1, "stride", atLeast: 1)
        let p = try arguments.pair(first + 2, "padding", atLeast: 0)
        let d = try arguments.pair(first + 3, "dilation", atLeast: 1)
        windows = Windows(
            rows: Window(
                size: image.rows, kernel: k.rows, stride: s.rows, before: p.rows, after: p.rows, dilation: d.rows),
            columns: Window(
                size: image.columns, kernel: k.columns, stride: s.columns, before: p.columns, after: p.columns,
                dilation: d.columns))
        for (direction, window) in [(SignalProblem.Direction.rows, windows.rows), (.columns, windows.columns)] {
            guard window.count >= 1 else { throw SignalProblem.kernelDoesNotFit(direction, window) }
        }
        // before steps are multiplied with the padded sizes
        _ = try Shape(ofResult: [image.planes, windows.rows.paddedSize, windows.columns.paddedSize])
    }

    var patches: Shape {
        get throws {
            // separately, because their products might overflow
            _ = try Shape(ofResult: [windows.rows.count, windows.columns.count])
            let length = try Shape(ofResult: [image.channels, windows.rows.kernel, windows.columns.kernel])
            let sizes = [windows.rows.count * windows.columns.count, length.elementCount]
            return try Shape(ofResult: image.rank == 4 ? [image.images] + sizes : sizes)
        }
    }

    /// From the padded image, one axis for images, patch rows, patch columns, channels, rows and columns in the patch.
    var moves: Rearrangement {
        let width = windows.columns.paddedSize, plane = windows.rows.paddedSize * width
        return Rearrangement(axes: [
            .whole(image.images, step: image.channels * plane),
            .whole(windows.rows.count, step: windows.rows.stride * width),
            .whole(windows.columns.count, step: windows.columns.stride),
            .whole(image.channels, step: plane),
            .whole(windows.rows.kernel, step: windows.rows.dilation * width),
            .whole(windows.columns.kernel, step: windows.columns.dilation),
        ])
    }

    func add(_ cols: Tensor, into y: Tensor) throws {
        let shape = try Shape(ofResult: [image.planes, windows.rows.paddedSize, windows.columns.paddedSize])
        let canvas = try Tensor(uninitialized: shape, y.dtype)
        canvas.fill(0)
        try moves.scatter(cols, addingTo: canvas)
        var cut = Rearrangement(of: shape)
        cut.replace(1, of: shape, count: image.rows) { $0 + windows.rows.before }
        cut.replace(2, of: shape, count: image.columns) { $0 + windows.columns.before }
        try cut.gather(canvas, into: y)
    }
}

extension Primitive {
    /// `resize(x, (H, W), mode="bilinear")`
    public static let resize: Primitive = Primitive(
        "resize", .shape,
        "The last two axes with another size (H, W), as PyTorch's interpolate: bilinear between pixel centres, without"
            + " smoothing, or the nearest pixel.",
        [
            .tensor(), Parameter("size", .shape),
            Parameter("mode", .choice(["bilinear", "nearest"]), default: .choice("bilinear")),
        ],
        examples: [
            "resize([[0, 1]], (1, 4))  #> [[0, 0.25, 0.75, 1]]",
            "resize([[1, 2]], (2, 4), mode=\"nearest\")  #> [[1, 1, 2, 2], [1, 1, 2, 2]]",
        ],
        refuses: ["a vector", "an image without pixels", "a size of 0"], related: ["repeat", "avg_pool2d"],
        gradient: .linear { call, upstream, _ in
            if call.arguments.choice(2) == "nearest" { return try call.movedBack(upstream) { try resize.result($0) } }
            let shape = call.x.shape, rank = shape.rank
            let rows = try stretching(shape[rank - 2], to: upstream.shape[rank - 2])
            let columns = try stretching(shape[rank - 1], to: upstream.shape[rank - 1])
            return try matmul(matmul(transpose(rows), upstream), columns)
        },
        sample: { _ in [.tensor(try .ramp([3, 4])), .shape([5, 7]), .choice("bilinear")] },
        body: .kernel(
            { try ResizePlan($0).result },
            { arguments, y in
                let plan = try ResizePlan(arguments)
                if arguments.choice(2) == "nearest" {
                    try plan.takeNearest(arguments.tensor(0), into: y)
                } else {
                    try plan.interpolate(arguments.tensor(0), into: y)
                }
            }))
}

extension Primitive {
    /// The matrix that stretches a column: what resizing makes of the unit columns.
    private static func stretching(_ size: Int, to newSize: Int) throws -> Tensor {
        try resize(.tensor(eye(.whole(size), .none, .none)), .shape([newSize, size]), .choice("bilinear"))
    }
}

/// From (height, width) to (newHeight, newWidth), on as many planes as the axes before them give.
private struct ResizePlan {
    let planes, height, width, newHeight, newWidth: Int
    let result: TensorType

    init(_ arguments: Arguments) throws {
        let x = arguments.tensor(0), size = arguments.shape(1)
        guard x.rank >= 2 else { throw SignalProblem.needsAxes(of: "resize", 2, x.shape) }
        guard size.rank == 2 else { throw SignalProblem.pair("size", given: size.rank) }
        (height, width) = (x.shape[x.rank - 2], x.shape[x.rank - 1])
        guard height > 0, width > 0 else { throw SignalProblem.emptyImage(of: "resize", x.shape) }
        newHeight = try checked(size[0], "size", atLeast: 1)
        newWidth = try checked(size[1], "size", atLeast: 1)
        let outer = Array(x.shape.dropLast(2))
        planes = outer.reduce(1, *)
        // the nearest pixel of a mask is a truth value; between two there is a number
        let dtype = arguments.choice(2) == "nearest" ? x.dtype : x.dtype.computed
        result = TensorType(try Shape(ofResult: outer + [newHeight, newWidth]), dtype)
    }

    func takeNearest(_ x: Tensor, into y: Tensor) throws {
        let source = Shape([planes, height, width])
        var moves = Rearrangement(of: source)
        moves.replace(1, of: source, count: newHeight) { $0 * height / newHeight }
        moves.replace(2, of: source, count: newWidth) { $0 * width / newWidth }
        try moves.gather(x, into: y)
    }

    func interpolate(_ x: Tensor, into y: Tensor) throws {
        let x = try x.converted(to: y.dtype)
        let tall = try Tensor(uninitialized: Shape(ofResult: [planes, newHeight, width]), y.dtype)
        Kernels.interpolate(outer: planes, n: height, inner: width, out: newHeight, x, into: tall)
        Kernels.interpolate(outer: planes * newHeight, n: width, inner: 1, out: newWidth, tall, into: y)
    }
}

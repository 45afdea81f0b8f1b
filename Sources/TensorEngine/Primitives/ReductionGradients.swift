/// What reductions share when they are differentiated.
extension Primitive.Call {
    /// What reaches a reduction's result, repeated over the elements that were reduced.
    func spread(_ upstream: Tensor) throws -> Tensor {
        let kept = x.shape.reducing(try x.shape.axes(arguments.wholes(1)), keepdims: true)
        return try Primitive.full(.shape(x.shape), .tensor(upstream.reshaped(like: kept)), .none)
    }

    /// The axes that were reduced, counted from the end: they are the same where more axes stand in front.
    var axesFromEnd: Argument {
        get throws { .wholes(try x.shape.axes(arguments.wholes(1)).map { $0 - x.rank }) }
    }

    /// How many elements make one of the result.
    var reducedCount: Double {
        get throws { try x.shape.axes(arguments.wholes(1)).reduce(1) { $0 * Double(x.shape[$1]) } }
    }
}

extension Primitive {
    /// The largest or smallest, fetched from where it is: the first of equals in row-major order.
    static func chosen(_ arguments: Arguments, by place: Primitive) throws -> Tensor {
        let lines = try reducedLines(arguments)
        let (count, n) = (lines.shape[0], lines.shape[1])
        let winners = try place(.tensor(lines), .whole(1), .flag(false))
        let places = try Tensor([count], winners.elements.enumerated().map { Double($0 * n) + $1 })
        let taken = try index(.tensor(flatten(lines)), .index([.list(places)]))
        return try taken.reshaped(like: reducedShape(arguments))
    }

    /// The product as a tree of products of two, so that no division is needed and zeros do no harm.
    static func productInPairs(_ arguments: Arguments) throws -> Tensor {
        var lines = try reducedLines(arguments)
        if lines.shape[1] == 0 { return try ones(.shape(reducedShape(arguments)), .dtype(lines.dtype)) }
        while lines.shape[1] > 1 {
            let half = lines.shape[1] / 2
            let pairs = try lines.columns(0, half) * lines.columns(half, 2 * half)
            let rest = try lines.columns(2 * half, lines.shape[1])
            lines = rest.count == 0 ? pairs : try concat(.tensors([pairs, rest]), .whole(1))
        }
        return try lines.reshaped(like: reducedShape(arguments))
    }

    /// One row for each element of the result, with the elements that it is made of in row-major order.
    private static func reducedLines(_ arguments: Arguments) throws -> Tensor {
        let x = arguments.tensor(0)
        let axes = try x.shape.axes(arguments.wholes(1)).sorted()
        let kept = x.shape.indices.filter { !axes.contains($0) }
        let rows = kept.reduce(1) { $0 * x.shape[$1] }
        let moved = try transpose(.tensor(x), .wholes(kept + axes))
        return try reshape(.tensor(moved), .wholes([rows, axes.reduce(1) { $0 * x.shape[$1] }]))
    }
}

extension Tensor {
    /// Columns of a matrix.
    fileprivate func columns(_ start: Int, _ stop: Int) throws -> Tensor {
        try Primitive.index(.tensor(self), .index([.ellipsis, .slice(start: start, stop: stop, step: nil)]))
    }
}

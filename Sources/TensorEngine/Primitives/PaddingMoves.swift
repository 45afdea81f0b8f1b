/// Shifting, rolling, flipping and turning: the last two axes, or the only one of a vector.
extension Primitive {
    package static let moves: [Primitive] = [pad, shift, roll, flip, rot90, rot180, tile, `repeat`, resize]

    /// `shift(x, amounts, axis=None)`
    public static let shift: Primitive = Primitive(
        "shift", .shape, "Moves x by (u, v), one amount per axis, and fills with zeros: y(i, j) = x(i - u, j - v).",
        formula: #"(g_{u,v} \circ I)(i,j) = I(i-u, j-v)"#,
        [.tensor(), Parameter("amounts", .wholes), .axis],
        examples: ["shift([1, 2, 3], 1)  #> [0, 1, 2]", "shift([[1, 2], [3, 4]], (0, -1))  #> [[2, 0], [4, 0]]"],
        refuses: ["one amount for two axes"], slides: ["S0-30", "S0-31", "S1-49"], related: ["roll", "pad"],
        gradient: .moves { try shift.result($0) },
        sample: { _ in [.tensor(try .ramp([3, 4])), .wholes([1, -2]), .none] },
        body: moveBody("shift") { amount, size in
            // no axis is longer than this, so a larger amount moves everything out all the same
            let amount = Swift.min(Swift.max(amount, -Window.largest), Window.largest)
            return { index in (0..<size).contains(index - amount) ? index - amount : nil }
        })

    /// `roll(x, amounts, axis=None)`
    public static let roll: Primitive = Primitive(
        "roll", .shape, "Moves x by (u, v), one amount per axis; what leaves at one end comes in at the other.",
        [.tensor(), Parameter("amounts", .wholes), .axis],
        examples: ["roll([1, 2, 3], 1)  #> [3, 1, 2]", "roll([[1, 2], [3, 4]], 1, axis=0)  #> [[3, 4], [1, 2]]"],
        refuses: ["one amount for two axes"], slides: ["S0-30", "S3-63"], related: ["shift"],
        gradient: .moves { try roll.result($0) },
        sample: { _ in [.tensor(try .ramp([3, 4])), .wholes([1, -2]), .none] },
        body: moveBody("roll") { amount, size in
            guard size > 0 else { return { $0 } }
            let amount = wrapped(amount, size)
            return { index in wrapped(index - amount, size) }
        })

    /// `flip(x, axis=None)`
    public static let flip: Primitive = Primitive(
        "flip", .shape, "Turns the last two axes around, or the only one of a vector; axis= names others.",
        [.tensor(), .axis],
        examples: ["flip([1, 2, 3])  #> [3, 2, 1]", "flip([[1, 2], [3, 4]], axis=1)  #> [[2, 1], [4, 3]]"],
        numpy: "numpy.flip(x, axis)", slides: ["S1-19"], related: ["rot180", "rot90"],
        gradient: .linear { call, upstream, _ in try flip(.tensor(upstream), call.arguments[1]) },
        sample: { _ in [.tensor(try .ramp([3, 4])), .none] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                _ = try arguments.imageAxes(1, of: "flip", x.shape)
                return TensorType(x.shape, x.dtype)
            },
            { arguments, y in
                let x = arguments.tensor(0)
                try turnAround(x, along: try arguments.imageAxes(1, of: "flip", x.shape), into: y)
            }))

    /// `rot90(x, k=1)`
    public static let rot90: Primitive = Primitive(
        "rot90", .shape, "Turns the last two axes by k quarters, counter-clockwise.",
        [.tensor(), Parameter("k", .whole, default: .whole(1))],
        examples: ["rot90([[1, 2], [3, 4]])  #> [[2, 4], [1, 3]]"],
        refuses: ["a vector"], numpy: "numpy.rot90(x, k, axes=(-2, -1))", related: ["rot180", "flip"],
        gradient: .linear { call, upstream, _ in
            // a quarter back, and no overflow for the smallest whole number
            try rot90(.tensor(upstream), .whole(4 - wrapped(call.arguments.whole(1), 4)))
        },
        sample: { _ in [.tensor(try .ramp([3, 4])), .whole(1)] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                guard x.rank >= 2 else { throw SignalProblem.needsAxes(of: "rot90", 2, x.shape) }
                var shape = x.shape
                if wrapped(arguments.whole(1), 2) == 1 { shape.swapAt(x.rank - 2, x.rank - 1) }
                return TensorType(shape, x.dtype)
            },
            { arguments, y in try turn(arguments.tensor(0), quarters: wrapped(arguments.whole(1), 4), into: y) }))

    /// `rot180(x)`
    public static let rot180: Primitive = Primitive(
        "rot180", .shape, "Turns the last two axes by 180 degrees: what makes a correlation of a convolution.",
        [.tensor()], examples: ["rot180([[1, 2], [3, 4]])  #> [[4, 3], [2, 1]]"],
        refuses: ["a vector"], numpy: "numpy.rot90(x, 2, axes=(-2, -1))", slides: ["S1-19", "S1-23"],
        related: ["flip", "convolve2d"], gradient: .linear { _, upstream, _ in try rot180(upstream) },
        sample: { _ in [.tensor(try .ramp([3, 4]))] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                guard x.rank >= 2 else { throw SignalProblem.needsAxes(of: "rot180", 2, x.shape) }
                return TensorType(x.shape, x.dtype)
            },
            { arguments, y in try turn(arguments.tensor(0), quarters: 2, into: y) }))

    /// What `shift` and `roll` share: `source` gives, for an amount and a size, where an index takes its element from.
    private static func moveBody(
        _ name: String, _ source: @escaping @Sendable (Int, Int) -> (Int) -> Int?
    ) -> Body {
        .kernel(
            { arguments in
                let x = arguments.tensor(0)
                _ = try arguments.amounts(of: name, x.shape)
                return TensorType(x.shape, x.dtype)
            },
            { arguments, y in
                let x = arguments.tensor(0)
                var moves = Rearrangement(of: x.shape)
                for (axis, amount) in try arguments.amounts(of: name, x.shape) {
                    let size = x.shape[axis]
                    moves.replace(axis, of: x.shape, count: size, source: source(amount, size))
                }
                try moves.gather(x, into: y)
            })
    }

    private static func turnAround(_ x: Tensor, along axes: [Int], into y: Tensor) throws {
        var moves = Rearrangement(of: x.shape)
        for axis in axes {
            let size = x.shape[axis]
            moves.replace(axis, of: x.shape, count: size) { size - 1 - $0 }
        }
        try moves.gather(x, into: y)
    }

    private static func turn(_ x: Tensor, quarters: Int, into y: Tensor) throws {
        let rank = x.rank, height = x.shape[rank - 2], width = x.shape[rank - 1]
        var moves = Rearrangement(of: x.shape)
        moves.axes.removeLast(2)
        let turned: [Rearrangement.Axis] =
            switch quarters {
            case 1: [.init(count: width) { width - 1 - $0 }, .init(count: height) { $0 * width }]
            case 2:
                [.init(count: height) { (height - 1 - $0) * width }, .init(count: width) { width - 1 - $0 }]
            case 3: [.init(count: width) { $0 }, .init(count: height) { (height - 1 - $0) * width }]
            default: [.whole(height, step: width), .whole(width, step: 1)]
            }
        moves.axes += turned
        try moves.gather(x, into: y)
    }
}

extension Arguments {
    /// Which axis moves by how much.
    fileprivate func amounts(of operation: String, _ shape: Shape) throws(SignalProblem) -> [(axis: Int, amount: Int)] {
        let axes = try imageAxes(2, of: operation, shape), amounts = wholes(1) ?? []
        guard axes.count == amounts.count else {
            throw .amounts(of: operation, given: amounts.count, axes: axes.count)
        }
        return zip(axes, amounts).map { ($0, $1) }
    }
}

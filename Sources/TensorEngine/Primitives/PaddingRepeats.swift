/// Repeating a whole tensor, or its elements.
extension Primitive {
    /// `tile(x, reps)`
    public static let tile: Primitive = Primitive(
        "tile", .shape,
        "Repeats the whole of x along each axis as often as reps says; missing counts, or axes, stand in front and"
            + " are 1.",
        [.tensor(), Parameter("reps", .wholes)],
        examples: ["tile([1, 2], 2)  #> [1, 2, 1, 2]", "tile([1, 2], (2, 1))  #> [[1, 2], [1, 2]]"],
        refuses: ["negative counts"], numpy: "numpy.tile(x, reps)", related: ["repeat"],
        gradient: .moves { try tile.result($0) },
        sample: { _ in [.tensor(try .ramp([2, 3])), .wholes([2, 2])] },
        body: .kernel(
            { arguments in
                let (shape, reps) = try arguments.tiling()
                var sizes: [Int] = []
                for (size, count) in zip(shape, reps) { sizes.append(size * count) }
                return TensorType(try Shape(ofResult: sizes), arguments.tensor(0).dtype)
            },
            { arguments, y in
                let (shape, reps) = try arguments.tiling()
                var moves = Rearrangement(of: shape)
                for (axis, count) in reps.enumerated() where count != 1 {
                    let size = shape[axis]
                    moves.replace(axis, of: shape, count: size * count) { $0 % size }
                }
                try moves.gather(arguments.tensor(0), into: y)
            }))

    /// `repeat(x, n, axis=None)`
    public static let `repeat`: Primitive = Primitive(
        "repeat", .shape,
        "Repeats each element n times along axis=, or of the flattened x; n may hold one count per element.",
        [.tensor(), Parameter("n", .wholes), .axis],
        examples: ["repeat([1, 2], 2)  #> [1, 1, 2, 2]", "repeat([[1, 2]], 2, axis=0)  #> [[1, 2], [1, 2]]"],
        refuses: ["negative counts", "as many counts as there are no elements"], numpy: "numpy.repeat(x, n, axis)",
        related: ["tile"], gradient: .moves { try `repeat`.result($0) },
        sample: { _ in [.tensor(try .ramp([2, 3])), .whole(2), .whole(1)] },
        body: .kernel(
            { arguments in
                let plan = try RepeatPlan(arguments)
                var sizes = Array(plan.source)
                sizes[plan.axis] = plan.count
                return TensorType(try Shape(ofResult: sizes), arguments.tensor(0).dtype)
            },
            { arguments, y in
                let plan = try RepeatPlan(arguments)
                var moves = Rearrangement(of: plan.source)
                moves.replace(plan.axis, of: plan.source, count: plan.count, source: plan.element)
                try moves.gather(arguments.tensor(0), into: y)
            }))
}

extension Arguments {
    /// The shape of x and the counts, both with as many axes as the longer of the two.
    fileprivate func tiling() throws -> (shape: Shape, reps: [Int]) {
        var shape = Array(tensor(0).shape), reps: [Int] = []
        for count in wholes(1) ?? [] { reps.append(try checked(count, "reps", atLeast: 0)) }
        while shape.count < reps.count { shape.insert(1, at: 0) }
        while reps.count < shape.count { reps.insert(1, at: 0) }
        return (try Shape(ofResult: shape), reps)
    }
}

/// Which axis is repeated, and how often each of its elements.
private struct RepeatPlan {
    let source: Shape
    let axis: Int
    let count: Int
    /// Where an index of the result takes its element from.
    let element: (Int) -> Int?

    init(_ arguments: Arguments) throws {
        let x = arguments.tensor(0)
        let isFlat = arguments.isNone(2)
        source = isFlat ? try Shape(ofResult: [x.count]) : x.shape
        let axes = isFlat ? [0] : try arguments.imageAxes(2, of: "repeat", x.shape)
        guard axes.count == 1 else { throw SignalProblem.single("axis", given: axes.count) }
        axis = axes[0]
        var counts: [Int] = []
        for count in arguments.wholes(1) ?? [] { counts.append(try checked(count, "n", atLeast: 0)) }
        let size = source[axis]
        if counts.count == 1 {
            let each = counts[0]
            (count, element) = (size * each, { $0 / each })
        } else {
            guard counts.count == size else { throw SignalProblem.repeats(given: counts.count, size: size) }
            count = counts.reduce(0, +)
            // refused before the list of elements is made, whose length the caller chose
            _ = try Shape(ofResult: [count])
            try MemoryBudget.current.charge(count * 8)
            MemoryBudget.current.credit(count * 8)
            let elements = counts.enumerated().flatMap { Array(repeating: $0, count: $1) }
            element = { elements[$0] }
        }
    }
}

/// Sorting, and finding the elements that are there.
extension Primitive {
    static let ordering: [Primitive] = [sort, argsort, unique, nonzero]

    /// The last by default, as in NumPy; None takes all elements as a vector.
    private static let lastAxis = Parameter("axis", .axis, default: .whole(-1), keywordOnly: true)

    public static let sort = Primitive(
        "sort", .reduce,
        "The elements of x in ascending order along an axis, NaN last; axis=None sorts all as a vector.",
        [.tensor(), lastAxis], examples: ["sort([3, 1, 2])  #> [1, 2, 3]"], numpy: "np.sort(x, axis=axis)",
        related: ["argsort", "unique"], gradient: .same(sortedByPlaces),
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .whole(0)] },
        body: .kernel(
            { TensorType(try sortedShape($0), $0.tensor(0).dtype) },
            { arguments, result in
                try SortedLines(arguments).forEach { lines, line, order in
                    for (place, entry) in order.enumerated() {
                        result.setElement(lines.position(line, place), to: lines.element(line, entry))
                    }
                }
            }))

    /// The same elements, each fetched from where it was: equal elements keep their order.
    private static func sortedByPlaces(_ arguments: Arguments) throws -> Tensor {
        let x = arguments.tensor(0)
        let places = try Tensor(uninitialized: sortedShape(arguments), .float64)
        try SortedLines(arguments).forEach { lines, line, order in
            for (place, entry) in order.enumerated() {
                places.setElement(lines.position(line, place), to: Double(lines.position(line, entry)))
            }
        }
        return try index(.tensor(flatten(x)), .index([.list(places)]))
    }

    public static let argsort = Primitive(
        "argsort", .reduce, "The positions that sort x along an axis; equal elements keep their order.",
        [.tensor(), lastAxis], examples: ["argsort([3, 1, 2])  #> [1, 2, 0]"],
        numpy: "np.argsort(x, axis=axis, kind=\"stable\")", related: ["sort"],
        gradient: .none(because: "a position does not change gradually"),
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .whole(-1)] },
        body: .kernel(
            { TensorType(try sortedShape($0), .float64) },
            { arguments, result in
                try SortedLines(arguments).forEach { lines, line, order in
                    for (place, entry) in order.enumerated() {
                        result.setElement(lines.position(line, place), to: Double(entry))
                    }
                }
            }))

    private static func sortedShape(_ arguments: Arguments) throws -> Shape {
        let shape = arguments.tensor(0).shape
        guard let axis = arguments.optionalWhole(1) else { return try Shape(checking: [shape.elementCount]) }
        _ = try shape.axis(axis)
        return shape
    }

    public static let unique = Primitive(
        "unique", .reduce, "The different elements of x in ascending order, as a vector.", [.tensor()],
        examples: ["unique([3, 1, 3])  #> [1, 3]"], numpy: "np.unique(x)", related: ["sort"],
        gradient: .none(because: "which elements differ does not change gradually"),
        sample: { [.tensor(try Samples.numbers([3, 4], &$0))] },
        body: .composed { arguments in
            let sorted = try sort(arguments[0], .none)
            // All NaN count as one, as in NumPy; they are the last.
            var firsts: [Int] = []
            try MemoryBudget.current.check(2 * sorted.count * MemoryLayout<Int>.size)
            for position in 0..<sorted.count {
                let value = sorted.element(position)
                if let last = firsts.last.map(sorted.element), last == value || (last.isNaN && value.isNaN) { continue }
                firsts.append(position)
            }
            let result = try Tensor(uninitialized: Shape(checking: [firsts.count]), sorted.dtype)
            sorted.gatherBlocks(firsts, size: 1, into: result)
            return [result]
        })

    public static let nonzero = Primitive(
        "nonzero", .reduce, "Where x is true, or not 0: one vector of positions for each axis, in row-major order.",
        [.tensor()], examples: ["nonzero([0, 3, 4])  #> ([1, 2],)"], numpy: "np.nonzero(x)",
        related: ["count_nonzero", "where"], gradient: .none(because: "positions do not change gradually"),
        givesTuple: true,
        sample: { [.tensor(try Samples.truths([3, 4], &$0))] },
        body: .composed { arguments in
            let x = arguments.tensor(0)
            guard x.rank > 0 else { throw ShapeProblem.rank(operation: "nonzero", wants: "tensors with axes", x.shape) }
            try MemoryBudget.current.check(3 * x.nonzeroCount * MemoryLayout<Int>.size)
            let found = (0..<x.count).filter { x.element($0) != 0 }
            return try x.shape.indices.map { axis in
                let (step, size) = (x.shape.elementCount(from: axis + 1), x.shape[axis])
                return try Tensor(Shape(checking: [found.count]), found.map { Double($0 / step % size) })
            }
        })
}

/// The lines of a tensor along one axis, and the order of each.
struct SortedLines {
    private let lines: Lines
    private let source: Tensor

    init(_ arguments: Arguments) throws {
        source = arguments.tensor(0)
        let axes = try arguments.optionalWhole(1).map { [try arguments.tensor(0).shape.axis($0)] }
        lines = try Lines(source, axes ?? Array(source.shape.indices))
    }

    /// Calls `body` with each line's number and the positions in it, in ascending order of their elements.
    func forEach(_ body: (SortedLines, _ line: Int, _ order: [Int]) throws -> Void) throws {
        guard source.count > 0 else { return }
        try MemoryBudget.current.whileHolding(3 * lines.n * MemoryLayout<Double>.size) {
            var values = [Double](repeating: 0, count: lines.n)
            for line in 0..<(lines.outer * lines.inner) {
                for place in values.indices { values[place] = element(line, place) }
                try body(self, line, try SortedLines.order(of: values))
            }
        }
    }

    /// Pass by pass, so that a long line can be stopped.
    private static func order(of values: [Double]) throws -> [Int] {
        let mergeRuns = Kernels.f64.pointee.reduce.merge_runs
        var order = Array(values.indices)
        var merged = order
        var width = 1
        while width < values.count {
            mergeRuns(values.count, width, values, order, &merged)
            swap(&order, &merged)
            try WorkMeter.count(values.count * WorkMeter.perElement)
            width *= 2
        }
        return order
    }

    func element(_ line: Int, _ place: Int) -> Double { source.element(position(line, place)) }

    /// The row-major position of an entry of a line, in the source and in a result of its shape.
    func position(_ line: Int, _ place: Int) -> Int {
        (line / lines.inner * lines.n + place) * lines.inner + line % lines.inner
    }
}

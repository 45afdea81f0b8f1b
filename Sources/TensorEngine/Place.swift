/// The places of a tensor that an index names: NumPy's basic and advanced indexing.
///
/// Whole numbers, slices, `...` and `None` are *basic*: the result is a walk with a step per axis. Lists and masks are
/// *advanced*: they broadcast together, and their axes stand where the first of them stood, or in front if anything
/// basic stands between them. Beside a list a whole number counts as a list, too.
struct Place {
    enum Walk {
        case steps([Int], offset: Int)
        /// Blocks of contiguous elements, counted in blocks.
        case blocks([Int], size: Int)
    }

    let shape: Shape
    let walk: Walk

    /// - Throws: `IndexProblem`, `LimitProblem.rank`.
    init(_ items: [IndexItem], in shape: Shape) throws {
        var reader = IndexReader(shape)
        try reader.read(items)
        let listShape = try reader.listShape()
        let front = reader.axesBeforeLists
        let sizes = reader.sizes[..<front] + listShape + reader.sizes[front...]
        self.shape = try Shape(checking: Array(sizes))
        guard !reader.lists.isEmpty else {
            walk = .steps(reader.steps, offset: reader.offset)
            return
        }
        try checkRoom(forPositions: self.shape.elementCount)
        let starts = reader.starts(of: listShape)
        let before = places(reader.sizes[..<front], reader.steps[..<front], from: reader.offset)
        // What lies behind the lists moves in blocks where it is contiguous, else element by element.
        let block = Shape(reader.sizes[front...])
        if Array(reader.steps[front...]) == block.steps, block.elementCount > 0,
            (before + starts).allSatisfy({ $0 % block.elementCount == 0 })
        {
            let size = block.elementCount
            walk = .blocks(before.flatMap { outer in starts.map { (outer + $0) / size } }, size: size)
        } else {
            let after = places(reader.sizes[front...], reader.steps[front...], from: 0)
            walk = .blocks(
                before.flatMap { outer in starts.flatMap { list in after.map { outer + list + $0 } } }, size: 1)
        }
    }

    /// The shape under which a value of `shape` stretches to this place: axes of 1 in front may be too many.
    /// - Throws: `ShapeProblem.write`.
    func fitting(_ value: Shape) throws -> Shape {
        var fitting = value
        while fitting.rank > shape.rank, fitting[0] == 1 { fitting = fitting.removing(0) }
        guard fitting.stretches(to: shape) else { throw ShapeProblem.write(value: value, place: shape) }
        return fitting
    }
}

/// Asks the budget before there are positions: they stand in several arrays until the walk is known.
private func checkRoom(forPositions count: Int) throws(LimitProblem) {
    try MemoryBudget.current.check(count * 4 * MemoryLayout<Int>.size)
}

/// The element positions of a walk, in row-major order.
private func places(_ sizes: ArraySlice<Int>, _ steps: ArraySlice<Int>, from offset: Int) -> [Int] {
    zip(sizes, steps).reduce([offset]) { places, axis in
        places.flatMap { place in (0..<axis.0).map { place + $0 * axis.1 } }
    }
}

/// Reads the items of an index from left to right and gathers what they say.
private struct IndexReader {
    private let shape: Shape
    private var axis = 0
    /// Of the basic axes of the result.
    private(set) var sizes: [Int] = []
    private(set) var steps: [Int] = []
    private(set) var offset = 0
    /// Each list's positions and how far apart its axis lies.
    private(set) var lists: [(shape: Shape, positions: [Int], step: Int)] = []
    /// Where among the basic axes each list stood, and its place among all items.
    private var marks: [(basicAxes: Int, item: Int)] = []

    init(_ shape: Shape) { self.shape = shape }

    mutating func read(_ items: [IndexItem]) throws {
        let consumed = items.reduce(0) { $0 + $1.axisCount }
        guard consumed <= shape.rank else { throw IndexProblem.tooMany(consumed, shape) }
        guard items.count(where: \.isEllipsis) <= 1 else { throw IndexProblem.ellipses }
        let hasLists = items.contains(where: \.isAdvanced)
        for (position, item) in items.enumerated() {
            try read(item, at: position, rest: shape.rank - consumed, besideLists: hasLists)
        }
        while axis < shape.rank { keep(axis) }
    }

    private mutating func read(_ item: IndexItem, at position: Int, rest: Int, besideLists: Bool) throws {
        switch item {
        case .at(let index):
            let entry = try shape.entry(index, along: axis)
            offset += entry * shape.elementCount(from: axis + 1)
            axis += 1
            if besideLists { marks.append((sizes.count, position)) }
        case .slice(let start, let stop, let step):
            try slice(start, stop, step ?? 1)
        case .ellipsis: for _ in 0..<rest { keep(axis) }
        case .newAxis:
            sizes.append(1)
            steps.append(0)
        case .mask(let tensor), .list(let tensor):
            marks.append((sizes.count, position))
            if tensor.dtype == .bool { try mask(tensor) } else { try list(tensor) }
        }
    }

    private mutating func keep(_ axis: Int) {
        sizes.append(shape[axis])
        steps.append(shape.elementCount(from: axis + 1))
        self.axis += 1
    }

    private mutating func slice(_ start: Int?, _ stop: Int?, _ step: Int) throws {
        guard step != 0 else { throw IndexProblem.step }
        let size = shape[axis]
        let span = SliceSpan(start, stop, step, size: size)
        let stride = shape.elementCount(from: axis + 1)
        offset += span.count == 0 ? 0 : span.start * stride
        sizes.append(span.count)
        steps.append(span.count > 1 ? step * stride : 0)
        axis += 1
    }

    private mutating func list(_ tensor: Tensor) throws {
        try checkRoom(forPositions: tensor.count)
        let positions = try tensor.elements.map { value in
            guard let index = Int(exactly: value), index.magnitude < Shape.maximumCount.magnitude else {
                throw IndexProblem.whole(value)
            }
            return try shape.entry(index, along: axis)
        }
        lists.append((tensor.shape, positions, shape.elementCount(from: axis + 1)))
        axis += 1
    }

    /// A mask stands for the positions where it is true: one list for each of its axes.
    private mutating func mask(_ tensor: Tensor) throws {
        let covered = Array(shape[axis..<(axis + tensor.rank)])
        guard tensor.rank > 0, Array(tensor.shape) == covered else {
            throw IndexProblem.mask(tensor.shape, place: covered)
        }
        try checkRoom(forPositions: tensor.nonzeroCount)
        let found = (0..<tensor.count).filter { tensor.element($0) != 0 }
        for own in tensor.shape.indices {
            let step = tensor.shape.elementCount(from: own + 1)
            let positions = found.map { $0 / step % tensor.shape[own] }
            lists.append(([found.count], positions, shape.elementCount(from: axis + 1)))
            axis += 1
        }
    }
}

extension IndexReader {
    /// How many basic axes of the result come before those of the lists.
    fileprivate var axesBeforeLists: Int {
        guard let first = marks.first, let last = marks.last, !lists.isEmpty else { return 0 }
        let sideBySide = last.item - first.item == marks.count - 1
        return sideBySide ? first.basicAxes : 0
    }

    /// What the lists' shapes broadcast to.
    fileprivate func listShape() throws -> Shape {
        try lists.reduce(Shape()) { joined, list in
            let rank = Swift.max(joined.rank, list.shape.rank)
            let sizes = try (0..<rank).map { axis in
                let left = axis < rank - joined.rank ? 1 : joined[axis - rank + joined.rank]
                let right = axis < rank - list.shape.rank ? 1 : list.shape[axis - rank + list.shape.rank]
                guard left == right || left == 1 || right == 1 else {
                    throw IndexProblem.lists(joined, list.shape)
                }
                return left == 1 ? right : left
            }
            return try Shape(checking: sizes)
        }
    }

    /// Where the lists lead, in row-major order of their common shape.
    fileprivate func starts(of common: Shape) -> [Int] {
        var starts = [Int](repeating: 0, count: common.elementCount)
        for list in lists {
            let walk = list.shape.steps(stretchedTo: common)
            let order = places(Array(common)[...], walk[...], from: 0)
            for (i, own) in order.enumerated() { starts[i] += list.positions[own] * list.step }
        }
        return starts
    }
}

/// Python's slice, clamped to an axis.
struct SliceSpan {
    let start: Int
    let count: Int

    /// - Precondition: `step` is not 0.
    init(_ start: Int?, _ stop: Int?, _ step: Int, size: Int) {
        let (lowest, highest) = step > 0 ? (0, size) : (-1, size - 1)
        func clamped(_ bound: Int) -> Int {
            let bound = bound < -size ? -1 - size : bound
            return Swift.min(Swift.max(bound < 0 ? bound + size : bound, lowest), highest)
        }
        let first = start.map(clamped) ?? (step > 0 ? 0 : size - 1)
        let end = stop.map(clamped) ?? (step > 0 ? size : -1)
        let distance = step > 0 ? end - first : first - end
        self.start = first
        count = distance <= 0 ? 0 : Int((distance - 1).magnitude / step.magnitude) + 1
    }
}

extension Shape {
    /// The entry that an index names; negative ones count from the end.
    /// - Throws: `IndexProblem.range`.
    package func entry(_ index: Int, along axis: Int) throws -> Int {
        let size = self[axis]
        guard (-size..<size).contains(index) else { throw IndexProblem.range(index, axis: axis, size: size) }
        return index < 0 ? index + size : index
    }
}

extension IndexItem {
    /// How many axes it uses up.
    fileprivate var axisCount: Int {
        switch self {
        case .at, .slice: 1
        case .ellipsis, .newAxis: 0
        case .mask(let tensor), .list(let tensor): tensor.dtype == .bool ? tensor.rank : 1
        }
    }

    fileprivate var isEllipsis: Bool { if case .ellipsis = self { true } else { false } }

    fileprivate var isAdvanced: Bool {
        switch self {
        case .mask, .list: true
        case .at, .slice, .ellipsis, .newAxis: false
        }
    }
}

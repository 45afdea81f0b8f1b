/// NumPy's broadcasting, with the two refusals of the language.
extension Shape {
    /// The shape that both sides stretch to.
    ///
    ///     (64, 3), (3,) -> (64, 3)
    ///
    /// - Throws: `ShapeProblem.broadcast`, `.outer` when both would stretch and have different numbers of axes,
    ///   `.stretchToNothing` when an axis of size 1 would shrink to 0.
    package static func broadcast(_ left: Shape, _ right: Shape) throws -> Shape {
        if left == right || right.rank == 0 { return left }
        if left.rank == 0 { return right }
        let rank = Swift.max(left.rank, right.rank)
        var sizes = [Int](repeating: 1, count: rank)
        var leftStretches = false
        var rightStretches = false
        for axis in 0..<rank {
            let l = left.size(at: axis, ofRank: rank)
            let r = right.size(at: axis, ofRank: rank)
            guard l == r || l ?? 1 == 1 || r ?? 1 == 1 else {
                throw ShapeProblem.broadcast(left, right, sizes: (l ?? 1, r ?? 1))
            }
            if (l == 0 && r == 1) || (l == 1 && r == 0) { throw ShapeProblem.stretchToNothing(left, right) }
            let size = l ?? 1 == 1 ? r ?? 1 : l ?? 1
            if l ?? 1 != size { leftStretches = true }
            if r ?? 1 != size { rightStretches = true }
            sizes[axis] = size
        }
        if leftStretches, rightStretches, left.rank != right.rank { throw ShapeProblem.outer(left, right) }
        return try Shape(checking: sizes)
    }

    /// The size at an axis counted in a shape of `rank` axes; nil where this shape has none.
    private func size(at axis: Int, ofRank rank: Int) -> Int? {
        let own = axis - (rank - self.rank)
        return own < 0 ? nil : self[own]
    }

    /// How far to step through a tensor of this shape for each axis of `target`, 0 where it stretches.
    /// - Precondition: this shape broadcasts to `target`.
    package func steps(stretchedTo target: Shape) -> [Int] {
        let missing = target.rank - rank
        return target.indices.map { axis in
            axis < missing || self[axis - missing] == 1 ? 0 : elementCount(from: axis - missing + 1)
        }
    }

    /// Whether this shape stretches to `target` as it is, as a value does that is written to a place.
    package func stretches(to target: Shape) -> Bool {
        let missing = target.rank - rank
        return missing >= 0 && indices.allSatisfy { self[$0] == 1 || self[$0] == target[$0 + missing] }
    }
}

extension Tensor {
    /// The same elements, repeated to fill `shape`.
    /// - Precondition: this shape broadcasts to it.
    package func broadcast(to shape: Shape) throws(LimitProblem) -> Tensor {
        if shape == self.shape { return self }
        return try gathered(shape, steps: self.shape.steps(stretchedTo: shape))
    }
}

/// Two operands walked together: lines of elements, each operand stepping by 0 or 1 inside a line.
///
/// Neighbouring axes that both operands walk alike are joined, so that `(64, 3) + (64, 3)` is one line and
/// `(64, 3) + (3,)` is 64 of them.
struct PairedLines {
    /// Outer axes: sizes, and how far each operand steps.
    private(set) var sizes: [Int] = []
    private(set) var leftSteps: [Int] = []
    private(set) var rightSteps: [Int] = []
    private(set) var length = 1
    private(set) var leftStep = 1
    private(set) var rightStep = 1

    init(_ left: Shape, _ right: Shape, _ result: Shape) {
        // Equal shapes and plain numbers are one line at once: small tensors are common, and walking axes costs more
        // than adding three numbers.
        if left == right || left.rank == 0 || right.rank == 0 {
            length = result.elementCount
            leftStep = left == result ? 1 : 0
            rightStep = right == result ? 1 : 0
            return
        }
        let lefts = left.steps(stretchedTo: result)
        let rights = right.steps(stretchedTo: result)
        for axis in result.indices where result[axis] != 1 {
            if let last = sizes.indices.last, leftSteps[last] == lefts[axis] * result[axis],
                rightSteps[last] == rights[axis] * result[axis]
            {
                sizes[last] *= result[axis]
                leftSteps[last] = lefts[axis]
                rightSteps[last] = rights[axis]
            } else {
                sizes.append(result[axis])
                leftSteps.append(lefts[axis])
                rightSteps.append(rights[axis])
            }
        }
        guard let inner = sizes.popLast(), let left = leftSteps.popLast(), let right = rightSteps.popLast() else {
            return
        }
        (length, leftStep, rightStep) = (inner, left, right)
    }

    /// Calls `body` for each line, long ones in parts, with how many elements it has and the offsets of its left, right
    /// and result elements.
    func forEachPart(_ body: (_ count: Int, _ left: Int, _ right: Int, _ result: Int) -> Void) throws {
        try forEach { left, right, result in
            try WorkMeter.forEachSlice(of: length, workEach: WorkMeter.perElement) { part in
                let start = part.lowerBound
                body(part.count, left + start * leftStep, right + start * rightStep, result + start)
            }
        }
    }

    /// Calls `body` for each line with the offsets of its left, right and result elements.
    func forEach(_ body: (_ left: Int, _ right: Int, _ result: Int) throws -> Void) rethrows {
        guard length > 0, !sizes.contains(0) else { return }
        var counter = [Int](repeating: 0, count: sizes.count)
        var (left, right, result) = (0, 0, 0)
        while true {
            try body(left, right, result)
            result += length
            var axis = sizes.count - 1
            while axis >= 0 {
                counter[axis] += 1
                left += leftSteps[axis]
                right += rightSteps[axis]
                if counter[axis] < sizes[axis] { break }
                left -= leftSteps[axis] * sizes[axis]
                right -= rightSteps[axis] * sizes[axis]
                counter[axis] = 0
                axis -= 1
            }
            if axis < 0 { return }
        }
    }
}

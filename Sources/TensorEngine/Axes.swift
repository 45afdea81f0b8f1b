/// Axes as a program names them, turned into axes of a shape.
extension Shape {
    /// The axis that `axis` names; negative ones count from the end.
    /// - Throws: `ShapeProblem.axis`.
    package func axis(_ axis: Int) throws -> Int {
        guard (-rank..<rank).contains(axis) else { throw ShapeProblem.axis(axis, of: self) }
        return axis < 0 ? axis + rank : axis
    }

    /// The axes that `axes` names, in its order; all of them for nil.
    /// - Throws: `ShapeProblem.axis`, `.repeatedAxis`.
    package func axes(_ axes: [Int]?) throws -> [Int] {
        guard let axes else { return Array(indices) }
        var seen: [Int] = []
        for named in axes {
            let axis = try axis(named)
            guard !seen.contains(axis) else { throw ShapeProblem.repeatedAxis(named) }
            seen.append(axis)
        }
        return seen
    }

    /// What is left when `axes` are reduced: without them, or with size 1 there.
    package func reducing(_ axes: [Int], keepdims: Bool) -> Shape {
        var result = Shape()
        for axis in indices {
            if !axes.contains(axis) { result.append(self[axis]) } else if keepdims { result.append(1) }
        }
        return result
    }
}

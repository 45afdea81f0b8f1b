/// The shapes of `a @ b`, worked out once: stacks of matrices, where vectors count as a row on the left and as a
/// column on the right.
struct MatrixProduct {
    let result: Shape
    private let rows: Int
    private let inner: Int
    private let columns: Int
    private let stack: Shape
    private let leftStack: Shape
    private let rightStack: Shape

    /// - Throws: `ShapeProblem.matmul`, and for the stacks what broadcasting throws.
    init(_ a: Shape, _ b: Shape) throws {
        guard a.rank > 0, b.rank > 0 else { throw ShapeProblem.matmulNumber }
        rows = a.rank == 1 ? 1 : a[a.rank - 2]
        inner = a[a.rank - 1]
        columns = b.rank == 1 ? 1 : b[b.rank - 1]
        guard inner == b[Swift.max(b.rank - 2, 0)] else { throw ShapeProblem.matmul(a, b) }
        leftStack = Shape(a.dropLast(2))
        rightStack = Shape(b.dropLast(2))
        stack = try Shape.broadcast(leftStack, rightStack)
        var sizes = Array(stack)
        if a.rank > 1 { sizes.append(rows) }
        if b.rank > 1 { sizes.append(columns) }
        result = try Shape(checking: sizes)
    }

    /// Fills `result`, of the shape `self.result`; of masks with where any of the products is true.
    func run(_ a: Tensor, _ b: Tensor, into result: Tensor) throws {
        guard result.count > 0 else { return }
        if result.dtype == .bool {
            let counts = try Tensor(uninitialized: result.shape, .float64)
            try run(a, b, into: counts)
            return counts.convert(into: result)
        }
        let a = try a.converted(to: result.dtype)
        let b = try b.converted(to: result.dtype)
        let lines = PairedLines(leftStack, rightStack, stack)
        try lines.forEach { left, right, place in
            for i in 0..<lines.length {
                try product(a, left + i * lines.leftStep, b, right + i * lines.rightStep, result, place + i)
            }
        }
    }

    /// One matrix of each stack, some rows at a time.
    private func product(_ a: Tensor, _ left: Int, _ b: Tensor, _ right: Int, _ result: Tensor, _ place: Int) throws {
        let (p, q, r) = (left * rows * inner, right * inner * columns, place * rows * columns)
        try WorkMeter.forEachSlice(of: rows, workEach: max(inner, 1) * columns) { part in
            multiply(
                part.count, a, p + part.lowerBound * inner, b, q, result, r + part.lowerBound * columns)
        }
    }

    private func multiply(_ rows: Int, _ a: Tensor, _ p: Int, _ b: Tensor, _ q: Int, _ result: Tensor, _ r: Int) {
        if result.dtype == .float32 {
            Kernels.f32.pointee.linear.matmul(
                rows, inner, columns, a.pointer(Float.self) + p, b.pointer(Float.self) + q,
                result.mutablePointer(Float.self) + r)
        } else {
            Kernels.f64.pointee.linear.matmul(
                rows, inner, columns, a.pointer(Double.self) + p, b.pointer(Double.self) + q,
                result.mutablePointer(Double.self) + r)
        }
    }
}

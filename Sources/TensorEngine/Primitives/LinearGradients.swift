/// Derivatives of matrix products and determinants.
extension Primitive {
    /// With c = a b: what reaches a is that of c times b turned, what reaches b is a turned times that of c.
    static let matmulGradient: @Sendable (Call, Tensor, Operand) throws -> Tensor? = { call, upstream, operand in
        let (a, b) = (call.x, call.arguments.tensor(1))
        let (left, right) = (try a.asRow(), try b.asColumn())
        var sizes = Array(upstream.shape)
        if a.rank == 1 { sizes.insert(1, at: sizes.count - (b.rank == 1 ? 0 : 1)) }
        if b.rank == 1 { sizes.append(1) }
        let owed = try upstream.reshaped(like: Shape(checking: sizes))
        let isLeft = operand.argument == 0
        let product = try isLeft ? matmul(owed, right.turned()) : matmul(left.turned(), owed)
        return try product.summed(to: (isLeft ? left : right).shape).reshaped(like: (isLeft ? a : b).shape)
    }

    /// The derivative of the determinant with respect to each entry.
    static func cofactors(_ x: Tensor) throws -> Tensor {
        let determinants = try det(x)
        if !determinants.elements.contains(0) {
            let scale = try expandDims(.tensor(determinants), .wholes([-2, -1]))
            return try scale * swapAxes(.tensor(inv(x)), .whole(-1), .whole(-2))
        }
        // A singular matrix has no inverse, but its cofactors are the determinants of what is left of it.
        let n = x.shape[x.rank - 1]
        let entries = try (0..<(n * n)).map { entry in
            let sign: Double = (entry / n + entry % n) % 2 == 0 ? 1 : -1
            return try sign * det(x.leavingOut(row: entry / n, column: entry % n))
        }
        return try stack(.tensors(entries), .whole(-1)).reshaped(like: x.shape)
    }
}

extension Tensor {
    fileprivate func asRow() throws -> Tensor { rank == 1 ? try reshaped(like: [1, count]) : self }
    fileprivate func asColumn() throws -> Tensor { rank == 1 ? try reshaped(like: [count, 1]) : self }
    fileprivate func turned() throws -> Tensor { try Primitive.swapAxes(.tensor(self), .whole(-1), .whole(-2)) }

    fileprivate func leavingOut(row: Int, column: Int) throws -> Tensor {
        func others(_ place: Int, _ size: Int) throws -> IndexItem {
            .list(try Tensor((0..<size).filter { $0 != place }.map(Double.init)))
        }
        let n = shape[rank - 1]
        let rows = try Primitive.index(
            .tensor(self), .index([.ellipsis, others(row, n), .slice(start: nil, stop: nil, step: nil)]))
        return try Primitive.index(.tensor(rows), .index([.ellipsis, others(column, n)]))
    }
}

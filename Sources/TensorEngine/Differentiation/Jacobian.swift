/// The derivative of every element of a function's result with respect to every element of its argument: a tensor with
/// the axes of the result, then those of the argument.
///
///     try jacobian { try $0 * $0 }(Tensor([1, 2])).elements  // [2, 0, 0, 4]
///
/// - Complexity: one pass for each element of the argument where they are fewer than those of the result, else one for all.
public func jacobian(_ f: @escaping (Tensor) throws -> Tensor) -> (Tensor) throws -> Tensor {
    { x in try jacobians { try f($0[0]) }([x])[0] }
}

/// The same with respect to several arguments, one tensor each.
public func jacobian(_ f: @escaping ([Tensor]) throws -> Tensor) -> ([Tensor]) throws -> [Tensor] { jacobians(f) }

/// The second derivatives of a function that gives one number, with the axes of the argument twice.
///
///     try hessian { try Primitive.sum($0 * $0 * $0) }(Tensor([1, 2])).elements  // [6, 0, 0, 12]
public func hessian(_ f: @escaping (Tensor) throws -> Tensor) -> (Tensor) throws -> Tensor { jacobian(grad(f)) }

private func jacobians(_ f: @escaping ([Tensor]) throws -> Tensor) -> ([Tensor]) throws -> [Tensor] {
    { x in
        let pullback = try Pullback({ [try f($0)] }, x)
        let shape = pullback.values[0].shape
        let inputs = x.reduce(0) { $0 + $1.count }
        return inputs < shape.elementCount
            ? try columns({ [try f($0)] }, x, shape) : try rows(pullback, x, shape)
    }
}

/// A row for each element of the result, as many at once as fit into a moderate tensor.
private func rows(_ pullback: Pullback, _ x: [Tensor], _ shape: Shape) throws -> [Tensor] {
    let count = shape.elementCount
    let widest = x.reduce(count) { max($0, $1.count) }
    let most = shape.rank < Shape.maximumRank ? max(1, mostElements / max(widest, 1)) : 1
    let parts = try stride(from: 0, to: count, by: most).map { start in
        let units = try units(start..<min(start + most, count), shape, pullback.values[0].dtype.asFloat)
        return try pullback.stacked([units], rows: units.shape[0])
    }
    return try x.indices.map { input in
        let sizes = Array(shape) + Array(x[input].shape)
        if parts.isEmpty { return try empty(sizes, x[input].dtype) }
        let all = parts.map { $0[input] }
        let joined = try all.count == 1 ? all[0] : Primitive.concat(.tensors(all), .whole(0))
        return try joined.reshaped(like: Shape(checking: sizes))
    }
}

/// Elements of a tensor that holds several rows at once.
private let mostElements = 1 << 20

/// For each of the positions a tensor with 1 there, else 0; one behind the other along an axis in front.
private func units(_ positions: Range<Int>, _ shape: Shape, _ dtype: DType) throws -> Tensor {
    let units = try Tensor(uninitialized: Shape(checking: [positions.count] + Array(shape)), dtype)
    units.fill(with: 0)
    for (row, position) in positions.enumerated() { units.setElement(row * shape.elementCount + position, to: 1) }
    return units
}

/// A column for each element of an argument.
private func columns(_ f: ([Tensor]) throws -> [Tensor], _ x: [Tensor], _ shape: Shape) throws -> [Tensor] {
    let pushforward = try Pushforward(f, x)
    let still = try x.map { try Primitive.zeros(.shape($0.shape), .dtype($0.dtype.asFloat)) }
    return try x.indices.map { input in
        let columns = try (0..<x[input].count).map { element in
            var tangents = still
            tangents[input] = try unit(element, x[input].shape, x[input].dtype.asFloat)
            return try pushforward(tangents)[0]
        }
        let sizes = Array(shape) + Array(x[input].shape)
        if columns.isEmpty { return try empty(sizes, x[input].dtype) }
        let flat = try columns.map { try Primitive.flatten($0) }
        return try Primitive.stack(.tensors(flat), .whole(-1)).reshaped(like: Shape(checking: sizes))
    }
}

private func empty(_ sizes: [Int], _ dtype: DType) throws -> Tensor {
    try Primitive.zeros(.shape(Shape(checking: sizes)), .dtype(dtype.asFloat))
}

/// 1 at one element, else 0.
package func unit(_ position: Int, _ shape: Shape, _ dtype: DType) throws -> Tensor {
    let unit = try Tensor(uninitialized: shape, dtype)
    unit.fill(with: 0)
    unit.setElement(position, to: 1)
    return unit
}

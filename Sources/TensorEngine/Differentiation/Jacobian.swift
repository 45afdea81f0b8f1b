/// The derivative of every element of a function's result with respect to every element of its argument: a tensor with
/// the axes of the result, then those of the argument.
///
///     try jacobian { try $0 * $0 }(Tensor([1, 2])).elements  // [2, 0, 0, 4]
///
/// - Complexity: one pass for each element of the result or of the argument, whichever are fewer.
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

/// A row for each element of the result.
private func rows(_ pullback: Pullback, _ x: [Tensor], _ shape: Shape) throws -> [Tensor] {
    let dtype = pullback.values[0].dtype.asFloat
    let rows = try (0..<shape.elementCount).map { try pullback([unit($0, shape, dtype)]) }
    return try x.indices.map { input in
        try assembled(rows.map { $0[input] }, axis: 0, as: shape + x[input].shape, x[input].dtype)
    }
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
        return try assembled(columns, axis: -1, as: shape + x[input].shape, x[input].dtype)
    }
}

private func assembled(_ parts: [Tensor], axis: Int, as sizes: [Int], _ dtype: DType) throws -> Tensor {
    let shape = try Shape(checking: sizes)
    if parts.isEmpty { return try Primitive.zeros(.shape(shape), .dtype(dtype.asFloat)) }
    let flat = try parts.map { try Primitive.flatten($0) }
    return try Primitive.stack(.tensors(flat), .whole(axis)).reshaped(like: shape)
}

/// 1 at one element, else 0.
private func unit(_ position: Int, _ shape: Shape, _ dtype: DType) throws -> Tensor {
    let unit = try Tensor(uninitialized: shape, dtype)
    unit.fill(with: 0)
    unit.setElement(position, to: 1)
    return unit
}

private func + (left: Shape, right: Shape) -> [Int] { Array(left) + Array(right) }

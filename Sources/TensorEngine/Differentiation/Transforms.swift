// Functions to functions, as in JAX. They nest in any order: `grad(grad(f))`, `jacobian(grad(f))`.

/// The gradient of a function that gives one number.
///
///     let square = { (x: Tensor) in try Primitive.sum(x * x) }
///     try grad(square)(Tensor([1, 2, 3])).elements  // [2, 4, 6]
///
/// The gradient throws `GradProblem` where the value is not one number, or where nothing but an operation without a
/// gradient leads to it.
public func grad(_ f: @escaping (Tensor) throws -> Tensor) -> (Tensor) throws -> Tensor {
    { x in try valueAndGrad(f)(x).gradient }
}

/// The gradients with respect to several arguments.
///
///     let product = { (x: [Tensor]) in try x[0] * x[1] }
///     try grad(product)([Tensor(plainNumber: 2), Tensor(plainNumber: 5)]).map { $0.element(0) }  // [5, 2]
public func grad(_ f: @escaping ([Tensor]) throws -> Tensor) -> ([Tensor]) throws -> [Tensor] {
    { x in try valueAndGrad(f)(x).gradients }
}

/// A function's value together with its gradient, from one run.
///
///     let square = { (x: Tensor) in try Primitive.sum(x * x) }
///     let (value, gradient) = try valueAndGrad(square)(Tensor([1, 2]))  // 5, [2, 4]
public func valueAndGrad(
    _ f: @escaping (Tensor) throws -> Tensor
) -> (Tensor) throws -> (value: Tensor, gradient: Tensor) {
    { x in
        let (value, gradients) = try valueAndGrad { try f($0[0]) }([x])
        return (value, gradients[0])
    }
}

/// A function's value together with its gradients with respect to several arguments, from one run.
public func valueAndGrad(
    _ f: @escaping ([Tensor]) throws -> Tensor
) -> ([Tensor]) throws -> (value: Tensor, gradients: [Tensor]) {
    { x in
        let pullback = try Pullback({ [try f($0)] }, x)
        let value = pullback.values[0]
        guard value.rank == 0 else { throw GradProblem.scalar(value.shape) }
        let one = try Tensor(plainNumber: 1).converted(to: value.dtype.asFloat)
        return (value, try pullback.finish([one]))
    }
}

/// A function's value, and the Jacobian's transpose times `upstream`.
///
///     try vjp({ try $0 * $0 }, Tensor([1, 2]), Tensor([1, 10])).product.elements  // [2, 40]
public func vjp(
    _ f: (Tensor) throws -> Tensor, _ x: Tensor, _ upstream: Tensor
) throws -> (value: Tensor, product: Tensor) {
    let (values, products) = try vjp({ [try f($0[0])] }, [x], [upstream])
    return (values[0], products[0])
}

/// The same for several arguments and several results.
public func vjp(
    _ f: ([Tensor]) throws -> [Tensor], _ x: [Tensor], _ upstream: [Tensor]
) throws -> (values: [Tensor], products: [Tensor]) {
    let pullback = try Pullback(f, x)
    return (pullback.values, try pullback.finish(upstream))
}

/// A function's value, and the Jacobian times `tangent`: how fast the value changes in that direction.
///
///     try jvp({ try Primitive.sin($0) }, Tensor([0]), Tensor([2])).product.elements  // [2]
public func jvp(
    _ f: (Tensor) throws -> Tensor, _ x: Tensor, _ tangent: Tensor
) throws -> (value: Tensor, product: Tensor) {
    let (values, products) = try jvp({ [try f($0[0])] }, [x], [tangent])
    return (values[0], products[0])
}

/// The same for several arguments and several results.
public func jvp(
    _ f: ([Tensor]) throws -> [Tensor], _ x: [Tensor], _ tangents: [Tensor]
) throws -> (values: [Tensor], products: [Tensor]) {
    try GradProblem.check(tangents, against: x)
    let pushforward = try Pushforward(f, x)
    return (pushforward.values, try pushforward(tangents))
}

/// A function run once, so that tangents of its inputs can be pushed forward to its results.
///
/// Pulling back is linear in what is pulled, so pulling that back pushes forward: no operation needs a second rule.
public struct Pushforward {
    public let values: [Tensor]
    private let transposed: Pullback

    public init(_ f: ([Tensor]) throws -> [Tensor], _ x: [Tensor]) throws {
        let pullback = try Pullback(f, x)
        values = pullback.values
        // Any point will do, as the function is linear.
        let zeros = try values.map { try Primitive.zeros(.shape($0.shape), .dtype($0.dtype.asFloat)) }
        transposed = try Pullback({ try pullback($0) }, zeros)
    }

    /// The Jacobian times `tangents`.
    public func callAsFunction(_ tangents: [Tensor]) throws -> [Tensor] { try transposed(tangents) }
}

/// How a difference quotient is taken.
public enum DifferenceMethod: String, Sendable, CaseIterable {
    /// (f(x + h) - f(x - h)) / 2h, whose error shrinks with the square of h.
    case central
    /// (f(x + h) - f(x)) / h
    case forward
}

/// The gradient by difference quotients, in float64, to hold the rules against.
///
///     try numericGradient({ try Primitive.sum($0 * $0) }, at: Tensor([1, 2])).elements  // about [2, 4]
///
/// - Complexity: two runs of `f` for each element.
public func numericGradient(
    _ f: (Tensor) throws -> Tensor, at x: Tensor, h: Double = 1e-6, method: DifferenceMethod = .central
) throws -> Tensor {
    try numericGradients({ try f($0[0]) }, at: [x], h: h, method: method)[0]
}

/// The same with respect to several arguments.
public func numericGradients(
    _ f: ([Tensor]) throws -> Tensor, at x: [Tensor], h: Double = 1e-6, method: DifferenceMethod = .central
) throws -> [Tensor] {
    let x = try x.map { try $0.converted(to: .float64) }
    // not needed by the other method, and whoever counts the runs of f wants 2 for each element
    let middle = try method == .forward ? number(f(x)) : 0
    return try x.indices.map { input in
        let gradient = try Tensor(uninitialized: x[input].shape, .float64)
        for position in 0..<x[input].count {
            let up = try number(f(x.moving(input, position, by: h)))
            let down = try method == .central ? number(f(x.moving(input, position, by: -h))) : middle
            gradient.setElement(position, to: (up - down) / (method == .central ? 2 * h : h))
        }
        return gradient
    }
}

private func number(_ value: Tensor) throws -> Double {
    guard value.rank == 0 else { throw GradProblem.scalar(value.shape) }
    return value.element(0)
}

extension [Tensor] {
    /// The same with one element of one tensor moved by a step.
    package func moving(_ input: Int, _ position: Int, by step: Double) throws -> [Tensor] {
        var moved = self
        moved[input] = try self[input].copy(capacity: self[input].count)
        moved[input].setElement(position, to: self[input].element(position) + step)
        return moved
    }
}

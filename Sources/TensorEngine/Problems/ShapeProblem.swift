/// Sizes that do not fit an operation.
public enum ShapeProblem: Problem {
    case matmul(Shape, Shape)
    /// One side of `@` is a plain number.
    case matmulNumber
    case broadcast(Shape, Shape, sizes: (left: Int, right: Int))
    case outer(Shape, Shape)
    case stretchToNothing(Shape, Shape)
    case axis(Int, of: Shape)
    case repeatedAxis(Int)
    case axisRequired(operation: String, Shape)
    case transposeAxes(given: [Int], Shape)
    case squeeze(axis: Int, Shape)
    case negative(Int)
    case reshape(Shape, to: [Int])
    case empty(operation: String, Shape)
    case concat(Shape, Shape, axis: Int)
    case stack(Shape, Shape)
    case nothing(operation: String)
    case split(Shape, axis: Int, sections: Int)
    case rank(operation: String, wants: String, Shape)
    case square(operation: String, Shape)
    case solve(Shape, Shape)
    case write(value: Shape, place: Shape)
    case einsum(letter: String, Int, Int)

    public var code: String {
        switch self {
        case .matmul, .matmulNumber: "shape-matmul"
        case .broadcast, .stretchToNothing: "shape-broadcast"
        case .outer: "shape-outer"
        case .axis, .repeatedAxis, .axisRequired, .transposeAxes, .squeeze: "shape-axis"
        case .negative, .reshape: "shape-reshape"
        case .empty, .nothing: "shape-empty"
        case .concat, .stack: "shape-concat"
        case .split: "shape-split"
        case .rank: "shape-rank"
        case .square: "shape-square"
        case .solve: "shape-solve"
        case .write: "shape-write"
        case .einsum: "shape-einsum"
        }
    }

    public var sentence: String {
        switch self {
        case .matmul(let left, let right):
            "the inner sizes differ: \(left[left.rank - 1]) and \(right[max(right.rank - 2, 0)])"
        case .matmulNumber: "@ multiplies matrices and vectors, not plain numbers"
        case .broadcast(let left, let right, _): "the shapes \(left) and \(right) do not fit together"
        case .outer(let left, let right): "\(left) and \(right) would both be stretched to \(outerText(left, right))"
        case .stretchToNothing(let left, let right): "\(left) and \(right) do not fit together: one side is empty"
        case .axis(let axis, let shape): "there is no axis \(axis) in \(shape)"
        case .repeatedAxis(let axis): "axis \(axis) is named twice"
        case .axisRequired(let operation, let shape): "\(operation) of \(shape) needs an axis"
        case .transposeAxes(let given, let shape):
            "\(shape) has \(shape.rank) axes, and transpose got \(given.count)"
        case .squeeze(let axis, let shape): "axis \(axis) has \(shape[axis]) entries, not 1"
        case .negative(let size): "a size cannot be negative: \(size)"
        case .reshape(let shape, let sizes): "\(shape) cannot become \(Shape.text(of: sizes))"
        case .empty(let operation, let shape): "\(operation) of nothing: the shape is \(shape)"
        case .nothing(let operation): "\(operation) of no tensors"
        case .concat(let left, let right, let axis): "\(left) and \(right) do not join along axis \(axis)"
        case .stack(let left, let right): "\(left) and \(right) do not stack"
        case .split(let shape, let axis, let sections):
            "\(shape[axis]) entries along axis \(axis) do not divide into \(sections) equal parts"
        case .rank(let operation, let wants, let shape): "\(operation) takes \(wants), not \(shape)"
        case .square(let operation, let shape): "\(operation) takes square matrices, not \(shape)"
        case .solve(let left, let right): "\(right) has not one entry for each row of \(left)"
        case .write(let value, let place): "a value of shape \(value) does not fit the place of shape \(place)"
        case .einsum(let letter, let first, let second): "axis \(letter) has sizes \(first) and \(second)"
        }
    }

    public var reasons: [String] {
        switch self {
        case .matmul: ["@ needs as many columns on its left as rows on its right"]
        case .broadcast(_, _, let sizes):
            ["from the last axis on, sizes must be equal or 1; here \(sizes.left) meets \(sizes.right)"]
        case .outer(let left, let right): outerReasons(left, right)
        case .stretchToNothing: ["an axis of 1 is never stretched to 0; concat((a, b)) joins"]
        case .axis(_, let shape): [shape.rank == 0 ? "a plain number has no axes" : axisRange(shape)]
        case .axisRequired(_, let shape): ["it has \(shape.rank) axes; write axis=-1 for the last"]
        case .transposeAxes: ["transpose takes all axes, each once, in their new order; swap_axes takes two"]
        case .reshape(let shape, let sizes): [reshapeReason(shape, sizes)]
        case .concat(_, _, let axis): ["all sizes but those along axis \(axis) must be equal"]
        case .stack: ["stack needs tensors of one shape"]
        case .einsum: ["a letter stands for one size"]
        case .write: ["sizes must be equal, or 1 in the value"]
        default: []
        }
    }

    public var mend: String? {
        switch self {
        case .axis(_, let shape) where shape.rank == 1: "axis=0"
        default: nil
        }
    }
}

private func axisRange(_ shape: Shape) -> String {
    shape.rank == 1
        ? "it has one axis: 0, or -1 from the end"
        : "it has axes 0 to \(shape.rank - 1), or -\(shape.rank) to -1 from the end"
}

/// What NumPy would make of both, written out.
private func outerText(_ left: Shape, _ right: Shape) -> String {
    let rank = max(left.rank, right.rank)
    let sizes = zip(left.padded(to: rank), right.padded(to: rank)).map { $0 == 1 ? $1 : $0 }
    return Shape.text(of: sizes)
}

/// Both readings of `(64,) - (64, 1)`: each with each, or element by element.
private func outerReasons(_ left: Shape, _ right: Shape) -> [String] {
    let (short, long) = left.rank < right.rank ? (left, right) : (right, left)
    let padded = Shape.text(of: short.padded(to: long.rank))
    var result = ["each with each, as in NumPy: reshape \(short) to \(padded) first"]
    if short.elementCount == long.elementCount {
        result.append("element by element: reshape \(long) to \(short) first")
    }
    return result
}

extension Shape {
    /// The sizes behind as many ones as make `rank` of them.
    fileprivate func padded(to rank: Int) -> [Int] { [Int](repeating: 1, count: rank - self.rank) + self }
}

private func reshapeReason(_ shape: Shape, _ sizes: [Int]) -> String {
    let holes = sizes.count { $0 == -1 }
    if holes > 1 { return "only one size can be -1" }
    let known = sizes.filter { $0 != -1 }.map(String.init).joined(separator: " * ")
    if holes == 1 { return "\(shape.elementCount) elements do not divide by \(known.isEmpty ? "1" : known)" }
    // The product of the sizes may be anything; it is only said where it can be.
    let product = sizes.reduce(1.0) { $0 * Double($1) }
    return "it has \(shape.elementCount) elements, and \(sizes.count < 2 ? "" : known + " = ")\(numberText(product))"
}

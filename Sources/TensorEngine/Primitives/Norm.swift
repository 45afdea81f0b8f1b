/// The norms of `numpy.linalg.norm`: of all elements, of vectors along one axis, of matrices along two.
struct Norm {
    private enum Order { case automatic, frobenius, power(Double) }

    private let x: Argument
    private let shape: Shape
    private let dtype: DType
    private let order: Order
    private let axes: [Int]
    private let keepdims: Argument

    init(_ arguments: Arguments) throws {
        let tensor = arguments.tensor(0)
        dtype = tensor.dtype.asFloat
        x = .tensor(try tensor.converted(to: dtype))
        shape = tensor.shape
        order =
            switch arguments[1] {
            case .none: .automatic
            case .choice: .frobenius
            default: .power(arguments.number(1))
            }
        axes = try shape.axes(arguments.wholes(2))
        keepdims = arguments[3]
        if case .automatic = order, arguments.wholes(2) == nil { return }
        guard axes.count == 1 || axes.count == 2 else {
            throw ValueProblem.order("norm with ord= or axis= takes vectors along one axis or matrices along two")
        }
    }

    func value() throws -> Tensor {
        switch (order, axes.count) {
        case (.automatic, _), (.frobenius, 2): return try root(of: sum(Primitive.multiply(x, x)), 2)
        case (.power(let p), 1): return try vector(p)
        case (.power(let p), _): return try matrix(p)
        case (.frobenius, _): throw ValueProblem.order("ord=\"fro\" is of matrices; vectors have 2")
        }
    }

    private func vector(_ p: Double) throws -> Tensor {
        let size = Argument.tensor(try Primitive.abs(x))
        if p == .infinity { return try Primitive.max(size, .wholes(axes), keepdims) }
        if p == -.infinity { return try Primitive.min(size, .wholes(axes), keepdims) }
        // a count, which keeps the dtype of what is counted
        if p == 0 { return try sum(Primitive.notEqual(x, .tensor(Tensor(plainNumber: 0))).converted(to: dtype)) }
        if p == 1 { return try sum(Primitive.abs(x)) }
        if p == 2 { return try root(of: sum(Primitive.multiply(x, x)), 2) }
        return try root(of: sum(Primitive.power(size, .tensor(Tensor(plainNumber: p)))), p)
    }

    /// The largest or smallest sum of sizes: of columns for 1, of rows for infinity.
    private func matrix(_ p: Double) throws -> Tensor {
        guard p.magnitude == 1 || p.magnitude == .infinity else {
            let orders = "1, -1, inf, -inf and \"fro\""
            throw ValueProblem.order("a matrix norm has ord \(orders), not \(numberText(p))")
        }
        let (summed, kept) = p.magnitude == 1 ? (axes[0], axes[1]) : (axes[1], axes[0])
        let sums = try Primitive.sum(.tensor(Primitive.abs(x)), .wholes([summed]), .flag(true))
        let winner = try (p > 0 ? Primitive.max : Primitive.min)(.tensor(sums), .wholes([kept]), .flag(true))
        guard case .flag(false) = keepdims else { return winner }
        return try Primitive.squeeze(.tensor(winner), .wholes(axes))
    }

    private func sum(_ terms: Tensor) throws -> Tensor { try Primitive.sum(.tensor(terms), .wholes(axes), keepdims) }

    private func root(of total: Tensor, _ p: Double) throws -> Tensor {
        try total.rootFlatAtZero(p)
    }
}

extension Tensor {
    /// The p-th root. At 0 its derivative is 0, not the 0 times inf of a root: nothing has no direction.
    func rootFlatAtZero(_ p: Double = 2) throws -> Tensor {
        guard isTraced else { return try root(p) }
        let zero = try Tensor(plainNumber: 0)
        let isZero = Argument.tensor(try Primitive.equal(self, zero))
        let safe = try Primitive.where(isZero, .tensor(Tensor(plainNumber: 1)), .tensor(self))
        return try Primitive.where(isZero, .tensor(zero), .tensor(safe.root(p)))
    }

    private func root(_ p: Double) throws -> Tensor {
        p == 2 ? try Primitive.sqrt(self) : try Primitive.power(self, Tensor(plainNumber: 1 / p))
    }
}

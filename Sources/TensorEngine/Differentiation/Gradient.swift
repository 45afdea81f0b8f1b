extension Primitive {
    /// How an operation is differentiated, or why it is not.
    public enum Gradient: Sendable {
        /// Of an operation made of others: theirs.
        case ofParts
        /// Element by element, where the derivative with respect to each operand is a number, or an operand or the
        /// result as it is.
        case plain(Local, Local = .nothing)
        /// Element by element: the derivative of the result with respect to the operand at a position, 0 or 1.
        case local(@Sendable (Local.Point, Int) throws -> Local)
        /// What reaches an operand when `upstream` reaches the result; nil for nothing. Written in operations, so that
        /// it has a derivative itself.
        case rule(@Sendable (Call, _ upstream: Tensor, Operand) throws -> Tensor?)
        /// The same for an operation that is linear in its operands: the rule asks for their shapes only, and the tape
        /// keeps no elements.
        case linear(@Sendable (Call, _ upstream: Tensor, Operand) throws -> Tensor?)
        /// As `rule`, and `upstream` may have more axes in front of those of the result: then it is many upstreams, and
        /// what comes out has those axes, too.
        case stacked(@Sendable (Call, _ upstream: Tensor, Operand) throws -> Tensor?)
        /// That of a composition of other operations which has the same value.
        case same(@Sendable (Arguments) throws -> Tensor)
        /// Zero wherever there is one: steps and roundings.
        case zero
        /// Printed to the learner who asks for one.
        case none(because: String)
    }

    /// One operation as it happened.
    public struct Call: Sendable {
        public let arguments: Arguments
        public let result: Tensor

        public init(_ arguments: Arguments, result: Tensor) {
            self.arguments = arguments
            self.result = result
        }

        /// The first argument, which most operations call x.
        public var x: Tensor { arguments.tensor(0) }
    }

    /// A tensor among the arguments of a call.
    public struct Operand: Sendable, Hashable {
        /// The position of the parameter.
        public let argument: Int
        /// The position in the list, of a parameter that takes several tensors.
        public let item: Int

        public init(argument: Int, item: Int = 0) {
            self.argument = argument
            self.item = item
        }
    }
}

extension Primitive.Gradient {
    /// Of a function of one number: its derivative in terms of x and of its value y.
    static func slope(_ derivative: @escaping @Sendable (_ x: Local, _ y: Local) throws -> Local) -> Self {
        .local { at, _ in try derivative(at.a, at.y) }
    }

    /// The local derivative with respect to an operand; nil for an operation that does not go element by element.
    func derivative(_ at: Local.Point, _ operand: Int) throws -> Local? {
        switch self {
        case .plain(let first, let second): at.resolving(operand == 0 ? first : second)
        case .local(let derivative): try derivative(at, operand)
        default: nil
        }
    }

    /// Whether many upstreams may be pulled at once, one behind the other along an axis in front.
    package var takesStacks: Bool {
        switch self {
        case .plain, .local, .stacked: true
        default: false
        }
    }
}

extension Primitive.Call {
    /// What a local derivative is made of.
    var point: Local.Point {
        Local.Point(a: Local(x), b: Local(arguments.tensor(arguments.values.count - 1)), y: Local(result))
    }

    func tensor(_ operand: Primitive.Operand) -> Tensor {
        if case .tensors(let all) = arguments[operand.argument] { return all[operand.item] }
        return arguments.tensor(operand.argument)
    }

    /// What reaches an operand, in its shape and dtype, when `upstream` reaches the result; of `rows` upstreams, one
    /// behind the other along an axis in front, as many results.
    package func pull(
        _ upstream: Tensor, to operand: Primitive.Operand, by gradient: Primitive.Gradient, rows: Int? = nil
    ) throws -> Tensor? {
        guard let rows, !gradient.takesStacks else { return try pullOnce(upstream, to: operand, by: gradient, rows) }
        let each = try (0..<rows).compactMap { row in
            let upstream = try Primitive.index(.tensor(upstream), .index([.at(row)]))
            return try pullOnce(upstream, to: operand, by: gradient, nil)
        }
        return each.isEmpty ? nil : try Primitive.stack(.tensors(each), .whole(0))
    }

    private func pullOnce(
        _ upstream: Tensor, to operand: Primitive.Operand, by gradient: Primitive.Gradient, _ rows: Int?
    ) throws -> Tensor? {
        let target = tensor(operand)
        return try product(upstream, operand, gradient)?.summed(to: target.shape, rows: rows).inPrecision(of: target)
    }

    private func product(
        _ upstream: Tensor, _ operand: Primitive.Operand, _ gradient: Primitive.Gradient
    ) throws -> Tensor? {
        switch gradient {
        case .plain, .local: try gradient.derivative(point, operand.argument).map { try upstream.scaled(by: $0) }
        case .rule(let rule), .linear(let rule), .stacked(let rule): try rule(self, upstream, operand)
        case .same(let composition): try pull(upstream, through: composition, to: operand)
        case .ofParts, .zero, .none: nil
        }
    }

    private func pull(
        _ upstream: Tensor, through composition: @Sendable (Arguments) throws -> Tensor, to operand: Primitive.Operand
    ) throws -> Tensor? {
        let pullback = try Pullback({ [try composition(replacing(operand, by: $0[0]))] }, [tensor(operand)])
        return try pullback([upstream])[0]
    }

    func replacing(_ operand: Primitive.Operand, by tensor: Tensor) -> Arguments {
        var changed = arguments
        if case .tensors(var all) = changed[operand.argument] {
            all[operand.item] = tensor
            changed.values[operand.argument] = .tensors(all)
        } else {
            changed.values[operand.argument] = .tensor(tensor)
        }
        return changed
    }
}

extension Tensor {
    /// Broadcasting undone: what a stretched operand is owed is the sum over all places where it stood. Of `rows`
    /// upstreams, each has its own sum.
    func summed(to shape: Shape, rows: Int? = nil) throws -> Tensor {
        if rows == nil, shape == self.shape { return self }
        let front = rows == nil ? 0 : 1
        let missing = rank - shape.rank
        let stretched = self.shape.indices.dropFirst(front).filter { axis in
            axis - front < missing - front || (shape[axis - missing] == 1 && self.shape[axis] != 1)
        }
        if stretched.isEmpty { return self }
        let sum = try Primitive.sum(.tensor(self), .wholes(stretched), .flag(true))
        return try sum.reshaped(like: shape.stacked(rows))
    }

    /// A float32 operand is owed a float32 gradient, whatever it met on the way.
    fileprivate func inPrecision(of operand: Tensor) throws -> Tensor { try inPrecision(operand.dtype.asFloat) }

    func inPrecision(_ dtype: DType) throws -> Tensor {
        dtype == self.dtype ? self : try Primitive.full(.shape(shape), .tensor(self), .dtype(dtype))
    }

    /// The same elements under another shape, by the operation that tapes record.
    func reshaped(like shape: Shape) throws -> Tensor {
        shape == self.shape ? self : try Primitive.reshape(.tensor(self), .wholes(Array(shape)))
    }
}

extension Shape {
    /// With an axis in front, where several stand behind each other.
    func stacked(_ rows: Int?) -> Shape { rows.map { inserting($0, at: 0) } ?? self }
}

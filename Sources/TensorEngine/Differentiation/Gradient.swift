extension Primitive {
    /// How an operation is differentiated, or why it is not.
    public enum Gradient: Sendable {
        /// Of an operation made of others: theirs.
        case ofParts
        /// Element by element: the derivative of the result with respect to each operand.
        case local(@Sendable (Call, Operand) throws -> LocalDerivative)
        /// What reaches an operand when `upstream` reaches the result; nil for nothing. Written in operations, so that
        /// it has a derivative itself.
        case rule(@Sendable (Call, _ upstream: Tensor, Operand) throws -> Tensor?)
        /// The same for an operation that is linear in its operands: the rule asks for their shapes only, and the tape
        /// keeps no elements.
        case linear(@Sendable (Call, _ upstream: Tensor, Operand) throws -> Tensor?)
        /// That of a composition of other operations which has the same value.
        case same(@Sendable (Arguments) throws -> Tensor)
        /// Zero wherever there is one: steps and roundings.
        case zero
        /// Printed to the learner who asks for one.
        case none(because: String)
    }

    /// The derivative of one element of a result with respect to the same element of an operand.
    public enum LocalDerivative: Sendable {
        /// The same everywhere.
        case number(Double)
        case tensor(Tensor)
        /// 1 where true, else 0.
        case mask(Tensor)
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
    static func slope(_ derivative: @escaping @Sendable (_ x: Tensor, _ y: Tensor) throws -> Tensor) -> Self {
        .local { call, _ in .tensor(try derivative(call.x, call.result)) }
    }

    var isLinear: Bool { if case .linear = self { true } else { false } }
}

extension Primitive.Call {
    func tensor(_ operand: Primitive.Operand) -> Tensor {
        if case .tensors(let all) = arguments[operand.argument] { return all[operand.item] }
        return arguments.tensor(operand.argument)
    }

    /// What reaches an operand, in its shape and dtype, when `upstream` reaches the result.
    package func pull(_ upstream: Tensor, to operand: Primitive.Operand, by gradient: Primitive.Gradient) throws
        -> Tensor?
    {
        let target = tensor(operand)
        return try product(upstream, operand, gradient)?.summed(to: target.shape).inPrecision(of: target)
    }

    private func product(
        _ upstream: Tensor, _ operand: Primitive.Operand, _ gradient: Primitive.Gradient
    ) throws -> Tensor? {
        switch gradient {
        case .local(let derivative): try upstream.scaled(by: derivative(self, operand))
        case .rule(let rule), .linear(let rule): try rule(self, upstream, operand)
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

    private func replacing(_ operand: Primitive.Operand, by tensor: Tensor) -> Arguments {
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
    fileprivate func scaled(by local: Primitive.LocalDerivative) throws -> Tensor {
        switch local {
        case .number(1): self
        case .number(-1): try -self
        case .number(let factor): try factor * self
        case .tensor(let derivative): try self * derivative
        // not a product: what is inf or NaN on the other branch must not come through
        case .mask(let mask): try Primitive.where(.tensor(mask), .tensor(self), .tensor(Tensor(plainNumber: 0)))
        }
    }

    /// Broadcasting undone: what a stretched operand is owed is the sum over all places where it stood.
    func summed(to shape: Shape) throws -> Tensor {
        if shape == self.shape { return self }
        let missing = rank - shape.rank
        let stretched = self.shape.indices.filter { axis in
            axis < missing || (shape[axis - missing] == 1 && self.shape[axis] != 1)
        }
        let sum = try Primitive.sum(.tensor(self), .wholes(stretched), .flag(true))
        return try sum.reshaped(like: shape)
    }

    /// A float32 operand is owed a float32 gradient, whatever it met on the way.
    fileprivate func inPrecision(of operand: Tensor) throws -> Tensor {
        let dtype = operand.dtype.asFloat
        return dtype == self.dtype ? self : try Primitive.full(.shape(shape), .tensor(self), .dtype(dtype))
    }

    /// The same elements under another shape, by the operation that tapes record.
    func reshaped(like shape: Shape) throws -> Tensor {
        shape == self.shape ? self : try Primitive.reshape(.tensor(self), .wholes(Array(shape)))
    }
}

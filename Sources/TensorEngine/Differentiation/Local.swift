/// A quantity in the formula of a local derivative.
///
/// Each formula is written once, `y * (1 - y)`, and what its letters stand for decides what comes of it. Of numbers it
/// is a number at once, so a tape of plain numbers keeps that and nothing else. Of tensors it runs through the
/// operations, so it has a derivative itself. And of operands whose values do not count yet, it tells the tape what
/// to keep: one of them as it is, or all of them until somebody asks.
public enum Local: Sendable {
    case number(Double)
    case truth(Bool)
    case elements(Tensor)
    /// 1 where true, else 0: not a factor, because what is inf or NaN on the other branch must not come through.
    case mask(Tensor)
    /// The same where nothing is true.
    case nothing
    /// An operand or the result, as it is.
    case role(Role)
    /// Something computed from those.
    case later

    public enum Role: Sendable { case a, b, result }

    /// One operation at one place: its operands and its result. `b` counts only where there are two.
    public struct Point: Sendable {
        public let a: Local
        public let b: Local
        public let y: Local

        /// What stands for a role here.
        func resolving(_ local: Local) -> Local {
            switch local {
            case .role(.a): a
            case .role(.b): b
            case .role(.result): y
            default: local
            }
        }
    }

    /// What stands for a tensor whose value counts: its number, if that is all there is to know.
    init(_ tensor: Tensor) {
        self = tensor.isConstantNumber ? .number(tensor.element(0)) : .elements(tensor)
    }

    static func mask(where condition: Local) -> Local {
        switch condition {
        case .truth(let truth): truth ? .number(1) : .nothing
        case .elements(let condition): .mask(condition)
        default: .later
        }
    }

    /// Nil where there is none yet.
    fileprivate var tensor: Tensor? {
        get throws {
            switch self {
            case .number(let number): try Tensor(plainNumber: number)
            case .truth(let truth): try Tensor(plainTruth: truth)
            case .elements(let tensor): tensor
            case .mask, .nothing, .role, .later: nil
            }
        }
    }
}

extension Local: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(integerLiteral value: Int) { self = .number(Double(value)) }

    static func + (a: Local, b: Local) throws -> Local { try Primitive.add(a, b) }
    static func - (a: Local, b: Local) throws -> Local { try Primitive.subtract(a, b) }
    static func * (a: Local, b: Local) throws -> Local { try Primitive.multiply(a, b) }
    static func / (a: Local, b: Local) throws -> Local { try Primitive.divide(a, b) }
    static prefix func - (x: Local) throws -> Local { try Primitive.negative(x) }
}

/// A local derivative as an entry states it, without references: the tape looks at it with every operation.
enum Slope {
    case number(Double)
    case role(Local.Role)
    case formula

    fileprivate init(_ local: Local) {
        switch local {
        case .number(let number): self = .number(number)
        case .role(let role): self = .role(role)
        default: self = .formula
        }
    }

    /// With respect to both operands; nil of an operation that does not go element by element.
    static func of(_ gradient: Primitive.Gradient) -> (first: Slope, second: Slope)? {
        switch gradient {
        case .plain(let first, let second): (Slope(first), Slope(second))
        case .local: (.formula, .formula)
        default: nil
        }
    }
}

extension Primitive {
    func callAsFunction(_ x: Local) throws -> Local {
        if case .number(let x) = x, case .unary(let kernel)? = direct { return .number(kernel.value(x)) }
        if case .truth(let x) = x, self === Primitive.logicalNot { return .truth(!x) }
        guard let x = try x.tensor else { return .later }
        return .elements(try self(x))
    }

    func callAsFunction(_ a: Local, _ b: Local) throws -> Local {
        if case .number(let a) = a, case .number(let b) = b {
            switch direct {
            case .binary(let kernel)?: return .number(kernel.value(a, b))
            case .comparison(let kernel)?: return .truth(kernel.value(a, b))
            default: break
            }
        }
        guard let a = try a.tensor, let b = try b.tensor else { return .later }
        return .elements(try self(a, b))
    }

    static func choose(_ condition: Local, _ x: Local, _ y: Local) throws -> Local {
        if case .truth(let truth) = condition { return truth ? x : y }
        guard let condition = try condition.tensor, let x = try x.tensor, let y = try y.tensor else { return .later }
        return .elements(try `where`(.tensor(condition), .tensor(x), .tensor(y)))
    }
}

extension Tensor {
    /// What an operand is owed whose local derivative is this.
    func scaled(by local: Local) throws -> Tensor {
        switch local {
        case .number(1), .truth(true): self
        case .number(-1): try -self
        case .number(let factor): try factor * self
        case .elements(let derivative): try self * derivative
        case .mask(let mask): try Primitive.where(.tensor(mask), .tensor(self), .tensor(Tensor(plainNumber: 0)))
        case .nothing, .truth(false), .role, .later: try scaled(by: .mask(Tensor(plainTruth: false)))
        }
    }
}

/// One parameter of an operation: what callers may write, what help prints, what binding checks.
public struct Parameter: Sendable {
    public enum Kind: Sendable, Equatable {
        /// A tensor, or whatever fits one: a number, a nested list.
        case tensor
        /// Several tensors in a tuple or list, as `concat` takes.
        case tensors
        case number
        /// A whole number.
        case whole
        /// A whole number or a tuple of them: `2`, `(2, 3)`.
        case wholes
        /// As `wholes`, or one of these words: `padding=1`, `padding="same"`.
        case wholesOrWord([String])
        /// A whole number, a tuple of them, or a tuple of tuples of them: `1`, `((1, 1), (0, 2))`.
        case margins
        /// A whole number, or None for all elements as a vector.
        case axis
        /// A whole number, a tuple of them, or None for all axes.
        case axes
        /// Sizes: `(2, 3)`, `[2, 3]`, `3`; as the last positional parameter also spread, `zeros(2, 3)`.
        case shape
        case flag
        /// One of these words.
        case choice([String])
        /// A number or one of these words: `ord=2`, `ord="fro"`.
        case numberOrChoice([String])
        /// Any text: `"ij,jk->ik"`.
        case text
        case dtype
        /// What stands between the brackets of `x[...]`.
        case index
    }

    public let name: String
    public let kind: Kind
    /// Nil: must be given.
    public let defaultValue: Argument?
    public let isKeywordOnly: Bool
    /// Takes all positional arguments that are left, one tensor each: `einsum("ij,jk->ik", A, B)`.
    public let isVariadic: Bool

    public init(
        _ name: String, _ kind: Kind, default defaultValue: Argument? = nil, keywordOnly: Bool = false,
        variadic: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
        isKeywordOnly = keywordOnly
        isVariadic = variadic
    }
}

extension Parameter {
    public static func tensor(_ name: String = "x") -> Parameter { Parameter(name, .tensor) }
    /// `axis=None`, keyword-only: `sum(x, 1)` reads differently in NumPy and PyTorch.
    public static let axis = Parameter("axis", .axes, default: Argument.none, keywordOnly: true)
    /// The same where only one axis makes sense, as for `argmax`.
    public static let oneAxis = Parameter("axis", .axis, default: Argument.none, keywordOnly: true)
    public static let keepdims = Parameter("keepdims", .flag, default: .flag(false), keywordOnly: true)
    /// `dtype=None`, keyword-only: the session's default, which whoever binds the call fills in.
    public static let dtype = Parameter("dtype", .dtype, default: Argument.none, keywordOnly: true)
}

/// The value of a parameter, bound and converted to its kind.
public enum Argument: Sendable {
    case tensor(Tensor)
    case tensors([Tensor])
    case number(Double)
    case whole(Int)
    case wholes([Int])
    /// `((1, 1), (0, 2))`
    case nested([[Int]])
    case shape(Shape)
    case flag(Bool)
    case choice(String)
    case text(String)
    case dtype(DType)
    case index([IndexItem])
    /// `None`, or an optional parameter that was not given.
    case none
}

/// The bound arguments of one call, in the order of the parameters.
///
/// The accessors trap on a wrong kind: binding has checked it, so only a wrong registry entry could get here.
public struct Arguments: Sendable {
    public var values: [Argument]

    public init(_ values: [Argument]) { self.values = values }

    public subscript(position: Int) -> Argument { values[position] }

    /// Of all tensors together.
    var elementCount: Int {
        var count = 0
        for case .tensor(let tensor) in values { count &+= tensor.count }
        return count
    }

    public func tensor(_ position: Int) -> Tensor {
        guard case .tensor(let value) = values[position] else { preconditionFailure("parameter \(position): tensor") }
        return value
    }

    /// Nil for None.
    public func optionalTensor(_ position: Int) -> Tensor? {
        if case .none = values[position] { nil } else { tensor(position) }
    }

    /// Nil for None.
    public func optionalNumber(_ position: Int) -> Double? {
        if case .none = values[position] { nil } else { number(position) }
    }

    /// Nil for None.
    public func optionalWhole(_ position: Int) -> Int? {
        if case .none = values[position] { nil } else { whole(position) }
    }

    public func tensors(_ position: Int) -> [Tensor] {
        guard case .tensors(let value) = values[position] else { preconditionFailure("parameter \(position): tensors") }
        return value
    }

    public func number(_ position: Int) -> Double {
        guard case .number(let value) = values[position] else { preconditionFailure("parameter \(position): number") }
        return value
    }

    public func whole(_ position: Int) -> Int {
        guard case .whole(let value) = values[position] else { preconditionFailure("parameter \(position): whole") }
        return value
    }

    /// Nil for None.
    public func wholes(_ position: Int) -> [Int]? {
        switch values[position] {
        case .wholes(let value): value
        case .whole(let value): [value]
        case .none: nil
        default: preconditionFailure("parameter \(position): wholes")
        }
    }

    public func shape(_ position: Int) -> Shape {
        guard case .shape(let value) = values[position] else { preconditionFailure("parameter \(position): shape") }
        return value
    }

    public func flag(_ position: Int) -> Bool {
        guard case .flag(let value) = values[position] else { preconditionFailure("parameter \(position): flag") }
        return value
    }

    public func choice(_ position: Int) -> String {
        guard case .choice(let value) = values[position] else { preconditionFailure("parameter \(position): choice") }
        return value
    }

    public func text(_ position: Int) -> String {
        guard case .text(let value) = values[position] else { preconditionFailure("parameter \(position): text") }
        return value
    }

    public func dtype(_ position: Int) -> DType? {
        switch values[position] {
        case .dtype(let value): value
        case .none: nil
        default: preconditionFailure("parameter \(position): dtype")
        }
    }

    public func index(_ position: Int) -> [IndexItem] {
        guard case .index(let value) = values[position] else { preconditionFailure("parameter \(position): index") }
        return value
    }
}

/// One entry between the brackets of `x[...]`, NumPy's meaning.
public enum IndexItem: Sendable {
    case at(Int)
    case slice(start: Int?, stop: Int?, step: Int?)
    case ellipsis
    case newAxis
    /// A tensor of truth values.
    case mask(Tensor)
    /// A tensor of whole numbers.
    case list(Tensor)
}

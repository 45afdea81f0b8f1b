/// One operation: everything that anyone needs to know about it, in one place.
///
/// The evaluator, autodiff, shape errors, help, completion, the reference, random tests and timings all read this
/// entry. Adding an operation means one entry in its family's file and its name in that family's list.
public final class Primitive: Sendable {
    public typealias ShapeRule = @Sendable (Arguments) throws -> TensorType
    public typealias Kernel = @Sendable (Arguments, Tensor) throws -> Void
    public typealias Composition = @Sendable (Arguments) throws -> [Tensor]
    public typealias Sampler = @Sendable (inout RandomNumbers) throws -> [Argument]
    typealias WindowReader = @Sendable (Arguments) throws -> WindowReading

    /// How a result comes about.
    public enum Body: Sendable {
        /// The shape rule is the only part that may refuse; after it, the kernel fills the result and is total.
        case kernel(ShapeRule, Kernel)
        /// Made of other primitives; one result each, or several as `split` gives.
        case composed(Composition)
    }

    public let name: String
    public let family: Family
    /// One sentence, with shapes.
    public let summary: String
    /// As the slide writes it, in TeX; nil where the summary says it all.
    public let formula: String?
    public let parameters: [Parameter]
    /// Programs that run, each with its result: `exp(0)  #> 1`.
    public let examples: [String]
    /// What it refuses, in words.
    public let refuses: [String]
    /// The same in NumPy or SciPy, in terms of the parameters' names: help prints it and the vectors come from it.
    public let numpy: String?
    /// Rows of the slides that it serves.
    public let slides: [String]
    public let related: [String]
    /// The derivative with respect to each parameter in turn, as the language writes it: of the parameters' names, and
    /// of y, the result. Where it is written down, formulas can be differentiated through the operation.
    public let derivatives: [String]
    public let gradient: Gradient
    public let body: Body
    /// The kernel alone, of an operation that goes element by element.
    let direct: DirectKernel?
    /// The derivatives of such an operation.
    let slopes: (first: Slope, second: Slope)?
    /// Gives a tuple, even of one result: `split` into one section.
    public let givesTuple: Bool
    /// How its windows lie, of an operation that slides one over an image.
    let windows: WindowReader?
    /// Draws arguments that the operation accepts, for tests over the whole registry.
    public let sample: Sampler

    public convenience init(
        _ name: String, _ family: Family, _ summary: String, formula: String? = nil, _ parameters: [Parameter],
        examples: [String], refuses: [String] = [], numpy: String? = nil, slides: [String] = [],
        related: [String] = [], derivatives: [String] = [], gradient: Gradient = .ofParts, givesTuple: Bool = false,
        sample: @escaping Sampler, body: Body
    ) {
        self.init(
            name, family, summary, formula: formula, parameters, examples: examples, refuses: refuses, numpy: numpy,
            slides: slides, related: related, derivatives: derivatives, gradient: gradient, givesTuple: givesTuple,
            sample: sample, body: body, direct: nil)
    }

    /// `windows`: of an operation that slides one over an image.
    convenience init(
        _ name: String, _ family: Family, _ summary: String, formula: String? = nil, _ parameters: [Parameter],
        examples: [String], refuses: [String] = [], numpy: String? = nil, slides: [String] = [],
        related: [String] = [], gradient: Gradient, windows: @escaping WindowReader, sample: @escaping Sampler,
        body: Body
    ) {
        self.init(
            name, family, summary, formula: formula, parameters, examples: examples, refuses: refuses, numpy: numpy,
            slides: slides, related: related, gradient: gradient, sample: sample, body: body, direct: nil,
            windows: windows)
    }

    /// `direct`: what the body's kernel does to float64 elements side by side.
    init(
        _ name: String, _ family: Family, _ summary: String, formula: String? = nil, _ parameters: [Parameter],
        examples: [String], refuses: [String] = [], numpy: String? = nil, slides: [String] = [],
        related: [String] = [], derivatives: [String] = [], gradient: Gradient = .ofParts, givesTuple: Bool = false,
        sample: @escaping Sampler, body: Body, direct: DirectKernel?, windows: WindowReader? = nil
    ) {
        self.name = name
        self.family = family
        self.summary = summary
        self.formula = formula
        self.parameters = parameters
        self.examples = examples
        self.refuses = refuses
        self.numpy = numpy
        self.slides = slides
        self.related = related
        self.derivatives = derivatives
        self.gradient = gradient
        self.sample = sample
        self.body = body
        self.givesTuple = givesTuple
        self.windows = windows
        self.direct = direct
        slopes = Slope.of(gradient)
    }

    public enum Family: String, Sendable, CaseIterable {
        case make = "Make", shape = "Shape", elementwise = "Elementwise", reduce = "Reduce", linear = "Linear algebra"
        case signals = "Signals", kernels = "Kernels", sizes = "Sizes", index = "Indexing"
    }

    /// The single door: every operation of the engine runs through here, and tapes that are open record it.
    public func callAsFunction(_ arguments: Arguments) throws -> [Tensor] {
        if let tape = Tape.innermost { return try tape.record(self, arguments) }
        return try evaluate(arguments)
    }

    /// Whether it slides a window over an image.
    package var hasWindows: Bool { windows != nil }

    /// Nil of operations without a window.
    package func windows(_ arguments: Arguments) throws -> WindowReading? { try windows?(arguments) }

    /// For operations with one result.
    public func callAsFunction(_ arguments: Argument...) throws -> Tensor { try result(Arguments(arguments)) }

    /// The first result, without the array around it.
    func result(_ arguments: Arguments) throws -> Tensor {
        if let tape = Tape.innermost { return try tape.record(self, arguments)[0] }
        if case .kernel(let rule, let kernel) = body { return try run(rule, kernel, arguments) }
        return try evaluate(arguments)[0]
    }

    /// What it gives, whoever records it.
    func evaluate(_ arguments: Arguments) throws -> [Tensor] {
        switch body {
        case .kernel(let rule, let kernel): [try run(rule, kernel, arguments)]
        case .composed(let compose): try compose(arguments)
        }
    }

    private func run(_ rule: ShapeRule, _ kernel: Kernel, _ arguments: Arguments) throws -> Tensor {
        let type = try rule(arguments)
        // what a kernel reads and writes is work, however short it is: a loop of short ones must end in time, too
        try WorkMeter.count(type.shape.elementCount &+ arguments.elementCount)
        let result = try Tensor(uninitialized: type.shape, type.dtype)
        try kernel(arguments, result)
        return result
    }
}

/// The shape and dtype of a result, known before it is computed.
public struct TensorType: Sendable, Equatable {
    public var shape: Shape
    public var dtype: DType

    public init(_ shape: Shape, _ dtype: DType) {
        self.shape = shape
        self.dtype = dtype
    }
}

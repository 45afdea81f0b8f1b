/// Derivatives that there are not.
public enum GradProblem: Problem {
    /// The gradient of a function whose value is not one number.
    case scalar(Shape)
    /// Nothing but an operation without a gradient leads from the arguments to the value.
    case none(operation: String, because: String)
    /// What is handed to `vjp` or `jvp` does not look like what it belongs to.
    case seed(given: Shape, wanted: Shape)
    case seeds(given: Int, wanted: Int)

    public var code: String {
        switch self {
        case .scalar: "grad-scalar"
        case .none: "grad-none"
        case .seed, .seeds: "grad-seed"
        }
    }

    public var sentence: String {
        switch self {
        case .scalar(let shape): "the gradient is of one number, and the function gives \(shape)"
        case .none(let operation, _): "\(operation) has no gradient"
        case .seed(let given, let wanted): "a tensor \(given) cannot stand for one of shape \(wanted)"
        case .seeds(let given, let wanted): "\(given) tensors cannot stand for \(wanted)"
        }
    }

    public var reasons: [String] {
        switch self {
        case .scalar: ["a gradient has one entry for each input; several outputs make a row of entries for each output", "or end the function with sum(...)"]
        case .none(_, let reason): [reason]
        case .seed, .seeds: ["a product with the Jacobian needs one number for each row, or for each column"]
        }
    }

    public var mend: String? {
        if case .scalar = self { "jacobian(f)" } else { nil }
    }
}

import TensorEngine

/// Why pictures cannot be filtered so.
public enum FilterProblem: Problem, Equatable {
    case kernelShape(Shape)
    case kernelNotFinite
    case unknownKernel(String)
    /// A size for a kernel whose numbers are fixed.
    case noSize(of: String)
    case noSigma(of: String)
    case size(Int)
    case sigma(Double)
    /// Padding of that mode needs a larger picture.
    case tooSmall(height: Int, width: Int, kernelRows: Int, kernelColumns: Int, mode: String)

    public var code: String {
        switch self {
        case .kernelShape: "shape-kernel"
        case .kernelNotFinite: "value-finite"
        case .unknownKernel: "name-kernel"
        case .noSize, .noSigma: "call-option"
        case .size: "value-size"
        case .sigma: "value-sigma"
        case .tooSmall: "value-padding"
        }
    }

    public var sentence: String {
        switch self {
        case .kernelShape(let shape): "a kernel for filtering is (rows, columns), not \(shape)"
        case .kernelNotFinite: "a kernel for filtering holds finite numbers only"
        case .unknownKernel(let name): "there is no kernel named \(name)"
        case .noSize(let name): "\(name) has one size, so --size says nothing about it"
        case .noSigma(let name): "\(name) has no sigma"
        case .size(let size): "a kernel has 1 to \(PictureFilter.sizes.upperBound) rows, not \(size)"
        case .sigma(let sigma): "sigma is a width in pixels above 0, not \(sigma)"
        case .tooSmall(let height, let width, let rows, let columns, let mode):
            "a picture of \(height) rows and \(width) columns is too small for a kernel of \(rows)x\(columns) with"
                + " \(mode) padding"
        }
    }

    public var reasons: [String] {
        switch self {
        case .unknownKernel:
            ["kernels: " + PictureFilter.names.joined(separator: " ")]
        case .noSize: ["blur and gaussian take --size"]
        case .noSigma: ["gaussian takes --sigma"]
        case .tooSmall(_, _, _, _, "reflect"): ["the border is mirrored once, so it must be thinner than the picture"]
        case .tooSmall: ["the border goes around once, so it may be as thick as the picture"]
        default: []
        }
    }
}

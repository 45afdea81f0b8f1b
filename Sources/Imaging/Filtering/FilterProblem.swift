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
    /// An option of a kernel by name, given with a program.
    case optionOfProgram(String)
    /// What a function gave is no image.
    case resultShape(Shape)
    case alphaSize(Shape, height: Int, width: Int)
    /// Padding of that mode needs a larger picture.
    case tooSmall(height: Int, width: Int, kernelRows: Int, kernelColumns: Int, mode: String)

    public var code: String {
        switch self {
        case .kernelShape: "shape-kernel"
        case .resultShape, .alphaSize: "shape-image"
        case .kernelNotFinite: "value-finite"
        case .unknownKernel: "name-kernel"
        case .noSize, .noSigma, .optionOfProgram: "call-option"
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
        case .optionOfProgram(let option): "\(option) says nothing to a function, which decides that itself"
        case .resultShape(let shape): "the function gave \(shape), and an image is (H, W) or (3, H, W)"
        case .alphaSize(let shape, let height, let width):
            "the function gave \(shape), and the alpha channel is \(height) x \(width)"
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
            [
                "kernels: " + PictureFilter.names.joined(separator: " "),
                "or a file NAME.cl whose last value is a kernel",
            ]
        case .noSize: ["blur and gaussian take --size"]
        case .noSigma: ["gaussian takes --sigma"]
        case .tooSmall(_, _, _, _, "reflect"): ["the border is mirrored once, so it must be thinner than the picture"]
        case .tooSmall: ["the border goes around once, so it may be as thick as the picture"]
        default: []
        }
    }
}

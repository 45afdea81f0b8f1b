import TensorEngine

extension PictureFilter {
    /// The filters that have names: the kernels of the language, and the magnitude of both Sobel kernels.
    public static let names: [String] = ["sobel"] + kernels.map { $0.name.replacing("_", with: "-") }

    private static let kernels = Primitive.allCases.filter { $0.family == .kernels }

    /// The filter of this name, as `blur`, `sobel-x` or `sobel_x`.
    ///
    /// - Parameters:
    ///   - size: rows and columns, for kernels that may have any size.
    ///   - sigma: in pixels, for `gaussian`.
    public static func named(_ name: String, size: Int? = nil, sigma: Double? = nil) throws -> PictureFilter {
        let spelling = name.replacing("-", with: "_")
        if spelling == "sobel" {
            try refuse(size: size, sigma: sigma, of: name)
            return PictureFilter(
                magnitudeOf: try FilterKernel(Primitive.sobelX(.none)), try FilterKernel(Primitive.sobelY(.none)))
        }
        guard let kernel = kernels.first(where: { $0.name == spelling }) else {
            throw FilterProblem.unknownKernel(name)
        }
        return PictureFilter(try FilterKernel(try numbers(of: kernel, size: size, sigma: sigma, named: name)))
    }

    /// Calls the function that makes a kernel with what its parameters ask for.
    private static func numbers(of kernel: Primitive, size: Int?, sigma: Double?, named name: String) throws -> Tensor {
        let parameters = kernel.parameters.map(\.name)
        try refuse(
            size: parameters.contains("n") ? nil : size, sigma: parameters.contains("sigma") ? nil : sigma, of: name)
        let width = sigma ?? size.map(usualSigma) ?? 1
        guard width > 0, width.isFinite else { throw FilterProblem.sigma(width) }
        let count = size ?? (parameters.contains("sigma") ? usualSize(width) : 3)
        guard sizes ~= count else { throw FilterProblem.size(count) }
        let arguments = parameters.map { parameter -> Argument in
            switch parameter {
            case "n": .whole(count)
            case "sigma": .number(width)
            default: .none
            }
        }
        return try kernel.callAsFunction(Arguments(arguments))[0]
    }

    private static func refuse(size: Int?, sigma: Double?, of name: String) throws(FilterProblem) {
        if size != nil { throw .noSize(of: name) }
        if sigma != nil { throw .noSigma(of: name) }
    }

    static let sizes = 1...999

    /// As SciPy's gaussian_filter: four sigmas to each side.
    private static func usualSize(_ sigma: Double) -> Int { 2 * Int(min(4 * sigma + 0.5, 1000)) + 1 }

    /// As OpenCV's GaussianBlur.
    private static func usualSigma(_ size: Int) -> Double { 0.3 * (Double(size - 1) * 0.5 - 1) + 0.8 }
}

/// Windows that cannot be drawn.
enum WindowProblem: Problem {
    case axes(of: String, Shape)
    /// Where SciPy lets the image slide over the kernel.
    case kernelIsLarger(Shape, Shape)

    var code: String {
        switch self {
        case .axes: "shape-image"
        case .kernelIsLarger: "shape-kernel"
        }
    }

    var sentence: String {
        switch self {
        case .axes(let operation, let shape): "a window of \(operation) over \(shape) has more axes than a page"
        case .kernelIsLarger(let image, let kernel): "the kernel \(kernel) is larger than the image \(image), so no window slides over it"
        }
    }

    var reasons: [String] {
        switch self {
        case .axes: ["vectors (n,) and images (H, W) can be traced"]
        case .kernelIsLarger: ["with mode=\"valid\" the two may change places"]
        }
    }
}

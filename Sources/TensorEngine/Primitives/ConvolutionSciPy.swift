/// SciPy's convolutions and correlations: full by default, the kernel flipped where the name says convolution.
extension Primitive {
    static let scipyConvolutions: [Primitive] = [convolve, correlate, convolve2d, correlate2d]

    /// `convolve(x, k, mode="full")`, of any number of axes.
    public static let convolve = Primitive(
        "convolve", .signals, "The convolution of two tensors of as many axes, (n,) and (k,) or (H, W) and (h, w).",
        formula: #"y_k = \sum_n h_n\, x_{k-n}"#, signalParameters,
        examples: [
            "convolve([1, 2, 3], [1, 0, -1, 2])  #> [1, 2, 2, 0, 1, 6]",
            "convolve([1, 1, 1], [1, 1, 1], mode=\"same\")  #> [2, 3, 2]",
        ],
        refuses: signalRefuses, numpy: "scipy.signal.convolve(x, k, mode)", slides: ["S1-13", "S1-15", "S2-23"],
        related: ["correlate", "convolve2d", "conv1d"], gradient: .rule(signalGradient(.convolve)),
        windows: { try SignalPlan(.convolve, $0).reading($0) },
        sample: { _ in try signalSample([7], [3]) },
        body: .kernel({ try SignalPlan(.convolve, $0).result }, { try SignalPlan(.convolve, $0).run($0, into: $1) }))

    /// `correlate(x, k, mode="full")`, of any number of axes.
    public static let correlate = Primitive(
        "correlate", .signals,
        "The cross-correlation of two tensors of as many axes, (n,) and (k,) or (H, W) and (h, w).",
        signalParameters,
        examples: ["correlate([1, 2, 3], [0, 1, 2])  #> [2, 5, 8, 3, 0]"],
        refuses: signalRefuses, numpy: "scipy.signal.correlate(x, k, mode)", slides: ["S1-14"],
        related: ["convolve", "correlate2d", "conv1d"], gradient: .rule(signalGradient(.correlate)),
        windows: { try SignalPlan(.correlate, $0).reading($0) },
        sample: { _ in try signalSample([7], [3]) },
        body: .kernel({ try SignalPlan(.correlate, $0).result }, { try SignalPlan(.correlate, $0).run($0, into: $1) }))

    /// `convolve2d(x, k, mode="full", boundary="fill", fillvalue=0)`
    public static let convolve2d = Primitive(
        "convolve2d", .signals,
        "The convolution of an image (H, W) with a kernel (h, w), of (C, H, W) and (N, C, H, W) each channel alone.",
        formula: #"S(i,j) = \sum_m \sum_n I(i-m, j-n)\, K(m,n)"#, imageParameters,
        examples: [
            "convolve2d([[1, 2], [3, 4]], [[1, 1]])  #> [[1, 3, 2], [3, 7, 4]]",
            "convolve2d([[1, 2], [3, 4]], [[0, 1]], mode=\"same\", boundary=\"wrap\")  #> [[2, 1], [4, 3]]",
        ],
        refuses: signalRefuses, numpy: "scipy.signal.convolve2d(x, k, mode, boundary, fillvalue)",
        slides: ["S0-21", "S0-22", "S0-28", "S0-30", "S1-17", "S1-21", "S1-24", "S2-13"],
        related: ["correlate2d", "conv2d", "rot180"],
        gradient: .same { try SignalPlan(.convolve2d, $0).asConvolution($0) },
        windows: { try SignalPlan(.convolve2d, $0).reading($0) },
        sample: { _ in try imageSample([5, 6], [3, 2]) },
        body: .kernel(
            { try SignalPlan(.convolve2d, $0).result }, { try SignalPlan(.convolve2d, $0).run($0, into: $1) }))

    /// `correlate2d(x, k, mode="full", boundary="fill", fillvalue=0)`
    public static let correlate2d = Primitive(
        "correlate2d", .signals,
        "The cross-correlation of an image (H, W) with a kernel (h, w), of (C, H, W) and (N, C, H, W) each"
            + " channel alone.",
        formula: #"y(r,c) = \sum_a \sum_b x(r+a, c+b)\, k(a,b)"#, imageParameters,
        examples: ["correlate2d([[1, 2], [3, 4]], [[1, 2]], mode=\"valid\")  #> [[5], [11]]"],
        refuses: signalRefuses, numpy: "scipy.signal.correlate2d(x, k, mode, boundary, fillvalue)",
        slides: ["S0-33", "S1-25", "S1-26", "S3-64", "S4-25"], related: ["convolve2d", "conv2d"],
        gradient: .same { try SignalPlan(.correlate2d, $0).asConvolution($0) },
        windows: { try SignalPlan(.correlate2d, $0).reading($0) },
        sample: { _ in try imageSample([5, 6], [3, 2]) },
        body: .kernel(
            { try SignalPlan(.correlate2d, $0).result }, { try SignalPlan(.correlate2d, $0).run($0, into: $1) }))

    private static let signalParameters: [Parameter] = [
        .tensor(), .tensor("k"), Parameter("mode", .choice(["full", "valid", "same"]), default: .choice("full")),
    ]
    private static let imageParameters: [Parameter] = [
        .tensor(), .tensor("k"), Parameter("mode", .choice(["full", "same", "valid"]), default: .choice("full")),
        Parameter("boundary", .choice(["fill", "wrap", "symm"]), default: .choice("fill")),
        Parameter("fillvalue", .number, default: .number(0)),
    ]
    private static let signalRefuses = ["an empty kernel", "with mode=\"valid\", two of which neither holds the other"]

    private static func signalSample(_ x: Shape, _ k: Shape) throws -> [Argument] {
        [.tensor(try .ramp(x)), .tensor(try .ramp(k)), .choice("full")]
    }

    private static func imageSample(_ x: Shape, _ k: Shape) throws -> [Argument] {
        try signalSample(x, k) + [.choice("fill"), .number(0)]
    }
}

// MARK: - The plan

/// Which of the four operations, and where SciPy lets them differ.
enum SignalOperation: String {
    case convolve, correlate, convolve2d, correlate2d

    var flipsKernel: Bool { self == .convolve || self == .convolve2d }
    var isOfImages: Bool { self == .convolve2d || self == .correlate2d }

    /// Where "same" starts in the full result: SciPy centres `correlate2d` with an even kernel one element later.
    func sameStart(_ kernel: Int) -> Int { self == .correlate2d ? kernel / 2 : (kernel - 1) / 2 }
}

/// The arguments of a SciPy operation, turned into a correlation without padding.
///
/// Convolution is correlation with the flipped kernel. In mode "valid" SciPy lets the kernel be the larger one and
/// exchanges the two; what that means for correlation is a flip of both.
struct SignalPlan {
    let operation: SignalOperation
    let isSwapped: Bool
    /// One per axis that the kernel moves along; the axes before them count planes.
    let windows: [Window]
    let planes: Int
    let mode: PaddingMode
    let fill: Double
    let result: TensorType

    init(_ operation: SignalOperation, _ arguments: Arguments) throws {
        let x = arguments.tensor(0), k = arguments.tensor(1)
        self.operation = operation
        try SignalPlan.check(operation, x.shape, k.shape)
        let image = Array(x.shape.suffix(k.rank)), kernel = Array(k.shape)
        let isValid = arguments.choice(2) == "valid"
        isSwapped = try isValid && SignalPlan.mustSwap(image, kernel, x.shape, k.shape)
        windows = zip(isSwapped ? kernel : image, isSwapped ? image : kernel).map { n, k in
            let start = arguments.choice(2) == "full" ? 0 : operation.sameStart(k)
            let after = isValid ? 0 : arguments.choice(2) == "full" ? k - 1 : start
            return Window(size: n, kernel: k, before: isValid ? 0 : k - 1 - start, after: after)
        }
        let leading = Array(x.shape.dropLast(k.rank))
        planes = leading.reduce(1, *)
        mode = operation.isOfImages ? PaddingMode(boundary: arguments.choice(3)) : .constant
        fill = operation.isOfImages ? arguments.number(4) : 0
        result = TensorType(
            try Shape(ofResult: leading + windows.map(\.count)), DType.wider(x.dtype, k.dtype).computed)
    }

    private static func check(_ operation: SignalOperation, _ x: Shape, _ k: Shape) throws(SignalProblem) {
        if operation.isOfImages {
            _ = try ImageLayout(x, of: operation.rawValue)
            guard k.rank == 2 else { throw .kernelRank(of: operation.rawValue, k, accepts: "(h, w)") }
        } else {
            guard x.rank == k.rank else { throw .ranksDiffer(of: operation.rawValue, x, k) }
            guard x.rank > 0 else { throw .needsAxes(of: operation.rawValue, 1, x) }
        }
        guard !k.contains(0) else { throw .emptyKernel(k) }
        guard !x.suffix(k.rank).contains(0) else { throw .emptyImage(of: operation.rawValue, x) }
    }

    private static func mustSwap(
        _ image: [Int], _ kernel: [Int], _ x: Shape, _ k: Shape
    ) throws(SignalProblem) -> Bool {
        if zip(image, kernel).allSatisfy({ $0 >= $1 }) { return false }
        guard zip(image, kernel).allSatisfy({ $0 <= $1 }) else { throw .neitherHoldsTheOther(x, k) }
        return true
    }

    func run(_ arguments: Arguments, into y: Tensor) throws {
        let x = try arguments.tensor(0).converted(to: y.dtype), k = try arguments.tensor(1).converted(to: y.dtype)
        y.fill(0)
        // one image and a filter per plane if they are exchanged, else a plane per image and one filter
        let image = try isSwapped ? padded(k, planes: 1) : padded(x, planes: planes)
        let kernel = try isSwapped ? flipped(x) : operation.flipsKernel ? flipped(k) : k
        try correlate(image, kernel, into: y)
    }

    /// Of vectors and images; more axes have no window that could be drawn.
    func reading(_ arguments: Arguments) throws -> WindowReading {
        let x = arguments.tensor(0), k = arguments.tensor(1)
        guard windows.count <= 2 else { throw WindowProblem.axes(of: operation.rawValue, x.shape) }
        guard !isSwapped else { throw WindowProblem.kernelIsLarger(x.shape, k.shape) }
        let all = (windows.count == 1 ? [Window(size: 1, kernel: 1)] : []) + windows
        let image = try ImageLayout(x.shape, of: operation.rawValue, spatialAxes: windows.count)
        return WindowReading(.products, image, Windows(rows: all[0], columns: all[1]), x, mode: mode, fill: fill)
            .with(kernel: k, isRotated: operation.flipsKernel)
    }

    private func padded(_ image: Tensor, planes: Int) throws -> Tensor {
        let flips = isSwapped && !operation.flipsKernel
        guard flips || windows.contains(where: { $0.before + $0.after > 0 }) else { return image }
        let source = try Shape(ofResult: [planes] + windows.map(\.size))
        var moves = Rearrangement(of: source)
        for (axis, window) in windows.enumerated() {
            moves.replace(axis + 1, of: source, count: window.paddedSize) { index in
                flips ? window.size - 1 - index : mode.source(of: index - window.before, size: window.size)
            }
        }
        let result = try Tensor(
            uninitialized: Shape(ofResult: [planes] + windows.map(\.paddedSize)), image.dtype)
        try moves.gather(image, into: result, fill: fill)
        return result
    }

    /// Turned around along every axis that the kernel moves along.
    private func flipped(_ kernel: Tensor) throws -> Tensor {
        let shape = kernel.shape
        var moves = Rearrangement(of: shape)
        for axis in (shape.rank - windows.count)..<shape.rank {
            moves.replace(axis, of: shape, count: shape[axis]) { shape[axis] - 1 - $0 }
        }
        let result = try Tensor(uninitialized: shape, kernel.dtype)
        try moves.gather(kernel, into: result)
        return result
    }

    /// Correlates planes of the last two axes; along the axes before them the sum is taken here.
    private func correlate(_ image: Tensor, _ kernel: Tensor, into y: Tensor) throws {
        let one = Window(size: 1, kernel: 1)
        let all = (windows.count == 1 ? [one] : []) + windows
        let plane = Windows(rows: all[all.count - 2].withoutPadding, columns: all[all.count - 1].withoutPadding)
        let sizes = isSwapped ? plane.sizes(images: 1, out: planes) : plane.sizes(images: planes)
        let outer = all.dropLast(2), imagePlane = plane.rows.size * plane.columns.size
        let kernelPlane = plane.rows.kernel * plane.columns.kernel, resultPlane = plane.rows.count * plane.columns.count
        for place in 0..<outer.reduce(1, { $0 * $1.count }) {
            for tap in 0..<outer.reduce(1, { $0 * $1.kernel }) {
                try Kernels.correlate(
                    sizes, image, at: SignalPlan.source(place, tap, outer) * imagePlane, kernel,
                    at: tap * kernelPlane, addingTo: y, at: place * resultPlane)
            }
        }
    }

    /// The plane of the image under a plane of the kernel, for a plane of the result.
    private static func source(_ place: Int, _ tap: Int, _ windows: ArraySlice<Window>) -> Int {
        var place = place, tap = tap, total = 0, step = 1
        for window in windows.reversed() {
            total += (place % window.count + tap % window.kernel) * step
            place /= window.count
            tap /= window.kernel
            step *= window.paddedSize
        }
        return total
    }
}

extension Window {
    /// The same window over an axis that is padded already.
    fileprivate var withoutPadding: Window { Window(size: paddedSize, kernel: kernel) }
}

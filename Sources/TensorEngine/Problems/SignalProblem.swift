/// What convolution, pooling, padding and their relatives refuse.
enum SignalProblem: Problem {
    // numbers
    case pair(String, given: Int)
    case single(String, given: Int)
    case tooSmall(String, Int, minimum: Int)
    case tooLarge(String, Int)
    case sizeBelowOne(Window)
    case normType(Double)
    case sigma(Double)

    // images and kernels
    case image(of: String, Shape, accepts: String)
    case kernelRank(of: String, Shape, accepts: String)
    case kernelIsAmbiguous(Shape)
    case emptyKernel(Shape)
    case kernelChannels(kernel: Shape, takes: Int, image: Shape, has: Int)
    case groups(Int, channels: Int, filters: Int)
    case bias(Shape, filters: Int)
    case kernelDoesNotFit(Direction, Window)
    case ranksDiffer(of: String, Shape, Shape)
    case neitherHoldsTheOther(Shape, Shape)

    // strides and windows
    /// `readingStride`: one that would read everything.
    case strideSkips([(Direction, Window)], readingStride: Int?)
    case sameNeedsStrideOne
    case outputPadding(Direction, Int, stride: Int, dilation: Int)
    case transposedSize(n: Int, stride: Int, padding: Int, span: Int, extra: Int, size: Int)
    case poolFit([(Direction, Window)])
    case windowDoesNotFit(Direction, Window)
    case poolPadding(Direction, Window)
    case columnsOfPatches(Shape, wanted: Shape)

    // borders and moves
    case padIsAmbiguous([Int])
    case marginCount(given: Int, axes: Int)
    case padMode(String, padding: Int, size: Int, axis: Int)
    case amounts(of: String, given: Int, axes: Int)
    case axis(Int, Shape)
    case axisTwice(Int)
    case needsAxes(of: String, Int, Shape)
    case repeats(given: Int, size: Int)
    case emptyImage(of: String, Shape)

    /// The way along which a window moves; one-dimensional signals have elements instead of columns.
    enum Direction: String, Sendable {
        case rows, columns, elements

        func counted(_ count: Int) -> String { count == 1 ? "1 \(rawValue.dropLast())" : "\(count) \(rawValue)" }
    }
}

extension SignalProblem {
    var code: String {
        switch self {
        case .pair(let name, _), .single(let name, _), .tooSmall(let name, _, _), .tooLarge(let name, _):
            "value-" + name.map { $0 == "_" ? "-" : String($0) }.joined()
        case .sizeBelowOne, .transposedSize: "value-size"
        case .image: "shape-image"
        case .kernelRank, .kernelIsAmbiguous, .emptyKernel, .kernelDoesNotFit, .neitherHoldsTheOther: "shape-kernel"
        case .kernelChannels: "shape-channels"
        case .groups: "value-groups"
        case .bias: "shape-bias"
        case .ranksDiffer: "shape-rank"
        case .strideSkips, .sameNeedsStrideOne: "value-stride"
        case .outputPadding: "value-output-padding"
        case .poolFit, .windowDoesNotFit: "pool-fit"
        case .normType: "value-norm-type"
        case .sigma: "value-sigma"
        case .poolPadding, .padIsAmbiguous, .marginCount, .padMode: "value-padding"
        case .columnsOfPatches: "shape-patches"
        case .amounts: "value-amounts"
        case .axis, .axisTwice, .needsAxes: "shape-axis"
        case .repeats: "value-repeats"
        case .emptyImage: "shape-empty"
        }
    }

    var sentence: String {
        switch self {
        case .pair(let name, let given): "\(name) is one whole number or two, (rows, columns), not \(given)"
        case .single(let name, let given): "\(name) is one whole number here, not \(given)"
        case .tooSmall(let name, let value, let minimum): "\(name) is at least \(minimum), not \(value)"
        case .tooLarge(let name, let value): "\(name) is at most \(Window.largest), not \(value)"
        case .sizeBelowOne(let window): "a window of \(window.kernel) does not fit \(window.paddedSize)"
        case .normType(let value): "norm_type is greater than 0, not \(decimalText(value))"
        case .sigma(let value): "sigma is greater than 0, not \(decimalText(value))"
        case .image(let name, let shape, let accepts): "\(name) takes \(accepts), not \(shape)"
        case .kernelRank(let name, let shape, let accepts): "\(name) takes a kernel \(accepts), not \(shape)"
        case .kernelIsAmbiguous(let shape): "a kernel of shape \(shape) can be read in two ways"
        case .emptyKernel(let shape): "a kernel has at least one element along each axis: this one is \(shape)"
        case .kernelChannels(let kernel, let takes, let image, let has):
            "the kernel \(kernel) takes \(takes) channels, the image \(image) has \(has)"
        case .groups(let groups, let channels, let filters):
            "\(groups) groups do not divide \(channels) channels and \(filters) filters"
        case .bias(let shape, let filters):
            "the bias is \(shape), but there \(filters == 1 ? "is 1 filter" : "are \(filters) filters")"
        case .kernelDoesNotFit(let direction, let window):
            "a kernel of \(direction.counted(window.span)) does not fit into \(window.paddedSize)"
        case .ranksDiffer(let name, let x, let k): "\(name) takes two tensors of as many axes, not \(x) and \(k)"
        case .neitherHoldsTheOther(let x, let k): "mode=\"valid\" needs one to hold the other: \(x) and \(k) do not"
        case .strideSkips(let windows, _): "the stride skips \(Self.unreadText(windows))"
        case .sameNeedsStrideOne: "padding=\"same\" keeps the size only at stride 1"
        case .outputPadding(let direction, let value, let stride, let dilation):
            "output_padding is smaller than the stride \(stride) or the dilation \(dilation) of the "
                + "\(direction.rawValue), not \(value)"
        case .transposedSize(_, _, let padding, _, _, _): "padding of \(padding) leaves nothing of the result"
        case .poolFit(let windows): Self.poolFitText(windows)
        case .windowDoesNotFit(let direction, let window):
            "a window of \(direction.counted(window.span)) does not fit into \(window.paddedSize)"
        case .poolPadding(let direction, let window):
            "padding is at most half the window: \(window.before) of \(direction.counted(window.span))"
        case .columnsOfPatches(let shape, let wanted): "the patches are \(shape), but the image needs \(wanted)"
        case .padIsAmbiguous(let amounts): "pad(x, \(Self.tupleText(amounts))) can be read in two ways"
        case .marginCount(let given, let axes): "pad got \(given) pairs (before, after) for \(axes) axes"
        case .padMode(let mode, let padding, let size, let axis):
            "\(mode) padding of \(padding) does not fit axis \(axis), which has \(size)"
        case .amounts(let name, let given, let axes): "\(name) needs one amount per axis: \(axes), not \(given)"
        case .axis(let axis, let shape): "there is no axis \(axis) in \(shape)"
        case .axisTwice(let axis): "axis \(axis) is named twice"
        case .needsAxes(let name, let count, let shape): "\(name) needs \(count) axes, but the tensor is \(shape)"
        case .repeats(let given, let size): "repeat got \(given) counts for \(size) elements"
        case .emptyImage(let name, let shape): "\(name) has nothing to take values from: the tensor is \(shape)"
        }
    }

    var reasons: [String] {
        switch self {
        case .sizeBelowOne(let window), .kernelDoesNotFit(_, let window), .windowDoesNotFit(_, let window):
            [window.formula]
        case .kernelIsAmbiguous(let shape): Self.kernelReadings(shape)
        case .kernelChannels: ["a kernel is (filters, channels per group, rows, columns)"]
        case .groups: ["each group takes its share of the channels and gives its share of the filters"]
        case .strideSkips(let windows, _): windows.flatMap(Self.strideReasons)
        case .transposedSize(let n, let stride, let padding, let span, let extra, let size):
            ["(\(n) - 1)*\(stride) - 2*\(padding) + \(span) + \(extra) = \(size)"]
        case .poolFit(let windows): windows.map { "\($0.rawValue): \($1.formula)" }
        case .poolPadding: ["a window that lies outside would have no element"]
        case .padIsAmbiguous(let amounts): Self.padReadings(amounts)
        case .padMode("reflect", let padding, let size, _):
            ["reflect repeats the inside without the edge, so \(padding) must be less than \(size)"]
        case .padMode: ["each element is repeated once at most"]
        case .amounts(let name, 1, 2): ["\(name)(x, (u, v)) moves u rows and v columns"]
        default: []
        }
    }

    var mend: String? {
        if case .strideSkips(_, let stride?) = self { "stride=\(stride)" } else { nil }
    }
}

// MARK: - Parts of sentences

extension SignalProblem {
    /// `(1, 2)`
    private static func tupleText(_ values: [Int]) -> String {
        "(" + values.map(String.init).joined(separator: ", ") + (values.count == 1 ? ",)" : ")")
    }

    /// `rows 3, 4`; `row 4`; `columns 1, 3, 5, 7 and 12 more`.
    private static func positions(_ direction: Direction, _ positions: [Int]) -> String {
        let shown = positions.prefix(4).map(String.init).joined(separator: ", ")
        let rest = positions.count > 4 ? " and \(positions.count - 4) more" : ""
        return (positions.count == 1 ? String(direction.rawValue.dropLast()) : direction.rawValue) + " " + shown + rest
    }

    private static func unreadText(_ windows: [(Direction, Window)]) -> String {
        windows.map { positions($0, $1.unread) }.joined(separator: " and ")
    }

    private static func strideReasons(_ direction: Direction, _ window: Window) -> [String] {
        ["\(direction.rawValue): \(window.formula), \(positions(direction, window.unread)) unread"]
    }

    /// Columns first: they are what a message about a window names first.
    private static func poolFitText(_ windows: [(Direction, Window)]) -> String {
        let sizes = windows.map { $0.counted($1.size) }.joined(separator: " and ")
        let window = windows.map { "\($1.kernel)" }
        let strides = windows.map { "\($1.stride)" }
        let isAlike = Set(window).count == 1 && Set(strides).count == 1
        let size = isAlike ? window[0] : window.joined(separator: " and ")
        let stride = isAlike ? strides[0] : strides.joined(separator: " and ")
        return "\(sizes) do not divide into windows of \(size) at stride \(stride)"
    }

    private static func kernelReadings(_ shape: Shape) -> [String] {
        let one = Shape([1] + Array(shape)), many = Shape(Array(shape.prefix(1)) + [1] + Array(shape.dropFirst()))
        return [
            "one filter that sums over \(shape[0]) channels: reshape(w, \(one))",
            "\(shape[0]) filters of one channel each: reshape(w, \(many))",
        ]
    }

    private static func padReadings(_ amounts: [Int]) -> [String] {
        guard amounts.count == 2 else { return ["write one pair (before, after) per axis: ((1, 1), (0, 2))"] }
        let (a, b) = (amounts[0], amounts[1])
        return [
            "\(a) before and \(b) after on each axis: pad(x, ((\(a), \(b)), (\(a), \(b))))",
            "\(a) on both ends of the rows and \(b) on both ends of the columns: pad(x, ((\(a), \(a)), (\(b), \(b))))",
        ]
    }
}

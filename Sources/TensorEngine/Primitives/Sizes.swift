/// How a window moves along one axis: the arithmetic behind every size formula of the slides.
///
/// No number here passes `Window.largest`, so no product below can overflow.
struct Window: Equatable, Sendable {
    static let largest = Int(Int32.max)

    /// Elements along the axis, without padding.
    var size: Int
    /// Elements in the window.
    var kernel: Int
    var stride = 1
    /// Padding at either end; the same but for `"same"` and for ceiling mode.
    var before = 0, after = 0
    var dilation = 1

    /// How far the window reaches: its elements and the holes that dilation leaves between them.
    var span: Int { dilation * (kernel - 1) + 1 }
    var paddedSize: Int { size + before + after }
    /// How far the first window can move; negative where not even that one fits.
    var room: Int { paddedSize - span }
    /// The number of whole windows, `floor((n + 2p - k)/s) + 1`; 0 where none fits.
    var count: Int { room < 0 ? 0 : room / stride + 1 }
    /// Whether the last window ends where the padded axis does.
    var isExact: Bool { room >= 0 && room % stride == 0 }

    /// The slide's size formula with the numbers filled in: `(5 + 2*0 - 3)/3 + 1 = 1.6667`.
    var formula: String {
        let padding = before == after ? "2*\(before)" : "\(before) + \(after)"
        let window = dilation == 1 ? "\(kernel)" : "(\(dilation)*(\(kernel) - 1) + 1)"
        let value = decimalText(Double(room) / Double(stride) + 1)
        return "(\(size) + \(padding) - \(window))/\(stride) + 1 = \(value)"
    }

    /// The elements that no window reads.
    /// - Complexity: O(size * kernel)
    var unread: [Int] {
        (0..<size).filter { element in
            !(0..<kernel).contains { tap in
                let start = element + before - tap * dilation
                return start >= 0 && start % stride == 0 && start / stride < count
            }
        }
    }

    /// The largest stride, below the largest of theirs, at which all of these windows read every element.
    static func readingStride(_ windows: [Window]) -> Int? {
        let largest = min(windows.map(\.stride).max() ?? 1, windows.map(\.span).max() ?? 1)
        return Swift.stride(from: largest, to: 0, by: -1).first { stride in
            windows.allSatisfy { window in
                var window = window
                window.stride = stride
                return window.unread.isEmpty
            }
        }
    }
}

/// At most four decimals, none that say nothing: `1.6667`, `2.5`, `3`.
func decimalText(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    if let whole = Int(exactly: rounded) { return String(whole) }
    return "\(rounded)"
}

// MARK: - Reading whole numbers

extension Arguments {
    /// A whole number of at least `minimum`.
    func whole(_ position: Int, _ name: String, atLeast minimum: Int) throws(SignalProblem) -> Int {
        try checked(whole(position), name, atLeast: minimum)
    }

    /// One number for rows and columns alike, or two.
    func pair(_ position: Int, _ name: String, atLeast minimum: Int) throws(SignalProblem) -> (rows: Int, columns: Int)
    {
        let given = wholes(position) ?? []
        guard given.count == 1 || given.count == 2 else { throw .pair(name, given: given.count) }
        return (
            try checked(given[0], name, atLeast: minimum), try checked(given[given.count - 1], name, atLeast: minimum)
        )
    }

    /// One number; of a vector's window, which has no rows.
    func single(_ position: Int, _ name: String, atLeast minimum: Int) throws(SignalProblem) -> Int {
        let given = wholes(position) ?? []
        guard given.count == 1 else { throw .single(name, given: given.count) }
        return try checked(given[0], name, atLeast: minimum)
    }

    func isNone(_ position: Int) -> Bool {
        if case .none = values[position] { true } else { false }
    }
}

/// Whole numbers that sizes are computed with stay within these bounds, so that arithmetic on them cannot overflow.
func checked(_ value: Int, _ name: String, atLeast minimum: Int) throws(SignalProblem) -> Int {
    guard value >= minimum else { throw .tooSmall(name, value, minimum: minimum) }
    guard value <= Window.largest else { throw .tooLarge(name, value) }
    return value
}

extension Shape {
    /// The shape of a result, whose sizes come from numbers that the caller chose.
    init(ofResult sizes: [Int]) throws(LimitProblem) {
        guard sizes.count <= Shape.maximumRank else { throw .rank(sizes.count) }
        var product = 1
        for size in sizes {
            let (next, overflows) = product.multipliedReportingOverflow(by: Swift.max(size, 1))
            guard !overflows, size <= Window.largest, next < 1 << 52 else {
                throw .size("(" + sizes.map(String.init).joined(separator: ", ") + ")")
            }
            product = next
        }
        self.init(sizes)
    }
}

// MARK: - Primitives

extension Primitive {
    package static let sizes: [Primitive] = [convOutputSize]

    /// `conv_output_size(n, k, stride=1, padding=0, dilation=1)`: floor((n + 2p - k)/s) + 1, per axis.
    public static let convOutputSize = Primitive(
        "conv_output_size", .sizes,
        "The size of a convolution's or a pool's result: a whole number, or (rows, columns) where a pair was given.",
        formula: #"\left\lfloor \frac{n + 2p - d(k-1) - 1}{s} \right\rfloor + 1"#,
        [
            Parameter("n", .wholes), Parameter("k", .wholes), Parameter("stride", .wholes, default: .whole(1)),
            Parameter("padding", .wholes, default: .whole(0)),
            Parameter("dilation", .wholes, default: .whole(1), keywordOnly: true),
        ],
        examples: [
            "conv_output_size(28, 5)  #> 24", "conv_output_size(32, 5, stride=2, padding=2)  #> 16",
            "conv_output_size((7, 6), (3, 2))  #> [5, 5]",
        ],
        refuses: ["a size below 1", "more than two sizes"],
        slides: ["S0-25", "S0-26", "S1-31", "S1-32", "S3-68", "S4-27"], related: ["conv2d", "max_pool2d"],
        gradient: .none(because: "a size is a whole number"),
        sample: { _ in [.whole(28), .whole(5), .whole(2), .whole(1), .whole(1)] },
        body: .composed { arguments in
            let windows = try arguments.outputWindows()
            guard windows.allSatisfy({ $0.count >= 1 }) else {
                throw SignalProblem.sizeBelowOne(windows.first { $0.count < 1 } ?? windows[0])
            }
            let counts = windows.map { Double($0.count) }
            return [counts.count == 1 ? try Tensor(plainNumber: counts[0]) : try Tensor(counts)]
        })
}

extension Arguments {
    /// One window if all of n, k, stride, padding, dilation are plain, else one for rows and one for columns.
    fileprivate func outputWindows() throws(SignalProblem) -> [Window] {
        let n = try pair(0, "n", atLeast: 0), k = try pair(1, "k", atLeast: 1), s = try pair(2, "stride", atLeast: 1)
        let p = try pair(3, "padding", atLeast: 0), d = try pair(4, "dilation", atLeast: 1)
        let rows = Window(size: n.rows, kernel: k.rows, stride: s.rows, before: p.rows, after: p.rows, dilation: d.rows)
        let columns = Window(
            size: n.columns, kernel: k.columns, stride: s.columns, before: p.columns, after: p.columns,
            dilation: d.columns)
        let isPlain = (0..<5).allSatisfy { (wholes($0) ?? []).count == 1 }
        return isPlain ? [rows] : [rows, columns]
    }
}

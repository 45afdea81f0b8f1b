/// What stands beyond the border.
package enum PaddingMode: String, CaseIterable, Sendable {
    /// One value, given elsewhere.
    case constant
    /// Mirrored at the edge, which is not repeated: 3 2 | 1 2 3.
    case reflect
    /// The edge goes on: 1 1 | 1 2 3.
    case replicate
    /// The other end: 2 3 | 1 2 3.
    case circular
    /// Mirrored with the edge repeated, SciPy's "symm": 2 1 | 1 2 3.
    case symmetric

    package init(convolution mode: String) { self = PaddingMode(rawValue: mode) ?? .constant }

    init(boundary: String) {
        switch boundary {
        case "wrap": self = .circular
        case "symm": self = .symmetric
        default: self = .constant
        }
    }

    /// Where the element at `index`, from beyond the border or not, comes from; nil for the constant.
    /// - Precondition: `size` is at least 1, unless the mode is constant.
    package func source(of index: Int, size: Int) -> Int? {
        if index >= 0 && index < size { return index }
        switch self {
        case .constant: return nil
        case .reflect: return index < 0 ? -index : 2 * (size - 1) - index
        case .replicate: return index < 0 ? 0 : size - 1
        case .circular: return wrapped(index, size)
        case .symmetric:
            let place = wrapped(index, 2 * size)
            return place < size ? place : 2 * size - 1 - place
        }
    }

    /// Refuses padding that PyTorch refuses: a border that would use an element twice.
    func check(_ window: Window, axis: Int) throws(SignalProblem) {
        let padding = max(window.before, window.after)
        let limit =
            switch self {
            case .constant: Int.max
            case .reflect: window.size - 1
            case .circular, .symmetric: window.size
            case .replicate: window.size == 0 ? 0 : Int.max
            }
        guard padding <= max(limit, 0) else {
            throw .padMode(rawValue, padding: padding, size: window.size, axis: axis)
        }
    }
}

/// The remainder that takes the divisor's sign, as Python's `%`.
func wrapped(_ value: Int, _ size: Int) -> Int {
    let rest = value % size
    return rest < 0 ? rest + size : rest
}

// MARK: - Axes

extension Arguments {
    /// The axes named by the caller; else the last two, or the only one of a vector.
    func imageAxes(_ position: Int, of operation: String, _ shape: Shape) throws(SignalProblem) -> [Int] {
        guard shape.rank > 0 else { throw .needsAxes(of: operation, 1, shape) }
        guard let named = wholes(position) else { return shape.rank == 1 ? [0] : [shape.rank - 2, shape.rank - 1] }
        var axes: [Int] = []
        for axis in named {
            guard (-shape.rank..<shape.rank).contains(axis) else { throw .axis(axis, shape) }
            let place = axis < 0 ? axis + shape.rank : axis
            guard !axes.contains(place) else { throw .axisTwice(place) }
            axes.append(place)
        }
        return axes
    }
}

// MARK: - pad

extension Primitive {
    /// `pad(x, n, mode="constant", value=0, axis=None)`
    public static let pad: Primitive = Primitive(
        "pad", .shape,
        "Surrounds the last two axes, or the only one of a vector, with n elements; ((before, after), ...) gives each"
            + " end its own number.",
        [
            .tensor(), Parameter("n", .margins),
            Parameter("mode", .choice(PaddingMode.allCases.map(\.rawValue)), default: .choice("constant")),
            Parameter("value", .number, default: .number(0)), .axis,
        ],
        examples: [
            "pad([1, 2, 3, 4], 2, mode=\"reflect\")  #> [3, 2, 1, 2, 3, 4, 3, 2]",
            "pad([[1, 2], [3, 4]], ((0, 1), (1, 0)))  #> [[0, 1, 2], [0, 3, 4], [0, 0, 0]]",
        ],
        refuses: [
            "two numbers (1, 2), which have two readings", "reflect padding as wide as the axis",
            "circular padding wider than the axis",
        ],
        slides: ["S0-23", "S1-31", "S1-33"], related: ["conv2d", "shift"], gradient: padGradient,
        sample: { _ in [.tensor(try .ramp([3, 4])), .whole(1), .choice("reflect"), .number(0), .none] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                let windows = try arguments.padWindows()
                return TensorType(try Shape(ofResult: windows.map(\.paddedSize)), x.dtype)
            },
            { arguments, y in
                let x = arguments.tensor(0), mode = arguments.paddingMode
                var moves = Rearrangement(of: x.shape)
                for (axis, window) in try arguments.padWindows().enumerated() where window.after + window.before > 0 {
                    moves.replace(axis, of: x.shape, count: window.paddedSize) { index in
                        mode.source(of: index - window.before, size: window.size)
                    }
                }
                try moves.gather(x, into: y, fill: arguments.number(3))
            }))
}

extension Primitive {
    /// A border of one value owes nothing to x; any other border is made of its elements.
    private static let padGradient = Gradient.linear { call, upstream, _ in
        guard call.arguments.paddingMode == .constant else {
            return try call.movedBack(upstream) { try pad.result($0) }
        }
        let inside = try call.arguments.padWindows().map { window in
            IndexItem.slice(start: window.before, stop: window.before + window.size, step: nil)
        }
        return try index(.tensor(upstream), .index(inside))
    }
}

extension Arguments {
    fileprivate var paddingMode: PaddingMode { PaddingMode(rawValue: choice(2)) ?? .constant }

    /// One window per axis of x, of which only size and padding count.
    fileprivate func padWindows() throws(SignalProblem) -> [Window] {
        let shape = tensor(0).shape
        let axes = try imageAxes(4, of: "pad", shape)
        var windows = shape.map { Window(size: $0, kernel: 1) }
        for (axis, margins) in zip(axes, try padMargins(axes: axes.count)) {
            windows[axis].before = try checked(margins.before, "padding", atLeast: 0)
            windows[axis].after = try checked(margins.after, "padding", atLeast: 0)
            try paddingMode.check(windows[axis], axis: axis)
        }
        return windows
    }

    private func padMargins(axes: Int) throws(SignalProblem) -> [(before: Int, after: Int)] {
        switch values[1] {
        case .nested(let pairs):
            guard pairs.allSatisfy({ $0.count == 2 }), pairs.count == axes || pairs.count == 1 else {
                throw .marginCount(given: pairs.count, axes: axes)
            }
            let margins = pairs.map { (before: $0[0], after: $0[1]) }
            return margins.count == axes ? margins : Array(repeating: margins[0], count: axes)
        case .wholes(let amounts) where amounts.count != 1: throw .padIsAmbiguous(amounts)
        default:
            let n = wholes(1)?.first ?? 0
            return Array(repeating: (n, n), count: axes)
        }
    }
}

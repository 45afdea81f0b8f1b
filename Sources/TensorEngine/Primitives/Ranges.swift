/// Evenly spaced numbers.
extension Primitive {
    public static let arange = Primitive(
        "arange", .make, "Numbers from start to below stop, step apart; one number is the stop.",
        [
            Parameter("start", .number), Parameter("stop", .number, default: Argument.none),
            Parameter("step", .number, default: .number(1)), .dtype,
        ],
        examples: ["arange(4)  #> [0, 1, 2, 3]", "arange(1, 2, 0.25)  #> [1, 1.25, 1.5, 1.75]"],
        refuses: ["a step of 0", "bounds that are not finite"], numpy: "np.arange(start, stop, step)",
        related: ["linspace"], gradient: isConstant,
        sample: { _ in [.number(1), .number(7), .number(1.5), .none] },
        body: .kernel(
            { TensorType(try Shape(checking: [try Progression($0).count]), $0.dtype(3) ?? .float64) },
            { arguments, result in
                let range = try Progression(arguments)
                for i in 0..<result.count { result.setElement(i, to: range[i]) }
            }))

    public static let linspace = Primitive(
        "linspace", .make, "num numbers from start to stop, both included, evenly spaced.",
        [
            Parameter("start", .number), Parameter("stop", .number), Parameter("num", .whole, default: .whole(50)),
            .dtype,
        ],
        examples: ["linspace(0, 1, 5)  #> [0, 0.25, 0.5, 0.75, 1]"], refuses: ["a negative num"],
        numpy: "np.linspace(start, stop, num)", related: ["arange"], gradient: isConstant,
        sample: { _ in [.number(-1), .number(2), .whole(7), .none] },
        body: .kernel(
            { TensorType(try Shape(checking: [$0.whole(2)]), $0.dtype(3) ?? .float64) },
            { arguments, result in
                let (start, stop) = (arguments.number(0), arguments.number(1))
                let gaps = Double(Swift.max(result.count - 1, 1))
                let step = (stop - start) / gaps
                for i in 0..<result.count { result.setElement(i, to: Double(i) * step + start) }
                // As in NumPy: what rounding has done to the last one is undone.
                if result.count > 1 { result.setElement(result.count - 1, to: stop) }
            }))
}

/// NumPy's `arange`: how many numbers, and each.
private struct Progression {
    let count: Int
    private let start: Double
    private let gap: Double

    init(_ arguments: Arguments) throws {
        let one = arguments.optionalNumber(1) == nil
        let start = one ? 0 : arguments.number(0)
        let stop = arguments.optionalNumber(1) ?? arguments.number(0)
        let step = arguments.number(2)
        guard step != 0 else { throw ValueProblem.step(operation: "arange") }
        let length = ((stop - start) / step).rounded(.up)
        guard length.isFinite else {
            throw ValueProblem.notFinite(operation: "arange's length", length)
        }
        guard length <= Double(Int32.max) else { throw LimitProblem.size("a length of \(numberText(length))") }
        count = Int(Swift.max(0, length))
        self.start = start
        // NumPy measures the gap after rounding, and the last digits show it.
        gap = (start + step) - start
    }

    subscript(i: Int) -> Double { start + Double(i) * gap }
}

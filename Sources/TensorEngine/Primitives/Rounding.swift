/// Rounding to a number of decimals.
extension Primitive {
    public static let round = Primitive(
        "round", .elementwise, "Each element of x rounded to so many decimals, halves to the even digit.",
        [.tensor(), Parameter("decimals", .whole, default: .whole(0))],
        examples: ["round([0.5, 1.5, 2.4])  #> [0, 2, 2]", "round(3.14159, 2)  #> 3.14"],
        numpy: "np.round(x, decimals)", related: ["floor", "ceil"], gradient: .zero,
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .whole(1)] },
        body: .kernel(
            { TensorType($0.tensor(0).shape, $0.tensor(0).dtype.asFloat) },
            { arguments, result in
                let decimals = arguments.whole(1)
                guard decimals != 0 else { return try nearest.run(arguments.tensor(0), into: result) }
                // As in NumPy: by a positive power of ten, which is exact, whichever way it goes.
                let scale = try Tensor(plainNumber: powerOfTen(decimals.magnitude))
                let (up, down) = decimals > 0 ? (times, over) : (over, times)
                let scaled = try Tensor(uninitialized: result.shape, result.dtype)
                try up.run(arguments.tensor(0), scale, into: scaled)
                let rounded = try Tensor(uninitialized: result.shape, result.dtype)
                try nearest.run(scaled, into: rounded)
                try down.run(rounded, scale, into: result)
            }))

    private static let nearest = UnaryKernel(\.elementwise.round, \.elementwise.round)
    private static let times = BinaryKernel(\.elementwise.multiply, \.elementwise.multiply)
    private static let over = BinaryKernel(\.elementwise.divide, \.elementwise.divide)

    /// Infinite from 309 on, as a `Double` is.
    private static func powerOfTen(_ exponent: UInt) -> Double {
        (0..<Swift.min(exponent, 309)).reduce(1) { power, _ in power * 10 }
    }
}

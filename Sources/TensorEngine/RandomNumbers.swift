/// Random numbers that are the same bits everywhere: Philox 4x32-10, counter based.
///
/// The specification, for a second implementation:
///
/// - **Words.** The key is the seed, its low 32 bits first. Block *i* (from 0) is Philox 4x32 with 10 rounds of the
///   counter (low 32 bits of *i*, high 32 bits of *i*, 0, 0); the stream is words 0, 1, 2, 3 of block 0, then of block
///   1, and so on. A *long word* is two words: the first is its high half.
/// - **rand**: the top 53 bits of a long word, times 2^-53: from 0 to below 1. As float32: the top 24, times 2^-24.
/// - **randn**: repeat u = 2 rand - 1, v = 2 rand - 1, s = u u + v v until 0 < s < 1; the number is
///   u sqrt(-2 log(s) / s), where v is dropped. `log` is `naturalLogarithm` below, step by step. As float32: rounded.
/// - **whole below n**: a long word x, drawn again while x > 2^64 - 1 - (2^64 mod n); the number is x mod n.
/// - **permutation of n**: 0, 1, ..., n - 1; for i from n - 1 down to 1 swap entry i with entry `whole below i + 1`.
/// - **sub-seed**: a long word.
///
/// The state is the seed and how many words are drawn, so a copy is cheap and a generator can be put back anywhere.
///
/// Source: Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3 (2011).
public struct RandomNumbers: Sendable, Equatable {
    public let seed: UInt64
    /// Words drawn so far.
    public private(set) var drawn: UInt64
    /// The block that the next word comes from, if it was computed already.
    private var block = SIMD4<UInt32>()

    public init(seed: UInt64, drawn: UInt64 = 0) {
        self.seed = seed
        self.drawn = drawn
        if drawn % 4 != 0 { block = RandomNumbers.block(drawn / 4, seed: seed) }
    }

    /// The next word.
    public mutating func next() -> UInt32 {
        if drawn % 4 == 0 { block = RandomNumbers.block(drawn / 4, seed: seed) }
        defer { drawn &+= 1 }
        return block[Int(drawn % 4)]
    }

    mutating func nextLong() -> UInt64 {
        let high = UInt64(next())
        return high << 32 | UInt64(next())
    }

    /// From 0 to below 1.
    public mutating func uniform() -> Double { Double(nextLong() >> 11) * 0x1p-53 }

    /// The same with as many bits as float32 holds: rounding the longer one could give 1.
    mutating func shortUniform() -> Float { Float(nextLong() >> 40) * 0x1p-24 }

    /// Of the normal distribution with mean 0 and deviation 1.
    public mutating func normal() -> Double {
        while true {
            let u = 2 * uniform() - 1
            let v = 2 * uniform() - 1
            let s = u * u + v * v
            if s > 0, s < 1 { return u * (-2 * RandomNumbers.naturalLogarithm(s) / s).squareRoot() }
        }
    }

    /// A whole number from 0 to below `bound`, each as likely as the other.
    /// - Precondition: `bound` is positive.
    public mutating func whole(below bound: Int) -> Int {
        let bound = UInt64(bound)
        let last = UInt64.max - (UInt64.max % bound + 1) % bound
        while true {
            let drawn = nextLong()
            if drawn <= last { return Int(drawn % bound) }
        }
    }

    /// The whole numbers from 0 to below `count` in random order.
    public mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for position in order.indices.dropFirst().reversed() {
            order.swapAt(position, whole(below: position + 1))
        }
        return order
    }

    /// A seed for a generator of its own, as each layer of a net has.
    public mutating func subseed() -> UInt64 { nextLong() }
}

// MARK: - Philox

extension RandomNumbers {
    static func block(_ index: UInt64, seed: UInt64) -> SIMD4<UInt32> {
        let counter = SIMD4(UInt32(truncatingIfNeeded: index), UInt32(index >> 32), 0, 0)
        return philox(counter: counter, key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(seed >> 32)))
    }

    /// Ten rounds: two multiplications whose halves cross over, mixed with a key that moves on.
    package static func philox(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var (c, k) = (counter, key)
        for _ in 0..<10 {
            let first = (0xD251_1F53 as UInt32).multipliedFullWidth(by: c[0])
            let second = (0xCD9E_8D57 as UInt32).multipliedFullWidth(by: c[2])
            c = SIMD4(second.high ^ c[1] ^ k[0], second.low, first.high ^ c[3] ^ k[1], first.low)
            k = SIMD2(k[0] &+ 0x9E37_79B9, k[1] &+ 0xBB67_AE85)
        }
        return c
    }

    /// The natural logarithm of a positive normal number in + - * / only, so that it is the same bits everywhere.
    ///
    /// With x = 2^e m and sqrt(1/2) <= m < sqrt(2), t = (m - 1) / (m + 1):
    /// log x = e log 2 + 2 t (1 + t²/3 + t⁴/5 + ... + t²²/23), the bracket by Horner's rule from its last term.
    package static func naturalLogarithm(_ x: Double) -> Double {
        var exponent = Double(x.exponent)
        var mantissa = x.significand
        if mantissa >= 1.4142135623730951 {
            mantissa *= 0.5
            exponent += 1
        }
        let t = (mantissa - 1) / (mantissa + 1)
        let square = t * t
        var bracket = 1.0 / 23
        for odd in stride(from: 21.0, through: 1, by: -2) { bracket = bracket * square + 1 / odd }
        return exponent * 0.6931471805599453 + 2 * t * bracket
    }
}

// MARK: - Tensors

extension RandomNumbers {
    /// Numbers from 0 to below 1, drawn in row-major order.
    public mutating func rand(_ shape: Shape, _ dtype: DType = .float64) throws -> Tensor {
        try filled(shape, dtype) { dtype == .float32 ? Double($0.shortUniform()) : $0.uniform() }
    }

    /// Numbers of the normal distribution, drawn in row-major order.
    public mutating func randn(_ shape: Shape, _ dtype: DType = .float64) throws -> Tensor {
        try filled(shape, dtype) { $0.normal() }
    }

    /// Whole numbers from `low` to below `high`, drawn in row-major order.
    /// - Throws: `ValueProblem.emptyRange`.
    public mutating func randint(_ low: Int, _ high: Int, _ shape: Shape, _ dtype: DType = .float64) throws -> Tensor {
        let (width, overflow) = high.subtractingReportingOverflow(low)
        guard width > 0, !overflow else { throw ValueProblem.emptyRange(low: low, high: high) }
        return try filled(shape, dtype) { Double(low + $0.whole(below: width)) }
    }

    /// The whole numbers from 0 to below `count` in random order, as a tensor.
    /// - Throws: `LimitProblem`, `ShapeProblem.negative`.
    public mutating func permutation(_ count: Int, _ dtype: DType) throws -> Tensor {
        let result = try Tensor(uninitialized: Shape(checking: [count]), dtype)
        for (place, entry) in permutation(count).enumerated() { result.setElement(place, to: Double(entry)) }
        return result
    }

    private mutating func filled(
        _ shape: Shape, _ dtype: DType, _ draw: (inout RandomNumbers) -> Double
    ) throws -> Tensor {
        let result = try Tensor(uninitialized: shape, dtype)
        try WorkMeter.forEachSlice(of: result.count, workEach: 4 * WorkMeter.perElement) { part in
            for position in part { result.setElement(position, to: draw(&self)) }
        }
        return result
    }
}

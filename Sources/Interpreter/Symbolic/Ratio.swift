import Glibc

/// A constant of a formula: a quotient of whole numbers as long as it can be, so that x**3 / 3 has the derivative x**2.
struct Ratio: Hashable {
    let numerator: Double
    /// Above 0.
    let denominator: Double

    static let zero = Ratio(0)
    static let one = Ratio(1)
    static let minusOne = Ratio(-1)

    init(_ value: Double) {
        numerator = value
        denominator = 1
    }

    private init(_ numerator: Double, over denominator: Double) {
        guard numerator.isWhole, denominator.isWhole, denominator != 0 else {
            self.numerator = numerator / denominator
            self.denominator = 1
            return
        }
        var (divisor, rest) = (abs(numerator), abs(denominator))
        while rest > 0 { (divisor, rest) = (rest, fmod(divisor, rest)) }
        self.numerator = (denominator < 0 ? -numerator : numerator) / divisor
        self.denominator = abs(denominator) / divisor
    }

    var value: Double { numerator / denominator }
    var isWhole: Bool { denominator == 1 && numerator.isWhole }

    static func + (left: Ratio, right: Ratio) -> Ratio {
        Ratio(
            left.numerator * right.denominator + right.numerator * left.denominator,
            over: left.denominator * right.denominator)
    }

    static func * (left: Ratio, right: Ratio) -> Ratio {
        Ratio(left.numerator * right.numerator, over: left.denominator * right.denominator)
    }

    static prefix func - (ratio: Ratio) -> Ratio { Ratio(-ratio.numerator, over: ratio.denominator) }

    /// Nil where it is no number: 0 to the power of -1.
    func power(_ exponent: Ratio) -> Ratio? {
        guard exponent.isWhole else { return finite(Ratio(pow(value, exponent.value))) }
        let base = exponent.numerator < 0 ? Ratio(denominator, over: numerator) : self
        let times = abs(exponent.numerator)
        return finite(Ratio(pow(base.numerator, times), over: pow(base.denominator, times)))
    }

    private func finite(_ ratio: Ratio) -> Ratio? { ratio.value.isFinite ? ratio : nil }
}

extension Double {
    /// Below 2^53, where whole numbers are exact.
    fileprivate var isWhole: Bool { magnitude < 0x1p53 && self == rounded() }
}

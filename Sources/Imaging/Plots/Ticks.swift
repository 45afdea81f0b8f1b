import Glibc

/// The marks of an axis: round numbers, evenly spread, with labels that are short and tell them apart.
struct Ticks: Equatable {
    struct Tick: Equatable {
        var value: Double
        var label: String
    }

    private(set) var major: [Tick] = []
    /// Between them, without words.
    private(set) var minor: [Double] = []
    /// What holds for all labels: `×10⁶`, `+ 1000`; empty if they stand for themselves.
    private(set) var note = ""

    /// - Parameters: so many labels have room, at least two; among whole numbers nothing stands between them.
    init(_ range: AxisRange, atMost count: Int) {
        let count = max(2, count)
        switch range.scale {
        case .linear: spreadEvenly(range.low, range.high, count, isWhole: range.isWhole)
        case .log: spreadByPowers(range, count)
        }
    }

    // MARK: - By differences

    private mutating func spreadEvenly(_ low: Double, _ high: Double, _ count: Int, isWhole: Bool = false) {
        let finest = isWhole && high.rounded(.down) > low.rounded(.up) ? 1.0 : 0
        let step = RoundStep(atLeast: max(finest, (high - low) / Double(count)))
        // a hair's breadth, so that rounding loses no tick at an end
        let first = (low / step.size - 1e-6).rounded(.up)
        let last = (high / step.size + 1e-6).rounded(.down)
        guard first <= last, last - first < 1000 else { return }
        let labels = TickLabels(from: first, to: last, step)
        note = labels.note
        major = stride(from: first, through: last, by: 1).map {
            Tick(value: $0 * step.size, label: labels.label(of: $0))
        }
    }

    // MARK: - By powers of ten

    private mutating func spreadByPowers(_ range: AxisRange, _ count: Int) {
        let (low, high) = (log10(range.low), log10(range.high))
        let (first, last) = (Int((low - 1e-9).rounded(.up)), Int((high + 1e-9).rounded(.down)))
        if last - first >= 1 {
            let stride = (last - first + count) / count
            let powers = (first...last).filter { stride == 1 || $0.isMultiple(of: stride) }
            let isPlain = powers.allSatisfy { -3...4 ~= $0 }
            major = powers.map { Tick(value: pow(10, Double($0)), label: Self.label(1, $0, isPlain)) }
            if stride == 1 { minor = Self.between(first - 1, last, range) }
            return
        }
        // within one or two powers of ten: a few round numbers, evenly spread if even these are too far apart
        let exponents = Int(low.rounded(.down))...Int(high.rounded(.down))
        let isPlain = exponents.allSatisfy { -3...4 ~= $0 }
        let round = exponents.flatMap { exponent -> [Tick] in
            let power = pow(10, Double(exponent))
            return [1, 2, 5].map { Tick(value: Double($0) * power, label: Self.label($0, exponent, isPlain)) }
        }.filter { range.low <= $0.value * (1 + 1e-9) && $0.value <= range.high * (1 + 1e-9) }
        if round.count >= 2, round.count <= count {
            major = round
            minor = Self.between(exponents.lowerBound, exponents.upperBound, range)
        } else {
            spreadEvenly(range.low, range.high, count)
        }
    }

    private static func label(_ digit: Int, _ exponent: Int, _ isPlain: Bool) -> String {
        if isPlain { return fixed(Double(digit) * pow(10, Double(exponent)), max(0, -exponent)) }
        return (digit == 1 ? "" : "\(digit)×") + powerOfTen(exponent)
    }

    private static func between(_ first: Int, _ last: Int, _ range: AxisRange) -> [Double] {
        guard last - first < 12 else { return [] }
        return (first...last).flatMap { exponent in (2...9).map { Double($0) * pow(10, Double(exponent)) } }
            .filter { range.low <= $0 && $0 <= range.high }
    }
}

/// 1, 2 or 5 times a power of ten.
struct RoundStep: Equatable {
    let size: Double
    /// The place of its digit: 0 for ones, -2 for hundredths.
    let exponent: Int

    init(atLeast span: Double) {
        // the ends of the largest numbers have no difference that is one
        let raw = span.isFinite && span > 0 ? span : 1
        let exponent = Int(log10(raw).rounded(.down))
        let power = pow(10, Double(exponent))
        let digit = [1.0, 2, 5].first { $0 * power >= raw * (1 - 1e-9) }
        size = (digit ?? 10) * power
        self.exponent = digit == nil ? exponent + 1 : exponent
    }
}

/// The words at evenly spread ticks. What all of them share, a large number or a power of ten, stands in the note.
private struct TickLabels {
    private let step: RoundStep
    /// The shared number, in steps.
    private var base = 0.0
    /// The shared power of ten.
    private var exponent = 0
    private(set) var note = ""

    /// - Parameters: the first and the last tick, in steps.
    init(from first: Double, to last: Double, _ step: RoundStep) {
        self.step = step
        if max(abs(first), abs(last)) >= 1e5 {
            let span = pow(10, (log10(max(1, last - first)) + 1).rounded(.up))
            let shared = ((first < 0 ? last : first) / span).rounded(.towardZero) * span
            // worth it only where it saves digits
            if abs(shared) > 10 * (last - first) { base = shared }
        }
        let largest = max(abs(first - base), abs(last - base)) * step.size
        if largest > 0, largest >= 1e5 || largest < 1e-3 { exponent = Int(log10(largest * (1 + 1e-9)).rounded(.down)) }
        if exponent != 0 { note = "×" + powerOfTen(exponent) }
        if base != 0 {
            let sign = base < 0 ? minus : "+"
            note += (note.isEmpty ? "" : " ") + sign + " " + short(abs(base) * step.size, step.exponent)
        }
    }

    private var decimals: Int { max(0, exponent - step.exponent) }

    func label(of tick: Double) -> String {
        // two small factors: the power itself may be too small a number
        let value = (tick - base) * (step.size / pow(10, Double(step.exponent)))
        return fixed(value * pow(10, Double(step.exponent - exponent)), decimals)
    }

    /// With what digits it has, or with a power of ten if it is a round one.
    private func short(_ value: Double, _ place: Int) -> String {
        let power = Int(log10(value).rounded(.down))
        let digits = value / pow(10, Double(power))
        if power >= 5 || power <= -4, abs(digits - (digits * 1000).rounded() / 1000) < 1e-9 {
            let text = ShortNumber.trimmed(fixed(digits, 3))
            return (text == "1" ? "" : text + "×") + powerOfTen(power)
        }
        return ShortNumber.trimmed(fixed(value, max(0, -place)))
    }
}

/// The sign that is as wide as a plus.
let minus = "\u{2212}"

/// `10⁻⁶`
func powerOfTen(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return "10" + (exponent < 0 ? "⁻" : "")
        + String(String(exponent.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] })
}

/// With so many digits after the point, correctly rounded, and a minus sign that can be seen.
func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = withVaList([Int32(min(decimals, 30)), value == 0 ? 0 : value]) { arguments in
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 360) { buffer in
            let length = Int(vsnprintf(buffer.baseAddress, buffer.count, "%.*f", arguments))
            return String(decoding: buffer[..<length].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
    guard text.first == "-" else { return text }
    return text.contains { "1"..."9" ~= $0 } ? minus + text.dropFirst() : String(text.dropFirst())
}

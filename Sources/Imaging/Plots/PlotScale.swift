import Glibc

/// How an axis lays out its numbers: by their differences, or by their ratios.
package enum PlotScale: String, CaseIterable, Sendable {
    case linear, log

    /// The number, if it has a place; nil makes a gap.
    ///
    /// Beyond these bounds a span, or its thousandth part, is no number any more.
    package func placeable(_ value: Double) -> Double? {
        guard value.isFinite, abs(value) <= 1e300 else { return nil }
        if self == .log { return value >= 1e-300 ? value : nil }
        return abs(value) < 1e-300 ? 0 : value
    }

    /// Where equal steps on the page are equal steps of a number.
    func warped(_ value: Double) -> Double { self == .log ? log10(value) : value }

    func unwarped(_ value: Double) -> Double { self == .log ? pow(10, value) : value }
}

/// The stretch of numbers that an axis shows.
struct AxisRange: Equatable {
    let scale: PlotScale
    let low: Double
    let high: Double
    /// All data on it are whole numbers, as counts and indexes are.
    private(set) var isWhole = false

    init(scale: PlotScale, low: Double, high: Double, isWhole: Bool = false) {
        self.scale = scale
        self.isWhole = isWhole
        self.low = low
        self.high = high
    }

    /// All of `values` with a little room at the ends, or what the axis's author asked for.
    init(_ axis: PlotAxis, covering values: some Sequence<Double>, isFlush: Bool = false) {
        scale = axis.scale
        if let limits = axis.limits {
            (low, high) = (limits.lowerBound, limits.upperBound)
            return
        }
        var (least, most) = (Double.infinity, -Double.infinity)
        isWhole = true
        for value in values {
            (least, most) = (min(least, value), max(most, value))
            if value != value.rounded() { isWhole = false }
        }
        if least > most { (least, most) = scale == .log ? (1, 10) : (0, 1) }
        (least, most) = AxisRange.widened(least, most, scale)
        let (first, last) = (scale.warped(least), scale.warped(most))
        let room = isFlush ? 0 : (last - first) * AxisRange.margin
        if scale == .log {
            // the smallest powers of ten are 0 already
            (low, high) = (max(scale.unwarped(first - room), 1e-305), min(scale.unwarped(last + room), 1e305))
        } else {
            (low, high) = (first - room, last + room)
        }
    }

    /// As much of the data's span stays free at each end.
    private static let margin = 0.05

    /// A constant stands in the middle of its axis. Less than this part of a number is rounding.
    private static func widened(_ low: Double, _ high: Double, _ scale: PlotScale) -> (Double, Double) {
        if scale == .log { return high > low * (1 + 1e-9) ? (low, high) : (low / 2, high * 2) }
        let size = max(abs(low), abs(high))
        guard high - low <= size * 1e-12 else { return (low, high) }
        if size == 0 { return (-1, 1) }
        return ((low + high) / 2 - size / 2, (low + high) / 2 + size / 2)
    }

    /// From 0 at the low end to 1 at the high one, and on beyond them.
    func fraction(_ value: Double) -> Double {
        let (first, last) = (scale.warped(low), scale.warped(high))
        return (scale.warped(value) - first) / (last - first)
    }
}

/// When an expected number and an actual one agree; how the expected one is written says how exactly it is meant.
package struct Agreement {
    /// The decimals of the cell.
    package let digits: Int

    package init(digits: Int) { self.digits = digits }

    package func accepts(_ expected: NumberText, _ actual: ActualNumber) -> Bool {
        accepts(expected, actual, within: tolerance(of: expected))
    }

    /// It differs only because it is written with fewer decimals than the cell's.
    package func isRounded(_ expected: NumberText, _ actual: ActualNumber) -> Bool {
        hasFewDecimals(expected) && accepts(expected, actual, within: halfUnit(of: expected))
    }

    private func accepts(_ expected: NumberText, _ actual: ActualNumber, within tolerance: Double) -> Bool {
        let (e, a) = (expected.value, actual.value)
        if e.isNaN || a.isNaN { return e.isNaN && a.isNaN }
        return e == a || abs(e - a) <= max(tolerance, actual.slack)
    }

    /// How far the actual number may be from the expected one.
    private func tolerance(of expected: NumberText) -> Double {
        let size = abs(expected.value)
        guard size.isFinite else { return 0 }
        if isWhole(expected) { return min(0.49, 1e-9 * max(1, size)) }
        if hasFewDecimals(expected) { return (expected.exponent == nil ? 1e-9 : 0) + 1e-6 * size }
        return halfUnit(of: expected) + 1e-12 * size
    }

    private func isWhole(_ expected: NumberText) -> Bool { !expected.hasPoint && expected.exponent == nil }

    private func hasFewDecimals(_ expected: NumberText) -> Bool { !isWhole(expected) && expected.decimals < digits }

    /// Half a unit of the last written digit.
    private func halfUnit(of expected: NumberText) -> Double {
        let (power, overflow) = (expected.exponent ?? 0).subtractingReportingOverflow(expected.decimals)
        // read as text, so that the unit is the double nearest to it
        return overflow ? 0 : Double("0.5e\(power)") ?? 0
    }
}

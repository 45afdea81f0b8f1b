/// Whether numbers agree within `tolerance` of the largest expected one; NaN agrees with NaN.
enum Agreement {
    /// Nil where they agree, else the first place where they do not.
    static func of(_ actual: [Double], _ expected: [Double], tolerance: Double = 1e-12) -> String? {
        guard actual.count == expected.count else { return "\(actual.count) elements, not \(expected.count)" }
        let largest = expected.filter(\.isFinite).map(\.magnitude).max() ?? 0
        for (i, (a, b)) in zip(actual, expected).enumerated() {
            let agrees = a == b || (a.isNaN && b.isNaN) || abs(a - b) <= tolerance * max(1, largest)
            if !agrees { return "element \(i) is \(a), not \(b)" }
        }
        return nil
    }
}

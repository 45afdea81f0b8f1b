import TensorEngine

extension Session {
    /// What a piece of program took.
    package struct Cost: Sendable {
        package var seconds: Double
        /// The most bytes that were in use at once, beyond those before.
        package var bytes: Int
        /// Those that are still in use.
        package var keptBytes: Int

        /// `12.3 ms, 8 MB of memory, 8 MB of it kept`
        package var sentence: String {
            let kept = keptBytes > 0 ? ", \(byteText(keptBytes)) of it kept" : ""
            return "\(durationText(seconds)), \(byteText(bytes)) of memory\(kept)"
        }
    }

    package func measuring<Result>(_ body: () throws -> Result) rethrows -> (Result, Cost) {
        let (start, before) = (host.seconds(), budget.inUse)
        budget.restartPeak()
        let result = try body()
        let cost = Cost(
            seconds: host.seconds() - start, bytes: max(0, budget.peak - before),
            keptBytes: max(0, budget.inUse - before))
        return (result, cost)
    }
}

/// `12.3 ms`, with three digits at most.
private func durationText(_ seconds: Double) -> String {
    let (value, unit) = seconds >= 1 ? (seconds, "s") : seconds >= 1e-3 ? (seconds * 1e3, "ms") : (seconds * 1e6, "µs")
    let scale = value >= 100 ? 1.0 : value >= 10 ? 10 : 100
    return "\(numberText((value * scale).rounded() / scale, .float64, digits: 2)) \(unit)"
}

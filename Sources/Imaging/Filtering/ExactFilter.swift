import TensorEngine

/// Results as the tensors give them, to the last bit: products and sums of float64 in the order of conv2d.
struct ExactFilter<Level: PictureLevel> {
    let kernels: [FilterKernel]
    let map: PaddingMap
    let samples: SampleRows<Level>

    init(_ kernels: [FilterKernel], _ map: PaddingMap, _ samples: SampleRows<Level>) {
        self.kernels = kernels
        self.map = map
        self.samples = samples
    }

    private var rows: Int { kernels[0].rows }
    private var columns: Int { kernels[0].columns }

    /// One result.
    func value(_ row: Int, _ column: Int, channel: Int, window: inout [Double]) -> Double {
        for a in 0..<rows {
            for b in 0..<columns {
                if let y = map.rows[row + a], let x = map.column(column + b) {
                    window[a * columns + b] = samples.value(y, x, channel: channel)
                } else {
                    window[a * columns + b] = 0
                }
            }
        }
        var result = 0.0
        combine(1, window, into: &result)
        return result
    }

    var emptyWindow: [Double] { Array(repeating: 0, count: rows * columns) }

    /// Calls `body` with each row of results of a channel.
    func forEachRow(channel: Int, height: Int, _ body: (Int, UnsafeBufferPointer<Double>) throws -> Void) rethrows {
        var padded = PaddedRows<Double>(map, kernelRows: rows)
        defer { padded.free() }
        var window = [Double](repeating: 0, count: rows * map.paddedWidth)
        var result = [Double](repeating: 0, count: map.width)
        for row in 0..<height {
            let under = padded.rows(at: row) { samples.loadValues($0, channel: channel, into: $1) }
            window.withUnsafeMutableBufferPointer { window in
                for (a, source) in under.enumerated() {
                    window.baseAddress?.advanced(by: a * map.paddedWidth).update(from: source, count: map.paddedWidth)
                }
            }
            result.withUnsafeMutableBufferPointer { result in
                if let target = result.baseAddress { combine(map.width, window, into: target) }
            }
            try result.withUnsafeBufferPointer { try body(row, $0) }
        }
    }

    /// The results of `count` windows side by side.
    private func combine(_ count: Int, _ window: [Double], into target: UnsafeMutablePointer<Double>) {
        Double.correlate(count, rows: rows, columns: columns, kernels[0].weights, window, into: target)
        guard kernels.count == 2 else { return }
        var second = [Double](repeating: 0, count: count)
        Double.correlate(count, rows: rows, columns: columns, kernels[1].weights, window, into: &second)
        Double.magnitude(count, target, second, into: target)
    }

    /// The smallest and the largest result of all channels.
    func extremes(of picture: Picture) -> (low: Double, high: Double) {
        var (low, high) = (Double.infinity, -Double.infinity)
        for channel in 0..<samples.colourCount {
            forEachRow(channel: channel, height: picture.height) { _, row in
                for value in row {
                    low = min(low, value)
                    high = max(high, value)
                }
            }
        }
        return (low, high)
    }
}

import CKernels
import Testing

/// Each CPU level against the first, kernel by kernel: results differ by rounding at most.
@Suite struct SignalLevelTests {
    private static let levels = Array(0..<ck_level_count())

    /// A padded batch with odd sizes, so that no row is a whole number of vectors.
    private static func windows(stride: Int, dilation: Int) -> ck_windows {
        let rows = 19, columns = 37, span = 2 * dilation + 1
        return ck_windows(
            images: 2, groups: 2, in: 3, out: 2, rows: rows, columns: columns, kernel_rows: 3, kernel_columns: 3,
            stride_rows: stride, stride_columns: stride, dilation_rows: dilation, dilation_columns: dilation,
            out_rows: (rows - span) / stride + 1, out_columns: (columns - span) / stride + 1)
    }

    private static func numbers<T: BinaryFloatingPoint>(_ count: Int) -> [T] {
        (0..<count).map { T(($0 * 7919 + 13) % 1009) / 500 - 1 }
    }

    @Test("Every level gives the base level's float64 results to 1e-12", arguments: levels)
    func doubles(level: Int) {
        let base = ck_level(0).pointee.f64.signals, other = ck_level(level).pointee.f64.signals
        for (stride, dilation) in [(1, 1), (2, 1), (1, 2), (3, 2)] {
            let s = Self.windows(stride: stride, dilation: dilation)
            let expected = Self.results(base, s), found = Self.results(other, s)
            #expect(Self.largestDifference(expected, found) <= 1e-12)
        }
    }

    @Test("Every level gives the base level's float32 results to 1e-5", arguments: levels)
    func floats(level: Int) {
        let base = ck_level(0).pointee.f32.signals, other = ck_level(level).pointee.f32.signals
        for (stride, dilation) in [(1, 1), (2, 1), (1, 2), (3, 2)] {
            let s = Self.windows(stride: stride, dilation: dilation)
            let expected = Self.results(base, s), found = Self.results(other, s)
            #expect(Self.largestDifference(expected, found) <= 1e-5)
        }
    }

    private static func largestDifference<T: BinaryFloatingPoint>(_ a: [[T]], _ b: [[T]]) -> T {
        zip(a, b).map { x, y in
            let largest = x.map(abs).max() ?? 1
            return (zip(x, y).map { abs($0 - $1) }.max() ?? 0) / largest
        }.max() ?? 0
    }

    private static func results(_ k: ck_signals_f64, _ s: ck_windows) -> [[Double]] {
        let x: [Double] = numbers(12 * s.rows * s.columns), w: [Double] = numbers(4 * 3 * 9)
        let size = 8 * s.out_rows * s.out_columns
        var y = [Double](repeating: 0, count: size), back = [Double](repeating: 0, count: x.count)
        var most = y, mean = y, power = y, between = [Double](repeating: 0, count: 12 * 29 * s.columns)
        var length = x
        let rows = [Int](repeating: 3, count: s.out_rows), columns = [Int](repeating: 3, count: s.out_columns)
        k.correlate(s, x, w, &y)
        k.correlate_transposed(s, y, w, &back)
        k.max_pool(s, x, &most)
        k.average_pool(s, x, rows, columns, &mean)
        k.power_pool(s, 2, x, &power)
        k.interpolate(12, s.rows, s.columns, 29, x, &between)
        k.magnitude(x.count, x, x.reversed(), &length)
        return [y, back, most, mean, power, between, length]
    }

    private static func results(_ k: ck_signals_f32, _ s: ck_windows) -> [[Float]] {
        let x: [Float] = numbers(12 * s.rows * s.columns), w: [Float] = numbers(4 * 3 * 9)
        let size = 8 * s.out_rows * s.out_columns
        var y = [Float](repeating: 0, count: size), back = [Float](repeating: 0, count: x.count)
        var most = y, mean = y, power = y, between = [Float](repeating: 0, count: 12 * 29 * s.columns)
        var length = x
        let rows = [Int](repeating: 3, count: s.out_rows), columns = [Int](repeating: 3, count: s.out_columns)
        k.correlate(s, x, w, &y)
        k.correlate_transposed(s, y, w, &back)
        k.max_pool(s, x, &most)
        k.average_pool(s, x, rows, columns, &mean)
        k.power_pool(s, 2, x, &power)
        k.interpolate(12, s.rows, s.columns, 29, x, &between)
        k.magnitude(x.count, x, x.reversed(), &length)
        return [y, back, most, mean, power, between, length]
    }
}

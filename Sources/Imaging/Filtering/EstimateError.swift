import TensorEngine

/// How far an estimate of a level can be from what the tensors give.
///
/// Each bound is the usual one for sums: the number of roundings, times half a unit in the last place, times the sum of
/// the magnitudes; twice of that, which also covers what is of second order.
struct EstimateError {
    private let termCount: Double
    private let tapCount: Double
    /// The largest sum that can come about, in levels.
    private let largest: Double
    /// What the factors leave of the kernels, in levels.
    private let rest: Double
    private let isWhole: Bool
    private let isMagnitude: Bool
    private let top: Double
    private let scale, offset: Double

    /// `isWhole`: whether the samples are levels.
    init(_ kernels: [FilterKernel], isWhole: Bool, top: Double, bounds: ClosedRange<Double>) {
        termCount = Double(kernels.map(\.termCount).max() ?? 0) + 8
        tapCount = Double(kernels.map { $0.rows * $0.columns }.max() ?? 0) + 8
        largest = (kernels.map(\.total).max() ?? 0) * top
        rest = (kernels.compactMap(\.factors?.rest).max() ?? 0) * top
        self.isWhole = isWhole && kernels.allSatisfy(\.isWhole)
        isMagnitude = kernels.count == 2
        self.top = top
        let span = bounds.upperBound - bounds.lowerBound
        scale = 1 / span
        offset = -bounds.lowerBound / span * top
    }

    /// How to turn sums of that type into levels; nil if they are too inexact for it.
    func scaling<Sum: FilterSum>(_ type: Sum.Type) -> LevelScaling<Sum>? {
        let margin = margin(unit: Double(Sum.ulpOfOne) / 2)
        // written so that what is no number fails it
        guard margin < 0.25, abs(offset) < 1e6, scale < 1e30 else { return nil }
        return LevelScaling(scale: Sum(scale), offset: Sum(offset), margin: Sum(margin))
    }

    private func margin(unit: Double) -> Double {
        let isExact = isWhole && largest < 1 / unit
        let own = isExact ? 0 : 2 * termCount * unit * largest + rest
        let tensors = 2 * tapCount * Double.ulpOfOne / 2 * largest
        var error = own + tensors
        var most = largest
        if isMagnitude {
            most *= 1.5
            error = 1.5 * error
        }
        // sums that lie outside of the levels are clipped, whatever their error
        let inside = min(most * scale, top + abs(offset) + 1)
        let rounding = (isMagnitude ? 16 : 8) * unit * (inside + abs(offset) + top + 1)
        return scale * error + rounding
    }
}

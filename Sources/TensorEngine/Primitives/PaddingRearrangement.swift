/// Where each element of a result comes from, when it comes from one place or from none.
///
/// Padding, shifting, flipping, turning, tiling, cutting out patches are all of this kind: the position in the source
/// is a sum of one offset per axis of the result, so an axis is described alone, and the transpose of any such
/// operation, its gradient, is the same table read backwards (`scatter`).
struct Rearrangement {
    /// One axis of the result.
    struct Axis {
        let count: Int
        /// What an index along this axis adds to the position in the source; nil: nothing comes from there.
        let offset: (Int) -> Int?

        /// All of an axis of the source, as it is.
        static func whole(_ count: Int, step: Int) -> Axis { Axis(count: count) { $0 * step } }
    }

    var axes: [Axis]

    /// The rearrangement that changes nothing, to start from.
    init(of shape: Shape) {
        axes = shape.indices.map { .whole(shape[$0], step: shape.elementCount(from: $0 + 1)) }
    }

    init(axes: [Axis]) { self.axes = axes }

    /// Takes index `source(i)` of the axis for index `i` of the result.
    mutating func replace(_ axis: Int, of shape: Shape, count: Int, source: @escaping (Int) -> Int?) {
        let step = shape.elementCount(from: axis + 1)
        axes[axis] = Axis(count: count) { index in source(index).map { $0 * step } }
    }
}

// MARK: - Copying

extension Rearrangement {
    /// Fills `result`, of as many elements as the axes give and of the dtype of `x`.
    func gather(_ x: Tensor, into result: Tensor, fill: Double = 0) throws {
        switch x.dtype {
        case .bool: try gather(x.pointer(UInt8.self), result.mutablePointer(UInt8.self), fill: fill == 0 ? 0 : 1)
        case .float32: try gather(x.pointer(Float.self), result.mutablePointer(Float.self), fill: Float(fill))
        case .float64: try gather(x.pointer(Double.self), result.mutablePointer(Double.self), fill: fill)
        }
    }

    /// Adds each element of `y`, which has the shape of a result, to where `gather` would have taken it from.
    func scatter(_ y: Tensor, addingTo x: Tensor) throws {
        if y.dtype == .float32 {
            try scatter(y.pointer(Float.self), x.mutablePointer(Float.self))
        } else {
            try scatter(y.pointer(Double.self), x.mutablePointer(Double.self))
        }
    }

    private func gather<T>(_ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, fill: T) throws {
        try forEachRow { start, base, row in
            for (index, offset) in row.enumerated() {
                y[start + index] = offset == Rearrangement.nowhere ? fill : base.map { x[$0 + offset] } ?? fill
            }
        }
    }

    private func scatter<T: FloatingPoint>(_ y: UnsafePointer<T>, _ x: UnsafeMutablePointer<T>) throws {
        try forEachRow { start, base, row in
            guard let base else { return }
            for (index, offset) in row.enumerated() where offset != Rearrangement.nowhere {
                x[base + offset] += y[start + index]
            }
        }
    }

    private static let nowhere = Int.min

    /// Calls `body` for each row along the last axis with its place in the result, what the other axes add to the
    /// position in the source (nil: nowhere), and the offsets along the row.
    @inline(__always)
    private func forEachRow(_ body: (Int, Int?, UnsafeBufferPointer<Int>) -> Void) throws {
        guard axes.allSatisfy({ $0.count > 0 }) else { return }
        let length = axes.reduce(0) { $0 + $1.count }
        try MemoryBudget.current.whileHolding(length * MemoryLayout<Int>.size) {
            let tables = axes.map { axis in (0..<axis.count).map { axis.offset($0) ?? Rearrangement.nowhere } }
            let outer = tables.dropLast(), last = tables.last ?? [0]
            last.withUnsafeBufferPointer { last in
                for row in 0..<outer.reduce(1, { $0 * $1.count }) {
                    body(row * last.count, Rearrangement.sourceOffset(ofRow: row, outer), last)
                }
            }
        }
    }

    private static func sourceOffset(ofRow row: Int, _ tables: ArraySlice<[Int]>) -> Int? {
        var rest = row, total = 0
        for table in tables.reversed() {
            let offset = table[rest % table.count]
            guard offset != nowhere else { return nil }
            total += offset
            rest /= table.count
        }
        return total
    }
}

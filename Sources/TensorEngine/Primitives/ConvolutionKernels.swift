/// A window for the rows and one for the columns.
struct Windows: Equatable {
    var rows, columns: Window

    var isPadded: Bool { rows.before + rows.after + columns.before + columns.after > 0 }

    /// As the kernels take it, for images that are padded already.
    func sizes(images: Int, groups: Int = 1, in channels: Int = 1, out filters: Int = 1) -> Kernels.Windows {
        Kernels.Windows(
            images: images, groups: groups, in: channels, out: filters,
            rows: rows.paddedSize, columns: columns.paddedSize,
            kernel_rows: rows.kernel, kernel_columns: columns.kernel,
            stride_rows: rows.stride, stride_columns: columns.stride,
            dilation_rows: rows.dilation, dilation_columns: columns.dilation,
            out_rows: rows.count, out_columns: columns.count)
    }

    /// The planes of `x`, padded as the windows want it.
    func padded(_ x: Tensor, planes: Int, mode: PaddingMode = .constant, value: Double = 0) throws -> Tensor {
        guard isPadded else { return x }
        let source: Shape = [planes, rows.size, columns.size]
        var moves = Rearrangement(of: source)
        for (axis, window) in [(1, rows), (2, columns)] {
            moves.replace(axis, of: source, count: window.paddedSize) { index in
                mode.source(of: index - window.before, size: window.size)
            }
        }
        let result = try Tensor(
            uninitialized: Shape(ofResult: [planes, rows.paddedSize, columns.paddedSize]), x.dtype)
        moves.gather(x, into: result, fill: value)
        return result
    }
}

// The C functions, for the dtype of the tensors. Offsets count elements.
extension Kernels {
    static func correlate(
        _ sizes: Windows, _ x: Tensor, at xOffset: Int = 0, _ w: Tensor, at wOffset: Int = 0, addingTo y: Tensor,
        at yOffset: Int = 0
    ) {
        if y.dtype == .float32 {
            f32.pointee.signals.correlate(
                sizes, x.pointer(Float.self) + xOffset, w.pointer(Float.self) + wOffset,
                y.mutablePointer(Float.self) + yOffset)
        } else {
            f64.pointee.signals.correlate(
                sizes, x.pointer(Double.self) + xOffset, w.pointer(Double.self) + wOffset,
                y.mutablePointer(Double.self) + yOffset)
        }
    }

    static func correlateTransposed(_ sizes: Windows, _ g: Tensor, _ w: Tensor, addingTo x: Tensor) {
        if x.dtype == .float32 {
            f32.pointee.signals.correlate_transposed(
                sizes, g.pointer(Float.self), w.pointer(Float.self), x.mutablePointer(Float.self))
        } else {
            f64.pointee.signals.correlate_transposed(
                sizes, g.pointer(Double.self), w.pointer(Double.self), x.mutablePointer(Double.self))
        }
    }

    static func maxPool(_ sizes: Windows, _ x: Tensor, into y: Tensor) {
        if y.dtype == .float32 {
            f32.pointee.signals.max_pool(sizes, x.pointer(Float.self), y.mutablePointer(Float.self))
        } else {
            f64.pointee.signals.max_pool(sizes, x.pointer(Double.self), y.mutablePointer(Double.self))
        }
    }

    static func averagePool(_ sizes: Windows, _ x: Tensor, rowCounts: [Int], columnCounts: [Int], into y: Tensor) {
        if y.dtype == .float32 {
            f32.pointee.signals.average_pool(
                sizes, x.pointer(Float.self), rowCounts, columnCounts, y.mutablePointer(Float.self))
        } else {
            f64.pointee.signals.average_pool(
                sizes, x.pointer(Double.self), rowCounts, columnCounts, y.mutablePointer(Double.self))
        }
    }

    static func powerPool(_ sizes: Windows, power: Double, _ x: Tensor, into y: Tensor) {
        if y.dtype == .float32 {
            f32.pointee.signals.power_pool(sizes, power, x.pointer(Float.self), y.mutablePointer(Float.self))
        } else {
            f64.pointee.signals.power_pool(sizes, power, x.pointer(Double.self), y.mutablePointer(Double.self))
        }
    }

    /// Along the middle axis of three: x is [outer, n, inner], y is [outer, out, inner].
    static func interpolate(outer: Int, n: Int, inner: Int, out: Int, _ x: Tensor, into y: Tensor) {
        if y.dtype == .float32 {
            f32.pointee.signals.interpolate(outer, n, inner, out, x.pointer(Float.self), y.mutablePointer(Float.self))
        } else {
            f64.pointee.signals.interpolate(outer, n, inner, out, x.pointer(Double.self), y.mutablePointer(Double.self))
        }
    }

    static func magnitude(_ p: Tensor, _ q: Tensor, into y: Tensor) {
        if y.dtype == .float32 {
            f32.pointee.signals.magnitude(
                y.count, p.pointer(Float.self), q.pointer(Float.self), y.mutablePointer(Float.self))
        } else {
            f64.pointee.signals.magnitude(
                y.count, p.pointer(Double.self), q.pointer(Double.self), y.mutablePointer(Double.self))
        }
    }
}

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
        try moves.gather(x, into: result, fill: value)
        return result
    }
}

// The C functions, for the dtype of the tensors. Offsets count elements. What may take long is done in parts.
extension Kernels {
    static func correlate(
        _ sizes: Windows, _ x: Tensor, at xOffset: Int = 0, _ w: Tensor, at wOffset: Int = 0, addingTo y: Tensor,
        at yOffset: Int = 0
    ) throws {
        try sizes.forEachPart { part, start in
            let (from, filter, to) = (xOffset + start.image, wOffset + start.filter, yOffset + start.result)
            if y.dtype == .float32 {
                f32.pointee.signals.correlate(
                    part, x.pointer(Float.self) + from, w.pointer(Float.self) + filter, y.mutablePointer(Float.self) + to)
            } else {
                f64.pointee.signals.correlate(
                    part, x.pointer(Double.self) + from, w.pointer(Double.self) + filter,
                    y.mutablePointer(Double.self) + to)
            }
        }
    }

    static func correlateTransposed(_ sizes: Windows, _ g: Tensor, _ w: Tensor, addingTo x: Tensor) throws {
        try sizes.forEachPart { part, start in
            if x.dtype == .float32 {
                f32.pointee.signals.correlate_transposed(
                    part, g.pointer(Float.self) + start.result, w.pointer(Float.self) + start.filter,
                    x.mutablePointer(Float.self) + start.image)
            } else {
                f64.pointee.signals.correlate_transposed(
                    part, g.pointer(Double.self) + start.result, w.pointer(Double.self) + start.filter,
                    x.mutablePointer(Double.self) + start.image)
            }
        }
    }

    static func maxPool(_ sizes: Windows, _ x: Tensor, into y: Tensor) throws {
        try sizes.forEachPart { part, start in
            if y.dtype == .float32 {
                f32.pointee.signals.max_pool(
                    part, x.pointer(Float.self) + start.image, y.mutablePointer(Float.self) + start.result)
            } else {
                f64.pointee.signals.max_pool(
                    part, x.pointer(Double.self) + start.image, y.mutablePointer(Double.self) + start.result)
            }
        }
    }

    static func averagePool(
        _ sizes: Windows, _ x: Tensor, rowCounts: [Int], columnCounts: [Int], into y: Tensor
    ) throws {
        try sizes.forEachPart { part, start in
            let rows = Array(rowCounts[start.row...])
            if y.dtype == .float32 {
                f32.pointee.signals.average_pool(
                    part, x.pointer(Float.self) + start.image, rows, columnCounts,
                    y.mutablePointer(Float.self) + start.result)
            } else {
                f64.pointee.signals.average_pool(
                    part, x.pointer(Double.self) + start.image, rows, columnCounts,
                    y.mutablePointer(Double.self) + start.result)
            }
        }
    }

    static func powerPool(_ sizes: Windows, power: Double, _ x: Tensor, into y: Tensor) throws {
        try sizes.forEachPart { part, start in
            if y.dtype == .float32 {
                f32.pointee.signals.power_pool(
                    part, power, x.pointer(Float.self) + start.image, y.mutablePointer(Float.self) + start.result)
            } else {
                f64.pointee.signals.power_pool(
                    part, power, x.pointer(Double.self) + start.image, y.mutablePointer(Double.self) + start.result)
            }
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

extension Kernels.Windows {
    /// Where a part of the work begins, in elements.
    struct Start {
        var image = 0
        var filter = 0
        var result = 0
        /// The first row of its result within a plane.
        var row = 0
    }

    /// Calls `body` with parts of the work that are short enough to be stopped in between: all at once where that is
    /// little, else some rows of one plane of the result at a time.
    func forEachPart(_ body: (Kernels.Windows, Start) -> Void) throws {
        let filters = groups * out
        let rowWork = max(1, `in` * kernel_rows * kernel_columns * out_columns)
        guard rowWork > WorkMeter.slice / max(1, images * filters * out_rows) else {
            body(self, Start())
            return try WorkMeter.count(images * filters * out_rows * rowWork)
        }
        var part = self
        (part.images, part.groups, part.out) = (1, 1, 1)
        for plane in 0..<(images * filters) {
            try WorkMeter.forEachSlice(of: out_rows, workEach: rowWork) { rows in
                part.out_rows = rows.count
                let row = rows.lowerBound
                body(
                    part,
                    Start(
                        image: (plane / out * `in` * self.rows + row * stride_rows) * columns,
                        filter: plane % filters * `in` * kernel_rows * kernel_columns,
                        result: (plane * out_rows + row) * out_columns, row: row))
            }
        }
    }
}

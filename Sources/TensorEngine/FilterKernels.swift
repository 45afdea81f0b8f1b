/// What sums over rows of a picture are kept in: Float for 8-bit samples where that is exact enough, else Double.
package protocol FilterSum: BinaryFloatingPoint, Sendable {
    /// `y[i]`: the sum of `w[a][b] * x[a][i + b]`, in no stated order.
    static func window(
        _ count: Int, rows: Int, columns: Int, _ w: UnsafePointer<Self>, _ x: UnsafePointer<UnsafePointer<Self>>,
        into y: UnsafeMutablePointer<Self>)
    /// `y[i]`: the root of `p[i]**2 + q[i]**2`.
    static func magnitude(
        _ count: Int, _ p: UnsafePointer<Self>, _ q: UnsafePointer<Self>, into y: UnsafeMutablePointer<Self>)
    static func load(_ count: Int, _ x: UnsafePointer<UInt8>, step: Int, into y: UnsafeMutablePointer<Self>)
    static func load(_ count: Int, _ x: UnsafePointer<UInt16>, step: Int, into y: UnsafeMutablePointer<Self>)
    /// `y[i * step]`: the level nearest to `x[i] * scale + offset`; marks those that `margin` leaves in doubt, and
    /// counts them.
    static func levels(
        _ count: Int, scale: Self, offset: Self, margin: Self, _ x: UnsafePointer<Self>,
        into y: UnsafeMutablePointer<UInt8>, step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int
    static func levels(
        _ count: Int, scale: Self, offset: Self, margin: Self, _ x: UnsafePointer<Self>,
        into y: UnsafeMutablePointer<UInt16>, step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int
}

extension Float: FilterSum {
    package static func window(
        _ count: Int, rows: Int, columns: Int, _ w: UnsafePointer<Float>, _ x: UnsafePointer<UnsafePointer<Float>>,
        into y: UnsafeMutablePointer<Float>
    ) { Kernels.f32.pointee.filters.window(count, rows, columns, w, x, y) }

    package static func magnitude(
        _ count: Int, _ p: UnsafePointer<Float>, _ q: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>
    ) { Kernels.f32.pointee.signals.magnitude(count, p, q, y) }

    package static func load(
        _ count: Int, _ x: UnsafePointer<UInt8>, step: Int, into y: UnsafeMutablePointer<Float>
    ) { Kernels.f32.pointee.filters.load_u8(count, x, step, y) }

    package static func load(
        _ count: Int, _ x: UnsafePointer<UInt16>, step: Int, into y: UnsafeMutablePointer<Float>
    ) { Kernels.f32.pointee.filters.load_u16(count, x, step, y) }

    package static func levels(
        _ count: Int, scale: Float, offset: Float, margin: Float, _ x: UnsafePointer<Float>,
        into y: UnsafeMutablePointer<UInt8>, step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int { Kernels.f32.pointee.filters.levels_u8(count, scale, offset, margin, x, y, step, doubts) }

    package static func levels(
        _ count: Int, scale: Float, offset: Float, margin: Float, _ x: UnsafePointer<Float>,
        into y: UnsafeMutablePointer<UInt16>, step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int { Kernels.f32.pointee.filters.levels_u16(count, scale, offset, margin, x, y, step, doubts) }
}

extension Double: FilterSum {
    package static func window(
        _ count: Int, rows: Int, columns: Int, _ w: UnsafePointer<Double>, _ x: UnsafePointer<UnsafePointer<Double>>,
        into y: UnsafeMutablePointer<Double>
    ) { Kernels.f64.pointee.filters.window(count, rows, columns, w, x, y) }

    package static func magnitude(
        _ count: Int, _ p: UnsafePointer<Double>, _ q: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>
    ) { Kernels.f64.pointee.signals.magnitude(count, p, q, y) }

    package static func load(
        _ count: Int, _ x: UnsafePointer<UInt8>, step: Int, into y: UnsafeMutablePointer<Double>
    ) { Kernels.f64.pointee.filters.load_u8(count, x, step, y) }

    package static func load(
        _ count: Int, _ x: UnsafePointer<UInt16>, step: Int, into y: UnsafeMutablePointer<Double>
    ) { Kernels.f64.pointee.filters.load_u16(count, x, step, y) }

    package static func levels(
        _ count: Int, scale: Double, offset: Double, margin: Double, _ x: UnsafePointer<Double>,
        into y: UnsafeMutablePointer<UInt8>, step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int { Kernels.f64.pointee.filters.levels_u8(count, scale, offset, margin, x, y, step, doubts) }

    package static func levels(
        _ count: Int, scale: Double, offset: Double, margin: Double, _ x: UnsafePointer<Double>,
        into y: UnsafeMutablePointer<UInt16>, step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int { Kernels.f64.pointee.filters.levels_u16(count, scale, offset, margin, x, y, step, doubts) }
}

extension Double {
    /// What conv2d gives for one row of its result, in the order in which it adds: `x` holds `rows` rows of
    /// `count + columns - 1` elements, without gaps.
    package static func correlate(
        _ count: Int, rows: Int, columns: Int, _ w: UnsafePointer<Double>, _ x: UnsafePointer<Double>,
        into y: UnsafeMutablePointer<Double>
    ) {
        for position in 0..<count { y[position] = 0 }
        let sizes = Kernels.Windows(
            images: 1, groups: 1, in: 1, out: 1, rows: rows, columns: count + columns - 1,
            kernel_rows: rows, kernel_columns: columns, stride_rows: 1, stride_columns: 1,
            dilation_rows: 1, dilation_columns: 1, out_rows: 1, out_columns: count)
        Kernels.f64.pointee.signals.correlate(sizes, x, w, y)
    }
}

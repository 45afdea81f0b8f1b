import TensorEngine

/// A filter of whole pictures: one kernel, or the magnitude of two.
///
/// The result is what the tensors give, rounded: conv2d with `padding="same"` of the levels divided by the highest, in
/// float64, and of each result the nearest level. Alpha stays as it is.
///
///     var filter = PictureFilter(try FilterKernel(Primitive.blur(.whole(3), .none)))
///     filter.padding = .replicate
///     let blurred = try filter.apply(to: picture)
public struct PictureFilter: Sendable {
    /// What surrounds a picture.
    public enum Padding: String, CaseIterable, Sendable {
        case zeros, reflect, replicate, circular

        var mode: PaddingMode { PaddingMode(convolution: rawValue) }
    }

    /// Which results are black and white.
    public enum Range: Equatable, Sendable {
        /// 0 and 1; what lies outside is clipped.
        case clip
        /// The smallest and the largest.
        case fit
        /// The largest magnitude, below and above 0.
        case signed
        case bounds(ClosedRange<Double>)
    }

    let kernels: [FilterKernel]
    public var padding = Padding.replicate
    public var range = Range.clip
    /// Whether colours are turned into their brightness before.
    public var isGray = false

    public init(_ kernel: FilterKernel) { kernels = [kernel] }

    /// The root of the sum of squares of what two kernels of one size give.
    public init(magnitudeOf first: FilterKernel, _ second: FilterKernel) {
        precondition(first.rows == second.rows && first.columns == second.columns)
        kernels = [first, second]
    }

    /// The filtered picture, of the same size and depth.
    public func apply(to picture: Picture) throws -> Picture {
        switch picture.samples {
        case .bytes(let bytes): try filtered(picture, bytes) { .bytes($0) }
        case .words(let words): try filtered(picture, words) { .words($0) }
        }
    }

    private func filtered<Level: PictureLevel>(
        _ picture: Picture, _ levels: [Level], _ wrap: ([Level]) -> Picture.Samples
    ) throws -> Picture {
        var result: [Level] = []
        result.reserveCapacity(picture.height * picture.width * kind(for: picture).rawValue)
        try forEachRow(of: picture, levels) { result.append(contentsOf: $0) }
        return try Picture(
            height: picture.height, width: picture.width, kind: kind(for: picture), samples: wrap(result))
    }

    /// The filtered picture as a PNG file; its samples are never held as a whole.
    public func encodedResult(of picture: Picture, _ compression: PNG.Compression = .quick) throws -> [UInt8] {
        var header = picture.header
        header.kind = kind(for: picture)
        let writer = try PNGWriter(header, compression)
        switch picture.samples {
        case .bytes(let bytes): try write(picture, bytes, to: writer)
        case .words(let words): try write(picture, words, to: writer)
        }
        return try writer.finish { Array($0) }
    }

    private func write<Level: PictureLevel>(_ picture: Picture, _ levels: [Level], to writer: PNGWriter) throws {
        try forEachRow(of: picture, levels) { row in
            guard let first = row.baseAddress else { return }
            try writer.write(first, rows: 1)
        }
    }

    private func kind(for picture: Picture) -> Picture.Kind {
        switch picture.kind {
        case .rgb where isGray: .gray
        case .rgba where isGray: .grayAlpha
        default: picture.kind
        }
    }

    private func forEachRow<Level: PictureLevel>(
        of picture: Picture, _ levels: [Level], _ body: (UnsafeBufferPointer<Level>) throws -> Void
    ) throws {
        let map = try PaddingMap(
            height: picture.height, width: picture.width, kernel: kernels[0], padding.mode)
        try levels.withUnsafeBufferPointer { buffer in
            guard let first = buffer.baseAddress else { return }
            let samples = SampleRows(picture, first, isGray: isGray && picture.channels >= 3)
            let exact = ExactFilter(kernels, map, samples)
            let bounds = try bounds(exact, of: picture)
            let rows = FilteredRows(picture, kind(for: picture), samples, exact, bounds: bounds)
            try rows.forEach(body)
        }
    }

    private func bounds<Level>(_ exact: ExactFilter<Level>, of picture: Picture) throws -> ClosedRange<Double> {
        switch range {
        case .clip, .bounds: return range.bounds(low: 0, high: 1)
        case .fit, .signed:
            let (low, high) = exact.extremes(of: picture)
            return range.bounds(low: low, high: high)
        }
    }
}

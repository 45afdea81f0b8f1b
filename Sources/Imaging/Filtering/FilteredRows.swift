import TensorEngine

/// The rows of a filtered picture, one after the other.
///
/// Sums are estimated first, in whatever order and precision is quick. Where an estimate comes so near to the middle
/// between two levels that its error could matter, the result is computed again as the tensors do.
struct FilteredRows<Level: PictureLevel> {
    private let picture: Picture
    private let kind: Picture.Kind
    private let samples: SampleRows<Level>
    private let exact: ExactFilter<Level>
    private let bounds: ClosedRange<Double>

    init(
        _ picture: Picture, _ kind: Picture.Kind, _ samples: SampleRows<Level>, _ exact: ExactFilter<Level>,
        bounds: ClosedRange<Double>
    ) {
        self.picture = picture
        self.kind = kind
        self.samples = samples
        self.exact = exact
        self.bounds = bounds
    }

    func forEach(_ body: (UnsafeBufferPointer<Level>) throws -> Void) throws {
        let scale = EstimateError(exact.kernels, isWhole: !samples.isGray, top: Double(Level.max), bounds: bounds)
        if Level.bitWidth == 8, let scaling = scale.scaling(Float.self) { return try estimate(scaling, body) }
        if let scaling = scale.scaling(Double.self) { return try estimate(scaling, body) }
        // nothing but doubts
        try estimate(LevelScaling<Double>(scale: 0, offset: 0, margin: 1), body)
    }

    private func estimate<Sum: FilterSum>(
        _ scaling: LevelScaling<Sum>, _ body: (UnsafeBufferPointer<Level>) throws -> Void
    ) throws {
        let quantizer = try Quantizer(range: bounds)
        let count = samples.colourCount
        var estimates = (0..<count).map { RowEstimates<Level, Sum>(exact, samples, channel: $0) }
        defer { for estimate in estimates { estimate.free() } }
        var row = [Level](repeating: 0, count: picture.width * kind.rawValue)
        var doubts = [UInt8](repeating: 0, count: picture.width)
        var window = exact.emptyWindow
        for y in 0..<picture.height {
            try row.withUnsafeMutableBufferPointer { row in
                guard let start = row.baseAddress else { return }
                for channel in 0..<count {
                    let target = start + channel
                    let doubtCount = Level.levels(
                        picture.width, scaling, estimates[channel].row(y), into: target, step: kind.rawValue,
                        doubts: &doubts)
                    guard doubtCount > 0 else { continue }
                    for x in 0..<picture.width where doubts[x] != 0 {
                        let value = exact.value(y, x, channel: channel, window: &window)
                        target[x * kind.rawValue] = quantizer.level(of: value)
                    }
                }
                if kind.hasAlpha { samples.copyAlpha(y, to: start, channels: kind.rawValue) }
                try body(UnsafeBufferPointer(row))
            }
        }
    }
}

/// Estimates of the sums of a channel, row by row.
private struct RowEstimates<Level: PictureLevel, Sum: FilterSum> {
    private let samples: SampleRows<Level>
    private let channel: Int
    private let width: Int
    private var padded: PaddedRows<Sum>
    private var kernels: [Kernel]
    private let results: [UnsafeMutablePointer<Sum>]
    /// Sums down the columns, before those along the row.
    private let columnSums: UnsafeMutablePointer<Sum>
    private let paddedWidth: Int

    private struct Kernel {
        var rows, columns: Int
        var weights: [Sum]
        var factors: (column: [Sum], row: [Sum])?

        init(_ kernel: FilterKernel) {
            (rows, columns) = (kernel.rows, kernel.columns)
            weights = kernel.weights.map { Sum($0) }
            factors = kernel.factors.map { ($0.column.map { Sum($0) }, $0.row.map { Sum($0) }) }
        }
    }

    init(_ exact: ExactFilter<Level>, _ samples: SampleRows<Level>, channel: Int) {
        self.samples = samples
        self.channel = channel
        width = exact.map.width
        paddedWidth = exact.map.paddedWidth
        padded = PaddedRows(exact.map, kernelRows: exact.kernels[0].rows)
        kernels = exact.kernels.map(Kernel.init)
        results = kernels.map { [width] _ in .allocate(capacity: width) }
        columnSums = .allocate(capacity: paddedWidth)
    }

    func free() {
        padded.free()
        for result in results { result.deallocate() }
        columnSums.deallocate()
    }

    /// The estimates of a row, valid until the next call.
    mutating func row(_ y: Int) -> UnsafePointer<Sum> {
        let under = padded.rows(at: y) { [samples, channel] in samples.load($0, channel: channel, into: $1) }
        for (kernel, result) in zip(kernels, results) { sum(kernel, under, into: result) }
        if results.count == 2 { Sum.magnitude(width, results[0], results[1], into: results[0]) }
        return UnsafePointer(results[0])
    }

    private func sum(_ kernel: Kernel, _ under: [UnsafePointer<Sum>], into result: UnsafeMutablePointer<Sum>) {
        guard let (column, row) = kernel.factors else {
            return Sum.window(
                width, rows: kernel.rows, columns: kernel.columns, kernel.weights, under, into: result)
        }
        Sum.window(paddedWidth, rows: kernel.rows, columns: 1, column, under, into: columnSums)
        Sum.window(width, rows: 1, columns: kernel.columns, row, [UnsafePointer(columnSums)], into: result)
    }
}

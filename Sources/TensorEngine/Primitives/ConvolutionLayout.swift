/// How a tensor is read as a batch of images with channels; axes that it has not count 1.
///
/// A signal, whose layout has one axis less, is an image of one row.
struct ImageLayout: Equatable {
    /// The axes that a window moves along: 2 for images, 1 for signals.
    let spatialAxes: Int
    let rank: Int
    let images, channels, rows, columns: Int

    static let imageText = "an image (H, W), (C, H, W) or (N, C, H, W)"
    static let signalText = "a signal (L,), (C, L) or (N, C, L)"

    init(_ shape: Shape, of operation: String, spatialAxes: Int = 2) throws(SignalProblem) {
        let extra = shape.rank - spatialAxes
        guard 0...2 ~= extra else {
            throw .image(
                of: operation, shape, accepts: spatialAxes == 2 ? ImageLayout.imageText : ImageLayout.signalText)
        }
        self.spatialAxes = spatialAxes
        rank = shape.rank
        images = extra == 2 ? shape[0] : 1
        channels = extra >= 1 ? shape[extra - 1] : 1
        rows = spatialAxes == 2 ? shape[extra] : 1
        columns = shape[shape.rank - 1]
    }

    /// Images and channels together: what an operation counts that treats each channel alone.
    var planes: Int { images * channels }

    /// A result's shape: the rank stays, unless there is more than the one channel that an image (H, W) stands for.
    func shape(channels: Int? = nil, rows: Int, columns: Int) throws(LimitProblem) -> Shape {
        var sizes = spatialAxes == 2 ? [rows, columns] : [columns]
        if let channels = channels ?? (rank > spatialAxes ? self.channels : nil) { sizes.insert(channels, at: 0) }
        if rank == spatialAxes + 2 { sizes.insert(images, at: 0) }
        return try Shape(ofResult: sizes)
    }

    var columnDirection: SignalProblem.Direction { spatialAxes == 2 ? .columns : .elements }
}

extension DType {
    /// What a signal is computed in: truth values count as 0 and 1 in float64.
    var computed: DType { self == .bool ? .float64 : self }
}

extension Tensor {
    /// Sets all elements, or those at the given row-major positions.
    func fill(_ value: Double, in positions: Range<Int>? = nil) {
        let start = positions?.lowerBound ?? 0, count = positions?.count ?? count
        switch dtype {
        case .float64: (mutablePointer(Double.self) + start).update(repeating: value, count: count)
        case .float32: (mutablePointer(Float.self) + start).update(repeating: Float(value), count: count)
        case .bool: (mutablePointer(UInt8.self) + start).update(repeating: value == 0 ? 0 : 1, count: count)
        }
    }
}

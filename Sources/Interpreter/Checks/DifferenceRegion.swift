import TensorEngine

/// The part of a tensor outside of which everything agrees.
package struct DifferenceRegion: Equatable, Sendable {
    package enum Axis: String, Sendable { case image, channel, row, column, element }
    package enum Part: Equatable, Sendable {
        case only(Axis, [Int])
        /// So many outermost rows and columns.
        case border(Int)
        case ends
    }

    package var parts: [Part]

    /// `only in channel 2, at the border`
    package var text: String { "only " + parts.map(\.text).joined(separator: ", ") }
}

extension DifferenceRegion.Part {
    fileprivate var text: String {
        switch self {
        case .only(let axis, let indexes):
            "in \(axis.rawValue)\(indexes.count == 1 ? "" : "s") " + indexes.map(String.init).joined(separator: ", ")
        case .border(1): "at the border"
        case .border(let width): "in the \(width) outermost rows and columns"
        case .ends: "at the ends"
        }
    }
}

/// Gathers where elements differ; counts along each axis are all that it keeps.
struct RegionSearch {
    private let planes: Planes
    private let shape: Shape
    private var rows: [Bool]
    private var columns: [Bool]
    private var channels: [Bool]
    private var images: [Bool]
    private var count = 0
    /// The farthest that any of them lies from the edge of its plane.
    private var depth = 0

    init(_ shape: Shape) {
        self.shape = shape
        planes = Planes(shape)
        rows = Array(repeating: false, count: planes.rows)
        columns = Array(repeating: false, count: planes.columns)
        channels = Array(repeating: false, count: shape.rank > 2 ? shape[shape.rank - 3] : 1)
        images = Array(repeating: false, count: shape.rank > 3 ? shape[shape.rank - 4] : 1)
    }

    mutating func note(_ position: Int) {
        let column = position % planes.columns
        let row = position / planes.columns % planes.rows
        let plane = position / (planes.columns * planes.rows)
        rows[row] = true
        columns[column] = true
        channels[plane % channels.count] = true
        images[plane / channels.count % images.count] = true
        count += 1
        let across = min(column, planes.columns - 1 - column)
        depth = max(depth, planes.isVector ? across : min(row, planes.rows - 1 - row, across))
    }

    /// Nil where the place of one element, or the whole tensor, is all there is to say.
    var region: DifferenceRegion? {
        guard count > 1, count < shape.elementCount else { return nil }
        let parts = [few(images, .image, most: 1), few(channels, .channel, most: 2), plane].compactMap(\.self)
        return parts.isEmpty ? nil : DifferenceRegion(parts: parts)
    }

    private var plane: DifferenceRegion.Part? {
        if planes.isVector {
            if depth == 0, planes.columns > 4 { return .ends }
            return few(columns, .element, most: 4)
        }
        if let one = few(rows, .row, most: 1) ?? few(columns, .column, most: 1) { return one }
        let width = depth + 1
        let inside = min(planes.rows, planes.columns) - 2 * width
        if inside >= (width == 1 ? 1 : 2 * width) { return .border(width) }
        return few(rows, .row, most: 4) ?? few(columns, .column, most: 4)
    }

    /// The indexes along an axis, if they are few and most others are not among them.
    private func few(_ isAmong: [Bool], _ axis: DifferenceRegion.Axis, most: Int) -> DifferenceRegion.Part? {
        let indexes = isAmong.indices.filter { isAmong[$0] }
        guard indexes.count <= most, 2 * indexes.count <= isAmong.count else { return nil }
        return .only(axis, indexes)
    }
}

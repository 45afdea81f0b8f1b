/// An index that names no place.
public enum IndexProblem: Problem {
    case range(Int, axis: Int, size: Int)
    case whole(Double)
    case tooMany(Int, Shape)
    case step
    case ellipses
    case mask(Shape, place: [Int])
    case lists(Shape, Shape)

    public var code: String {
        switch self {
        case .range: "index-range"
        case .whole: "index-whole"
        case .tooMany: "index-axes"
        case .step: "index-step"
        case .ellipses: "index-ellipsis"
        case .mask: "index-mask"
        case .lists: "index-lists"
        }
    }

    public var sentence: String {
        switch self {
        case .range(let index, let axis, let size): "there is no entry \(index) along axis \(axis), which has \(size)"
        case .whole(let value): "\(numberText(value)) is not whole"
        case .tooMany(let count, let shape): "\(count) indexes for \(shape), which has \(axisCount(shape))"
        case .step: "a slice cannot step by 0"
        case .ellipses: "... can stand only once in an index"
        case .mask(let mask, let place): "a mask of shape \(mask) does not fit the axes \(Shape.text(of: place))"
        case .lists(let left, let right): "index lists of shapes \(left) and \(right) do not fit together"
        }
    }

    public var reasons: [String] {
        switch self {
        case .range(_, _, let size):
            size == 0 ? [] : ["indexes run from 0 to \(size - 1), or from -\(size) to -1 counted from the end"]
        case .whole: ["indexes are whole numbers; // divides to whole numbers"]
        default: []
        }
    }
}

private func axisCount(_ shape: Shape) -> String { shape.rank == 1 ? "1 axis" : "\(shape.rank) axes" }

import Imaging
import TensorEngine

/// A convolution or a pool that moves over its image, a picture for each step: the image with the window on it, the
/// kernel, and as much of the result as is computed by then.
struct TraceFrames {
    private let reading: WindowReading
    private let result: Tensor
    private let digits: Int
    private let places: [[Int]]

    /// A number takes room: a larger image could not be read.
    static let mostCells = 24
    static let mostFrames = 600

    init(_ reading: WindowReading, result: Tensor, digits: Int) throws(AnimationProblem) {
        let size = reading.paddedSize
        guard size.rows <= Self.mostCells, size.columns <= Self.mostCells else {
            throw .tooLarge(rows: size.rows, columns: size.columns)
        }
        guard result.count <= Self.mostFrames else { throw .tooManySteps(result.count) }
        guard result.count > 0 else { throw .noFrames }
        self.reading = reading
        self.result = result
        self.digits = digits
        places = (0..<result.count).map { result.shape.indexes(of: $0) }
    }

    /// (steps, 3, height, width), from 0 to 1.
    func tensor(scale: Double) throws -> Tensor {
        let pages = try places.map(page)
        let width = NumberGrids.cellWidth(for: pages.flatMap(\.texts))
        let captionWidth = pages.map { NumberGrids.width(ofCaption: $0.caption) }.max() ?? 0
        var frames: Tensor?
        for (step, page) in pages.enumerated() {
            try WorkMeter.count(1 << 18)
            guard let picture = page.picture(cellWidth: width, captionWidth: captionWidth, scale: scale) else {
                throw AnimationProblem.noFrames
            }
            let values = picture.normalized(), pixels = picture.height * picture.width
            let target =
                try frames
                ?? Tensor(
                    uninitialized: [pages.count, 3, picture.height, picture.width], .float32)
            frames = target
            for channel in 0..<3 {
                // a page without colours is gray
                let source = picture.channels >= 3 ? channel * pixels : 0
                let start = (step * 3 + channel) * pixels
                for pixel in 0..<pixels { target.setElement(start + pixel, to: values[source + pixel]) }
            }
        }
        guard let frames else { throw AnimationProblem.noFrames }
        return frames
    }

    private func page(at place: [Int]) throws -> NumberGrids {
        let look = try reading.look(at: place, in: result.shape)
        let planes = try reading.paddedPlanes(at: place, in: result.shape)
        let outcome = try WindowTrace(reading, at: place, result: result, digits: digits).outcome
        var rows: [[NumberGrids.Grid]] = []
        for (part, plane) in zip(look.planes, planes) {
            var row = [image(plane, look, title: part.channel.map { "channel \($0)" } ?? "image")]
            if let kernel = part.kernel {
                row.append(
                    NumberGrids.Grid(
                        reading.kernelIsRotated ? "kernel rotated 180" : "kernel",
                        kernel.map { $0.map { NumberGrids.Cell(number($0), .plain) } }))
            }
            if rows.isEmpty { row.append(resultGrid(at: place, isSignal: look.isSignal)) }
            rows.append(row)
        }
        return NumberGrids(rows: rows, caption: "(\(place.map(String.init).joined(separator: ", "))): \(outcome)")
    }

    private func image(
        _ plane: WindowReading.PaddedPlane, _ look: WindowReading.Look, title: String
    ) -> NumberGrids.Grid {
        let cells = plane.elements.enumerated().map { row, values in
            values.enumerated().map { column, value -> NumberGrids.Cell in
                let isUnder =
                    look.rows.contains(row - plane.rows.lowerBound)
                    && look.columns.contains(column - plane.columns.lowerBound)
                let isInside = plane.rows.contains(row) && plane.columns.contains(column)
                return NumberGrids.Cell(
                    value.isInfinite && !isInside ? "" : number(value), isUnder ? .window : isInside ? .plain : .border)
            }
        }
        return NumberGrids.Grid(title, cells)
    }

    /// The plane of the result that the step belongs to, up to the step.
    private func resultGrid(at place: [Int], isSignal: Bool) -> NumberGrids.Grid {
        let shape = result.shape
        let (rows, columns) = (isSignal ? 1 : shape[shape.rank - 2], shape[shape.rank - 1])
        let position = shape.position(of: place)
        let first = position / (rows * columns) * rows * columns
        let cells = (0..<rows).map { row in
            (0..<columns).map { column -> NumberGrids.Cell in
                let here = first + row * columns + column
                if here > position { return NumberGrids.Cell("", .empty) }
                return NumberGrids.Cell(number(result.element(here)), here == position ? .result : .plain)
            }
        }
        let outer = place.dropLast(isSignal ? 1 : 2)
        let title = outer.isEmpty ? "result" : "result \(outer.map(String.init).joined(separator: ", "))"
        return NumberGrids.Grid(title, cells)
    }

    private func number(_ value: Double) -> String { numberText(value, .float64, digits: min(digits, 2)) }
}

extension NumberGrids {
    fileprivate var texts: [String] { rows.flatMap { $0.flatMap { $0.cells.flatMap { $0.map(\.text) } } } }
}

extension WindowReading.Span {
    fileprivate func contains(_ index: Int) -> Bool { index >= start && index < stop && (index - start) % step == 0 }
}

extension Shape {
    /// The indexes of the element at a row-major position.
    fileprivate func indexes(of position: Int) -> [Int] {
        var rest = position
        var indexes: [Int] = []
        for size in reversed() {
            indexes.append(rest % size)
            rest /= size
        }
        return indexes.reversed()
    }
}

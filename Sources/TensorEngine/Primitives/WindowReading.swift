/// How an operation that slides a window over an image comes to each of its elements: what `trace` draws.
///
/// It is made by the plan that the operation computes with, so windows, padding and channels are the same. A signal is
/// an image of one row.
package struct WindowReading {
    /// What becomes of the elements under a window.
    package enum Rule: Equatable, Sendable {
        /// Times the kernel, and added up.
        case products
        case largest
        case mean(countsPadding: Bool)
        /// The p-norm.
        case norm(Double)
        /// The one element that the window has.
        case chosen
    }

    package let rule: Rule
    /// Whether the kernel is turned around before it is laid over the image.
    package private(set) var kernelIsRotated = false
    private let image: ImageLayout
    private let windows: Windows
    private let mode: PaddingMode
    /// What stands beyond the border where no element does.
    private let fill: Double
    private let x: Tensor
    private var kernel: Tensor?
    private var bias: Tensor?
    /// Nil where each channel is read alone.
    private var filters: FilterBank?

    init(_ rule: Rule, _ image: ImageLayout, _ windows: Windows, _ x: Tensor, mode: PaddingMode = .constant, fill: Double = 0) {
        self.rule = rule
        self.image = image
        self.windows = windows
        self.mode = mode
        self.fill = fill
        self.x = x
    }

    /// The same with a kernel that each channel, or as the filters say several of them, is multiplied with.
    func with(kernel: Tensor, isRotated: Bool = false, bias: Tensor? = nil, filters: FilterBank? = nil) -> WindowReading {
        var reading = self
        reading.kernel = kernel
        reading.kernelIsRotated = isRotated
        reading.bias = bias
        reading.filters = filters.flatMap { $0.isSingle ? nil : $0 }
        return reading
    }

    // MARK: One element of the result

    /// The elements of the image that one element of the result is made of.
    package struct Look {
        package let rows, columns: Span
        package let planes: [Plane]
        package let bias: Double?
        /// Of a signal there are only columns.
        package let isSignal: Bool

        /// By how many elements a mean is divided.
        package let divisor: Int
    }

    /// Where a window lies along one axis of the image; it may begin before the image and end behind it.
    package struct Span: Equatable, Sendable {
        package let start, stop, step: Int
    }

    /// What lies under the window in one channel.
    package struct Plane {
        /// Nil of an image without channels.
        package let channel: Int?
        package let elements: [[Double]]
        package let kernel: [[Double]]?
    }

    /// - Parameter place: of the result; all its axes.
    package func look(at place: [Int], in result: Shape) throws -> Look {
        let at = try position(place, in: result, channels: image.channels)
        let (rows, columns) = (windows.rows, windows.columns)
        let channels = filters?.channelsRead(by: at.channel) ?? at.channel..<at.channel + 1
        try WorkMeter.count(channels.count &* rows.kernel &* columns.kernel)
        let planes = channels.enumerated().map { position, channel in
            let filter = filters.map { at.channel * $0.channels + position } ?? 0
            return Plane(
                channel: image.rank > image.spatialAxes ? channel : nil,
                elements: grid { element(plane: at.image * image.channels + channel, rows.tap($0, of: at.row), columns.tap($1, of: at.column)) },
                kernel: kernel.map { _ in grid { weight(filter, $0, $1) } })
        }
        return Look(
            rows: rows.span(of: at.row), columns: columns.span(of: at.column), planes: planes,
            bias: bias.map { $0.element($0.count == 1 ? 0 : at.channel) }, isSignal: image.spatialAxes == 1,
            divisor: divisor(at.row, at.column))
    }

    private func divisor(_ row: Int, _ column: Int) -> Int {
        guard case .mean(let countsPadding) = rule else { return 1 }
        return windows.rows.counts(countingPadding: countsPadding)[row]
            * windows.columns.counts(countingPadding: countsPadding)[column]
    }

    private func grid(_ value: (Int, Int) -> Double) -> [[Double]] {
        (0..<windows.rows.kernel).map { row in (0..<windows.columns.kernel).map { value(row, $0) } }
    }

    private func element(plane: Int, _ row: Int, _ column: Int) -> Double {
        guard let row = mode.source(of: row, size: windows.rows.size),
            let column = mode.source(of: column, size: windows.columns.size)
        else { return fill }
        return x.element((plane * windows.rows.size + row) * windows.columns.size + column)
    }

    private func weight(_ filter: Int, _ row: Int, _ column: Int) -> Double {
        guard let kernel else { return 1 }
        let size = windows.rows.kernel * windows.columns.kernel, tap = row * windows.columns.kernel + column
        return kernel.element(filter * size + (kernelIsRotated ? size - 1 - tap : tap))
    }

    /// A plane of the image with the border that the windows read.
    package struct PaddedPlane {
        package let elements: [[Double]]
        /// Where the image itself lies in it.
        package let rows, columns: Range<Int>
    }

    /// The planes that go into one element of the result.
    package func paddedPlanes(at place: [Int], in result: Shape) throws -> [PaddedPlane] {
        let at = try position(place, in: result, channels: image.channels)
        let channels = filters?.channelsRead(by: at.channel) ?? at.channel..<at.channel + 1
        let (rows, columns) = (windows.rows, windows.columns)
        try WorkMeter.count(channels.count &* rows.paddedSize &* columns.paddedSize)
        return channels.map { channel in
            PaddedPlane(
                elements: (0..<rows.paddedSize).map { row in
                    (0..<columns.paddedSize).map { column in
                        element(
                            plane: at.image * image.channels + channel, row - rows.before, column - columns.before)
                    }
                },
                rows: rows.before..<rows.before + rows.size, columns: columns.before..<columns.before + columns.size)
        }
    }

    /// How many elements a plane has with its border.
    package var paddedSize: (rows: Int, columns: Int) { (windows.rows.paddedSize, windows.columns.paddedSize) }

    // MARK: One element of the image

    /// One way from an element of the image to an element of the result.
    package struct Path {
        /// Where it leads: all axes of the result.
        package let output: [Int]
        /// The element's place in that window.
        package let tap: [Int]
        package let weight: Double
        package let divisor: Int
    }

    /// - Parameter place: of the image; all its axes.
    package func paths(from place: [Int], result: Shape) throws -> [Path] {
        let at = try position(place, in: x.shape, channels: image.channels)
        let rows = windows.rows.taps(reading: at.row, mode), columns = windows.columns.taps(reading: at.column, mode)
        let readers = filters?.filtersReading(at.channel) ?? at.channel..<at.channel + 1
        try WorkMeter.count(rows.count &* columns.count &* readers.count)
        return readers.flatMap { reader in
            let filter = filters.map { reader * $0.channels + at.channel % $0.channels } ?? 0
            return rows.flatMap { row in
                columns.map { column in
                    Path(
                        output: full([at.image, reader, row.output, column.output], rank: result.rank),
                        tap: image.spatialAxes == 1 ? [column.tap] : [row.tap, column.tap],
                        weight: weight(filter, row.tap, column.tap), divisor: divisor(row.output, column.output))
                }
            }
        }
    }

    /// Without the axes that a result of this rank has not.
    private func full(_ place: [Int], rank: Int) -> [Int] {
        let spatial = Array(place.suffix(image.spatialAxes))
        return place[2 - (rank - spatial.count)..<2] + spatial
    }

    // MARK: Places

    private func position(
        _ place: [Int], in shape: Shape, channels: Int
    ) throws(IndexProblem) -> (image: Int, channel: Int, row: Int, column: Int) {
        guard place.count <= shape.rank else { throw .tooMany(place.count, shape) }
        var checked: [Int] = []
        for (axis, index) in place.enumerated() {
            guard index >= -shape[axis], index < shape[axis] else { throw .range(index, axis: axis, size: shape[axis]) }
            checked.append(index < 0 ? index + shape[axis] : index)
        }
        let spatial = image.spatialAxes
        let all = Array(repeating: 0, count: max(0, spatial + 2 - checked.count)) + checked
        return (all[0], all[1], spatial == 2 ? all[2] : 0, all[all.count - 1])
    }
}

extension Window {
    /// Where in the image the window's element lies, when it stands at this place of the result.
    fileprivate func tap(_ tap: Int, of output: Int) -> Int { output * stride - before + tap * dilation }

    fileprivate func span(of output: Int) -> WindowReading.Span {
        WindowReading.Span(start: tap(0, of: output), stop: tap(kernel - 1, of: output) + 1, step: dilation)
    }

    /// Which windows read an element of the axis, and where in them it lies; padding may repeat it.
    fileprivate func taps(reading element: Int, _ mode: PaddingMode) -> [(output: Int, tap: Int)] {
        (0..<count).flatMap { output in
            (0..<kernel).compactMap { tap in
                mode.source(of: self.tap(tap, of: output), size: size) == element ? (output, tap) : nil
            }
        }
    }
}

extension FilterBank {
    /// The channels of the image that a filter adds up.
    fileprivate func channelsRead(by filter: Int) -> Range<Int> {
        let first = filter / filters * channels
        return first..<first + channels
    }

    /// The filters that read a channel of the image.
    fileprivate func filtersReading(_ channel: Int) -> Range<Int> {
        let first = channel / channels * filters
        return first..<first + filters
    }
}

extension Shape {
    /// The row-major position of an element; negative indexes count from the end.
    /// - Precondition: an index for each axis, within it.
    package func position(of place: [Int]) -> Int {
        zip(self, place).reduce(0) { $0 * $1.0 + ($1.1 < 0 ? $1.1 + $1.0 : $1.1) }
    }
}

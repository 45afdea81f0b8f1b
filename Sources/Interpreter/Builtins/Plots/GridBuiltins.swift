import Imaging
import TensorEngine

extension Builtin {
    /// Numbers as colors, and pictures side by side.
    static let grids: [Builtin] = [
        Builtin(
            "heatmap(A, range=\"fit\", annot=None, \(PlotSettings.signature))", "Plots",
            "Draws a matrix as colors, with its numbers in the cells where they fit.",
            examples: [
                "heatmap([[1, 2], [3, 4]], title=\"four\")  #> heatmap 2x2, colors from 1 to 4",
                "heatmap(sobel_x(), range=\"signed\", save=\"sobel.svg\")  #> saved sobel.svg: heatmap 3x3, colors from -2 to 2",
            ]
        ) { call in
            let matrix = try call.matrix("A")
            let range = try PictureRange(call.optional("range") ?? .text(Text("fit")), of: [matrix], call)
            let annot = try call.keyword("annot").flatMap { try $0.isNone ? nil : call.number($0, "annot") != 0 }
            let settings = try PlotSettings(&call)
            try call.finish()
            let heatmap = Heatmap(
                height: matrix.shape[0], width: matrix.shape[1], values: try call.plotNumbers(matrix),
                range: range.bounds,
                colours: range.tint ?? .viridis, xLabel: settings.xLabel, yLabel: settings.yLabel,
                isAnnotated: annot ?? (matrix.shape[0] <= 8 && matrix.shape[1] <= 8))
            return try settings.show(Figure(.heatmap(heatmap)), call) { display in
                display.write("heatmap \(heatmap.height)x\(heatmap.width), colors from ", range.bounds.lowerBound)
                display.write(" to ", range.bounds.upperBound)
                let left = heatmap.values.count { !($0 >= range.bounds.lowerBound && $0 <= range.bounds.upperBound) }
                if left > 0 { display.write(", ", Double(left)); display.write(" outside") }
            }
        },
        Builtin(
            "montage(images, labels=None, columns=None, range=None, \(PlotSettings.titleSignature))", "Plots",
            "Puts images side by side: a tuple or a dict of them, (N, H, W), or filters and feature maps (N, C, H, W).",
            examples: [
                "montage((blur(), sharpen(), edge()), labels=(\"blur\", \"sharpen\", \"edge\"), range=\"signed\")  #> montage of 3 images 3x3 in 1 row, 0 clipped",
                "x = load_png(\"chelsea.png\")\nmontage({\"cat\": x, \"gray cat\": gray(x)}, save=\"cats.png\")  #> saved cats.png: montage of 2 images 300x451 in 1 row, 0 clipped",
            ]
        ) { call in
            let reading = try MontageReading(try call.value("images"), call)
            var labels = reading.labels
            let named = try call.optional("labels") ?? call.keyword("label")
            if let named, !named.isNone { labels = try call.plotLabels(named, "labels") }
            guard labels.isEmpty || labels.count == reading.images.count else {
                throw PlotProblem.labels(given: labels.count, things: reading.images.count, "image")
            }
            let columns = try call.optional("columns").flatMap { try $0.isNone ? nil : call.whole($0, "columns") }
            guard columns ?? 1 > 0 else { throw PlotProblem.columns }
            let range = try PictureRange(call.keyword("range"), of: reading.images, call)
            let settings = try PlotSettings(&call)
            try call.finish()
            var (pictures, clipped) = ([Picture](), 0)
            for image in reading.images {
                let (picture, outside) = try Picture.of(image, bits: 8, range: range)
                pictures.append(picture)
                clipped += outside
            }
            let wide = reading.images.count <= 4 ? 4 : Int(Double(reading.images.count).squareRoot().rounded(.up))
            let montage = Montage(
                pictures: pictures, labels: labels, columns: min(columns ?? reading.columns ?? wide, pictures.count),
                tint: range.tint)
            return try settings.show(Figure(.montage(montage)), call) { montage.write(to: &$0, clipped: clipped) }
        },
    ]
}

/// Which pictures the argument of `montage` holds.
private struct MontageReading {
    private(set) var images: [Tensor] = []
    private(set) var labels: [String] = []
    /// Where the axes of a tensor say it.
    private(set) var columns: Int?

    /// More of them would be too small to be told apart.
    private static let most = 1024

    init(_ value: Value, _ call: BuiltinCall) throws {
        switch value {
        case .dictionary(let dictionary):
            for key in dictionary.keys {
                images.append(try Self.image(dictionary[key] ?? .none, call))
                labels.append(SeriesReading.words(key))
            }
        case .text(let path): throw PictureArgumentProblem.path("montage", path.string)
        case .tuple(let tuple): images = try tuple.items.map { try Self.image($0, call) }
        case .list(let list): images = try list.items.map { try Self.image($0, call) }
        default:
            guard let tensor = try call.machine.tensorOperand(value) else {
                throw call.wrong("images", "a tuple of images or a tensor (N, H, W) or (N, C, H, W)", value)
            }
            try take(apart: tensor)
        }
        guard !images.isEmpty else { throw PlotProblem.nothing("montage") }
        guard images.count <= Self.most else { throw PlotProblem.manyImages(images.count, most: Self.most) }
    }

    private static func image(_ value: Value, _ call: BuiltinCall) throws -> Tensor {
        guard let image = try call.machine.tensorOperand(value) else {
            throw call.wrong("images", "images", value)
        }
        guard image.rank == 2 || image.rank == 3 else { throw PlotProblem.shape(function: "montage", image.shape) }
        return image
    }

    /// Filters of one channel or of three colors are pictures; of any other number each channel is one of its own.
    private mutating func take(apart tensor: Tensor) throws {
        let shape = Array(tensor.shape)
        switch shape.count {
        case 2: images = [tensor]
        case 3: images = try Self.parts(of: tensor)
        case 4 where shape[1] == 1 || shape[1] == 3: images = try Self.parts(of: tensor)
        case 4:
            guard shape[0] * shape[1] <= Self.most else {
                throw PlotProblem.manyImages(shape[0] * shape[1], most: Self.most)
            }
            images = try Self.parts(of: tensor).flatMap(Self.parts)
            if shape[0] > 1 { columns = shape[1] }
        default: throw PlotProblem.shape(function: "montage", tensor.shape)
        }
    }

    private static func parts(of tensor: Tensor) throws -> [Tensor] {
        guard tensor.shape[0] <= most else { throw PlotProblem.manyImages(tensor.shape[0], most: most) }
        return try (0..<tensor.shape[0]).map(tensor.row)
    }
}

extension Montage {
    /// `montage of 6 images 8x8 in 2 rows, 0 clipped`
    fileprivate func write(to display: inout Display, clipped: Int) {
        display.write("montage of ", Double(pictures.count))
        display.write(pictures.count == 1 ? " image" : " images")
        let sizes = Set(pictures.map { "\($0.height)x\($0.width)" })
        if sizes.count == 1, let size = sizes.first { display.write(" " + size) }
        display.write(" in ", Double(rows))
        display.write(rows == 1 ? " row, " : " rows, ", Double(clipped))
        display.write(" clipped")
    }
}

extension BuiltinCall {
    fileprivate mutating func matrix(_ name: String) throws -> Tensor {
        let value = try value(name)
        if case .text(let text) = value { throw PlotProblem.word(function: builtin.name, text.string) }
        guard let matrix = try machine.tensorOperand(value) else { throw wrong(name, "a matrix", value) }
        guard matrix.count > 0 else { throw PlotProblem.nothing(builtin.name) }
        guard matrix.rank == 2 else { throw PlotProblem.shape(function: builtin.name, matrix.shape) }
        return matrix
    }
}

extension Value {
    fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}

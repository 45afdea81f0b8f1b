import Imaging
import TensorEngine

extension Builtin {
    static let pictures: [Builtin] = [
        Builtin("load_png(path)", "Pictures", "The image in a PNG file: (C, H, W), gray (H, W), from 0 to 1.", examples: ["load_png(\"chelsea.png\").shape  #> (3, 300, 451)"]) { call in
            let path = try call.string("path")
            let picture = try call.machine.session.picture(at: path)
            let shape: Shape = picture.channels == 1 ? [picture.height, picture.width] : [picture.channels, picture.height, picture.width]
            try call.machine.session.charge(bytes: shape.elementCount * 8)
            return .tensor(try Tensor(shape, picture.normalized(), dtype: call.machine.dtype))
        },
        Builtin("save_png(path, image, bits=8, range=None)", "Pictures", "Writes an image, (H, W) or (C, H, W), as a PNG file.", examples: ["save_png(\"ramp.png\", [[0, 0.5, 1]])  #> saved ramp.png: image 1x3 gray mean 0.5 std 0.4082 min 0 max 1 dot ... 0 clipped"]) { call in
            let first = try call.value("path")
            let second = try call.value("image")
            guard case .text(let path) = first else { throw PictureArgumentProblem.order }
            guard let image = try call.machine.tensorOperand(second) else { throw call.wrong("image", "an image", second) }
            let bits = try call.optional("bits").map { try call.whole($0, "bits") } ?? 8
            let range = try PictureRange(call.keyword("range"), of: [image], call)
            let (picture, clipped) = try Picture.of(image, bits: bits, range: range)
            if clipped > 0, range.isUnsaid, image.holdsLevels { call.machine.note(.levels) }
            let saved = try call.machine.session.save(picture, as: path.string)
            call.machine.receive(.shown(call.machine.shownPicture(image, picture, before: "saved \(saved): ", clipped: clipped)))
            return .none
        },
        Builtin("show(image, range=None)", "Pictures", "Puts an image, (H, W) or (C, H, W), before your eyes.", examples: ["show([[0, 1], [1, 0]])  #> image 2x2 gray mean 0.5 std 0.5 min 0 max 1 dot 0, 0 clipped"]) { call in
            let value = try call.value("image")
            if case .text(let path) = value { throw PictureArgumentProblem.path("show", path.string) }
            guard let image = try call.machine.tensorOperand(value) else { throw call.wrong("image", "an image", value) }
            call.foreignNames = ["cmap": "range", "vmin": "range", "vmax": "range"]
            let range = try PictureRange(call.optional("range"), of: [image], call)
            try call.finish()
            let (picture, clipped) = try Picture.of(image, bits: 8, range: range)
            if clipped > 0, range.isUnsaid, image.holdsLevels { call.machine.note(.levels) }
            call.machine.receive(.picture(picture, tint: range.tint))
            call.machine.receive(.shown(call.machine.shownPicture(image, picture, before: "", clipped: clipped)))
            return .none
        },
        Builtin("gray(image)", "Pictures", "The brightness of a color image: 0.299 R + 0.587 G + 0.114 B.", examples: ["gray(ones(3, 1, 1))  #> [[1]]"]) { call in
            let image = try call.tensor("image")
            if image.rank == 2 { return .tensor(image) }
            guard image.rank == 3, image.shape[0] == 3 || image.shape[0] == 4 else { throw PictureArgumentProblem.color(image.shape) }
            let weights = try Tensor([3, 1, 1], [0.299, 0.587, 0.114], dtype: image.dtype)
            let colors = try Primitive.index(.tensor(image), .index([.slice(start: 0, stop: 3, step: nil)]))
            let weighted = try Primitive.multiply(.tensor(colors), .tensor(weights))
            return Value(try Primitive.sum(.tensor(weighted), .wholes([0]), .flag(false)))
        },
    ]
}

/// Which values are black and white; nothing is rescaled silently.
struct PictureRange {
    var bounds: ClosedRange<Double> = 0...1
    /// 0 is the middle: what lies below and above it is shown in two colors.
    private(set) var isSigned = false
    /// Nobody said which values are black and white.
    private(set) var isUnsaid = true

    /// - Parameter images: all that share the range.
    init(_ value: Value?, of images: [Tensor], _ call: BuiltinCall) throws {
        guard let value else { return }
        if case .none = value { return }
        isUnsaid = false
        switch value {
        case .text(let text):
            let ends = images.map(\.finiteBounds)
            let (low, high) = (ends.map(\.low).min() ?? 0, ends.map(\.high).max() ?? 1)
            switch text.string {
            case "fit": bounds = low < high ? low...high : low...max(low + 1, low.nextUp)
            case "signed":
                let size = max(abs(low), abs(high))
                bounds = size > 0 ? -size...size : -1...1
                isSigned = true
            default: throw WordProblem(function: call.builtin.name, parameter: "range", given: text.string, words: ["signed", "fit"])
            }
        default:
            let ends = try call.machine.items(of: value).compactMap(\.plainNumber)
            guard ends.count == 2, ends[0] < ends[1] else { throw PictureArgumentProblem.range }
            bounds = ends[0]...ends[1]
        }
    }

    /// Signed numbers are shown in blue, white and red.
    var tint: ColourMap? { isSigned ? .diverging : nil }
}

/// Arguments that make no picture.
enum PictureArgumentProblem: RewritingProblem {
    case order
    case shape(Shape)
    case color(Shape)
    case range
    /// `show("cat.png")`
    case path(String, String)

    var code: String {
        switch self {
        case .order: "call-order"
        case .shape, .color: "shape-image"
        case .range: "value-range"
        case .path: "type-argument"
        }
    }

    var sentence: String {
        switch self {
        case .order: "save_png takes the path first, then the image"
        case .shape(let shape): "an image is (H, W) or (C, H, W) with 1 to 4 channels, not \(shape)"
        case .color(let shape): "gray takes a color image (3, H, W) or (4, H, W), not \(shape)"
        case .range: "range is \"signed\", \"fit\" or a pair (lo, hi) with lo < hi"
        case .path(let function, let path): "\(function) wants an image, and \(quoted(path)) is a string"
        }
    }

    var reasons: [String] {
        switch self {
        case .shape(let shape) where shape.hasChannelsLast: ["channels come first here, as in PyTorch"]
        case .shape(let shape) where shape.holdsImages: ["montage shows many side by side"]
        default: []
        }
    }

    var mend: String? {
        switch self {
        case .order: "save_png(\"name.png\", image)"
        case .path(let function, let path): "\(function)(load_png(\(quoted(path))))"
        case .shape(let shape) where shape.hasChannelsLast: "transpose(image, (2, 0, 1))"
        case .shape(let shape) where shape.holdsImages: "montage(x)"
        default: nil
        }
    }

    func mend(_ failed: FailedText) -> String? {
        guard case .shape(let shape) = self, let image = failed.operands.first, failed.whole.hasPrefix("show(") else {
            return nil
        }
        if shape.hasChannelsLast { return "show(transpose(\(image), (2, 0, 1)))" }
        return shape.holdsImages ? "montage(\(image))" : nil
    }
}

extension Shape {
    /// `(H, W, 3)`, as NumPy's friends keep pictures.
    fileprivate var hasChannelsLast: Bool { rank == 3 && self[0] > 4 && [3, 4].contains(self[2]) }

    /// A batch of pictures, or more channels than a picture has.
    fileprivate var holdsImages: Bool { rank == 4 || rank == 3 && self[0] > 4 }
}

extension WorkMeter {
    /// Quantizing and packing a sample.
    fileprivate static let perSample = 32
}

extension Tensor {
    /// Whole numbers from 0 to 255, as files hold them.
    fileprivate var holdsLevels: Bool {
        (0..<count).allSatisfy { place in
            let level = element(place)
            return 0...255 ~= level && level == level.rounded()
        }
    }

    /// The smallest and the largest finite element; 0 and 1 where there is none.
    var finiteBounds: (low: Double, high: Double) {
        var (low, high) = (Double.infinity, -Double.infinity)
        for position in 0..<count where element(position).isFinite {
            low = min(low, element(position))
            high = max(high, element(position))
        }
        return low <= high ? (low, high) : (0, 1)
    }
}

extension Picture {
    /// The picture of a tensor, and how many values lay outside the range.
    static func of(_ image: Tensor, bits: Int, range: PictureRange) throws -> (picture: Picture, clipped: Int) {
        let sizes = image.rank == 2 ? [1] + Array(image.shape) : Array(image.shape)
        guard sizes.count == 3, (1...4).contains(sizes[0]), sizes[1] > 0, sizes[2] > 0 else {
            throw PictureArgumentProblem.shape(image.shape)
        }
        // the elements as numbers, and their samples
        try MemoryBudget.current.check(image.count * (MemoryLayout<Double>.stride + 2))
        try WorkMeter.count(image.count * WorkMeter.perSample)
        let values = image.elements
        let (picture, clipped) = try values.withUnsafeBufferPointer { buffer in
            try Picture.quantizing(
                buffer, channels: sizes[0], height: sizes[1], width: sizes[2], bitDepth: bits, range: range.bounds)
        }
        return (picture, clipped)
    }
}

extension Machine {
    /// `image 300x451 gray mean ... dot ..., 0 clipped`
    fileprivate func shownPicture(_ image: Tensor, _ picture: Picture, before: String, clipped: Int) -> Shown {
        var display = Display(digits: digits)
        display.write("\(before)image \(picture.height)x\(picture.width) \(picture.kind.name)")
        display.writeSummary(of: image)
        display.write(", \(clipped) clipped")
        let pieces = display.pieces
        return Shown(pieces: pieces, allPieces: { pieces }, largest: display.largest, digits: digits)
    }
}

/// What helps is done outside of the program, so it is a reason here and nothing to write.
extension PictureProblem: Problem {}

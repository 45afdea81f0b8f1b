import Imaging
import TensorEngine

extension Builtin {
    /// Pictures that follow each other.
    static let animations: [Builtin] = [
        Builtin(
            "trace_frames(operation, *arguments, scale=1)", "Signals",
            "A convolution or a pool that moves over its image as slides draw it, a picture for each step: (steps, 3, H, W), for animate or, with concat, as a strip.",
            examples: [
                "len(trace_frames(max_pool2d, [[1, 2, 3, 4], [5, 6, 7, 8]], 2))  #> 2",
                "x = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]\nanimate(trace_frames(conv2d, x, [[1, 0], [0, 1]]), \"slide.png\", fps=1)  #> saved slide.png: animation of 4 frames ...",
            ]
        ) { call in
            let operation = try call.value("operation")
            guard case .builtin(let builtin) = operation, case .primitive(let primitive) = builtin.body else {
                throw TraceProblem.operation(operation.kind)
            }
            let scale = try call.keyword("scale").map { try call.number($0, "scale") } ?? 1
            guard scale >= 0.5, scale <= 4 else { throw AnimationProblem.scale(scale, from: "0.5 to 4") }
            let machine = call.machine
            let arguments = try Binding(machine: machine, primitive: primitive).arguments(call.rest(), call.allNamed())
            guard let reading = try primitive.windows(arguments) else { throw TraceProblem.operation(builtin.name) }
            let result = try primitive(arguments)[0]
            return .tensor(try TraceFrames(reading, result: result, digits: machine.digits).tensor(scale: scale))
        },
        Builtin(
            "animate(frames, path, fps=None, delay=None, range=None, scale=1)", "Pictures",
            "Writes images that follow each other, (N, H, W), (N, C, H, W) or a list of images, as an animated PNG: fps frames a second (10 if not given), or delay seconds each.",
            examples: [
                "x = rand(5, 8, 8)\nanimate(x, \"noise.png\", fps=5, scale=4)  #> saved noise.png: animation of 5 frames, 32x32 gray, 1 s, 0 clipped"
            ]
        ) { call in
            let frames = try call.value("frames")
            let path = try call.value("path")
            guard case .text(let name) = path, try call.machine.tensorOperand(frames) != nil else {
                if case .text = frames { throw AnimationProblem.order }
                if case .text = path { throw AnimationProblem.unequal }
                throw call.wrong("path", "the name of a PNG file", path)
            }
            guard name.string.lowercased().hasSuffix(".png") else { throw AnimationProblem.name(name.string) }
            guard let images = try call.machine.tensorOperand(frames) else { throw AnimationProblem.noFrames }
            let strip = try FrameStrip(images)
            let (delay, seconds) = try delay(&call)
            let range = try PictureRange(call.optional("range"), of: [images], call)
            let scale = try call.optional("scale").map { try call.whole($0, "scale") } ?? 1
            guard (1...64).contains(scale) else { throw AnimationProblem.scale(Double(scale), from: "1 to 64") }
            let (file, clipped, last) = try strip.encoded(range: range, delay: delay, scale: scale, call.machine)
            let saved = try call.machine.session.host.write(name.string, file)
            var display = Display(digits: call.machine.digits)
            display.write("saved \(saved): animation of ", Double(strip.count))
            display.write(strip.count == 1 ? " frame" : " frames")
            display.write(", \(last.height)x\(last.width) \(last.kind.name), ", (seconds * Double(strip.count) * 1e6).rounded() / 1e6)
            display.write(" s, ", Double(clipped))
            display.write(" clipped")
            let (pieces, digits) = (display.pieces, call.machine.digits)
            call.machine.receive(
                .shown(Shown(pieces: pieces, allPieces: { pieces }, largest: display.largest, digits: digits)))
            return .none
        },
    ]

    private static func delay(_ call: inout BuiltinCall) throws -> (Animation.Delay, seconds: Double) {
        let fps = try call.optional("fps").flatMap { try call.numberUnlessNone($0, "fps") }
        let given = try call.optional("delay").flatMap { try call.numberUnlessNone($0, "delay") }
        if fps != nil, given != nil { throw AnimationProblem.twoSpeeds }
        let seconds = given ?? 1 / (fps ?? 10)
        guard let delay = Animation.Delay(seconds: seconds) else { throw AnimationProblem.speed }
        return (delay, seconds)
    }
}

extension BuiltinCall {
    fileprivate func numberUnlessNone(_ value: Value, _ name: String) throws -> Double? {
        if case .none = value { return nil }
        return try number(value, name)
    }
}

/// Images of one size in one tensor.
private struct FrameStrip {
    let count: Int
    private let images: Tensor
    private let channels, height, width: Int

    init(_ images: Tensor) throws(AnimationProblem) {
        let shape = images.shape
        guard shape.rank == 3 || shape.rank == 4, !shape.contains(0),
            shape.rank == 3 || (1...4).contains(shape[1])
        else { throw .shape(shape) }
        self.images = images
        count = shape[0]
        channels = shape.rank == 3 ? 1 : shape[1]
        height = shape[shape.rank - 2]
        width = shape[shape.rank - 1]
    }

    /// The file, how many values lay outside of the range, and a frame of it.
    func encoded(
        range: PictureRange, delay: Animation.Delay, scale: Int, _ machine: Machine
    ) throws -> (file: [UInt8], clipped: Int, last: Picture) {
        let (size, overflows) = images.count.multipliedReportingOverflow(by: 8 + scale * scale)
        guard !overflows else { throw LimitProblem.size("\(images.shape)") }
        try machine.session.charge(bytes: size)
        let values = images.elements, frameSize = channels * height * width
        var animation: Animation?
        var clippedCount = 0
        var last: Picture?
        for frame in 0..<count {
            try WorkMeter.count(frameSize * scale * scale * 32)
            let (picture, clipped) = try values.withUnsafeBufferPointer { buffer in
                try Picture.quantizing(
                    UnsafeBufferPointer(rebasing: buffer[frame * frameSize..<(frame + 1) * frameSize]),
                    channels: channels, height: height, width: width, range: range.bounds)
            }
            guard let enlarged = picture.enlarged(by: scale) else { throw LimitProblem.size("\(images.shape)") }
            clippedCount += clipped
            var pages = animation ?? Animation(like: enlarged, frameCount: count, delay: delay)
            animation = nil
            try pages.add(enlarged)
            animation = pages
            last = enlarged
        }
        guard let animation, let last else { throw AnimationProblem.noFrames }
        return (animation.bytes, clippedCount, last)
    }
}

/// What makes no animation.
enum AnimationProblem: Problem {
    case order
    case name(String)
    case shape(Shape)
    /// Images of several sizes, or no images.
    case unequal
    case noFrames
    case twoSpeeds
    case speed
    case scale(Double, from: String)
    case tooLarge(rows: Int, columns: Int)
    case tooManySteps(Int)

    var code: String {
        switch self {
        case .order: "call-order"
        case .name: "file-png"
        case .shape, .unequal, .noFrames: "shape-image"
        case .twoSpeeds: "call-twice"
        case .speed, .scale: "value-frames"
        case .tooLarge, .tooManySteps: "limit-frames"
        }
    }

    var sentence: String {
        switch self {
        case .order: "animate takes the frames first, then the path"
        case .name(let name): "animate writes a PNG file, and \(name) does not end in .png"
        case .shape(let shape): "frames are (N, H, W) or (N, C, H, W) with 1 to 4 channels, not \(shape)"
        case .unequal: "frames are images of one size, in a list or a tensor"
        case .noFrames: "an animation needs at least one frame"
        case .twoSpeeds: "fps and delay say the same thing: frames a second, or seconds for each"
        case .speed: "a frame stays for more than 0 and at most 65.535 seconds"
        case .scale(let scale, let range): "scale goes from \(range), not \(numberText(scale, .float64, digits: 4))"
        case .tooLarge(let rows, let columns):
            "an image of \(rows) x \(columns) numbers cannot be drawn so that they can be read"
        case .tooManySteps(let count): "\(count) steps are more than anybody watches"
        }
    }

    var reasons: [String] {
        switch self {
        case .speed: ["fps is frames a second, delay is seconds for each"]
        case .tooLarge: ["at most \(TraceFrames.mostCells) rows and columns, padding included; take a piece, as x[:8, :8]"]
        case .tooManySteps: ["at most \(TraceFrames.mostFrames); take a piece, as x[:8, :8]"]
        default: []
        }
    }

    var mend: String? {
        if case .order = self { "animate(frames, \"name.png\")" } else { nil }
    }
}

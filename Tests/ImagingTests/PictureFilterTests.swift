import Imaging
import TensorEngine
import Testing

@Suite("Filtering pictures") struct PictureFilterTests {
    @Test("Photographs come out as SciPy makes them, rounded to the nearest level", arguments: RecordedFilter.all)
    func recorded(filter: RecordedFilter) throws {
        var picture = try PNG.decode(Fixtures.asset(filter.photo + ".png"))
        picture = try picture.variant(kind: filter.kind, bitDepth: filter.bitDepth).corner(height: 96, width: 128)
        var sum = Checksum()
        for padding in PictureFilter.Padding.allCases {
            var operation = try filter.operation
            operation.padding = padding
            sum.add(try operation.apply(to: picture))
        }
        #expect(sum.text == filter.checksum)
    }

    @Test("There are filters to compare") func notEmpty() { #expect(RecordedFilter.all.count == 288) }

    @Test(
        "Each level is that of the tensors' own number, ties included", arguments: PictureFilter.names,
        PictureFilter.Padding.allCases)
    func tensors(name: String, padding: PictureFilter.Padding) throws {
        for kind in Picture.Kind.allCases {
            for bitDepth in [8, 16] {
                let picture = try randomPicture(height: 13, width: 70, kind: kind, bitDepth: bitDepth)
                for size in name == "blur" || name == "gaussian" ? [1, 2, 4, 6] : [nil] {
                    var filter = try PictureFilter.named(name, size: size)
                    filter.padding = padding
                    try expectTensors(filter, name: name, size: size, picture)
                    filter.isGray = true
                    try expectTensors(filter, name: name, size: size, picture)
                }
            }
        }
    }

    @Test(
        "Every range stretches the tensors' own numbers",
        arguments: [
            PictureFilter.Range.fit, .signed, .bounds(-1.5...2), .bounds(0.25...0.2500001), .bounds(-1e9...1e9),
        ])
    func ranges(range: PictureFilter.Range) throws {
        for bitDepth in [8, 16] {
            let picture = try randomPicture(height: 9, width: 40, kind: .rgba, bitDepth: bitDepth)
            for name in ["sobel-x", "sobel", "blur"] {
                var filter = try PictureFilter.named(name)
                filter.range = range
                try expectTensors(filter, name: name, size: nil, picture)
                filter.isGray = true
                try expectTensors(filter, name: name, size: nil, picture)
            }
        }
    }

    @Test("A kernel that no row and column make up, one of the wrong size, one of huge numbers") func anyKernel() throws
    {
        let picture = try randomPicture(height: 20, width: 150, kind: .gray, bitDepth: 8)
        let kernels = [
            try Tensor([2, 3], [0.1, -0.7, 0.3, 0.2, 0.9, 0.01]), try Tensor([1, 1], [0.5]),
            try Tensor([2, 2], [0, 0, 0, 0]),
            try Tensor([2, 2], [1e12, -1e12, 3, 0.1]), try Tensor([1, 2], [1e300, -1e300]),
        ]
        for kernel in kernels {
            let filter = PictureFilter(try FilterKernel(kernel))
            let expected = try filter.levels(of: [kernel], picture)
            #expect(try filter.apply(to: picture).levels == expected, "\(kernel.elements)")
        }
    }

    @Test("What is no kernel is refused") func refused() throws {
        #expect(throws: FilterProblem.kernelShape([3])) { try FilterKernel(Tensor([3], [1, 2, 3])) }
        #expect(throws: FilterProblem.kernelNotFinite) { try FilterKernel(Tensor([1, 1], [.nan])) }
        #expect(throws: FilterProblem.unknownKernel("blurr")) { try PictureFilter.named("blurr") }
        #expect(throws: FilterProblem.noSize(of: "sobel")) { try PictureFilter.named("sobel", size: 5) }
        #expect(throws: FilterProblem.noSigma(of: "blur")) { try PictureFilter.named("blur", sigma: 2) }
        #expect(throws: FilterProblem.size(0)) { try PictureFilter.named("blur", size: 0) }
        #expect(throws: FilterProblem.sigma(-1)) { try PictureFilter.named("gaussian", sigma: -1) }
    }

    @Test("Padding that a small picture cannot give is refused; zeros and edges always can") func small() throws {
        let picture = try randomPicture(height: 2, width: 2, kind: .gray, bitDepth: 8)
        for padding in PictureFilter.Padding.allCases {
            var filter = try PictureFilter.named("blur", size: 9)
            filter.padding = padding
            if padding == .zeros || padding == .replicate {
                #expect(try filter.apply(to: picture).height == 2)
            } else {
                #expect(throws: FilterProblem.self) { try filter.apply(to: picture) }
            }
        }
    }

    @Test("The file of the result holds the result") func encoded() throws {
        for kind in Picture.Kind.allCases {
            let picture = try randomPicture(height: 30, width: 17, kind: kind, bitDepth: 16)
            let filter = try PictureFilter.named("sharpen")
            #expect(try PNG.decode(filter.encodedResult(of: picture)) == filter.apply(to: picture))
        }
    }

    private func expectTensors(_ filter: PictureFilter, name: String, size: Int?, _ picture: Picture) throws {
        let expected = try filter.levels(of: kernels(name, size), picture)
        let result = try filter.apply(to: picture)
        #expect(result.levels == expected, "\(picture.kind.name) \(picture.bitDepth) bits, size \(size ?? 3)")
    }

    private func kernels(_ name: String, _ size: Int?) throws -> [Tensor] {
        switch name {
        case "sobel": return [try Primitive.sobelX(.none), try Primitive.sobelY(.none)]
        case "blur": return [try Primitive.blur(.whole(size ?? 3), .none)]
        case "gaussian":
            let size = try #require(size)
            return [try Primitive.gaussian(.whole(size), .number(0.3 * (Double(size - 1) * 0.5 - 1) + 0.8), .none)]
        default:
            let kernel = try #require(Primitive.named(name.replacing("-", with: "_")))
            return [try kernel(Arguments([.none]))[0]]
        }
    }
}

/// A row of `filters.txt`: `photo kind bits checksum name options`.
struct RecordedFilter: CustomTestStringConvertible, Sendable {
    let photo: String
    let kind: Picture.Kind
    let bitDepth: Int
    let checksum: String
    let words: [String]

    var testDescription: String { "\(photo) \(kind.name) \(bitDepth) \(words.joined(separator: " "))" }

    static let all = Fixtures.table("filters.txt").compactMap { row -> RecordedFilter? in
        guard row.count >= 5, let kind = Picture.Kind.allCases.first(where: { $0.name == row[1] }),
            let bits = Int(row[2])
        else { return nil }
        return RecordedFilter(photo: row[0], kind: kind, bitDepth: bits, checksum: row[3], words: Array(row[4...]))
    }

    var operation: PictureFilter {
        get throws {
            let option = { (name: String) in words.firstIndex(of: name).map { words[$0 + 1] } }
            return try PictureFilter.named(
                words[0], size: option("--size").flatMap { Int($0) }, sigma: option("--sigma").flatMap { Double($0) })
        }
    }
}

/// FNV-1a, 64 bits, over the samples' bytes, the high one first.
struct Checksum {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ picture: Picture) {
        switch picture.samples {
        case .bytes(let bytes): for byte in bytes { add(byte) }
        case .words(let words):
            for word in words {
                add(UInt8(word >> 8))
                add(UInt8(word & 255))
            }
        }
    }

    private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension PictureFilter {
    /// What the tensors give: conv2d, or the magnitude of two, of each channel; rounded by `Picture.quantizing`.
    fileprivate func levels(of kernels: [Tensor], _ picture: Picture) throws -> [Int] {
        let all = try Tensor([picture.channels, picture.height, picture.width], picture.normalized())
        let hasAlpha = picture.kind.hasAlpha
        var colours = try Primitive.index(
            .tensor(all), .index([.slice(start: 0, stop: picture.channels - (hasAlpha ? 1 : 0), step: nil)]))
        if isGray, picture.channels > 2 {
            let weights = try Tensor([3, 1, 1], [0.299, 0.587, 0.114])
            let weighted = try Primitive.multiply(.tensor(colours), .tensor(weights))
            colours = try Primitive.sum(.tensor(weighted), .wholes([0]), .flag(true))
        }
        let results = try kernels.map { kernel in
            try Primitive.conv2d(
                .tensor(colours), .tensor(kernel), .none, .whole(1), .choice("same"), .choice(padding.rawValue),
                .whole(1),
                .whole(1), .flag(false))
        }
        var values = results[0].elements
        if results.count == 2 { values = zip(values, results[1].elements).map { ($0 * $0 + $1 * $1).squareRoot() } }
        let (result, _) = try values.withUnsafeBufferPointer {
            try Picture.quantizing(
                $0, channels: colours.shape[0], height: picture.height, width: picture.width,
                bitDepth: picture.bitDepth, range: bounds(of: values))
        }
        guard hasAlpha else { return result.levels }
        let count = result.channels
        let alpha = stride(from: picture.channels - 1, to: picture.levels.count, by: picture.channels).map {
            picture.levels[$0]
        }
        return alpha.indices.flatMap { result.levels[$0 * count..<($0 + 1) * count] + [alpha[$0]] }
    }

    private func bounds(of values: [Double]) -> ClosedRange<Double> {
        switch range {
        case .clip: return 0...1
        case .bounds(let bounds): return bounds
        case .fit: return (values.min() ?? 0)...(values.max() ?? 1)
        case .signed:
            let size = values.map(abs).max() ?? 1
            return -size...size
        }
    }
}

extension Picture {
    fileprivate var levels: [Int] {
        switch samples {
        case .bytes(let bytes): bytes.map { Int($0) }
        case .words(let words): words.map { Int($0) }
        }
    }

    /// A photograph as another kind of picture, as `make_filters.py` makes it.
    fileprivate func variant(kind: Kind, bitDepth: Int) throws -> Picture {
        let (height, width, channels, levels) = (height, width, channels, levels)
        func level(_ y: Int, _ x: Int, _ channel: Int) -> Int { levels[(y * width + x) * channels + channel] }
        func colour(_ y: Int, _ x: Int, _ channel: Int) -> Int {
            if kind == .gray { return level(y, x, channels == 1 ? 0 : 1) }
            guard channels == 1 else { return level(y, x, channel) }
            switch channel {
            case 0: return level(y, x, 0)
            case 1: return level((y + height - 3) % height, x, 0)
            default: return level(y, (x + width - 5) % width, 0)
            }
        }
        var result: [Int] = []
        for y in 0..<height {
            for x in 0..<width {
                for channel in 0..<kind.rawValue {
                    let isAlpha = kind.hasAlpha && channel == kind.rawValue - 1
                    let value = isAlpha ? (7 * x + 13 * y) % 256 : colour(y, x, channel)
                    result.append(bitDepth == 8 ? value : value * 256 + min((31 * x + 17 * y) % 257, 255))
                }
            }
        }
        let samples: Samples = bitDepth == 8 ? .bytes(result.map { UInt8($0) }) : .words(result.map { UInt16($0) })
        return try Picture(height: height, width: width, kind: kind, samples: samples)
    }

    fileprivate func corner(height: Int, width: Int) throws -> Picture {
        var result: [Int] = []
        for y in 0..<height { result += levels[y * self.width * channels..<(y * self.width + width) * channels] }
        let samples: Samples = bitDepth == 8 ? .bytes(result.map { UInt8($0) }) : .words(result.map { UInt16($0) })
        return try Picture(height: height, width: width, kind: kind, samples: samples)
    }
}

/// A picture for terminals that show sixels (xterm, mlterm, foot, Windows Terminal, iTerm2): bands of six rows, each
/// drawn colour by colour.
enum Sixel {
    static func text(of picture: Picture) -> String {
        let pixels = Thumbnail(picture, fitting: (picture.width, picture.height))
        let palette = Palette(of: pixels.colours)
        // P2 = 1: what is not drawn stays as it was; then the size in pixels that are square
        var text: [UInt8] = Array("\u{1B}P0;1q\"1;1;\(pixels.width);\(pixels.height)".utf8)
        for (number, colour) in palette.colours.enumerated() {
            let shares = [colour.red, colour.green, colour.blue].map { String((Int($0) * 100 + 127) / 255) }
            text += Array("#\(number);2;\(shares.joined(separator: ";"))".utf8)
        }
        for top in stride(from: 0, to: pixels.height, by: 6) {
            text += band(from: top, pixels, palette)
            text.append(UInt8(ascii: "-"))
        }
        text += Array("\u{1B}\\\n".utf8)
        return String(decoding: text, as: UTF8.self)
    }

    private static func band(from top: Int, _ pixels: Thumbnail, _ palette: Palette) -> [UInt8] {
        var rows: [Int: [UInt8]] = [:]
        for y in top..<min(top + 6, pixels.height) {
            for x in 0..<pixels.width {
                let number = palette.number(of: pixels.colours[y * pixels.width + x])
                rows[number, default: Array(repeating: 0, count: pixels.width)][x] |= 1 << UInt8(y - top)
            }
        }
        var text: [UInt8] = []
        for number in rows.keys.sorted() {
            // back to the band's beginning for each colour
            if !text.isEmpty { text.append(UInt8(ascii: "$")) }
            text += Array("#\(number)".utf8)
            text += packed(rows[number] ?? [])
        }
        return text
    }

    /// Six bits a character from `?` on; a run as its length and the character; nothing for blanks at the end.
    private static func packed(_ bits: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var start = 0
        let end = (bits.lastIndex { $0 != 0 } ?? -1) + 1
        while start < end {
            let length = bits[start..<end].prefix { $0 == bits[start] }.count
            let character = bits[start] + UInt8(ascii: "?")
            text += length > 3 ? Array("!\(length)".utf8) + [character] : Array(repeating: character, count: length)
            start += length
        }
        return text
    }
}

/// At most 256 colours for a picture: its own if they are so few, else means of boxes that hold equally many pixels
/// each, cut across their longest side (Heckbert's median cut, 1982).
struct Palette {
    private(set) var colours: [Colour] = []
    /// Of each colour, with five bits a channel where there are more than 256.
    private var numbers: [Int: Int] = [:]
    private let isExact: Bool

    private static let most = 256

    init(of pixels: [Colour]) {
        var exact: Set<Int> = []
        for pixel in pixels where exact.count <= Self.most { exact.insert(Self.key(pixel, isExact: true)) }
        isExact = exact.count <= Self.most
        if isExact {
            for key in exact.sorted() {
                numbers[key] = colours.count
                colours.append(Colour(red: UInt8(key >> 16), green: UInt8(key >> 8 & 255), blue: UInt8(key & 255)))
            }
        } else {
            cut(pixels)
        }
    }

    func number(of colour: Colour) -> Int { numbers[Self.key(colour, isExact: isExact)] ?? 0 }

    private static func key(_ colour: Colour, isExact: Bool) -> Int {
        let (red, green, blue) = (Int(colour.red), Int(colour.green), Int(colour.blue))
        return isExact ? red << 16 | green << 8 | blue : (red >> 3) << 10 | (green >> 3) << 5 | blue >> 3
    }

    /// Pixels that share a key.
    private struct Bin {
        var key: Int
        var count = 0
        var sums = [0, 0, 0]

        func level(_ channel: Int) -> Int { key >> (10 - 5 * channel) & 31 }
    }

    private mutating func cut(_ pixels: [Colour]) {
        var bins: [Int: Bin] = [:]
        for pixel in pixels {
            let key = Self.key(pixel, isExact: false)
            var bin = bins[key] ?? Bin(key: key)
            bin.count += 1
            for (channel, level) in [pixel.red, pixel.green, pixel.blue].enumerated() {
                bin.sums[channel] += Int(level)
            }
            bins[key] = bin
        }
        var boxes = [bins.values.sorted { $0.key < $1.key }]
        var sizes = boxes.map(Self.size(of:))
        while boxes.count < Self.most {
            guard let place = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes[place] > 0 else { break }
            let (lower, upper) = Self.halves(boxes[place])
            (boxes[place], sizes[place]) = (lower, Self.size(of: lower))
            boxes.append(upper)
            sizes.append(Self.size(of: upper))
        }
        for box in boxes {
            for bin in box { numbers[bin.key] = colours.count }
            colours.append(Self.mean(box))
        }
    }

    /// How much there is to gain by cutting it.
    private static func size(of box: [Bin]) -> Int {
        box.count < 2 ? 0 : box.reduce(0) { $0 + $1.count } * longest(box).length
    }

    private static func longest(_ box: [Bin]) -> (channel: Int, length: Int) {
        let lengths = (0..<3).map { channel in
            let levels = box.map { $0.level(channel) }
            return (levels.max() ?? 0) - (levels.min() ?? 0)
        }
        let channel = lengths.indices.max { lengths[$0] < lengths[$1] } ?? 0
        return (channel, lengths[channel])
    }

    private static func halves(_ box: [Bin]) -> ([Bin], [Bin]) {
        let channel = longest(box).channel
        let sorted = box.sorted { ($0.level(channel), $0.key) < ($1.level(channel), $1.key) }
        let half = box.reduce(0) { $0 + $1.count } / 2
        var (count, cut) = (0, 0)
        while cut < sorted.count - 1, count + sorted[cut].count <= half {
            count += sorted[cut].count
            cut += 1
        }
        let place = max(1, cut)
        return (Array(sorted[..<place]), Array(sorted[place...]))
    }

    private static func mean(_ box: [Bin]) -> Colour {
        let count = max(1, box.reduce(0) { $0 + $1.count })
        let levels = (0..<3).map { channel in UInt8((box.reduce(0) { $0 + $1.sums[channel] } + count / 2) / count) }
        return Colour(red: levels[0], green: levels[1], blue: levels[2])
    }
}

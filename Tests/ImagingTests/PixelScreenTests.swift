import Imaging
import Testing

@Suite("Pictures on terminals that show pixels")
struct PixelScreenTests {
    // MARK: - kitty

    @Test("kitty gets a PNG in pieces of at most 4096 letters") func kitty() throws {
        let picture = try randomPicture(height: 90, width: 120, kind: .rgb, bitDepth: 8)
        let text = PixelScreen(format: .kitty, width: 200, height: 100).text(of: picture)
        let pieces = text.matches(of: /\u{1B}_G([^;]*);([^\u{1B}]*)\u{1B}\\/)
        #expect(pieces.count > 5)
        for (place, piece) in pieces.enumerated() {
            #expect(piece.2.utf8.count <= 4096 && piece.2.utf8.count.isMultiple(of: 4))
            let more = place == pieces.count - 1 ? "m=0" : "m=1"
            #expect(String(piece.1) == (place == 0 ? "a=T,f=100,q=2," : "") + more)
        }
        #expect(pieces.map { "\u{1B}_G\($0.1);\($0.2)\u{1B}\\" }.joined() + "\n" == text)
        #expect(pieces.map { String($0.2) }.joined() == base64(try PNG.encode(picture)))
    }

    // MARK: - Sixels

    @Test("Few colours come through exactly") func sixelOfFewColours() throws {
        var levels: [UInt8] = []
        for place in 0..<40 * 13 { levels += [UInt8(place % 4 * 85), UInt8(255), place % 7 < 3 ? UInt8(0) : 51] }
        let picture = try Picture(height: 13, width: 40, kind: .rgb, samples: .bytes(levels))
        // 256 or more on both sides, so that it is not enlarged
        let decoded = try #require(SixelDecoder(PixelScreen(format: .sixel, width: 41, height: 14).text(of: picture)))
        #expect((decoded.width, decoded.height) == (40, 13))
        // sixels say colours in percent
        for (found, level) in zip(decoded.samples(height: 13), levels) { #expect(abs(Int(found) - Int(level)) <= 1) }
    }

    @Test("Many colours are taken to 256 near ones") func sixelOfManyColours() throws {
        var levels: [UInt8] = []
        for place in 0..<64 * 60 {
            let (x, y) = (place % 64, place / 64)
            levels += [UInt8(4 * x), UInt8(4 * y), UInt8(2 * (x + y))]
        }
        let picture = try Picture(height: 60, width: 64, kind: .rgb, samples: .bytes(levels))
        let decoded = try #require(SixelDecoder(PixelScreen(format: .sixel, width: 64, height: 60).text(of: picture)))
        #expect(decoded.palette.count <= 256 && decoded.palette.count > 200)
        let differences = zip(decoded.samples(height: 60), levels).map { abs(Int($0) - Int($1)) }
        #expect(differences.reduce(0, +) / differences.count < 8)
        #expect((differences.max() ?? 0) < 40)
    }

    // MARK: - Sizes

    @Test("Small pictures are enlarged by whole factors, large ones fit the window") func sizes() throws {
        func size(_ height: Int, _ width: Int, in room: (Int, Int)) throws -> [Int] {
            let picture = try Picture(
                height: height, width: width, kind: .gray, samples: .bytes(Array(repeating: 7, count: height * width)))
            let text = PixelScreen(format: .sixel, width: room.0, height: room.1).text(of: picture)
            let decoded = try #require(SixelDecoder(text))
            return [decoded.height, decoded.width]
        }
        #expect(try size(3, 3, in: (800, 400)) == [96, 96])
        #expect(try size(28, 28, in: (800, 400)) == [252, 252])
        #expect(try size(28, 28, in: (800, 60)) == [56, 56])
        #expect(try size(300, 451, in: (800, 400)) == [300, 451])
        #expect(try size(300, 450, in: (300, 400)) == [200, 300])
        #expect(try size(1, 2000, in: (100, 100)) == [1, 100])
        #expect(try size(2, 2, in: (0, -5)) == [1, 1])
    }

    @Test("With characters, too") func view() throws {
        func size(_ height: Int, _ width: Int) throws -> [Int] {
            let picture = try Picture(
                height: height, width: width, kind: .gray, samples: .bytes(Array(repeating: 7, count: height * width)))
            let lines = HalfBlocks(columns: 80, rows: 24, colours: .none).view(of: picture).split(separator: "\n")
            return [lines.count, lines.first?.count ?? 0]
        }
        #expect(try size(3, 3) == [12, 24])
        #expect(try size(8, 8) == [24, 48])
        #expect(try size(28, 28) == [14, 28])
        #expect(try size(300, 451) == [24, 72])
    }

    @Test("Signed pictures are blue, white and red, and without colours dark, gray and bright") func tint() throws {
        let picture = try Picture(height: 1, width: 3, kind: .gray, samples: .bytes([0, 128, 255]))
        let text = HalfBlocks(columns: 3, rows: 1, colours: .full).view(of: picture, tint: .diverging)
        #expect(text.contains("38;2;5;48;97m"))
        #expect(text.contains("38;2;247;246;246m"))
        #expect(text.contains("38;2;103;0;31m"))
        #expect(HalfBlocks(columns: 3, rows: 1, colours: .none).view(of: picture, tint: .diverging) == " +@\n")
    }

    /// Of matplotlib's "viridis".
    @Test(
        "The map of colours is viridis",
        arguments: zip(
            [0, 0.1, 0.25, 0.5, 0.77, 1.0],
            [[68, 1, 84], [72, 36, 117], [59, 82, 139], [33, 145, 140], [105, 205, 91], [253, 231, 37]]))
    func viridis(share: Double, colour: [Int]) throws {
        let picture = try Picture(height: 1, width: 1, kind: .gray, samples: .words([UInt16(share * 65535)]))
        guard case .bytes(let bytes)? = picture.coloured(.viridis)?.samples else { return #expect(Bool(false)) }
        for (found, expected) in zip(bytes, colour) { #expect(abs(Int(found) - expected) <= 2) }
    }
}

/// Reads sixels by DEC's description, as far as anything here writes them.
private struct SixelDecoder {
    private(set) var width = 0
    private(set) var height = 0
    private(set) var palette: [Int: [UInt8]] = [:]
    private var pixels: [[Int]: Int] = [:]

    init?(_ text: String) {
        guard let start = text.firstRange(of: "q\"1;1;"), text.hasPrefix("\u{1B}P"), text.hasSuffix("\u{1B}\\\n") else {
            return nil
        }
        var rest = text[start.upperBound...].dropLast(3)
        let size = rest.prefix { $0.isNumber || $0 == ";" }
        rest = rest.dropFirst(size.count)
        let sides = size.split(separator: ";").compactMap { Int($0) }
        guard sides.count == 2 else { return nil }
        (width, height) = (sides[0], sides[1])
        var (x, top, colour) = (0, 0, 0)
        while let character = rest.popFirst() {
            switch character {
            case "#":
                let numbers = SixelDecoder.numbers(&rest)
                if numbers.count == 5 {
                    palette[numbers[0]] = numbers[2...].map { UInt8(($0 * 255 + 50) / 100) }
                } else if numbers.count == 1 {
                    colour = numbers[0]
                } else {
                    return nil
                }
            case "!":
                let count = SixelDecoder.numbers(&rest)
                guard count.count == 1, let repeated = rest.popFirst() else { return nil }
                for _ in 0..<count[0] { if !put(repeated, &x, top, colour) { return nil } }
            case "$": x = 0
            case "-": (x, top) = (0, top + 6)
            default: if !put(character, &x, top, colour) { return nil }
            }
        }
    }

    private static func numbers(_ rest: inout Substring) -> [Int] {
        let text = rest.prefix { $0.isNumber || $0 == ";" }
        rest = rest.dropFirst(text.count)
        return text.split(separator: ";").compactMap { Int($0) }
    }

    private mutating func put(_ character: Character, _ x: inout Int, _ top: Int, _ colour: Int) -> Bool {
        guard let value = character.asciiValue, 63...126 ~= value, x < width else { return false }
        for bit in 0..<6 where (value - 63) >> UInt8(bit) & 1 == 1 { pixels[[top + bit, x]] = colour }
        x += 1
        return true
    }

    func samples(height: Int) -> [UInt8] {
        (0..<height).flatMap { y in
            (0..<width).flatMap { x in pixels[[y, x]].flatMap { palette[$0] } ?? [1, 2, 3] }
        }
    }
}

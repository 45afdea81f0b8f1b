import Imaging
import Testing

@Suite("Animated PNG files") struct AnimationTests {
    @Test("The first frame is the picture, the others follow in parts of their own", arguments: Picture.Kind.allCases)
    func frames(kind: Picture.Kind) throws {
        for bitDepth in [8, 16] {
            let frames = try (1...4).map {
                try randomPicture(height: 70, width: 90, kind: kind, bitDepth: bitDepth, seed: UInt64($0))
            }
            let file = try animation(frames, seconds: 0.25)
            #expect(try PNG.decode(file) == frames[0])
            let parts = parts(of: file)
            #expect(parts.map(\.name).filter { $0 == "fcTL" }.count == 4)
            #expect(try framesLater(parts) == Array(frames[1...]))
        }
    }

    @Test("Parts are numbered without gaps, and say how many frames there are and how long each stays") func numbers()
        throws
    {
        let frames = try (1...3).map {
            try randomPicture(height: 9, width: 5, kind: .gray, bitDepth: 8, seed: UInt64($0))
        }
        let parts = parts(of: try animation(frames, seconds: 0.25))
        #expect(parts.map(\.name) == ["IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND"])
        #expect(parts[1].contents == [0, 0, 0, 3, 0, 0, 0, 0])
        let numbered = parts.filter { ["fcTL", "fdAT"].contains($0.name) }
        #expect(numbered.map { number($0.contents[..<4]) } == [0, 1, 2, 3, 4])
        // width, height, place, 1/4 of a second, the page is kept and replaced
        #expect(parts[2].contents[4...] == [0, 0, 0, 5, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 4, 0, 0])
    }

    static let fractions: [(Double, [UInt8])] = [
        (0.1, [0, 1, 0, 10]), (1, [0, 1, 0, 1]), (1 / 24.0, [0, 1, 0, 24]), (1.5, [5, 220, 3, 232]),
        (0.0001, [0, 1, 3, 232]), (65.535, [255, 255, 3, 232]),
    ]

    @Test("A delay is a fraction of a second that the format can hold", arguments: AnimationTests.fractions)
    func delays(seconds: Double, bytes: [UInt8]) throws {
        let frame = try randomPicture(height: 2, width: 2, kind: .gray, bitDepth: 8)
        let control = try #require(parts(of: try animation([frame], seconds: seconds)).first { $0.name == "fcTL" })
        #expect(Array(control.contents[20..<24]) == bytes)
    }

    @Test("No delay, a negative one or minutes are none", arguments: [0, -1, 66, Double.infinity, .nan])
    func noDelay(seconds: Double) { #expect(Animation.Delay(seconds: seconds) == nil) }

    private func animation(_ frames: [Picture], seconds: Double) throws -> [UInt8] {
        let delay = try #require(Animation.Delay(seconds: seconds))
        var animation = Animation(like: frames[0], frameCount: frames.count, delay: delay)
        for frame in frames { try animation.add(frame) }
        return animation.bytes
    }

    // MARK: - Reading, as the standard says

    private struct Part {
        var name: String
        var contents: [UInt8]
        var bytes: [UInt8]
    }

    private func parts(of file: [UInt8]) -> [Part] {
        var parts: [Part] = []
        var start = 8
        while start + 12 <= file.count {
            let end = start + 8 + number(file[start..<start + 4])
            parts.append(
                Part(
                    name: String(decoding: file[start + 4..<start + 8], as: UTF8.self),
                    contents: Array(file[start + 8..<end]), bytes: Array(file[start..<end + 4])))
            start = end + 4
        }
        return parts
    }

    private func number(_ bytes: some Sequence<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    /// Each later frame as a file of its own, decoded.
    private func framesLater(_ parts: [Part]) throws -> [Picture] {
        let controls = parts.indices.filter { parts[$0].name == "fcTL" }
        return try controls.indices.dropFirst().map { index in
            let end = index + 1 < controls.count ? controls[index + 1] : parts.count - 1
            let data = parts[controls[index] + 1..<end].flatMap { Array($0.contents[4...]) }
            let file =
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + parts[0].bytes + part("IDAT", data)
                + (parts.last?.bytes ?? [])
            return try PNG.decode(file)
        }
    }

    private func part(_ name: String, _ contents: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + contents
        var remainder: UInt32 = ~0
        // the division of the standard's appendix, bit by bit
        for byte in body {
            remainder ^= UInt32(byte)
            for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        return bytes(UInt32(contents.count)) + body + bytes(~remainder)
    }

    private func bytes(_ number: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }
}

/// Frames that follow each other, as an animated PNG: a PNG of the first frame with the others in parts that programs
/// which know no animations pass over (W3C, "PNG, Third Edition", 2025).
package struct Animation: Sendable {
    /// How long each frame stays, as a fraction of a second.
    package struct Delay: Equatable, Sendable {
        let numerator, denominator: UInt16

        /// To the nearest thousandth, where no fraction with small numbers is exact; nil beyond what the format holds.
        package init?(seconds: Double) {
            guard seconds > 0, seconds <= 65.535 else { return nil }
            let rate = (1 / seconds).rounded()
            if rate >= 1, rate <= 1000, abs(rate * seconds - 1) < 1e-9 {
                (numerator, denominator) = (1, UInt16(rate))
            } else {
                (numerator, denominator) = (UInt16(max(1, (seconds * 1000).rounded())), 1000)
            }
        }
    }

    private let header: Picture.Header
    private let frameCount: Int
    private let delay: Delay
    private var parts: [UInt8] = []
    private var sequence: UInt32 = 0
    private var added = 0

    /// - Parameter first: every frame is of its size, kind and depth.
    package init(like first: Picture, frameCount: Int, delay: Delay) {
        header = first.header
        self.frameCount = frameCount
        self.delay = delay
    }

    /// Adds the next frame.
    package mutating func add(_ frame: Picture) throws(PictureProblem) {
        precondition(frame.header == header && added < frameCount)
        let file = PNGParts(try PNG.encode(frame))
        if added == 0 {
            parts += PNGParts.signature + file.part("IHDR") + animationControl
        }
        parts += frameControl
        for data in file.contents("IDAT") {
            if added == 0 {
                parts += PNGParts.part("IDAT", data)
            } else {
                parts += PNGParts.part("fdAT", PNGParts.bytes(sequence) + data)
                sequence += 1
            }
        }
        added += 1
    }

    /// The file, after the last frame.
    package var bytes: [UInt8] {
        precondition(added == frameCount)
        return parts + PNGParts.part("IEND", [])
    }

    /// How many frames, and that they are shown again and again.
    private var animationControl: [UInt8] {
        PNGParts.part("acTL", PNGParts.bytes(UInt32(frameCount)) + PNGParts.bytes(0))
    }

    /// The whole page, replaced by the next.
    private var frameControl: [UInt8] {
        mutating get {
            defer { sequence += 1 }
            let numbers = [sequence, UInt32(header.width), UInt32(header.height), 0, 0].flatMap(PNGParts.bytes)
            let delays = [delay.numerator, delay.denominator].flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
            return PNGParts.part("fcTL", numbers + delays + [0, 0])
        }
    }
}

/// The parts that a PNG file is made of: each has a length, a name of four letters, contents and a checksum.
private struct PNGParts {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private let file: [UInt8]

    /// Takes a file that we wrote.
    init(_ file: [UInt8]) { self.file = file }

    /// The contents of all parts of a name.
    func contents(_ name: String) -> [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        var start = Self.signature.count
        while start + 12 <= file.count {
            let count = file[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = start + 8 + count
            if file[start + 4..<start + 8].elementsEqual(name.utf8) { found.append(file[start + 8..<end]) }
            start = end + 4
        }
        return found
    }

    func part(_ name: String) -> [UInt8] { contents(name).flatMap { Self.part(name, Array($0)) } }

    static func part(_ name: String, _ contents: some Collection<UInt8>) -> [UInt8] {
        let body = Array(name.utf8) + contents
        return bytes(UInt32(contents.count)) + body + bytes(checksum(body))
    }

    static func bytes(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// CRC-32 as the format asks for it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 0 ? value >> 1 : 0xEDB8_8320 ^ value >> 1 }
    }
}

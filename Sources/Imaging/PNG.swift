import CPNG

/// PNG files as bytes in memory, samples exactly as stored: no gamma, no colour profile, no premultiplied alpha.
public enum PNG {
    /// What a picture may take before it is refused, which happens before any memory is taken for it.
    public struct Limits: Equatable, Sendable {
        /// The longest side, in pixels.
        public var maxSide: Int
        /// The largest width times height.
        public var maxPixels: Int
        /// The most bytes that the samples may take.
        public var maxBytes: Int

        public init(maxSide: Int = 1_000_000, maxPixels: Int = 100_000_000, maxBytes: Int = 400_000_000) {
            self.maxSide = maxSide
            self.maxPixels = maxPixels
            self.maxBytes = maxBytes
        }

        /// The limits of the language: 100 million pixels, which as 8-bit rgba take 400 MB.
        public static let standard = Limits()

        /// For files nobody vouches for: a small file of zeros may honestly unpack to a thousand times its size.
        public static let untrusted = Limits(maxBytes: 64_000_000)
    }

    /// Reads a whole file; bytes after its end are ignored.
    ///
    /// Palettes become rgb or rgba, 1, 2 and 4 bits are stretched to 8, a transparent colour becomes an alpha channel.
    /// Refused: a file without its end, a wrong checksum anywhere, a pixel outside the palette.
    public static func decode(_ bytes: [UInt8], limits: Limits = .standard) throws(PictureProblem) -> Picture {
        try bytes.withUnsafeBufferPointer { bytes throws(PictureProblem) in
            let file = try OpenFile(bytes, limits)
            defer { file.close() }
            try file.readHeader()
            return try file.readPicture()
        }
    }

    /// Writes a whole file; `compression` goes from 0 (none) to 9 (smallest).
    public static func encode(_ picture: Picture, compression: Int = 6) throws(PictureProblem) -> [UInt8] {
        guard 0...9 ~= compression else { throw .compression(compression) }
        return switch picture.samples {
        case .bytes(let bytes): try write(picture, bytes, compression)
        case .words(let words): try write(picture, words, compression)
        }
    }

    private static func write<Level: FixedWidthInteger>(
        _ picture: Picture, _ levels: [Level], _ compression: Int
    ) throws(PictureProblem) -> [UInt8] {
        // the format's own limit on a side
        guard let height = Int32(exactly: picture.height), let width = Int32(exactly: picture.width) else {
            throw .tooLongSide(width: picture.width, height: picture.height, most: Int(Int32.max))
        }
        return try levels.withUnsafeBufferPointer { levels throws(PictureProblem) in
            var facts = cpng_picture(
                width: UInt32(width), height: UInt32(height), channels: UInt8(picture.channels),
                bytes_per_sample: UInt8(picture.bitDepth / 8), samples: levels.baseAddress)
            var file = cpng_file()
            guard cpng_write(&facts, Int32(compression), &file) == .CPNG_OK else {
                throw .noMemory(byteCount: levels.count * MemoryLayout<Level>.size)
            }
            defer { cpng_file_free(&file) }
            return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        }
    }
}

/// A file that is being read; the bytes must stay where they are until it is closed.
private struct OpenFile {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let limits: PNG.Limits
    private let reader: OpaquePointer
    private var facts: cpng_facts { cpng_reader_facts(reader) }

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: PNG.Limits) throws(PictureProblem) {
        guard let reader = cpng_reader_create(bytes.baseAddress, bytes.count) else {
            throw .noMemory(byteCount: bytes.count)
        }
        self.bytes = bytes
        self.limits = limits
        self.reader = reader
    }

    func close() { cpng_reader_destroy(reader) }

    func readHeader() throws(PictureProblem) {
        var bounds = cpng_limits(
            max_side: UInt32(clamping: limits.maxSide), max_pixels: UInt64(clamping: limits.maxPixels),
            max_bytes: UInt64(clamping: limits.maxBytes))
        try check(cpng_read_header(reader, &bounds))
    }

    func readPicture() throws(PictureProblem) -> Picture {
        let facts = facts
        guard let kind = Picture.Kind(rawValue: Int(facts.channels)) else { throw .channels(Int(facts.channels)) }
        let samples: Picture.Samples =
            facts.bytes_per_sample == 2 ? .words(try readSamples()) : .bytes(try readSamples())
        return try Picture(height: Int(facts.height), width: Int(facts.width), kind: kind, samples: samples)
    }

    /// Lets libpng write into the array itself, so that a large picture is never held twice.
    private func readSamples<Level: FixedWidthInteger>() throws(PictureProblem) -> [Level] {
        let count = Int(facts.byte_count) / MemoryLayout<Level>.size
        var outcome = cpng_outcome.CPNG_OK
        let levels = [Level](unsafeUninitializedCapacity: count) { buffer, filled in
            outcome = cpng_read_samples(reader, buffer.baseAddress)
            filled = outcome == .CPNG_OK ? count : 0
        }
        try check(outcome)
        return levels
    }
}

extension OpenFile {
    /// Turns an outcome and the facts that go with it into a problem.
    private func check(_ outcome: cpng_outcome) throws(PictureProblem) {
        let facts = facts
        let (width, height) = (Int(facts.width), Int(facts.height))
        switch outcome {
        case .CPNG_OK: return
        case .CPNG_NOT_PNG: throw .notPNG(resembles: FileKind(of: bytes)?.rawValue)
        case .CPNG_CUT_SHORT: throw .cutShort(byteCount: bytes.count)
        case .CPNG_DAMAGED: throw .damaged(words: words(of: facts))
        case .CPNG_HOLLOW: throw .hollow(width: width, height: height, storedCount: Int(clamping: facts.stored_count))
        case .CPNG_OUTSIDE_PALETTE:
            throw .outsidePalette(index: Int(facts.palette_index), colours: Int(facts.palette_count))
        case .CPNG_LONG_SIDE: throw .tooLongSide(width: width, height: height, most: limits.maxSide)
        case .CPNG_MANY_PIXELS: throw .tooManyPixels(width: width, height: height, most: limits.maxPixels)
        case .CPNG_MANY_BYTES:
            throw .tooManyBytes(
                width: width, height: height, needed: Int(clamping: facts.byte_count), allowed: limits.maxBytes)
        case .CPNG_NO_MEMORY: throw .noMemory(byteCount: Int(clamping: facts.byte_count))
        }
    }

    private func words(of facts: cpng_facts) -> String {
        withUnsafeBytes(of: facts.words) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

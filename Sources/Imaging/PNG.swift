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
}

extension PNG {
    /// How much work goes into a small file.
    public enum Compression: Equatable, Sendable {
        /// From 0 (none) to 9 (smallest file).
        case level(Int)
        /// Looks for runs only: many times as fast, and for photographs hardly larger.
        case quick
    }

    /// Writes a whole file; `compression` goes from 0 (none) to 9 (smallest).
    public static func encode(_ picture: Picture, compression: Int = 6) throws(PictureProblem) -> [UInt8] {
        try encode(picture, .level(compression))
    }

    /// Writes a whole file.
    public static func encode(_ picture: Picture, _ compression: Compression) throws(PictureProblem) -> [UInt8] {
        let writer = try PNGWriter(picture.header, compression)
        switch picture.samples {
        case .bytes(let bytes): try writer.writeAll(bytes)
        case .words(let words): try writer.writeAll(words)
        }
        return try writer.finish { Array($0) }
    }
}

extension Picture {
    /// What a file says of a picture before its samples.
    struct Header: Equatable, Sendable {
        var height: Int
        var width: Int
        var kind: Kind
        var bitDepth: Int
    }

    var header: Header { Header(height: height, width: width, kind: kind, bitDepth: bitDepth) }
}

/// A file that is being written, rows at a time: the picture itself need not be held.
final class PNGWriter {
    private let header: Picture.Header
    private let writer: OpaquePointer
    private var rowsLeft: Int

    init(_ header: Picture.Header, _ compression: PNG.Compression) throws(PictureProblem) {
        // the format's own limit on a side
        guard let height = Int32(exactly: header.height), let width = Int32(exactly: header.width) else {
            throw .tooLongSide(width: header.width, height: header.height, most: Int(Int32.max))
        }
        var facts = cpng_header(
            width: UInt32(width), height: UInt32(height), channels: UInt8(header.kind.rawValue),
            bytes_per_sample: UInt8(header.bitDepth / 8))
        guard let writer = cpng_writer_create(&facts, try PNGWriter.level(of: compression)) else {
            throw .noMemory(byteCount: header.width)
        }
        self.header = header
        self.writer = writer
        rowsLeft = header.height
    }

    deinit { cpng_writer_destroy(writer) }

    private static func level(of compression: PNG.Compression) throws(PictureProblem) -> Int32 {
        switch compression {
        case .quick: return Int32(CPNG_QUICK)
        case .level(let level):
            guard 0...9 ~= level else { throw .compression(level) }
            return Int32(level)
        }
    }

    fileprivate func writeAll<Level: FixedWidthInteger>(_ levels: [Level]) throws(PictureProblem) {
        try levels.withUnsafeBufferPointer { levels throws(PictureProblem) in
            guard let first = levels.baseAddress else { return }
            try write(first, rows: header.height)
        }
    }

    /// The next rows, without gaps.
    func write<Level: FixedWidthInteger>(_ samples: UnsafePointer<Level>, rows: Int) throws(PictureProblem) {
        precondition(rows <= rowsLeft && MemoryLayout<Level>.size * 8 == header.bitDepth)
        rowsLeft -= rows
        guard cpng_write_rows(writer, samples, UInt32(rows)) == .CPNG_OK else { throw noMemory }
    }

    /// The bytes of the whole file, which are valid during the call.
    func finish<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) throws(PictureProblem) -> Result {
        precondition(rowsLeft == 0)
        var bytes: UnsafePointer<UInt8>?
        var count = 0
        guard cpng_write_end(writer, &bytes, &count) == .CPNG_OK else { throw noMemory }
        return body(UnsafeBufferPointer(start: bytes, count: count))
    }

    private var noMemory: PictureProblem {
        .noMemory(byteCount: header.height * header.width * header.kind.rawValue * header.bitDepth / 8)
    }
}

// MARK: - Reading

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

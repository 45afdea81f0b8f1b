/// Why a picture could not be read, made or written: the facts, and beside them the words for them.
///
/// A sentence does not name the file; whoever knows its name puts it in front.
public enum PictureProblem: Error, Equatable, Sendable {
    /// The first bytes are not those of a PNG; `resembles` names what they are, if that is known.
    case notPNG(resembles: String?)
    case cutShort(byteCount: Int)
    /// `words` are libpng's own.
    case damaged(words: String)
    /// Too few bytes to hold the picture that the header promises.
    case hollow(width: Int, height: Int, storedCount: Int)
    case outsidePalette(index: Int, colours: Int)
    case tooLongSide(width: Int, height: Int, most: Int)
    case tooManyPixels(width: Int, height: Int, most: Int)
    case tooManyBytes(width: Int, height: Int, needed: Int, allowed: Int)
    case noMemory(byteCount: Int)

    case empty(height: Int, width: Int)
    case channels(Int)
    case sampleCount(has: Int, needs: Int)
    case bitDepth(Int)
    case compression(Int)
    case range(Double, Double)
}

extension PictureProblem {
    /// Stable, `family-what`: what a lesson expects and what `convlab explain` looks up.
    public var code: String {
        switch self {
        case .notPNG: "file-png"
        case .cutShort: "file-cut"
        case .damaged, .hollow, .outsidePalette: "file-damaged"
        case .tooLongSide: "limit-side"
        case .tooManyPixels: "limit-pixels"
        case .tooManyBytes, .noMemory: "limit-memory"
        case .empty: "shape-empty"
        case .channels: "shape-channels"
        case .sampleCount: "shape-samples"
        case .bitDepth: "value-bits"
        case .compression: "value-compression"
        case .range: "value-range"
        }
    }

    /// One plain sentence, no capital, no full stop.
    public var sentence: String {
        switch self {
        case .notPNG: "this is not a PNG picture"
        case .cutShort: "the picture ends too early: its last part is missing"
        case .damaged: "the picture is damaged: its bytes are not as they were written"
        case .hollow(let width, let height, _):
            "the picture is damaged: it claims to be \(width) x \(height) pixels, but is too short to hold them"
        case .outsidePalette(let index, let colours):
            "the picture is damaged: a pixel has colour number \(index), but the last of its \(colours) colours"
                + " is number \(colours - 1)"
        case .tooLongSide(let width, let height, let most):
            "the picture is \(width) x \(height) pixels, and a side may have at most \(most)"
        case .tooManyPixels(let width, let height, let most):
            "the picture is \(width) x \(height) pixels, more than the \(most) that are allowed"
        case .tooManyBytes(let width, let height, let needed, let allowed):
            "the picture of \(width) x \(height) pixels needs \(size(needed)) of memory, and \(size(allowed)) are allowed"
        case .noMemory(let byteCount): "there is no memory left for the \(size(byteCount)) of this picture"
        case .empty(let height, let width): "a picture needs at least one pixel, and \(height) x \(width) has none"
        case .channels(let count): "a picture has 1 to 4 channels, not \(count)"
        case .sampleCount(let has, let needs): "a picture of this size has \(needs) samples, not \(has)"
        case .bitDepth(let bits): "a sample has 8 or 16 bits, not \(bits)"
        case .compression(let level): "compression goes from 0 (none) to 9 (smallest file), not \(level)"
        case .range(let low, let high): "from \(low) to \(high) is no range that levels could be spread over"
        }
    }

    /// Why: what was found in the file, or the formula with its numbers filled in.
    public var reasons: [String] {
        switch self {
        case .notPNG(let resembles?): ["its first bytes are those of \(resembles)"]
        case .notPNG(nil): ["a PNG begins with the bytes 89 50 4E 47 0D 0A 1A 0A"]
        case .cutShort(let byteCount): ["after \(count(byteCount)) the part IEND, the last of every PNG, had not come"]
        case .damaged(let words): ["the PNG library says: \(words)"]
        case .hollow(_, _, let storedCount):
            ["\(count(storedCount)) of pixels cannot unpack to more than 1032 times as many"]
        case .tooManyPixels(let width, let height, _):
            product(width, height).map { ["\(width) * \(height) = \($0)"] } ?? []
        case .channels: ["1 is gray, 2 gray+alpha, 3 rgb, 4 rgba"]
        case .range: ["level = (value - low) / (high - low) * highest level"]
        default: []
        }
    }

    /// What to do about it, where there is something to do.
    public var advice: String? {
        switch self {
        case .notPNG(_?): "save the picture as PNG with an image program"
        case .cutShort, .damaged, .hollow: "copy or download the file again"
        case .tooLongSide, .tooManyPixels, .tooManyBytes, .noMemory: "make the picture smaller with an image program"
        default: nil
        }
    }

    private func count(_ bytes: Int) -> String { bytes == 1 ? "1 byte" : "\(bytes) bytes" }

    private func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? count(bytes) : "\(bytes / 1_000_000) MB"
    }

    private func product(_ width: Int, _ height: Int) -> Int? {
        let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
        return overflow ? nil : pixels
    }
}

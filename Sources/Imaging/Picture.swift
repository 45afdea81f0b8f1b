/// A picture as files hold it: whole-number samples, row by row, the channels of a pixel side by side.
///
/// 8-bit samples take a byte each and 16-bit samples two, so a picture is never larger than its file unpacked.
///
///     let picture = try Picture(height: 1, width: 2, kind: .gray, samples: .bytes([0, 255]))
///     picture.normalized()  // [0, 1]
public struct Picture: Equatable, Sendable {
    /// What the channels of a pixel mean; the raw value is how many there are.
    public enum Kind: Int, CaseIterable, Sendable {
        case gray = 1
        case grayAlpha
        case rgb
        case rgba

        /// The name that people read: `gray+alpha`.
        public var name: String {
            switch self {
            case .gray: "gray"
            case .grayAlpha: "gray+alpha"
            case .rgb: "rgb"
            case .rgba: "rgba"
            }
        }

        /// Whether the last channel says how opaque the pixel is.
        public var hasAlpha: Bool { self == .grayAlpha || self == .rgba }
    }

    /// The samples, in the smallest type that holds them.
    public enum Samples: Equatable, Sendable {
        case bytes([UInt8])
        case words([UInt16])

        /// How many there are.
        public var count: Int {
            switch self {
            case .bytes(let bytes): bytes.count
            case .words(let words): words.count
            }
        }
    }

    /// The number of rows.
    public let height: Int
    /// The number of columns.
    public let width: Int
    /// What the channels mean.
    public let kind: Kind
    /// Row by row, pixel by pixel, channel by channel.
    public let samples: Samples

    /// The number of channels: 1 to 4.
    public var channels: Int { kind.rawValue }

    /// Bits a sample: 8 or 16.
    public var bitDepth: Int {
        switch samples {
        case .bytes: 8
        case .words: 16
        }
    }

    /// Makes a picture of samples that are already in order; refuses empty pictures and a wrong number of samples.
    public init(height: Int, width: Int, kind: Kind, samples: Samples) throws(PictureProblem) {
        let needed = try Self.sampleCount(height: height, width: width, channels: kind.rawValue)
        guard samples.count == needed else { throw .sampleCount(has: samples.count, needs: needed) }
        self.height = height
        self.width = width
        self.kind = kind
        self.samples = samples
    }

    /// Height times width times channels, unless that is nothing or more than a machine can count.
    static func sampleCount(height: Int, width: Int, channels: Int) throws(PictureProblem) -> Int {
        guard height > 0, width > 0 else { throw .empty(height: height, width: width) }
        let (pixels, manyPixels) = height.multipliedReportingOverflow(by: width)
        let (count, manySamples) = pixels.multipliedReportingOverflow(by: channels)
        guard !manyPixels, !manySamples else {
            throw .tooManyPixels(width: width, height: height, most: Int.max / channels)
        }
        return count
    }
}

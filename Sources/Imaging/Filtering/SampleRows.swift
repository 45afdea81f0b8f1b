import TensorEngine

/// A level of a picture: UInt8 or UInt16.
protocol PictureLevel: FixedWidthInteger & UnsignedInteger & Sendable {
    static func load<Sum: FilterSum>(
        _ count: Int, _ x: UnsafePointer<Self>, step: Int, into y: UnsafeMutablePointer<Sum>)
    static func levels<Sum: FilterSum>(
        _ count: Int, _ scaling: LevelScaling<Sum>, _ x: UnsafePointer<Sum>, into y: UnsafeMutablePointer<Self>,
        step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int
}

/// How sums become levels: level = sum * scale + offset, rounded, in doubt within `margin` of the middle of two.
struct LevelScaling<Sum: FilterSum> {
    var scale: Sum
    var offset: Sum
    var margin: Sum
}

extension UInt8: PictureLevel {
    static func load<Sum: FilterSum>(
        _ count: Int, _ x: UnsafePointer<UInt8>, step: Int, into y: UnsafeMutablePointer<Sum>
    ) { Sum.load(count, x, step: step, into: y) }

    static func levels<Sum: FilterSum>(
        _ count: Int, _ scaling: LevelScaling<Sum>, _ x: UnsafePointer<Sum>, into y: UnsafeMutablePointer<UInt8>,
        step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int {
        Sum.levels(
            count, scale: scaling.scale, offset: scaling.offset, margin: scaling.margin, x, into: y, step: step,
            doubts: doubts)
    }
}

extension UInt16: PictureLevel {
    static func load<Sum: FilterSum>(
        _ count: Int, _ x: UnsafePointer<UInt16>, step: Int, into y: UnsafeMutablePointer<Sum>
    ) { Sum.load(count, x, step: step, into: y) }

    static func levels<Sum: FilterSum>(
        _ count: Int, _ scaling: LevelScaling<Sum>, _ x: UnsafePointer<Sum>, into y: UnsafeMutablePointer<UInt16>,
        step: Int, doubts: UnsafeMutablePointer<UInt8>
    ) -> Int {
        Sum.levels(
            count, scale: scaling.scale, offset: scaling.offset, margin: scaling.margin, x, into: y, step: step,
            doubts: doubts)
    }
}

/// The samples of a picture, by row and channel; with `isGray` the brightness of its colours as one channel.
struct SampleRows<Level: PictureLevel> {
    let width: Int
    let channels: Int
    let isGray: Bool
    /// The channels that are filtered.
    let colourCount: Int
    private let samples: UnsafePointer<Level>
    /// Each level as load_png gives it.
    private let values: [Double]

    init(_ picture: Picture, _ samples: UnsafePointer<Level>, isGray: Bool) {
        self.samples = samples
        width = picture.width
        channels = picture.channels
        self.isGray = isGray
        colourCount = isGray || channels < 3 ? 1 : 3
        values = (0...Int(Level.max)).map { Double($0) / Double(Level.max) }
    }

    /// A row of a channel, in levels.
    func load<Sum: FilterSum>(_ row: Int, channel: Int, into target: UnsafeMutablePointer<Sum>) {
        guard isGray else {
            return Level.load(width, samples + row * width * channels + channel, step: channels, into: target)
        }
        for column in 0..<width { target[column] = Sum(brightness(row, column) * Double(Level.max)) }
    }

    /// The same from 0 to 1, exactly as a tensor holds it.
    func loadValues(_ row: Int, channel: Int, into target: UnsafeMutablePointer<Double>) {
        for column in 0..<width { target[column] = value(row, column, channel: channel) }
    }

    func value(_ row: Int, _ column: Int, channel: Int) -> Double {
        isGray ? brightness(row, column) : values[Int(samples[(row * width + column) * channels + channel])]
    }

    /// What `gray` gives, added up in its order.
    private func brightness(_ row: Int, _ column: Int) -> Double {
        let pixel = samples + (row * width + column) * channels
        return values[Int(pixel[0])] * 0.299 + values[Int(pixel[1])] * 0.587 + values[Int(pixel[2])] * 0.114
    }

    /// Copies the alpha channel of a row to the last of `count` channels.
    func copyAlpha(_ row: Int, to target: UnsafeMutablePointer<Level>, channels count: Int) {
        let source = samples + row * width * channels + channels - 1
        for column in 0..<width { target[column * count + count - 1] = source[column * channels] }
    }
}

// Between the levels of a file (0 to 255, or to 65535) and the real numbers of a tensor.

extension Picture {
    /// The samples as numbers from 0 to 1 in the order (channels, height, width); takes eight bytes a sample.
    ///
    ///     try Picture(height: 1, width: 1, kind: .rgb, samples: .bytes([255, 0, 51])).normalized()  // [1, 0, 0.2]
    public func normalized() -> [Double] {
        switch samples {
        case .bytes(let bytes): planes(of: bytes)
        case .words(let words): planes(of: words)
        }
    }

    private func planes<Level: FixedWidthInteger>(of levels: [Level]) -> [Double] {
        let pixels = height * width
        let top = Double(Level.max)
        return [Double](unsafeUninitializedCapacity: levels.count) { planes, count in
            for channel in 0..<channels {
                for pixel in 0..<pixels {
                    planes[channel * pixels + pixel] = Double(levels[pixel * channels + channel]) / top
                }
            }
            count = levels.count
        }
    }

    /// Turns numbers in the order (channels, height, width) into the nearest levels, and counts those that did not fit.
    ///
    /// The lower end of `range` becomes level 0 and the upper end the highest level; a number halfway between two
    /// levels takes the even one. A number outside takes the nearer end, one that is no number takes level 0, and
    /// both are counted. Values that came from a file (`normalized()`) give exactly their samples back.
    ///
    ///     let values = [-0.5, 0.5, 1.0]
    ///     let (picture, clippedCount) = try values.withUnsafeBufferPointer {
    ///         try Picture.quantizing($0, channels: 1, height: 1, width: 3, bitDepth: 8, range: 0...1)
    ///     }
    ///     // picture.samples is .bytes([0, 128, 255]), clippedCount is 1
    public static func quantizing(
        _ values: UnsafeBufferPointer<Double>, channels: Int, height: Int, width: Int, bitDepth: Int = 8,
        range: ClosedRange<Double> = 0...1
    ) throws(PictureProblem) -> (picture: Picture, clippedCount: Int) {
        guard let kind = Kind(rawValue: channels) else { throw .channels(channels) }
        let needed = try sampleCount(height: height, width: width, channels: channels)
        guard values.count == needed else { throw .sampleCount(has: values.count, needs: needed) }
        var quantizer = try Quantizer(range: range)
        let samples: Samples
        switch bitDepth {
        case 8: samples = .bytes(quantizer.levels(of: values, channels: channels))
        case 16: samples = .words(quantizer.levels(of: values, channels: channels))
        default: throw .bitDepth(bitDepth)
        }
        let picture = try Picture(height: height, width: width, kind: kind, samples: samples)
        return (picture, quantizer.clippedCount)
    }
}

/// Finds the level of a number, and keeps count of those outside its range.
struct Quantizer {
    let range: ClosedRange<Double>
    let span: Double
    var clippedCount = 0

    init(range: ClosedRange<Double>) throws(PictureProblem) {
        span = range.upperBound - range.lowerBound
        guard span > 0, span.isFinite else { throw .range(range.lowerBound, range.upperBound) }
        self.range = range
    }

    mutating func levels<Level: FixedWidthInteger>(
        of values: UnsafeBufferPointer<Double>, channels: Int
    ) -> [Level] {
        let pixels = values.count / channels
        return [Level](unsafeUninitializedCapacity: values.count) { levels, count in
            for channel in 0..<channels {
                for pixel in 0..<pixels {
                    let value = values[channel * pixels + pixel]
                    // written so that a value that is no number counts
                    if !(value >= range.lowerBound && value <= range.upperBound) { clippedCount += 1 }
                    levels[pixel * channels + channel] = level(of: value)
                }
            }
            count = values.count
        }
    }

    /// The nearest level; where two are as near, the even one.
    func level<Level: FixedWidthInteger>(of value: Double) -> Level {
        // written so that a value that is no number fails it
        guard value >= range.lowerBound, value <= range.upperBound else {
            return value > range.upperBound ? .max : 0
        }
        let share = (value - range.lowerBound) / span
        return Level((share * Double(Level.max)).rounded(.toNearestOrEven))
    }
}

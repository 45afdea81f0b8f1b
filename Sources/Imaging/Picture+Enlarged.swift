extension Picture {
    /// Each pixel as a square of `factor` by `factor`; nil if that would be more than a picture can be.
    package func enlarged(by factor: Int) -> Picture? {
        guard factor > 1, case .bytes(let bytes) = samples else { return factor == 1 ? self : nil }
        guard let count = try? Picture.sampleCount(height: height * factor, width: width * factor, channels: channels)
        else {
            return nil
        }
        var enlarged: [UInt8] = []
        enlarged.reserveCapacity(count)
        for y in 0..<height {
            var row: [UInt8] = []
            for x in 0..<width {
                let pixel = bytes[(y * width + x) * channels..<(y * width + x + 1) * channels]
                for _ in 0..<factor { row += pixel }
            }
            for _ in 0..<factor { enlarged += row }
        }
        return try? Picture(height: height * factor, width: width * factor, kind: kind, samples: .bytes(enlarged))
    }
}

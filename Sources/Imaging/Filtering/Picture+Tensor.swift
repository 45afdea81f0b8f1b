import TensorEngine

// A picture as a function of a program takes it, and what comes back as a picture: alpha takes no part.
extension Picture {
    /// (C, H, W), or gray (H, W), from 0 to 1 as load_png gives it, without alpha; with `asGray` its brightness.
    package func colours(asGray: Bool) throws(LimitProblem) -> Tensor {
        let all = normalized(), size = height * width
        guard channels >= 3 else { return try Tensor([height, width], all[..<size]) }
        guard asGray else { return try Tensor([3, height, width], all[..<(3 * size)]) }
        return try Tensor(
            [height, width], (0..<size).map { all[$0] * 0.299 + all[size + $0] * 0.587 + all[2 * size + $0] * 0.114 })
    }

    /// The picture of an image (H, W) or (C, H, W), of this one's depth and with its alpha.
    package func replacingColours(by image: Tensor, range: PictureFilter.Range) throws -> Picture {
        let isImage = image.rank == 2 || image.rank == 3 && [1, 3].contains(image.shape[0])
        guard isImage, image.count > 0 else { throw FilterProblem.resultShape(image.shape) }
        let (rows, columns) = (image.shape[image.rank - 2], image.shape[image.rank - 1])
        let values = image.elements
        let (picture, _) = try values.withUnsafeBufferPointer {
            try Picture.quantizing(
                $0, channels: image.rank == 2 ? 1 : image.shape[0], height: rows, width: columns, bitDepth: bitDepth,
                range: range.bounds(of: values))
        }
        guard kind.hasAlpha else { return picture }
        guard rows == height, columns == width else {
            throw FilterProblem.alphaSize(image.shape, height: height, width: width)
        }
        return try picture.withAlpha(of: self)
    }

    private func withAlpha(of other: Picture) throws(PictureProblem) -> Picture {
        guard let kind = Kind(rawValue: channels + 1) else { throw .channels(channels + 1) }
        let samples: Samples
        switch (self.samples, other.samples) {
        case (.bytes(let colours), .bytes(let all)): samples = .bytes(joined(colours, all, other.channels))
        case (.words(let colours), .words(let all)): samples = .words(joined(colours, all, other.channels))
        default: throw .bitDepth(other.bitDepth)
        }
        return try Picture(height: height, width: width, kind: kind, samples: samples)
    }

    private func joined<Level>(_ colours: [Level], _ all: [Level], _ count: Int) -> [Level] {
        var result: [Level] = []
        result.reserveCapacity(height * width * (channels + 1))
        for pixel in 0..<height * width {
            result += colours[pixel * channels..<(pixel + 1) * channels]
            result.append(all[(pixel + 1) * count - 1])
        }
        return result
    }
}

extension PictureFilter.Range {
    /// Which numbers are black and white; numbers that are not finite take no part.
    fileprivate func bounds(of values: [Double]) -> ClosedRange<Double> {
        var (low, high) = (Double.infinity, -Double.infinity)
        if self == .fit || self == .signed {
            for value in values where value.isFinite {
                low = min(low, value)
                high = max(high, value)
            }
        }
        return bounds(low: low, high: high)
    }

    /// Which numbers are black and white, where these are the smallest and the largest.
    func bounds(low: Double, high: Double) -> ClosedRange<Double> {
        switch self {
        case .clip: return 0...1
        case .bounds(let bounds): return bounds
        case .fit: return low < high ? low...high : low == high ? low...(low + 1) : 0...1
        case .signed:
            let size = max(abs(low), abs(high))
            return size > 0 && size.isFinite ? -size...size : -1...1
        }
    }
}

import Glibc

/// A picture that is painted upon: strokes, boxes and discs with smooth edges.
struct Raster {
    let width: Int
    let height: Int
    /// Red, green and blue of each pixel, row by row.
    private(set) var samples: [UInt8]
    /// How much of each pixel the stroke at hand covers, and the pixels where that is anything.
    private var cover: [Float]
    private var covered: [Int] = []

    init(width: Int, height: Int, background: Colour = .white) {
        self.width = max(1, width)
        self.height = max(1, height)
        samples = [UInt8](repeating: 255, count: 3 * self.width * self.height)
        cover = [Float](repeating: 0, count: self.width * self.height)
        if background != .white { for pixel in 0..<self.width * self.height { blend(background, 1, at: pixel) } }
    }

    /// Nil only if a picture of this size cannot be.
    var picture: Picture? { try? Picture(height: height, width: width, kind: .rgb, samples: .bytes(samples)) }

    private mutating func blend(_ colour: Colour, _ share: Double, at pixel: Int) {
        let share = Int((min(max(share, 0), 1) * 256).rounded())
        for (channel, level) in [colour.red, colour.green, colour.blue].enumerated() {
            let old = Int(samples[3 * pixel + channel])
            samples[3 * pixel + channel] = UInt8(old + ((Int(level) - old) * share + 128) >> 8)
        }
    }

    // MARK: - Boxes

    /// Each pixel takes as much of the colour as the box covers of it.
    mutating func fill(_ box: PlotBox, _ colour: Colour) {
        for y in rows(from: box.y, to: box.bottom) {
            let down = min(Double(y) + 1, box.bottom) - max(Double(y), box.y)
            for x in columns(from: box.x, to: box.right) {
                let across = min(Double(x) + 1, box.right) - max(Double(x), box.x)
                blend(colour, across * down, at: y * width + x)
            }
        }
    }

    /// The picture in the box: a large one reduced to means, a small one enlarged with its pixels sharp.
    mutating func draw(_ picture: Picture, _ box: PlotBox) {
        let thumbnail = Thumbnail(picture, fitting: (max(1, Int(box.width)), max(1, Int(box.height))))
        for y in rows(from: box.y.rounded(), to: box.bottom.rounded()) {
            let row = place(Double(y) + 0.5 - box.y, of: box.height, thumbnail.height)
            for x in columns(from: box.x.rounded(), to: box.right.rounded()) {
                let column = place(Double(x) + 0.5 - box.x, of: box.width, thumbnail.width)
                if let colour = thumbnail[column, row] { blend(colour, 1, at: y * width + x) }
            }
        }
    }

    private func place(_ distance: Double, of length: Double, _ count: Int) -> Int {
        Int(min(max(distance / length * Double(count), 0), Double(count - 1)))
    }

    private func rows(from low: Double, to high: Double) -> Range<Int> { pixels(low, high, height) }

    private func columns(from low: Double, to high: Double) -> Range<Int> { pixels(low, high, width) }

    /// The pixels that a stretch touches, as far as there are any.
    private func pixels(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
        guard low < high, high > 0, low < Double(count) else { return 0..<0 }
        return Int(max(0, low.rounded(.down)))..<Int(min(Double(count), high.rounded(.up)))
    }

    // MARK: - Strokes

    /// Chains of points with round ends and corners. Where they cross they do not darken each other.
    mutating func stroke(_ chains: [[PlotPoint]], width: Double, _ colour: Colour) {
        // less than a pixel wide is a pixel wide and fainter
        let radius = max(width, 1) / 2
        let strength = min(width, 1)
        for chain in chains {
            if chain.count == 1 { touch(chain[0], chain[0], radius) }
            for (from, to) in zip(chain, chain.dropFirst()) { touch(from, to, radius) }
        }
        for pixel in covered {
            blend(colour, Double(cover[pixel]) * strength, at: pixel)
            cover[pixel] = 0
        }
        covered.removeAll(keepingCapacity: true)
    }

    /// Notes for each pixel near the way from one point to another how much of it a round brush covers.
    private mutating func touch(_ from: PlotPoint, _ to: PlotPoint, _ radius: Double) {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        let length = dx * dx + dy * dy
        let reach = radius + 0.5
        for y in rows(from: min(from.y, to.y) - reach, to: max(from.y, to.y) + reach) {
            let middle = Double(y) + 0.5
            // the part of the way that is near this row
            var (first, last) = (0.0, 1.0)
            if abs(dy) > 1e-9 {
                let ends = [(middle - reach - from.y) / dy, (middle + reach - from.y) / dy]
                (first, last) = (min(max(min(ends[0], ends[1]), 0), 1), min(max(max(ends[0], ends[1]), 0), 1))
            }
            let xs = [from.x + first * dx, from.x + last * dx]
            for x in columns(from: min(xs[0], xs[1]) - reach, to: max(xs[0], xs[1]) + reach) {
                let (px, py) = (Double(x) + 0.5 - from.x, middle - from.y)
                let along = length > 0 ? min(max((px * dx + py * dy) / length, 0), 1) : 0
                let (ex, ey) = (px - along * dx, py - along * dy)
                let share = Float(min(1, max(0, reach - (ex * ex + ey * ey).squareRoot())))
                let pixel = y * width + x
                if share > cover[pixel] {
                    if cover[pixel] == 0 { covered.append(pixel) }
                    cover[pixel] = share
                }
            }
        }
    }
}

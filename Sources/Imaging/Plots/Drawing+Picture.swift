/// A drawing as pixels.
extension Drawing {
    /// With `scale` pixels a unit; two make words crisp on a screen of today.
    package func picture(scale wanted: Double = 2) -> Picture? {
        let scale = min(wanted, finest)
        var raster = Raster(width: Int((width * scale).rounded()), height: Int((height * scale).rounded()))
        for piece in pieces {
            switch piece {
            case .rectangle(let box, let colour): raster.fill(box.scaled(scale), colour)
            case .frame(let box, let colour, let width):
                raster.stroke([box.scaled(scale).corners], width: width * scale, colour)
            case .line(let points, let stroke):
                let chain = points.map { $0.scaled(scale) }
                raster.stroke(
                    chain.dashed(stroke.dash.map { $0 * stroke.width * scale }), width: stroke.width * scale,
                    stroke.colour)
            case .dots(let points, let radius, let colour):
                raster.stroke(points.map { [$0.scaled(scale)] }, width: 2 * radius * scale, colour)
            case .picture(let picture, let box): raster.draw(picture, box.scaled(scale))
            case .text(let text):
                raster.stroke(text.strokes(scale), width: StrokeFont.weight * text.size * scale, text.colour)
            }
        }
        return raster.picture
    }
}

extension Drawing {
    /// A page of a thousand pictures is painted more coarsely than one of a few.
    private static let mostPixels = 20_000_000.0

    private var finest: Double { (Self.mostPixels / max(1, width * height)).squareRoot() }

    /// About what painting takes, with `scale` pixels a unit.
    package func footprint(scale: Double = 2) -> Int {
        let scale = min(scale, finest)
        // samples, the cover of strokes, and the file
        return Int(width * scale * height * scale) * 12
    }
}

extension PlotPoint {
    fileprivate func scaled(_ scale: Double) -> PlotPoint { PlotPoint(x: x * scale, y: y * scale) }
}

extension PlotBox {
    fileprivate func scaled(_ scale: Double) -> PlotBox {
        PlotBox(x: x * scale, y: y * scale, width: width * scale, height: height * scale)
    }

    fileprivate var corners: [PlotPoint] {
        [
            PlotPoint(x: x, y: y), PlotPoint(x: right, y: y), PlotPoint(x: right, y: bottom),
            PlotPoint(x: x, y: bottom),
            PlotPoint(x: x, y: y),
        ]
    }
}

extension PlacedText {
    fileprivate func strokes(_ scale: Double) -> [[PlotPoint]] {
        var strokes: [[PlotPoint]] = []
        var pen: Double =
            switch alignment {
            case .start: 0
            case .middle: -width / 2
            case .end: -width
            }
        for character in text {
            let glyph = StrokeFont.glyph(of: character)
            strokes += glyph.strokes.map { $0.map { placed(pen + $0.x * size, $0.y * size).scaled(scale) } }
            pen += glyph.advance * size
        }
        return strokes
    }

    private func placed(_ along: Double, _ above: Double) -> PlotPoint {
        isUpright
            ? PlotPoint(x: place.x - above, y: place.y - along) : PlotPoint(x: place.x + along, y: place.y - above)
    }
}

extension [PlotPoint] {
    /// Cut into strokes with gaps between them.
    func dashed(_ lengths: [Double]) -> [[PlotPoint]] {
        guard let first, lengths.count == 2, lengths[0] > 0, lengths[1] > 0 else { return [self] }
        var (chains, chain) = ([[PlotPoint]](), [first])
        var (isDrawn, left) = (true, lengths[0])
        for (from, to) in zip(self, dropFirst()) {
            let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y)).squareRoot()
            var done = 0.0
            while length - done > left {
                done += left
                let share = done / length
                let point = PlotPoint(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
                if isDrawn { chains.append(chain + [point]) }
                chain = [point]
                isDrawn.toggle()
                left = lengths[isDrawn ? 0 : 1]
            }
            left -= length - done
            if isDrawn { chain.append(to) }
        }
        return isDrawn ? chains + [chain] : chains
    }
}

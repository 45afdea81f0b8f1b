/// Where axes, ticks and words of a plot stand on a page, and how data come between them.
struct AxesLayout {
    let figure: Figure
    let axes: PlotAxes
    let xRange: AxisRange
    let yRange: AxisRange
    private(set) var frame = PlotBox(x: 0, y: 0, width: 1, height: 1)
    private(set) var xTicks: Ticks
    private(set) var yTicks: Ticks

    private let title: PageText
    private let xLabel: PageText
    private let yLabel: PageText
    /// On the right, for a legend that finds no free place among the data.
    private let aside: Double

    init(_ figure: Figure, _ axes: PlotAxes, aside: Double = 0) {
        self.figure = figure
        self.axes = axes
        self.aside = aside
        (xRange, yRange) = axes.ranges
        title = PageText(figure.title, size: PageStyle.titleSize, width: PageStyle.width - 2 * PageStyle.room)
        xLabel = PageText(axes.x.label, size: PageStyle.labelSize, width: PageStyle.width * 0.7)
        yLabel = PageText(axes.y.label, size: PageStyle.labelSize, width: PageStyle.height * 0.6)
        (xTicks, yTicks) = (Ticks(xRange, atMost: 8), Ticks(yRange, atMost: 8))
        // the room of labels depends on the ticks, and the ticks on the room
        for _ in 0..<3 { settle() }
    }

    private mutating func settle() {
        let style = PageStyle.self
        var top = style.room + (title.lines.isEmpty ? 0 : title.height + 6)
        top += yTicks.note.isEmpty ? 4 : style.tickSize * 1.5
        let words = yTicks.major.map { StrokeFont.width($0.label, style.tickSize) }.max() ?? 0
        let left = style.room + yLabel.height + (yLabel.lines.isEmpty ? 0 : 6) + words + style.tickLength + style.gap
        var bottom = style.room + style.tickLength + style.gap + style.tickSize
        bottom += xTicks.note.isEmpty ? 0 : style.tickSize * 1.3
        bottom += xLabel.lines.isEmpty ? 0 : xLabel.height + 5
        let overhang =
            xTicks.major.map { tick in
                StrokeFont.width(tick.label, style.tickSize) / 2 - (1 - xRange.fraction(tick.value)) * frame.width
            }.max() ?? 0
        let right = style.room + max(0, overhang) + aside
        frame = PlotBox(x: left, y: top, width: style.width - left - right, height: style.height - top - bottom)
        yTicks = Ticks(yRange, atMost: Int(frame.height / (style.tickSize * 2.6)))
        xTicks = xTicksThatFit()
    }

    /// As many as there can be with room between their labels.
    private func xTicksThatFit() -> Ticks {
        for count in (3...11).reversed() {
            let ticks = Ticks(xRange, atMost: count)
            let places = ticks.major.map { tick -> (low: Double, high: Double) in
                let (middle, half) = (at(x: tick.value), StrokeFont.width(tick.label, PageStyle.tickSize) / 2)
                return (middle - half, middle + half)
            }
            if zip(places, places.dropFirst()).allSatisfy({ $0.high + PageStyle.tickSize <= $1.low }) { return ticks }
        }
        return Ticks(xRange, atMost: 2)
    }

    func at(x: Double) -> Double { frame.x + xRange.fraction(x) * frame.width }

    func at(y: Double) -> Double { frame.bottom - yRange.fraction(y) * frame.height }

    func place(_ point: PlotPoint) -> PlotPoint { PlotPoint(x: at(x: point.x), y: at(y: point.y)) }

    // MARK: - Pieces

    var gridPieces: [Drawing.Piece] {
        xTicks.major.map { line(at(x: $0.value), frame.y, at(x: $0.value), frame.bottom, .grid, 1) }
            + yTicks.major.map { line(frame.x, at(y: $0.value), frame.right, at(y: $0.value), .grid, 1) }
    }

    var axisPieces: [Drawing.Piece] {
        let (length, small) = (PageStyle.tickLength, PageStyle.tickLength / 2)
        var pieces = [
            line(frame.x, frame.y, frame.x, frame.bottom, .axis, 1),
            line(frame.x, frame.bottom, frame.right, frame.bottom, .axis, 1),
        ]
        pieces += xTicks.minor.map { line(at(x: $0), frame.bottom, at(x: $0), frame.bottom + small, .axis, 0.8) }
        pieces += yTicks.minor.map { line(frame.x - small, at(y: $0), frame.x, at(y: $0), .axis, 0.8) }
        for tick in xTicks.major {
            let x = at(x: tick.value)
            pieces.append(line(x, frame.bottom, x, frame.bottom + length, .axis, 1))
            pieces.append(word(tick.label, x, frame.bottom + length + PageStyle.gap + PageStyle.tickSize * 0.78))
        }
        for tick in yTicks.major {
            let y = at(y: tick.value)
            pieces.append(line(frame.x - length, y, frame.x, y, .axis, 1))
            let x = frame.x - length - PageStyle.gap
            pieces.append(word(tick.label, x, y + PageStyle.tickSize * 0.36, .end))
        }
        return pieces + words
    }

    private var words: [Drawing.Piece] {
        let style = PageStyle.self
        var pieces: [Drawing.Piece] = []
        if !yTicks.note.isEmpty { pieces.append(word(yTicks.note, frame.x, frame.y - style.tickSize * 0.5, .start)) }
        var y = frame.bottom + style.tickLength + style.gap + style.tickSize
        if !xTicks.note.isEmpty {
            pieces.append(word(xTicks.note, frame.right, y + style.tickSize, .end))
            y += style.tickSize * 1.3
        }
        let middle = PlotPoint(x: frame.x + frame.width / 2, y: frame.y + frame.height / 2)
        pieces += xLabel.placed(PlotPoint(x: centre(of: xLabel, middle.x), y: y + 5))
        pieces += yLabel.placedUpright(PlotPoint(x: style.room, y: min(middle.y, style.height * 0.68)))
        pieces += title.placed(PlotPoint(x: centre(of: title, middle.x), y: style.room))
        return pieces
    }

    /// Under the frame's middle, unless the words would leave the page there.
    private func centre(of text: PageText, _ middle: Double) -> Double {
        let half = (text.lines.map { StrokeFont.width($0, text.size) }.max() ?? 0) / 2 + PageStyle.room
        return min(max(middle, half), PageStyle.width - half)
    }

    private func word(_ text: String, _ x: Double, _ y: Double, _ alignment: PlacedText.Alignment = .middle)
        -> Drawing.Piece
    {
        .text(PlacedText(text: text, place: PlotPoint(x: x, y: y), size: PageStyle.tickSize, alignment: alignment))
    }

    private func line(_ x: Double, _ y: Double, _ x2: Double, _ y2: Double, _ colour: Colour, _ width: Double)
        -> Drawing.Piece
    {
        .line([PlotPoint(x: x, y: y), PlotPoint(x: x2, y: y2)], .init(colour: colour, width: width))
    }
}

extension PageText {
    /// Centred lines below `top`.
    func placed(_ top: PlotPoint) -> [Drawing.Piece] {
        lines.enumerated().map { place, line in
            let y = top.y + (Double(place) * PageText.lineHeight + 0.95) * size
            return .text(PlacedText(text: line, place: PlotPoint(x: top.x, y: y), size: size))
        }
    }

    /// Lines from below to above, right of `left` and centred on its height.
    func placedUpright(_ left: PlotPoint) -> [Drawing.Piece] {
        lines.enumerated().map { place, line in
            let x = left.x + (Double(place) * PageText.lineHeight + 0.95) * size
            let half = StrokeFont.width(line, size) / 2
            let y = min(max(left.y, half + 4), PageStyle.height - half - 4)
            return .text(PlacedText(text: line, place: PlotPoint(x: x, y: y), size: size, isUpright: true))
        }
    }
}

extension PlotAxes {
    /// What both axes show.
    var ranges: (x: AxisRange, y: AxisRange) {
        let points = series.filter { $0.mark != .bars }.flatMap { $0.points(self).compactMap { $0 } }
        let bars = series.filter { $0.mark == .bars }
        let xs = points.map(\.x) + bars.flatMap(\.x).compactMap(x.scale.placeable)
        // bars stand on the ground
        let ground = bars.isEmpty || y.scale == .log ? [] : [0.0]
        let ys = points.map(\.y) + bars.flatMap(\.y).compactMap(y.scale.placeable) + ground
        let heights = AxisRange(y, covering: ys)
        let isGrounded = !ground.isEmpty && y.limits == nil && heights.high > 0
        return (
            AxisRange(x, covering: xs),
            isGrounded ? AxisRange(scale: y.scale, low: 0, high: heights.high, isWhole: heights.isWhole) : heights
        )
    }
}

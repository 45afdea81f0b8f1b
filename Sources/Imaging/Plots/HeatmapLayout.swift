import Glibc

/// Where the cells of a heatmap, their axes and the scale of colours stand on a page.
struct HeatmapLayout {
    private let heatmap: Heatmap
    private let title: PageText
    private let xLabel: PageText
    private let yLabel: PageText
    private let rowTicks: [Ticks.Tick]
    private let scaleTicks: Ticks
    private let scaleRange: AxisRange
    private let frame: PlotBox

    private static let scaleWidth = 16.0
    private static let scaleGap = 18.0
    /// Cells of a very wide matrix are stretched to this height together.
    private static let leastSide = 60.0

    init(_ title: String, _ heatmap: Heatmap) {
        let style = PageStyle.self
        self.heatmap = heatmap
        self.title = PageText(title, size: style.titleSize, width: style.width - 2 * style.room)
        xLabel = PageText(heatmap.xLabel, size: style.labelSize, width: style.width * 0.6)
        yLabel = PageText(heatmap.yLabel, size: style.labelSize, width: style.height * 0.6)
        scaleRange = AxisRange(scale: .linear, low: heatmap.range.lowerBound, high: heatmap.range.upperBound)
        scaleTicks = Ticks(scaleRange, atMost: 8)
        rowTicks = Self.indexes(heatmap.height, atMost: 12)

        let top =
            style.room + (self.title.lines.isEmpty ? 0 : self.title.height + 8) + (scaleTicks.note.isEmpty ? 4 : 24)
        let rowWords = Self.widest(rowTicks.map(\.label))
        let left = style.room + yLabel.height + (yLabel.lines.isEmpty ? 0 : 6) + rowWords + style.tickLength + style.gap
        let bottom =
            style.room + style.tickLength + style.gap + style.tickSize + (xLabel.lines.isEmpty ? 0 : xLabel.height + 5)
        let scaleWords = max(
            Self.widest(scaleTicks.major.map(\.label)), StrokeFont.width(scaleTicks.note, style.tickSize) - 16)
        let right = style.room + scaleWords + style.tickLength + style.gap + Self.scaleWidth + Self.scaleGap
        let room = (width: style.width - left - right, height: style.height - top - bottom)
        let cell = min(room.width / Double(heatmap.width), room.height / Double(heatmap.height))
        let width = min(room.width, max(cell * Double(heatmap.width), Self.leastSide))
        let height = min(room.height, max(cell * Double(heatmap.height), Self.leastSide))
        frame = PlotBox(
            x: left + (room.width - width) / 2, y: top + (room.height - height) / 2, width: width, height: height)
    }

    private static func widest(_ words: [String]) -> Double {
        words.map { StrokeFont.width($0, PageStyle.tickSize) }.max() ?? 0
    }

    /// Whole numbers from 0 on, so many that there is room for all.
    private static func indexes(_ count: Int, atMost most: Int) -> [Ticks.Tick] {
        let step = RoundStep(atLeast: Double(count) / Double(max(1, most))).size
        return stride(from: 0, to: count, by: max(1, Int(step))).map {
            Ticks.Tick(value: Double($0), label: String($0))
        }
    }

    var drawing: Drawing {
        var drawing = Drawing(width: PageStyle.width, height: PageStyle.height)
        if let picture = heatmap.picture { drawing.pieces.append(.picture(picture, frame)) }
        drawing.pieces += numberPieces + [.frame(frame, .axis, 1)] + axisPieces + scalePieces
        let middle = frame.x + frame.width / 2
        let below = frame.bottom + PageStyle.tickLength + PageStyle.gap + PageStyle.tickSize + 5
        drawing.pieces += xLabel.placed(PlotPoint(x: xLabel.centre(near: middle), y: below))
        let y = min(frame.y + frame.height / 2, PageStyle.height * 0.68)
        let words = Self.widest(rowTicks.map(\.label)) + PageStyle.tickLength + PageStyle.gap + 6
        drawing.pieces += yLabel.placedUpright(PlotPoint(x: frame.x - words - yLabel.height, y: y))
        drawing.pieces += title.placed(PlotPoint(x: title.centre(near: middle), y: PageStyle.room))
        return drawing
    }

    // MARK: - Axes

    private var axisPieces: [Drawing.Piece] {
        let style = PageStyle.self
        let most = Int(frame.width / (Self.widest([String(heatmap.width)]) + style.tickSize))
        let columns = Self.indexes(heatmap.width, atMost: min(16, max(1, most)))
        let (across, down) = (frame.width / Double(heatmap.width), frame.height / Double(heatmap.height))
        let rows = Self.indexes(heatmap.height, atMost: min(12, max(1, Int(frame.height / (style.tickSize * 1.4)))))
        return columns.flatMap { tick -> [Drawing.Piece] in
            let x = frame.x + (tick.value + 0.5) * across
            let y = frame.bottom + style.tickLength + style.gap + style.tickSize * 0.78
            return [.tick(x, frame.bottom, x, frame.bottom + style.tickLength), .word(tick.label, x, y)]
        }
            + rows.flatMap { tick -> [Drawing.Piece] in
                let y = frame.y + (tick.value + 0.5) * down
                let x = frame.x - style.tickLength
                return [.tick(x, y, frame.x, y), .word(tick.label, x - style.gap, y + style.tickSize * 0.36, .end)]
            }
    }

    private var scalePieces: [Drawing.Piece] {
        let style = PageStyle.self
        let height = max(frame.height, 160)
        let box = PlotBox(
            x: frame.right + Self.scaleGap, y: min(frame.y + (frame.height - height) / 2, style.height - height - 30),
            width: Self.scaleWidth, height: height)
        var pieces: [Drawing.Piece] = []
        let levels = (0..<128).map { place -> Double in
            let share = 1 - Double(place) / 127
            return heatmap.range.lowerBound * (1 - share) + heatmap.range.upperBound * share
        }
        let scale = Heatmap(height: 128, width: 1, values: levels, range: heatmap.range, colours: heatmap.colours)
        if let picture = scale.picture { pieces.append(.picture(picture, box)) }
        pieces.append(.frame(box, .axis, 1))
        for tick in scaleTicks.major {
            let y = box.bottom - scaleRange.fraction(tick.value) * box.height
            pieces.append(.tick(box.right, y, box.right + style.tickLength, y))
            pieces.append(
                .word(tick.label, box.right + style.tickLength + style.gap, y + style.tickSize * 0.36, .start))
        }
        if !scaleTicks.note.isEmpty {
            pieces.append(.word(scaleTicks.note, box.x, box.y - style.tickSize * 0.85, .start))
        }
        return pieces
    }

    // MARK: - Numbers in cells

    private var numberPieces: [Drawing.Piece] {
        guard heatmap.isAnnotated, heatmap.values.count <= 1000 else { return [] }
        let (across, down) = (frame.width / Double(heatmap.width), frame.height / Double(heatmap.height))
        let texts = heatmap.values.map { ShortNumber.text($0) }
        let widest = texts.map { StrokeFont.width($0, 1) }.max() ?? 1
        let size = min(15, down * 0.5, across * 0.86 / max(widest, 0.1))
        guard size >= 6 else { return [] }
        return texts.enumerated().map { place, text in
            let x = frame.x + (Double(place % heatmap.width) + 0.5) * across
            let y = frame.y + (Double(place / heatmap.width) + 0.5) * down + size * 0.36
            let isDark = heatmap.colour(of: heatmap.values[place]).luminance < 140
            return .text(
                PlacedText(text: text, place: PlotPoint(x: x, y: y), size: size, colour: isDark ? .white : .ink))
        }
    }
}

extension Drawing.Piece {
    static func tick(_ x: Double, _ y: Double, _ x2: Double, _ y2: Double) -> Drawing.Piece {
        .line([PlotPoint(x: x, y: y), PlotPoint(x: x2, y: y2)], .init(colour: .axis, width: 1))
    }

    static func word(
        _ text: String, _ x: Double, _ y: Double, _ alignment: PlacedText.Alignment = .middle
    ) -> Drawing.Piece {
        .text(PlacedText(text: text, place: PlotPoint(x: x, y: y), size: PageStyle.tickSize, alignment: alignment))
    }
}

extension PageText {
    /// Around a place, unless the words would leave the page there.
    func centre(near middle: Double, pageWidth: Double = PageStyle.width) -> Double {
        let half = (lines.map { StrokeFont.width($0, size) }.max() ?? 0) / 2 + PageStyle.room
        return min(max(middle, half), max(half, pageWidth - half))
    }
}

/// A number in few characters, with three digits that count.
enum ShortNumber {
    static func text(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? minus + "∞" : "∞" }
        if value == 0 { return "0" }
        let power = Int(log10(abs(value)).rounded(.down))
        if value == value.rounded(), power < 5 { return fixed(value, 0) }
        guard -3...4 ~= power else {
            return trimmed(fixed(value / pow(10, Double(power)), 1)) + "×" + powerOfTen(power)
        }
        return trimmed(fixed(value, max(0, 2 - power)))
    }

    /// Without zeros at the end of a fraction.
    static func trimmed(_ text: String) -> String {
        guard text.contains(".") else { return text }
        let digits = text.reversed().drop { $0 == "0" }
        return String(digits.drop { $0 == "." }.reversed())
    }
}

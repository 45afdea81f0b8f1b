/// A plot made of characters.
///
/// With colours a cell holds eight dots of braille; without them the text is plain ASCII, which any terminal and any log
/// can show, and each series has a character of its own.
struct TextPlot {
    private let axes: PlotAxes
    private let title: String
    private let screen: HalfBlocks
    private let xRange: AxisRange
    private let yRange: AxisRange
    private let yTicks: Ticks
    private let canvasRows: Int
    private let labelWidth: Int

    private var isPlain: Bool { screen.colours == .none }
    private var columns: Int { max(24, screen.columns) }
    private var canvasColumns: Int { max(8, columns - labelWidth - 2) }

    init(_ title: String, _ axes: PlotAxes, on screen: HalfBlocks) {
        self.axes = axes
        self.title = title
        self.screen = screen
        (xRange, yRange) = axes.ranges
        // wider than high, and not the whole of a high window
        let rows = max(10, min(screen.rows, screen.columns / 4))
        canvasRows = max(5, rows - 4 - (title.isEmpty ? 0 : 1))
        let ticks = Ticks(yRange, atMost: max(2, canvasRows / 3))
        yTicks = ticks
        let isPlain = screen.colours == .none
        labelWidth = ticks.major.map { (isPlain ? PlainText.of($0.label) : $0.label).count }.max() ?? 0
    }

    var text: String {
        let xTicks = xTicksThatFit
        var lines = [centred(title), legend, head].filter { !$0.allSatisfy(\.isWhitespace) }
        lines += drawnRows()
        lines += [axisLine(xTicks), labelLine(xTicks), foot(xTicks)]
        return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    private func written(_ text: String) -> String { isPlain ? PlainText.of(text) : text }

    // MARK: - Words

    private func centred(_ text: String) -> String {
        let words = cut(written(text), columns)
        return String(repeating: " ", count: max(0, labelWidth + 2 + (canvasColumns - words.count) / 2)) + words
    }

    private func cut(_ text: String, _ most: Int) -> String {
        let line = text.split(separator: "\n").joined(separator: " ")
        return line.count <= most ? line : line.prefix(max(0, most - 3)) + "..."
    }

    /// Above the axis that it belongs to, since letters cannot be turned here.
    private var head: String {
        cut(written([axes.y.label, yTicks.note].filter { !$0.isEmpty }.joined(separator: "  ")), columns)
    }

    private func foot(_ ticks: Ticks) -> String {
        let words = [axes.x.label, ticks.note].filter { !$0.isEmpty }
        return words.isEmpty ? "" : centred(words.joined(separator: "  "))
    }

    private var legend: String {
        axes.labelled.map { entry in
            let sample = String(repeating: mark(of: entry.place), count: isPlain ? 1 : 2)
            return coloured(sample, entry.place) + " " + cut(written(entry.label), 40)
        }.joined(separator: "   ")
    }

    private func mark(of series: Int) -> Character {
        if isPlain { return axes.series[series].mark == .bars ? "#" : Self.plainMarks[series % Self.plainMarks.count] }
        switch axes.series[series].mark {
        case .line: return "━"
        case .dots: return "•"
        case .bars: return "█"
        }
    }

    private static let plainMarks = Array("*o+x%@&$")

    private func coloured(_ text: String, _ series: Int) -> String {
        let colour = SeriesColour.of(series)
        // black may be the screen's own colour: what it writes with will do
        if isPlain || colour == SeriesColour.all.last { return text }
        return screen.foreground(colour) + text + HalfBlocks.plain
    }

    // MARK: - Axes

    private func row(of y: Double) -> Int { Int(((1 - yRange.fraction(y)) * Double(canvasRows - 1)).rounded()) }

    private func column(of x: Double) -> Int { Int((xRange.fraction(x) * Double(canvasColumns - 1)).rounded()) }

    private var xTicksThatFit: Ticks {
        for count in (2...12).reversed() {
            let ticks = Ticks(xRange, atMost: count)
            let places = labelPlaces(ticks)
            if zip(places, places.dropFirst()).allSatisfy({ $0.start + $0.label.count + 2 <= $1.start }) {
                return ticks
            }
        }
        return Ticks(xRange, atMost: 2)
    }

    private func labelPlaces(_ ticks: Ticks) -> [(start: Int, label: String)] {
        ticks.major.map { tick in
            let label = written(tick.label)
            let start = labelWidth + 2 + column(of: tick.value) - label.count / 2
            return (min(max(0, start), max(0, columns - label.count)), label)
        }
    }

    private func axisLine(_ ticks: Ticks) -> String {
        var line = [Character](repeating: isPlain ? "-" : "─", count: canvasColumns)
        for tick in ticks.major where line.indices.contains(column(of: tick.value)) {
            line[column(of: tick.value)] = isPlain ? "+" : "┬"
        }
        return String(repeating: " ", count: labelWidth + 1) + (isPlain ? "+" : "└") + String(line)
    }

    private func labelLine(_ ticks: Ticks) -> String {
        var line = ""
        for (start, label) in labelPlaces(ticks) where line.isEmpty || start > line.count {
            line += String(repeating: " ", count: max(0, start - line.count)) + label
        }
        return line
    }

    // MARK: - Data

    private func drawnRows() -> [String] {
        var canvas = CharacterCanvas(columns: canvasColumns, rows: canvasRows, isPlain: isPlain)
        for (place, series) in axes.series.enumerated() {
            switch series.mark {
            case .bars: addBars(series, place, &canvas)
            case .line, .dots: addPoints(series, place, &canvas)
            }
        }
        let labels = Dictionary(yTicks.major.map { (row(of: $0.value), written($0.label)) }, uniquingKeysWith: { $1 })
        return (0..<canvasRows).map { row in
            let label = labels[row] ?? ""
            let padding = String(repeating: " ", count: max(0, labelWidth - label.count))
            let axis = isPlain ? (label.isEmpty ? "|" : "+") : (label.isEmpty ? "│" : "┤")
            return padding + label + " " + axis + canvas.line(row) { coloured($0, $1) }
        }
    }

    private func addPoints(_ series: PlotSeries, _ place: Int, _ canvas: inout CharacterCanvas) {
        let (width, height) = (Double(canvas.dotColumns - 1), Double(canvas.dotRows - 1))
        let points = series.points(axes).map { point in
            point.flatMap { PlotPoint(x: xRange.fraction($0.x) * width, y: (1 - yRange.fraction($0.y)) * height).onPaper }
        }
        let box = PlotBox(x: -0.5, y: -0.5, width: width + 1, height: height + 1)
        let mark = mark(of: place)
        if series.mark == .dots {
            for point in points.compactMap({ $0 }) where box.contains(point) { canvas.add(point, place, mark) }
            return
        }
        for chain in Chains(points).thinned(columnWidth: 1).clipped(to: box).chains {
            if chain.count == 1 { canvas.add(chain[0], place, mark) }
            for (from, to) in zip(chain, chain.dropFirst()) { canvas.add(from, to, place, mark) }
        }
    }

    private func addBars(_ series: PlotSeries, _ place: Int, _ canvas: inout CharacterCanvas) {
        for column in 0..<canvasColumns {
            let x = xRange.scale.unwarped(
                xRange.scale.warped(xRange.low)
                    + (xRange.scale.warped(xRange.high) - xRange.scale.warped(xRange.low)) * Double(column)
                    / Double(max(1, canvasColumns - 1)))
            guard let bar = series.x.lastIndex(where: { $0 <= x }) else { continue }
            // the last edge belongs to the last bar
            let inside = min(bar, series.y.count - 1)
            guard inside >= 0, bar < series.y.count || x <= (series.x.last ?? x), series.y[inside] > 0 else { continue }
            canvas.addBar(column, height: yRange.fraction(series.y[inside]), place)
        }
    }
}

/// Words in letters that every terminal has.
package enum PlainText {
    /// Without what would move a terminal's cursor or break a page; line ends stay.
    package static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { scalar in
                    scalar == "\n" || scalar.properties.generalCategory != .control
                }))
    }

    package static func of(_ text: String) -> String {
        let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
        let (plain, _) = text.reduce(into: ("", false)) { result, character in
            let place = raised.firstIndex(of: character)
            if let place {
                if !result.1 { result.0 = withExponent(result.0) }
                result.0 += place == 10 ? "-" : String(place)
            } else {
                result.0 += substitutes[character] ?? (character.isASCII ? String(character) : "?")
            }
            result.1 = place != nil
        }
        return plain
    }

    private static let substitutes: [Character: String] = [
        "\u{2212}": "-", "–": "-", "—": "-", "…": "...", "×": "x", "\n": " ",
    ]

    /// `2x10` as the beginning of `2e`, `10` as that of `1e`.
    private static func withExponent(_ text: String) -> String {
        guard text.hasSuffix("10") else { return text + "^" }
        let rest = text.dropLast(2)
        if rest.hasSuffix("x"), rest.dropLast().last?.isNumber == true { return rest.dropLast() + "e" }
        return rest + "1e"
    }
}

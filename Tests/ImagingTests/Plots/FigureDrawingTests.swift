import Imaging
import Testing

@Suite("A plot on a page can be read")
struct FigureDrawingTests {
    private static let seeds = Array(0..<300)

    static func figure(_ seed: Int) -> Figure {
        var figures = RandomFigures(seed: seed)
        return figures.axes()
    }

    @Test("No words cover others, and none leave the page", arguments: seeds) func wordsAreApart(seed: Int) {
        expectReadable(Self.figure(seed).drawing)
    }

    @Test("Nor around matrices and pictures", arguments: seeds) func gridsAreReadable(seed: Int) throws {
        var figures = RandomFigures(seed: seed)
        expectReadable(figures.heatmap().drawing)
        expectReadable(try figures.montage().drawing)
    }

    @Test("Pictures of a montage are apart and within the page, each in proportion", arguments: seeds.prefix(60))
    func tilesAreApart(seed: Int) throws {
        var figures = RandomFigures(seed: seed)
        let drawing = try figures.montage().drawing
        let page = PlotBox(x: 0, y: 0, width: drawing.width, height: drawing.height)
        var tiles: [(picture: Picture, box: PlotBox)] = []
        for case .picture(let picture, let box) in drawing.pieces { tiles.append((picture, box)) }
        for (place, tile) in tiles.enumerated() {
            #expect(page.contains(PlotPoint(x: tile.box.x, y: tile.box.y)))
            #expect(page.contains(PlotPoint(x: tile.box.right, y: tile.box.bottom)))
            let (across, down) = (tile.box.width / Double(tile.picture.width), tile.box.height / Double(tile.picture.height))
            #expect(abs(across - down) < 1e-9 || min(tile.box.width, tile.box.height) == 1)
            for other in tiles[(place + 1)...] { #expect(!tile.box.overlaps(other.box)) }
            for text in drawing.texts { #expect(!tile.box.overlaps(text.box), "\(text.text)") }
        }
    }

    @Test("Nothing is drawn outside of the page", arguments: seeds) func linesStay(seed: Int) {
        let drawing = Self.figure(seed).drawing
        let page = PlotBox(x: 0, y: 0, width: drawing.width, height: drawing.height)
        for case .line(let points, _) in drawing.pieces { #expect(points.allSatisfy(page.contains)) }
    }

    @Test("Labels of ticks differ, and there are some, but not too many", arguments: seeds) func ticks(seed: Int) throws
    {
        let texts = Self.figure(seed).drawing.texts
        for alignment in [PlacedText.Alignment.middle, .end] {
            let labels = texts.filter {
                $0.alignment == alignment && $0.size == 12.5 && !$0.text.hasPrefix("×") && !$0.text.contains("+ ")
            }
            .map(\.text)
            #expect(Set(labels).count == labels.count, "\(labels)")
            #expect(2...13 ~= labels.count, "\(labels)")
        }
    }

    @Test("Equal steps of numbers are equal steps on the page, and labels are the numbers") func ticksAreTrue() throws {
        for (low, high) in [(0.0, 1.0), (-3, 17), (0.001, 0.0042), (1e5, 9e5), (-1e-7, 3e-7), (12.5, 12.75), (0, 1e9)] {
            let drawing = line([low, high]).drawing
            let labels = drawing.texts.filter { $0.alignment == .end && !$0.text.hasPrefix("×") }
            let factor = drawing.texts.first { $0.text.hasPrefix("×10") }.map { power(of: $0.text) } ?? 1
            let frame = try #require(dataEnds(of: drawing))
            for label in labels {
                let value = try #require(Double(label.text.replacing("\u{2212}", with: "-"))) * factor
                let share = (value - low) / (high - low)
                let expected = frame.low + (frame.high - frame.low) * share
                #expect(abs(label.place.y - 12.5 * 0.36 - expected) < 0.05, "\(label.text) of \(low) to \(high)")
            }
        }
    }

    @Test("Numbers far from 0 share what they have in common") func offset() {
        let texts = line([1e9, 1e9 + 7]).drawing.texts.map(\.text)
        #expect(texts.contains("+ 10⁹"))
        #expect(texts.contains("4"))
    }

    @Test("A legend hides no line, and stands aside if it must") func legend() throws {
        let wave = (0..<400).map { Double($0 * 7919 % 400) }
        let axes = PlotAxes(series: [
            PlotSeries(.line, x: wave.indices.map(Double.init), y: wave, label: "everywhere"),
            PlotSeries(.line, x: [0, 400], y: [0, 400], label: "diagonal"),
        ])
        let drawing = Figure(.axes(axes)).drawing
        let words = try #require(drawing.texts.first { $0.text == "everywhere" }).box
        for case .line(let points, let stroke) in drawing.pieces where stroke != grid(drawing) {
            #expect(points.allSatisfy { !words.contains($0) })
        }
        #expect(words.x > 400)
    }

    private func grid(_ drawing: Drawing) -> Drawing.Stroke? {
        for case .line(_, let stroke) in drawing.pieces { return stroke }
        return nil
    }

    private func line(_ y: [Double]) -> Figure {
        Figure(.axes(PlotAxes(series: [PlotSeries(.line, x: y.indices.map(Double.init), y: y)])))
    }

    /// Where the first and the last point of the only line stand.
    private func dataEnds(of drawing: Drawing) -> (low: Double, high: Double)? {
        for case .line(let points, let stroke) in drawing.pieces where stroke.isThick {
            if let first = points.first, let last = points.last { return (first.y, last.y) }
        }
        return nil
    }

    /// Of `×10⁻⁷`.
    private func power(of note: String) -> Double {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let exponent = note.compactMap { digits.firstIndex(of: $0) }.reduce(0) { 10 * $0 + $1 }
        return Double("1e\(note.contains("⁻") ? "-" : "")\(exponent)") ?? .nan
    }

    // MARK: - Much, little, nothing

    @Test("A million points are drawn in a moment, each peak of them") func million() {
        var y = [Double](repeating: 0, count: 1_000_000)
        y[123_456] = 7
        y[654_321] = -5
        let start = ContinuousClock.now
        let drawing = line(y).drawing
        #expect(drawing.svg.utf8.count < 200_000)
        #expect(drawing.picture() != nil)
        #expect(ContinuousClock.now - start < .seconds(10))
        let heights = drawing.pieces.flatMap { piece -> [Double] in
            if case .line(let points, let stroke) = piece, stroke.isThick { points.map(\.y) } else { [] }
        }
        // 7 stands 12 twelfths above -5, 0 five
        let (top, bottom) = (heights.min() ?? 0, heights.max() ?? 0)
        #expect(heights.contains { abs($0 - (bottom - (bottom - top) * 5 / 12)) < 0.01 })
    }

    @Test("Without data there are axes; one point is a dot; a gap is no line") func edges() {
        #expect(!line([]).drawing.texts.isEmpty)
        #expect(dots(line([5]).drawing).count == 1)
        let gap = line([1, 2, .nan, 2, 1, .infinity, 7]).drawing
        #expect(gap.pieces.count { if case .line(_, let stroke) = $0 { stroke.isThick } else { false } } == 2)
        #expect(dots(gap).count == 1)
        for extreme in [
            [1e308, -1e308], [.leastNonzeroMagnitude, 0], [.infinity, .nan], [-1.7e308, 1.7e308, 3], [1e300, 1e-300],
        ] {
            expectReadable(line(extreme).drawing)
            #expect(!line(extreme).drawing.svg.contains("nan"))
        }
    }

    @Test("Numbers at the ends of what there is are drawn, on either scale, within any limits", arguments: [PlotScale.linear, .log])
    func extremes(scale: PlotScale) {
        let values = [1e300, 1e-300, 1, 1e-150, 1.7e308, .leastNonzeroMagnitude, .leastNormalMagnitude, 9e299]
        for limits in [nil, 1e-300...2e-300, 1e-300...1e300, 1...(1 + 1e-15)] {
            var axes = PlotAxes(series: [
                PlotSeries(.line, x: values, y: values.reversed(), label: "a"), PlotSeries(.dots, x: values, y: values),
                PlotSeries(.bars, x: values.sorted(), y: Array(values.dropLast())),
            ])
            (axes.x.scale, axes.y.scale, axes.x.limits, axes.y.limits) = (scale, scale, limits, limits)
            let figure = Figure(.axes(axes))
            #expect(!figure.drawing.svg.contains("nan"))
            #expect(figure.drawing.picture() != nil)
            for colours in [HalfBlocks.Colours.full, .none] {
                #expect(!HalfBlocks(columns: 80, rows: 24, colours: colours).text(of: figure).isEmpty)
            }
        }
        for range in [-1e308...1.7e308, 1e300...1e300.nextUp, 0...Double.leastNonzeroMagnitude] {
            let map = Heatmap(height: 1, width: 3, values: [0, 1e300, -1e308], range: range, colours: .viridis, isAnnotated: true)
            #expect(!Figure(.heatmap(map)).drawing.svg.isEmpty)
            #expect(!HalfBlocks(columns: 80, rows: 24, colours: .full).text(of: Figure(.heatmap(map))).isEmpty)
        }
    }

    private func dots(_ drawing: Drawing) -> [PlotPoint] {
        drawing.pieces.flatMap { piece -> [PlotPoint] in if case .dots(let points, _, _) = piece { points } else { [] }
        }
    }
}

extension Drawing.Stroke {
    /// A line of data, and no axis.
    fileprivate var isThick: Bool { width == 2 }
}

/// All words within the page, and none upon others.
func expectReadable(_ drawing: Drawing, at location: SourceLocation = #_sourceLocation) {
    let texts = drawing.texts
    for (place, text) in texts.enumerated() {
        let box = text.box
        #expect(
            box.x >= 0 && box.y >= 0 && box.right <= drawing.width && box.bottom <= drawing.height,
            "\(text.text) leaves the page: \(box)", sourceLocation: location)
        for other in texts[(place + 1)...] {
            #expect(!box.overlaps(other.box), "\(text.text) and \(other.text)", sourceLocation: location)
        }
    }
}

/// Figures on a page.
extension Figure {
    package var drawing: Drawing {
        switch content {
        case .axes(let axes): drawing(of: axes)
        case .heatmap(let heatmap): HeatmapLayout(title, heatmap).drawing
        case .montage(let montage): MontageLayout(title, montage).drawing
        }
    }

    private func drawing(of axes: PlotAxes) -> Drawing {
        let legend = Legend(axes)
        var layout = AxesLayout(self, axes)
        var marks = SeriesMarks(axes, layout)
        var place = legend?.freePlace(in: layout.frame, among: marks.obstacles)
        if let legend, place == nil {
            layout = AxesLayout(self, axes, aside: legend.width + PageStyle.room)
            marks = SeriesMarks(axes, layout)
            let left = PageStyle.width - PageStyle.room - legend.width
            place = PlotBox(x: left, y: layout.frame.y, width: legend.width, height: legend.height)
        }
        var drawing = Drawing(width: PageStyle.width, height: PageStyle.height)
        drawing.pieces = layout.gridPieces + marks.pieces + layout.axisPieces
        if let legend, let place { drawing.pieces += legend.pieces(in: place) }
        return drawing
    }
}

/// The data of a plot as lines, discs and bars on the page.
private struct SeriesMarks {
    private(set) var pieces: [Drawing.Piece] = []
    /// What a legend should not hide.
    private(set) var obstacles: [[PlotPoint]] = []

    init(_ axes: PlotAxes, _ layout: AxesLayout) {
        for (place, series) in axes.series.enumerated() {
            switch series.mark {
            case .line: addLine(series, place, axes, layout)
            case .dots: addDots(series, place, axes, layout)
            case .bars: addBars(series, place, layout)
            }
        }
    }

    private mutating func addLine(_ series: PlotSeries, _ place: Int, _ axes: PlotAxes, _ layout: AxesLayout) {
        let points = series.points(axes).map { $0.flatMap { layout.place($0).onPaper } }
        let chains = Chains(points).thinned(columnWidth: 0.5).clipped(to: layout.frame).chains
        let stroke = Drawing.Stroke(
            colour: SeriesColour.of(place), width: PageStyle.lineWidth, dash: SeriesColour.dash(of: place))
        pieces += chains.filter { $0.count > 1 }.map { .line($0, stroke) }
        // a line through one point cannot be seen
        let lone = chains.filter { $0.count == 1 }.flatMap { $0 }
        if !lone.isEmpty { pieces.append(.dots(lone, radius: PageStyle.dotRadius, stroke.colour)) }
        obstacles += chains
    }

    private mutating func addDots(_ series: PlotSeries, _ place: Int, _ axes: PlotAxes, _ layout: AxesLayout) {
        // dots at the same half pixel look like one, and among very many those at the same pixel
        let fineness = series.x.count > 20_000 ? 1.0 : 2
        var seen: Set<[Int]> = []
        let points = series.points(axes).compactMap { $0.flatMap { layout.place($0).onPaper } }.filter { point in
            layout.frame.contains(point) && seen.insert([Int(point.x * fineness), Int(point.y * fineness)]).inserted
        }
        let radius = points.count > 2000 ? 1.2 : points.count > 300 ? 2.2 : PageStyle.dotRadius
        pieces.append(.dots(points, radius: radius, SeriesColour.of(place)))
        obstacles += points.map { [$0] }
    }

    private mutating func addBars(_ series: PlotSeries, _ place: Int, _ layout: AxesLayout) {
        let frame = layout.frame
        for (bar, height) in series.y.enumerated() where bar + 1 < series.x.count && height > 0 {
            let (left, right) = (layout.at(x: series.x[bar]), layout.at(x: series.x[bar + 1]))
            let top = layout.at(y: height)
            // white between bars that are wide enough for it
            let gap = right - left > 4 ? 0.5 : 0
            let (x, y) = (max(frame.x, left + gap), max(frame.y, top))
            let box = PlotBox(x: x, y: y, width: min(frame.right, right - gap) - x, height: frame.bottom - y)
            guard box.width > 0, box.height > 0 else { continue }
            pieces.append(.rectangle(box, SeriesColour.of(place)))
            obstacles.append([
                PlotPoint(x: box.x, y: frame.bottom), PlotPoint(x: box.x, y: y), PlotPoint(x: box.right, y: y),
            ])
        }
    }
}

extension HalfBlocks {
    /// A figure as lines, each ended by a line feed.
    package func text(of figure: Figure) -> String {
        switch figure.content {
        case .axes(let axes): TextPlot(figure.title, axes, on: self).text
        case .heatmap(let heatmap): text(of: heatmap, title: figure.title)
        case .montage(let montage): text(of: montage, title: figure.title)
        }
    }
}

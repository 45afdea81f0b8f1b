/// What names the series: in a corner that the data leave free, else beside them.
struct Legend {
    private let entries: [(label: String, place: Int)]
    private let marks: [PlotSeries.Mark]

    private static let size = 13.0
    private static let line = 19.0
    private static let sample = 26.0
    private static let padding = 8.0
    private static let longest = 220.0
    /// More of them than a page has room for.
    private static let most = 18

    /// Nil where there is nothing to name.
    init?(_ axes: PlotAxes) {
        let named = axes.labelled
        guard !named.isEmpty else { return nil }
        var entries = named.prefix(Self.most).map { entry in
            (PageText.shortened(entry.label, size: Self.size, width: Self.longest), entry.place)
        }
        if named.count > Self.most {
            entries[Self.most - 1] = ("and \(named.count - Self.most + 1) more", -1)
        }
        self.entries = entries
        marks = axes.series.map(\.mark)
    }

    var width: Double {
        let widest = entries.map { StrokeFont.width($0.label, Self.size) }.max() ?? 0
        return widest + Self.sample + 3 * Self.padding
    }

    var height: Double { Double(entries.count) * Self.line + Self.padding }

    /// The first place within the frame that touches no point and no line of the data; nil if there is none.
    func freePlace(in frame: PlotBox, among chains: [[PlotPoint]]) -> PlotBox? {
        let room = 8.0
        let (left, right) = (frame.x + room, frame.right - room - width)
        let (top, bottom) = (frame.y + room, frame.bottom - room - height)
        guard left <= right, top <= bottom else { return nil }
        let places = [
            (right, top), (left, top), (left, bottom), (right, bottom), ((left + right) / 2, top),
            ((left + right) / 2, bottom),
        ]
        return places.lazy.map { PlotBox(x: $0.0, y: $0.1, width: width, height: height) }
            .first { box in chains.allSatisfy { Chains($0).clipped(to: box.grown(by: 4)).chains.isEmpty } }
    }

    func pieces(in box: PlotBox) -> [Drawing.Piece] {
        var pieces: [Drawing.Piece] = [
            .rectangle(box, .white), .frame(box, Colour(red: 204, green: 204, blue: 204), 1),
        ]
        for (row, entry) in entries.enumerated() {
            let y = box.y + Self.padding / 2 + (Double(row) + 0.5) * Self.line
            let (start, end) = (box.x + Self.padding, box.x + Self.padding + Self.sample)
            if entry.place >= 0 { pieces.append(sample(entry.place, start, end, y)) }
            pieces.append(
                .text(
                    PlacedText(
                        text: entry.label, place: PlotPoint(x: end + Self.padding, y: y + Self.size * 0.36),
                        size: Self.size,
                        alignment: .start)))
        }
        return pieces
    }

    private func sample(_ place: Int, _ start: Double, _ end: Double, _ y: Double) -> Drawing.Piece {
        let colour = SeriesColour.of(place)
        switch marks[place] {
        case .line:
            return .line(
                [PlotPoint(x: start, y: y), PlotPoint(x: end, y: y)],
                .init(colour: colour, width: PageStyle.lineWidth, dash: SeriesColour.dash(of: place)))
        case .dots: return .dots([PlotPoint(x: (start + end) / 2, y: y)], radius: PageStyle.dotRadius, colour)
        case .bars: return .rectangle(PlotBox(x: start, y: y - 5, width: end - start, height: 10), colour)
        }
    }
}

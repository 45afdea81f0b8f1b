/// Heatmaps and montages made of characters.
extension HalfBlocks {
    /// Small pictures are enlarged to about this many pixels.
    private static let glance = 48

    /// A picture that is looked at for itself: a small one is enlarged by a whole factor.
    package func view(of picture: Picture, tint: ColourMap? = nil) -> String {
        let room = (width: columns, height: 2 * max(1, min(rows, 1 << 20)))
        return text(of: tinted(picture, tint).enlarged(fitting: room, atMost: Self.glance))
    }

    /// Without colours, dark and bright say more than a map's own brightness.
    private func tinted(_ picture: Picture, _ tint: ColourMap?) -> Picture {
        colours == .none ? picture : tint.flatMap(picture.coloured) ?? picture
    }

    func text(of heatmap: Heatmap, title: String) -> String {
        // without colours dark and bright say the most
        var heatmap = heatmap
        if colours == .none { heatmap.colours = .gray }
        guard let picture = heatmap.picture else { return "" }
        let (low, high) = (ShortNumber.text(heatmap.range.lowerBound), ShortNumber.text(heatmap.range.upperBound))
        let steps = 16
        let values = (0..<steps).map { place -> Double in
            let share = Double(place) / Double(steps - 1)
            return heatmap.range.lowerBound * (1 - share) + heatmap.range.upperBound * share
        }
        let scale = Heatmap(
            height: 2, width: steps, values: values + values, range: heatmap.range, colours: heatmap.colours)
        let bar = scale.picture.map { text(of: $0).split(separator: "\n").joined() } ?? ""
        return head(title) + view(of: picture) + written(low) + " " + bar + " " + written(high) + "\n"
    }

    func text(of montage: Montage, title: String) -> String {
        let room = max(8, columns)
        let across = min(montage.columns, max(1, (room + 2) / 10))
        let width = (room + 2) / across - 2
        let tiles = montage.pictures.enumerated().map { place, picture in
            Tile(
                tinted(picture, montage.tint), place < montage.labels.count ? written(montage.labels[place]) : "",
                width, self)
        }
        var text = head(title)
        for start in stride(from: 0, to: tiles.count, by: across) {
            text += Tile.sideBySide(tiles[start..<min(start + across, tiles.count)])
        }
        return text
    }

    private func head(_ title: String) -> String {
        title.isEmpty ? "" : written(title.split(separator: "\n").joined(separator: " ")) + "\n"
    }

    private func written(_ text: String) -> String { colours == .none ? PlainText.of(text) : text }
}

/// A picture of a montage as lines of known width, and its words.
private struct Tile {
    private let lines: [String]
    private let pictureWidth: Int
    private let width: Int
    private let words: String

    init(_ picture: Picture, _ label: String, _ width: Int, _ screen: HalfBlocks) {
        // two rows of a square each: a tile is as high as it is wide
        let small = HalfBlocks(columns: width, rows: max(1, width / 2), colours: screen.colours)
        let enlarged = picture.enlarged(fitting: (width, width), atMost: 32)
        lines = small.text(of: enlarged).split(separator: "\n").map(String.init)
        pictureWidth = Thumbnail(enlarged, fitting: (width, 2 * max(1, width / 2))).width
        let line = label.split(separator: "\n").joined(separator: " ")
        words = line.count <= width ? line : String(line.prefix(max(1, width - 2))) + ".."
        self.width = max(pictureWidth, words.count)
    }

    static func sideBySide(_ tiles: ArraySlice<Tile>) -> String {
        let height = tiles.map(\.lines.count).max() ?? 0
        var text = ""
        for row in 0..<height {
            text += line(
                tiles.map { tile in
                    row < tile.lines.count ? (tile.lines[row], tile.pictureWidth, tile.width) : ("", 0, tile.width)
                })
        }
        if tiles.contains(where: { !$0.words.isEmpty }) {
            text += line(tiles.map { ($0.words, $0.words.count, $0.width) })
        }
        return text
    }

    private static func line(_ parts: [(text: String, shown: Int, width: Int)]) -> String {
        var (line, blanks) = ("", 0)
        for part in parts {
            if part.text.isEmpty {
                blanks += part.width + 2
            } else {
                line += String(repeating: " ", count: blanks) + part.text
                blanks = part.width - part.shown + 2
            }
        }
        return line + "\n"
    }
}

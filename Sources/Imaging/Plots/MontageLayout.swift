/// Pictures in rows on a page, each as large as its place, with its words below it.
struct MontageLayout {
    private let montage: Montage
    private let title: PageText
    private let labels: [PageText]
    /// As each stands on the page.
    private let sizes: [(width: Double, height: Double)]
    private let tile: (width: Double, height: Double)

    private static let gap = 12.0
    private static let labelSize = 12.5
    /// So that words find room below small pictures, and a picture alone does not fill a page with its pixels.
    private static let leastTile = 44.0
    private static let mostTile = 300.0
    private static let leastPicture = 8.0

    init(_ title: String, _ montage: Montage) {
        self.montage = montage
        let room = PageStyle.width - 2 * PageStyle.room
        let width = max(Self.leastPicture, min(Self.mostTile, (room + Self.gap) / Double(montage.columns) - Self.gap))
        sizes = montage.pictures.map { picture in
            let fitting = min(width / Double(picture.width), Self.mostTile / Double(picture.height))
            // whole factors keep all pixels of a picture alike
            let scale = fitting >= 1 ? fitting.rounded(.down) : fitting
            return (max(1, Double(picture.width) * scale), max(1, Double(picture.height) * scale))
        }
        tile = (
            min(max(sizes.map(\.width).max() ?? 1, Self.leastTile), width), sizes.map(\.height).max() ?? 1
        )
        let textWidth = tile.width
        labels = montage.labels.map { PageText($0, size: Self.labelSize, width: textWidth, most: 2) }
        self.title = PageText(title, size: PageStyle.titleSize, width: room)
    }

    private var rowHeight: Double {
        let words = labels.map(\.height).max() ?? 0
        return tile.height + (words > 0 ? words + 4 : 0) + Self.gap
    }

    private var width: Double {
        let tiles = Double(montage.columns) * (tile.width + Self.gap) - Self.gap
        let words = title.lines.map { StrokeFont.width($0, title.size) }.max() ?? 0
        return max(tiles, words) + 2 * PageStyle.room
    }

    var drawing: Drawing {
        let top = PageStyle.room + (title.lines.isEmpty ? 0 : title.height + 8)
        let height = top + Double(montage.rows) * rowHeight - Self.gap + PageStyle.room
        var drawing = Drawing(width: width.rounded(.up), height: height.rounded(.up))
        drawing.pieces += title.placed(PlotPoint(x: width / 2, y: PageStyle.room))
        let tiles = Double(montage.columns) * (tile.width + Self.gap) - Self.gap
        let left = (width - tiles) / 2
        for (place, picture) in montage.pictures.enumerated() {
            let x = left + Double(place % montage.columns) * (tile.width + Self.gap)
            let y = top + Double(place / montage.columns) * rowHeight
            let size = sizes[place]
            let box = PlotBox(
                x: (x + (tile.width - size.width) / 2).rounded(), y: (y + (tile.height - size.height) / 2).rounded(),
                width: size.width, height: size.height)
            let shown = montage.tint.flatMap(picture.coloured) ?? picture
            drawing.pieces += [
                .picture(shown, box), .frame(box.grown(by: 0.5), Colour(red: 190, green: 190, blue: 190), 1),
            ]
            if place < labels.count {
                drawing.pieces += labels[place].placed(PlotPoint(x: x + tile.width / 2, y: y + tile.height + 4))
            }
        }
        return drawing
    }
}

/// Grids of numbers beside each other, with cells that are marked: a step of a convolution as slides draw it.
package struct NumberGrids {
    package enum Look: Sendable {
        case plain
        /// Beyond the border of the image.
        case border
        /// Not computed yet.
        case empty
        /// Under the window.
        case window
        /// What the window comes to.
        case result
    }

    package struct Cell: Sendable {
        package var text: String
        package var look: Look

        package init(_ text: String, _ look: Look) { (self.text, self.look) = (text, look) }
    }

    package struct Grid: Sendable {
        package var title: String
        package var cells: [[Cell]]

        package init(_ title: String, _ cells: [[Cell]]) { (self.title, self.cells) = (title, cells) }
    }

    /// One below the other, each row from left to right.
    package var rows: [[Grid]]
    package var caption: String

    package init(rows: [[Grid]], caption: String) { (self.rows, self.caption) = (rows, caption) }

    private static let size = 13.0
    private static let height = 26.0
    private static let room = 16.0
    private static let titleHeight = 22.0

    /// Room for the widest of these texts in a cell.
    package static func cellWidth(for texts: some Sequence<String>) -> Double {
        max(height, (texts.map { StrokeFont.width($0, size) }.max() ?? 0) + 10).rounded(.up)
    }

    /// The caption stands below; `captionWidth` is what the widest of all captions takes.
    package func picture(cellWidth: Double, captionWidth: Double, scale: Double) -> Picture? {
        drawing(cellWidth: cellWidth, captionWidth: captionWidth).picture(scale: scale)
    }

    package static func width(ofCaption text: String) -> Double { StrokeFont.width(text, size) }

    func drawing(cellWidth: Double, captionWidth: Double) -> Drawing {
        var drawing = Drawing(width: 0, height: 0)
        var y = Self.room
        var widest = captionWidth
        for row in rows {
            var x = Self.room
            for grid in row {
                let width = max(
                    Double(grid.cells.first?.count ?? 0) * cellWidth, StrokeFont.width(grid.title, Self.size))
                grid.draw(on: &drawing, at: PlotPoint(x: x, y: y), cellWidth: cellWidth)
                x += width + 2 * Self.room
            }
            widest = max(widest, x - 3 * Self.room)
            y += Self.titleHeight + Self.height * Double(row.map(\.cells.count).max() ?? 0) + Self.room
        }
        drawing.pieces.append(
            .text(
                PlacedText(
                    text: caption, place: PlotPoint(x: Self.room, y: y + Self.size), size: Self.size, alignment: .start)
            ))
        drawing.width = (widest + 2 * Self.room).rounded(.up)
        drawing.height = (y + Self.titleHeight + Self.room / 2).rounded(.up)
        drawing.pieces.insert(
            .rectangle(PlotBox(x: 0, y: 0, width: drawing.width, height: drawing.height), .white), at: 0)
        return drawing
    }
}

extension NumberGrids.Grid {
    fileprivate func draw(on drawing: inout Drawing, at corner: PlotPoint, cellWidth: Double) {
        let (size, height) = (NumberGrids.size, NumberGrids.height)
        drawing.pieces.append(
            .text(
                PlacedText(
                    text: title, place: PlotPoint(x: corner.x, y: corner.y + size), size: size, alignment: .start)))
        let top = corner.y + NumberGrids.titleHeight
        for (row, cells) in cells.enumerated() {
            for (column, cell) in cells.enumerated() {
                let box = PlotBox(
                    x: corner.x + Double(column) * cellWidth, y: top + Double(row) * height, width: cellWidth,
                    height: height)
                drawing.pieces.append(.rectangle(box, cell.look.ground))
                drawing.pieces.append(.frame(box, cell.look.frame, 1))
                drawing.pieces.append(
                    .text(
                        PlacedText(
                            text: cell.text,
                            place: PlotPoint(x: box.x + cellWidth / 2, y: box.y + height / 2 + 0.36 * size), size: size,
                            colour: cell.look == .border ? .axis : .ink)))
            }
        }
        frame(.window, on: &drawing, left: corner.x, top: top, cellWidth)
    }

    /// A thick line around the cells of a look, which are a rectangle.
    private func frame(
        _ look: NumberGrids.Look, on drawing: inout Drawing, left: Double, top: Double, _ cellWidth: Double
    ) {
        let rows = cells.indices.filter { cells[$0].contains { $0.look == look } }
        guard let first = rows.first, let last = rows.last else { return }
        let columns = cells[first].indices.filter { cells[first][$0].look == look }
        guard let start = columns.first, let end = columns.last else { return }
        let box = PlotBox(
            x: left + Double(start) * cellWidth, y: top + Double(first) * NumberGrids.height,
            width: Double(end - start + 1) * cellWidth, height: Double(last - first + 1) * NumberGrids.height)
        drawing.pieces.append(.frame(box, Colour(red: 213, green: 94, blue: 0), 2.5))
    }
}

extension NumberGrids.Look {
    fileprivate var ground: Colour {
        switch self {
        case .plain, .empty: .white
        case .border: Colour(red: 240, green: 240, blue: 240)
        case .window: Colour(red: 253, green: 231, blue: 206)
        case .result: Colour(red: 204, green: 230, blue: 245)
        }
    }

    fileprivate var frame: Colour { Colour(red: 190, green: 190, blue: 190) }
}

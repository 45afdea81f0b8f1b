/// A field of characters that is drawn upon: dots of braille, or one mark a cell.
struct CharacterCanvas {
    private let columns: Int
    private let rows: Int
    private let isPlain: Bool
    private var cells: [Cell]

    private struct Cell: Equatable {
        /// The dots of a braille character.
        var dots: UInt8 = 0
        /// Any other character.
        var character: Character?
        /// The series that came last.
        var series = -1
    }

    init(columns: Int, rows: Int, isPlain: Bool) {
        self.columns = columns
        self.rows = rows
        self.isPlain = isPlain
        cells = Array(repeating: Cell(), count: columns * rows)
    }

    /// How fine the field is.
    var dotColumns: Int { isPlain ? columns : 2 * columns }
    var dotRows: Int { isPlain ? rows : 4 * rows }

    mutating func add(_ point: PlotPoint, _ series: Int, _ mark: Character) {
        add(Int(point.x.rounded()), Int(point.y.rounded()), series, mark)
    }

    /// Bit by bit as Unicode numbers the dots of a cell, row by row and left to right.
    private static let bits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

    private mutating func add(_ x: Int, _ y: Int, _ series: Int, _ mark: Character) {
        guard 0..<dotColumns ~= x, 0..<dotRows ~= y else { return }
        if isPlain {
            cells[y * columns + x] = Cell(character: mark, series: series)
        } else {
            let cell = y / 4 * columns + x / 2
            cells[cell].dots |= Self.bits[y % 4 * 2 + x % 2]
            cells[cell].series = series
        }
    }

    /// A line, step by step along its longer side.
    mutating func add(_ from: PlotPoint, _ to: PlotPoint, _ series: Int, _ mark: Character) {
        let steps = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)).rounded(.up)))
        for step in 0...steps {
            let share = Double(step) / Double(steps)
            let point = PlotPoint(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
            add(point, series, mark)
        }
    }

    /// A column from the ground; its height is a share of the field's.
    mutating func addBar(_ column: Int, height: Double, _ series: Int) {
        let eighths = Int((min(max(height, 0), 1) * Double(8 * rows)).rounded())
        // something is more than nothing
        let filled = max(isPlain ? 4 : 1, eighths)
        for row in 0..<rows {
            let part = min(8, filled - 8 * row)
            if part <= 0 { break }
            if isPlain, part < 4 { break }
            let blocks = Array("▁▂▃▄▅▆▇█")
            cells[(rows - 1 - row) * columns + column] = Cell(
                character: isPlain ? "#" : blocks[part - 1], series: series)
        }
    }

    /// A row without blanks at its end; `colour` paints a run of one series.
    func line(_ row: Int, _ colour: (String, Int) -> String) -> String {
        var cells = self.cells[row * columns..<(row + 1) * columns]
        while cells.last == Cell() { cells.removeLast() }
        var (line, run, series) = ("", "", -1)
        for cell in cells {
            if cell.series != series {
                line += series < 0 ? run : colour(run, series)
                (run, series) = ("", cell.series)
            }
            run.append(character(of: cell))
        }
        return line + (series < 0 ? run : colour(run, series))
    }

    private func character(of cell: Cell) -> Character {
        if let character = cell.character { return character }
        guard cell.dots != 0, let scalar = Unicode.Scalar(0x2800 + UInt32(cell.dots)) else { return " " }
        return Character(scalar)
    }
}

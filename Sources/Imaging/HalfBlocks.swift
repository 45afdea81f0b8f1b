/// Draws a picture as text: in each character cell the upper half block shows one pixel and the background another.
///
///     HalfBlocks(columns: 80, rows: 24, colours: .full).text(of: picture)
///
/// A cell is about twice as high as wide, so half a cell is square and the picture keeps its proportions.
public struct HalfBlocks: Equatable, Sendable {
    /// What the terminal can show.
    public enum Colours: Equatable, Sendable {
        /// 24-bit colour.
        case full
        /// The 256 colours of older terminals.
        case indexed
        /// None: a ramp of characters, one a cell, dense where the picture is bright.
        case none
    }

    /// The room there is, in character cells.
    public var columns: Int
    public var rows: Int
    public var colours: Colours

    public init(columns: Int, rows: Int, colours: Colours) {
        self.columns = columns
        self.rows = rows
        self.colours = colours
    }

    /// The picture as lines, each ended by a line feed; a small picture is not enlarged.
    public func text(of picture: Picture) -> String {
        let height = max(1, rows).multipliedReportingOverflow(by: 2)
        let room = (width: columns, height: height.overflow ? Int.max : height.partialValue)
        let thumbnail = Thumbnail(picture, fitting: room)
        var text = ""
        for y in stride(from: 0, to: thumbnail.height, by: 2) {
            text += colours == .none ? shades(of: thumbnail, y) : blocks(of: thumbnail, y)
            text += "\n"
        }
        return text
    }

    // MARK: - With colours

    private static let escape = "\u{1B}["

    private func blocks(of thumbnail: Thumbnail, _ y: Int) -> String {
        var line = ""
        var shown: (upper: String?, lower: String?)
        for x in 0..<thumbnail.width {
            let upper = thumbnail[x, y].map { Self.escape + "38;" + code(of: $0) }
            let lower = thumbnail[x, y + 1].map { Self.escape + "48;" + code(of: $0) }
            // a colour takes up to 19 characters, so say it only when it changes
            if let upper, upper != shown.upper { line += upper }
            if let lower, lower != shown.lower { line += lower }
            shown = (upper, lower)
            line += "▀"
        }
        return line + Self.plain
    }

    /// From here on the terminal writes in this colour, until `plain`.
    func foreground(_ colour: Colour) -> String { Self.escape + "38;" + code(of: colour) }

    static let plain = escape + "0m"

    private func code(of colour: Colour) -> String {
        colours == .indexed ? "5;\(colour.indexOf256)m" : "2;\(colour.red);\(colour.green);\(colour.blue)m"
    }

    // MARK: - Without

    private static let ramp = Array(" .:-=+*#%@")

    private func shades(of thumbnail: Thumbnail, _ y: Int) -> String {
        let characters = (0..<thumbnail.width).map { x in
            let pixels = [thumbnail[x, y], thumbnail[x, y + 1]].compactMap { $0?.luminance }
            let mean = pixels.reduce(0, +) / max(1, pixels.count)
            return Self.ramp[(mean * (Self.ramp.count - 1) + 127) / 255]
        }
        return String(characters)
    }
}

/// What a page shows, piece by piece in the order of painting; one unit is a pixel of a page of usual size, y goes down.
///
/// All places are decided: a renderer only paints.
package struct Drawing: Equatable, Sendable {
    package enum Piece: Equatable, Sendable {
        case rectangle(PlotBox, Colour)
        /// The border of a box, as wide as given.
        case frame(PlotBox, Colour, Double)
        case line([PlotPoint], Stroke)
        /// Discs of one size.
        case dots([PlotPoint], radius: Double, Colour)
        /// Fills the box; pixels stay sharp.
        case picture(Picture, PlotBox)
        case text(PlacedText)
    }

    package struct Stroke: Equatable, Sendable {
        package var colour: Colour
        package var width: Double
        /// Lengths of strokes and gaps by turns; none for a whole line.
        var dash: [Double] = []
    }

    package var width: Double
    package var height: Double
    package var pieces: [Piece]

    package init(width: Double, height: Double, pieces: [Piece] = []) {
        self.width = width
        self.height = height
        self.pieces = pieces
    }

    package var texts: [PlacedText] {
        pieces.compactMap { piece in if case .text(let text) = piece { text } else { nil } }
    }
}

/// A line of words at its place.
package struct PlacedText: Equatable, Sendable {
    package enum Alignment: Equatable, Sendable { case start, middle, end }

    package var text: String
    /// On the line that letters stand on.
    package var place: PlotPoint
    package var size: Double
    package var alignment = Alignment.middle
    /// Read from below to above.
    package var isUpright = false
    package var colour = Colour.ink

    package var width: Double { StrokeFont.width(text, size) }

    /// What the words cover.
    package var box: PlotBox {
        let start: Double =
            switch alignment {
            case .start: 0
            case .middle: -width / 2
            case .end: -width
            }
        let (ascent, descent) = (StrokeFont.ascent * size, StrokeFont.descent * size)
        if isUpright {
            return PlotBox(x: place.x - ascent, y: place.y - start - width, width: ascent + descent, height: width)
        }
        return PlotBox(x: place.x + start, y: place.y - ascent, width: width, height: ascent + descent)
    }
}

package struct PlotBox: Equatable, Sendable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    package init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    package var right: Double { x + width }
    package var bottom: Double { y + height }

    package func overlaps(_ other: PlotBox) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }

    package func contains(_ point: PlotPoint) -> Bool {
        x <= point.x && point.x <= right && y <= point.y && point.y <= bottom
    }

    func grown(by room: Double) -> PlotBox {
        PlotBox(x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room)
    }
}

extension Colour {
    /// Of words.
    static let ink = Colour(red: 38, green: 38, blue: 38)
    static let axis = Colour(red: 90, green: 90, blue: 90)
    static let grid = Colour(red: 230, green: 230, blue: 230)
    static let white = Colour(red: 255, green: 255, blue: 255)

    /// `#0072b2`
    var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// Draws pictures and figures on a terminal that shows pixels.
///
///     PixelScreen(format: .kitty, width: 800, height: 400).text(of: picture)
package struct PixelScreen: Equatable, Sendable {
    package enum Format: Sendable { case kitty, sixel }

    package var format: Format
    /// The room there is, in pixels.
    package var width: Int
    package var height: Int

    package init(format: Format, width: Int, height: Int) {
        self.format = format
        self.width = max(1, width)
        self.height = max(1, height)
    }

    /// A small picture is enlarged to about this many pixels.
    private static let glance = 256

    /// As one line of the terminal's own language, ended by a line feed.
    package func text(of picture: Picture, tint: ColourMap? = nil) -> String {
        let coloured = tint.flatMap(picture.coloured) ?? picture
        let enlarged = coloured.enlarged(fitting: (width, height), atMost: Self.glance, most: 32)
        return encoded(enlarged.reduced(to: (width, height)))
    }

    package func text(of figure: Figure) -> String {
        let drawing = figure.drawing
        // a page at its own size is legible; twice that where there is room
        let scale = min(2, Double(width) / drawing.width, Double(height) / drawing.height)
        return drawing.picture(scale: max(scale, 0.25)).map(encoded) ?? ""
    }

    private func encoded(_ picture: Picture) -> String {
        switch format {
        case .kitty: KittyGraphics.text(of: picture)
        case .sixel: Sixel.text(of: picture)
        }
    }
}

extension Picture {
    /// At most this large, in proportion; transparent pixels are laid on white.
    func reduced(to size: (width: Int, height: Int)) -> Picture {
        if width <= size.width, height <= size.height { return self }
        let thumbnail = Thumbnail(self, fitting: size)
        let samples = thumbnail.colours.flatMap { [$0.red, $0.green, $0.blue] }
        let reduced = try? Picture(
            height: thumbnail.height, width: thumbnail.width, kind: .rgb, samples: .bytes(samples))
        return reduced ?? self
    }
}

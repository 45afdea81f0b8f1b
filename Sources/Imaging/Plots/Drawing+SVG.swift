/// A drawing as SVG: words stay words, which can be searched and read aloud.
extension Drawing {
    package var svg: String {
        let size = "\(SVG.number(width)) \(SVG.number(height))"
        let head =
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(size)" width="\#(SVG.number(width))" "#
            + #"height="\#(SVG.number(height))" font-family="\#(Self.fonts)">"#
        return ([head, ##"<rect width="100%" height="100%" fill="#ffffff"/>"##] + pieces.map(element) + ["</svg>\n"])
            .joined(separator: "\n")
    }

    /// The first is as wide as the layout takes words to be, the others are narrower.
    private static let fonts = "DejaVu Sans, Helvetica Neue, Arial, Liberation Sans, sans-serif"

    private func element(_ piece: Piece) -> String {
        switch piece {
        case .rectangle(let box, let colour): #"<rect \#(box.attributes) fill="\#(colour.hex)"/>"#
        case .frame(let box, let colour, let width):
            #"<rect \#(box.attributes) fill="none" stroke="\#(colour.hex)" stroke-width="\#(SVG.number(width))"/>"#
        case .line(let points, let stroke):
            #"<path d="\#(path(points))" fill="none" \#(attributes(of: stroke)) stroke-linejoin="round"/>"#
        case .dots(let points, let radius, let colour):
            // a stroke without length and with round ends is a disc
            #"<path d="\#(points.map { "M\(place($0))h0" }.joined())" fill="none" stroke="\#(colour.hex)" "#
                + #"stroke-width="\#(SVG.number(2 * radius))" stroke-linecap="round"/>"#
        case .picture(let picture, let box): image(picture, box)
        case .text(let text): element(text)
        }
    }

    private func path(_ points: [PlotPoint]) -> String {
        guard let first = points.first else { return "" }
        // a single point is a stroke without length
        if points.count == 1 { return "M\(place(first))h0" }
        return "M\(place(first))L" + points.dropFirst().map(place).joined(separator: " ")
    }

    private func place(_ point: PlotPoint) -> String { "\(SVG.number(point.x)),\(SVG.number(point.y))" }

    private func attributes(of stroke: Stroke) -> String {
        let dashes = stroke.dash.map { SVG.number($0 * stroke.width) }.joined(separator: " ")
        return #"stroke="\#(stroke.colour.hex)" stroke-width="\#(SVG.number(stroke.width))" stroke-linecap="round""#
            + (dashes.isEmpty ? "" : #" stroke-dasharray="\#(dashes)""#)
    }

    private func element(_ text: PlacedText) -> String {
        let anchor =
            switch text.alignment {
            case .start: ""
            case .middle: #" text-anchor="middle""#
            case .end: #" text-anchor="end""#
            }
        let (x, y) = (SVG.number(text.place.x), SVG.number(text.place.y))
        let place = text.isUpright ? #"transform="translate(\#(x) \#(y)) rotate(-90)""# : #"x="\#(x)" y="\#(y)""#
        return #"<text \#(place) font-size="\#(SVG.number(text.size))"\#(anchor) fill="\#(text.colour.hex)">"#
            + SVG.escaped(text.text) + "</text>"
    }

    /// Enlarged by whole factors before it is packed: many programs would blur the pixels of a small picture.
    private func image(_ original: Picture, _ box: PlotBox) -> String {
        // twice as fine as the page is enough for a large one
        let picture = original.reduced(to: (max(1, Int(box.width * 2)), max(1, Int(box.height * 2))))
        let factor = max(
            1, Int(max(box.width / Double(picture.width), box.height / Double(picture.height)).rounded(.up)))
        guard let bytes = try? PNG.encode(picture.enlarged(by: factor) ?? picture) else { return "" }
        return #"<image \#(box.attributes) preserveAspectRatio="none" image-rendering="pixelated" "#
            + #"href="data:image/png;base64,\#(base64(bytes))"/>"#
    }
}

extension PlotBox {
    fileprivate var attributes: String {
        #"x="\#(SVG.number(x))" y="\#(SVG.number(y))" width="\#(SVG.number(width))" height="\#(SVG.number(height))""#
    }
}

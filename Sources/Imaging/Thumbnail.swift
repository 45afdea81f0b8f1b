/// A picture reduced to opaque colours and to the size of a screen; each pixel is the mean of a box of the original.
struct Thumbnail {
    let height: Int
    let width: Int
    let colours: [Colour]

    /// Fits into `width` x `height` with the sides in proportion; never larger than the picture.
    ///
    /// Transparent pixels are laid on white, as on a page.
    init(_ picture: Picture, fitting size: (width: Int, height: Int)) {
        (width, height) = Self.fit((picture.width, picture.height), into: size)
        switch picture.samples {
        case .bytes(let bytes): colours = Boxes(picture, bytes).means(width: width, height: height)
        case .words(let words): colours = Boxes(picture, words).means(width: width, height: height)
        }
    }

    /// The colour at a place; nil below the last row, which half blocks of an odd height ask for.
    subscript(x: Int, y: Int) -> Colour? { y < height ? colours[y * width + x] : nil }

    private static func fit(_ picture: (width: Int, height: Int), into size: (width: Int, height: Int)) -> (Int, Int) {
        let across = Double(max(1, size.width)) / Double(picture.width)
        let down = Double(max(1, size.height)) / Double(picture.height)
        let scale = min(1, across, down)
        let width = (Double(picture.width) * scale).rounded()
        let height = (Double(picture.height) * scale).rounded()
        return (max(1, Int(width)), max(1, Int(height)))
    }
}

/// Takes means over boxes that cover a picture without overlapping.
private struct Boxes<Level: FixedWidthInteger> {
    let picture: Picture
    let levels: [Level]

    init(_ picture: Picture, _ levels: [Level]) {
        self.picture = picture
        self.levels = levels
    }

    func means(width: Int, height: Int) -> [Colour] {
        var colours: [Colour] = []
        colours.reserveCapacity(width * height)
        for y in 0..<height {
            let rows = y * picture.height / height..<(y + 1) * picture.height / height
            for x in 0..<width {
                colours.append(mean(rows: rows, columns: x * picture.width / width..<(x + 1) * picture.width / width))
            }
        }
        return colours
    }

    private func mean(rows: Range<Int>, columns: Range<Int>) -> Colour {
        var red = 0, green = 0, blue = 0
        for y in rows {
            for x in columns {
                let pixel = opaque((y * picture.width + x) * picture.channels)
                red += pixel.red
                green += pixel.green
                blue += pixel.blue
            }
        }
        let whole = rows.count * columns.count * Int(Level.max)
        return Colour(red: byte(red, of: whole), green: byte(green, of: whole), blue: byte(blue, of: whole))
    }

    /// The pixel that starts at `start`, on white, from 0 to the highest level.
    private func opaque(_ start: Int) -> (red: Int, green: Int, blue: Int) {
        let isGray = picture.channels < 3
        let red = onWhite(start, start)
        return isGray ? (red, red, red) : (red, onWhite(start + 1, start), onWhite(start + 2, start))
    }

    private func onWhite(_ sample: Int, _ start: Int) -> Int {
        guard picture.kind.hasAlpha else { return Int(levels[sample]) }
        let top = Int(Level.max)
        let alpha = Int(levels[start + picture.channels - 1])
        return (Int(levels[sample]) * alpha + top * (top - alpha) + top / 2) / top
    }

    /// Rounds a share of a whole to eight bits.
    private func byte(_ part: Int, of whole: Int) -> UInt8 { UInt8((part * 255 + whole / 2) / whole) }
}

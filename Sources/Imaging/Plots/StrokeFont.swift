/// Letters made of strokes, for pictures that are painted here; and how wide words are.
///
/// Each letter takes the room that it has in DejaVu Sans, the widest of the fonts that programs put in its place, so that
/// a page laid out for it holds in all of them.
package enum StrokeFont {
    /// Of a size 1, from the line that letters stand on.
    package static let ascent = 0.78
    package static let descent = 0.24
    /// Of a stroke.
    static let weight = 0.085

    package static func width(_ text: String, _ size: Double) -> Double {
        size * text.reduce(0) { $0 + glyph(of: $1).advance }
    }

    struct Glyph {
        var advance: Double
        /// Each a chain of points with y up; corners are round where the letter is.
        var strokes: [[PlotPoint]]
    }

    static func glyph(of character: Character) -> Glyph {
        if let glyph = glyphs[character] { return glyph }
        if let glyph = accented[character] { return glyph }
        // a box stands for what has no letter here; most of those are wide
        return box
    }

    private static let glyphs: [Character: Glyph] = {
        var glyphs = Dictionary(
            uniqueKeysWithValues: rows.map { ($0.0, Glyph(advance: Double($0.1) / 1000, strokes: strokes($0.2))) })
        for (place, digit) in "0123456789−".enumerated() {
            let small = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")[place]
            glyphs[small] = glyphs[digit].map { raised($0) }
        }
        return glyphs
    }()

    private static let box = Glyph(advance: 1, strokes: strokes("2,-2 18,-2 18,15 2,15 2,-2"))

    private static func raised(_ glyph: Glyph) -> Glyph {
        Glyph(
            advance: glyph.advance * 0.64,
            strokes: glyph.strokes.map { $0.map { PlotPoint(x: $0.x * 0.64, y: $0.y * 0.62 + 0.32) } })
    }

    // MARK: - Accents

    /// A letter and what stands above or below it.
    private static let accented: [Character: Glyph] = {
        var glyphs: [Character: Glyph] = [:]
        for (accented, letter, accent) in compositions {
            guard var glyph = StrokeFont.glyphs[letter], let mark = marks[accent] else { continue }
            let lift = letter.isUppercase ? 0.19 : 0
            let shift = glyph.advance / 2
            if letter == "i" { glyph.strokes.removeLast() }
            glyph.strokes += strokes(mark).map {
                $0.map { PlotPoint(x: $0.x + shift, y: $0.y + (accent == "¸" ? 0 : lift)) }
            }
            glyphs[accented] = glyph
        }
        return glyphs
    }()

    private static let marks: [Character: String] = [
        "¨": "-2.2,14 -2.2,13.6; 2.2,14 2.2,13.6", "´": "-0.8,12.8 1.6,15", "`": "0.8,12.8 -1.6,15",
        "^": "-2.4,12.8 0,15 2.4,12.8", "~": "-3,13.2 ~-1.5,15 0,14 ~1.5,13 3,14.6",
        "°": "@~-1.6,12.6 ~1.6,12.6 ~1.6,15.6 ~-1.6,15.6",
        "¸": "0,0 ~1.6,-1 1.4,-2.2 ~1,-3.6 -1.2,-3.2", "ˇ": "-2.4,15 0,12.8 2.4,15", "¯": "-2.6,13.6 2.6,13.6",
    ]

    private static let compositions: [(Character, Character, Character)] = {
        let rows: [(accent: Character, plain: String, accented: String)] = [
            ("¨", "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"), ("´", "aeiouyAEIOUcnsz", "áéíóúýÁÉÍÓÚćńśź"),
            ("`", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
            ("^", "aeiouAEIOUxy", "âêîôûÂÊÎÔÛx̂ŷ"), ("~", "anoANO", "ãñõÃÑÕ"), ("°", "aAu", "åÅů"),
            ("¸", "cCsS", "çÇşŞ"),
            ("ˇ", "cszerCSZ", "čšžěřČŠŽ"), ("¯", "aeiou", "āēīōū"),
        ]
        return rows.flatMap { row in zip(row.accented, row.plain).map { ($0, $1, row.accent) } }
    }()

    // MARK: - Reading a row

    /// Strokes are parted by `;`, points by blanks; `~` is a point that a curve bends towards, `@` closes such a curve.
    private static func strokes(_ text: String) -> [[PlotPoint]] {
        text.split(separator: ";").map { stroke in
            let words = stroke.split(separator: " ")
            let points = words.map { word -> (place: PlotPoint, isControl: Bool) in
                let numbers = word.drop { "@~".contains($0) }.split(separator: ",").compactMap { Double($0) }
                let place =
                    numbers.count == 2 ? PlotPoint(x: numbers[0] / 20, y: numbers[1] / 20) : PlotPoint(x: 0, y: 0)
                return (place, word.contains("~"))
            }
            return flattened(points, isClosed: stroke.contains("@"))
        }
    }

    /// Between two control points the curve passes through their middle, as in TrueType.
    private static func flattened(_ points: [(place: PlotPoint, isControl: Bool)], isClosed: Bool) -> [PlotPoint] {
        guard let first = points.first, let last = points.last else { return [] }
        var chain = [isClosed ? middle(last.place, first.place) : first.place]
        for (place, (point, isControl)) in points.enumerated() {
            guard isControl, let start = chain.last else {
                if place > 0 || isClosed { chain.append(point) }
                continue
            }
            let end = (place: point, isControl: false)
            let next = place + 1 < points.count ? points[place + 1] : isClosed ? first : end
            chain += curve(start, point, next.isControl ? middle(point, next.place) : next.place)
        }
        return chain
    }

    private static func middle(_ a: PlotPoint, _ b: PlotPoint) -> PlotPoint {
        PlotPoint(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
    }

    private static func curve(_ from: PlotPoint, _ control: PlotPoint, _ to: PlotPoint) -> [PlotPoint] {
        (1...6).map { step in
            let t = Double(step) / 6
            let (early, bend, late) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
            return PlotPoint(
                x: early * from.x + bend * control.x + late * to.x, y: early * from.y + bend * control.y + late * to.y)
        }
    }
}

import Imaging
import Testing

@Suite("One plot, three ways to see it")
struct PlotRenderingTests {
    private static let figure = Figure(
        title: "a < b & c",
        .axes(
            PlotAxes(
                x: PlotAxis(label: "step"), y: PlotAxis(label: "loss"),
                series: [
                    PlotSeries(.line, x: [0, 1, 2, 3], y: [8, 4, 2, 1], label: "train"),
                    PlotSeries(.dots, x: [0, 3], y: [1, 8]),
                ])))

    // MARK: - SVG

    @Test("The page as SVG is as recorded") func svg() throws {
        try expectRecorded(Self.figure.drawing.svg, "plot.svg")
    }

    // MARK: - Pixels

    @Test("Lines and dots are where their numbers are, in their colours") func pixels() throws {
        let drawing = Self.figure.drawing
        let picture = try #require(drawing.picture(scale: 2))
        #expect((picture.width, picture.height) == (1280, 960))
        guard case .bytes(let bytes) = picture.samples else { throw Missing() }
        func colour(_ point: PlotPoint) -> [UInt8] {
            let start = 3 * (Int(point.y * 2) * picture.width + Int(point.x * 2))
            return Array(bytes[start..<start + 3])
        }
        for case .dots(let points, _, _) in drawing.pieces {
            for point in points { #expect(colour(point) == [213, 94, 0]) }
        }
        for case .line(let points, let stroke) in drawing.pieces
        where stroke.colour == Colour(red: 0, green: 114, blue: 178) {
            for point in points.dropFirst().dropLast() { #expect(colour(point) == [0, 114, 178]) }
        }
        #expect(colour(PlotPoint(x: 2, y: 2)) == [255, 255, 255])
    }

    @Test("A disc covers as much as its area says") func coverage() throws {
        let point = PlotPoint(x: 30.3, y: 29.6)
        let drawing = Drawing(
            width: 60, height: 60, pieces: [.dots([point], radius: 20, Colour(red: 0, green: 0, blue: 0))])
        let picture = try #require(drawing.picture(scale: 1))
        guard case .bytes(let bytes) = picture.samples else { throw Missing() }
        let brightness = bytes.reduce(0) { $0 + Int($1) }
        let darkness = (Double(bytes.count) - Double(brightness) / 255) / 3
        #expect(abs(darkness - Double.pi * 400) < 3)
    }

    // MARK: - Words

    /// Measured with Pillow in DejaVu Sans without kerning.
    @Test(
        "Words are as wide as in DejaVu Sans",
        arguments: [
            ("Hello, world 0123456789", 12.604), ("The quick brown fox jumps over the lazy dog", 22.545),
            ("SPHINX OF BLACK QUARTZ, JUDGE MY VOW", 21.918), ("f(x) = [a_1] {b} <c> #% & @ ~ ^", 17.329),
            ("αβγδεθλμπσ ΔΣΩ ≤ ≥ ≠ ± × · ∞ √", 17.036), ("äöüÄÖÜßéèñç", 7.106),
        ])
    func widths(text: String, width: Double) { #expect(abs(StrokeFont.width(text, 1) - width) < 0.01) }

    // MARK: - Characters

    @Test("Without colours a plot is plain ASCII") func plain() {
        let text = HalfBlocks(columns: 48, rows: 12, colours: .none).text(of: Self.figure)
        #expect(text == Self.plainText)
    }

    private static let plainText = """
                             a < b & c
        * train
        loss
          |  **                                      o
          |    ****
          |        *****
        5 +            ****
          |                *********
          |                         *************
          |  o                                   *****
          +--+------------+-------------+------------+--
             0            1             2            3
                               step

        """

    @Test("With colours it is braille, and every line fits the window", arguments: [20, 40, 80, 200]) func braille(
        columns: Int
    ) {
        let text = HalfBlocks(columns: columns, rows: 30, colours: .full).text(of: Self.figure)
        #expect(text.contains("\u{1B}[38;2;0;114;178m"))
        #expect(text.unicodeScalars.contains { 0x2801...0x28FF ~= $0.value })
        for line in text.split(separator: "\n") {
            let shown = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
            #expect(shown.count <= max(24, columns))
        }
    }

    @Test("No window is too small, and no figure too odd, for characters", arguments: 0..<100) func anySize(seed: Int) {
        let figure = FigureDrawingTests.figure(seed)
        for (columns, rows) in [(0, 0), (1, 100), (30, 8), (80, 24), (300, 100)] {
            #expect(HalfBlocks(columns: columns, rows: rows, colours: .full).text(of: figure).count > 20)
            let plain = HalfBlocks(columns: columns, rows: rows, colours: .none).text(of: figure)
            #expect(plain.utf8.allSatisfy { $0 < 0x80 }, "\(plain)")
        }
    }

    @Test(
        "Powers and signs have plain words",
        arguments: [
            ("×10⁻¹²", "x1e-12"), ("10⁶", "1e6"), ("2×10⁻³", "2e-3"), ("−0.5", "-0.5"), ("x² + 1", "x^2 + 1"),
            ("Größe", "Gr??e"),
        ]) func plainWords(text: String, plain: String)
    { #expect(PlainText.of(text) == plain) }

    @Test("What would move a cursor is left out of words") func printable() {
        #expect(PlainText.printable("a\u{1B}[2Jb\u{7}\nc") == "a[2Jb\nc")
    }

    private struct Missing: Error {}
}

@Suite("Bytes as letters")
struct Base64Tests {
    /// RFC 4648, section 10.
    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func asSpecified(text: String, letters: String) { #expect(base64(Array(text.utf8)) == letters) }
}

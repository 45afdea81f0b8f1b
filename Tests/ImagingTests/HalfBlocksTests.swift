import Imaging
import Testing

@Suite("Half blocks") struct HalfBlocksTests {
    /// Readable escapes.
    private func text(_ picture: Picture, columns: Int = 80, rows: Int = 24, _ colours: HalfBlocks.Colours) -> String {
        HalfBlocks(columns: columns, rows: rows, colours: colours).text(of: picture).split(separator: "\u{1B}")
            .joined(separator: "~")
    }

    private func gray(_ rows: [[UInt8]]) throws -> Picture {
        try Picture(height: rows.count, width: rows[0].count, kind: .gray, samples: .bytes(rows.flatMap { $0 }))
    }

    @Test("A colour is said once, and each line is reset") func full() throws {
        let picture = try gray([[0, 0, 255], [9, 9, 9], [7, 7, 7]])
        #expect(
            text(picture, .full) == """
                [38;2;0;0;0m~[48;2;9;9;9m▀▀~[38;2;255;255;255m▀~[0m
                ~[38;2;7;7;7m▀▀▀~[0m

                """)
    }

    @Test("With 256 colours the nearest of cube and grays is taken") func indexed() throws {
        let samples: [UInt8] = [255, 0, 0, 0, 0, 0, 128, 128, 128, 95, 135, 175, 250, 250, 250, 12, 12, 12]
        let picture = try Picture(height: 1, width: 6, kind: .rgb, samples: .bytes(samples))
        #expect(
            text(picture, .indexed)
                == "[38;5;196m▀~[38;5;16m▀~[38;5;244m▀~[38;5;67m▀~[38;5;231m▀~[38;5;232m▀~[0m\n")
    }

    @Test("Without colours a cell is one character, dense where bright") func none() throws {
        let ramp = (0..<10).map { UInt8($0 * 255 / 9) }
        #expect(text(try gray([ramp, ramp]), .none) == " .:-=+*#%@\n")
        #expect(text(try gray([[0], [255]]), .none) == "=\n")
    }

    @Test("A large picture is reduced to the mean of boxes, in proportion") func reduction() throws {
        let row: [UInt8] = [0, 100, 200, 100]
        let picture = try gray([row, row, row, row])
        #expect(
            text(picture, columns: 2, rows: 9, .full)
                == "[38;2;50;50;50m~[48;2;50;50;50m▀~[38;2;150;150;150m~[48;2;150;150;150m▀~[0m\n")
        let photograph = try randomPicture(height: 300, width: 451, kind: .rgb, bitDepth: 16)
        let lines = text(photograph, columns: 60, rows: 30, .none).split(separator: "\n")
        #expect(lines.count == 20 && lines.allSatisfy { $0.count == 60 })
    }

    @Test("Transparent pixels are laid on white") func alpha() throws {
        let picture = try Picture(height: 1, width: 2, kind: .grayAlpha, samples: .bytes([0, 0, 0, 128]))
        #expect(text(picture, .full) == "[38;2;255;255;255m▀~[38;2;127;127;127m▀~[0m\n")
    }

    @Test("No room at all still draws one cell", arguments: [Int.min, 0, 1])
    func tiny(room: Int) throws {
        #expect(text(try gray([[1, 2, 3], [4, 5, 6]]), columns: room, rows: room, .none).count == 2)
        _ = text(try gray([[1]]), columns: .max, rows: .max, .full)
    }
}

import Imaging
import Testing

@Suite("Refusing") struct PNGRefusalTests {
    @Test("Each lie and each kind of damage has its code", arguments: BadFile.all)
    func codes(file: BadFile) throws {
        let problem = #expect(throws: PictureProblem.self) { try PNG.decode(Fixtures.png(file.name)) }
        #expect(problem?.code == file.code)
    }

    @Test("A file cut after any byte is refused", arguments: ["text-bomb", "rgb-16-adam7-trns", "palette-4-trns"])
    func cuts(name: String) throws {
        let file = try Fixtures.png(name)
        for length in stride(from: 0, to: file.count, by: max(1, file.count / 1500)) {
            #expect(throws: PictureProblem.self, "\(length) bytes") { try PNG.decode(Array(file[..<length])) }
        }
        #expect(throws: PictureProblem.self) { try PNG.decode(file.dropLast()) }
    }

    @Test(
        "A flipped bit is noticed or harmless",
        arguments: ["gamma", "foreign-chunk", "rgb-16-adam7-trns", "palette-4-trns", "size-3x1-bits"])
    func flips(name: String) throws {
        let file = try Fixtures.png(name)
        let picture = try PNG.decode(file)
        for at in file.indices {
            for bit in [0, 3, 7] {
                var flipped = file
                flipped[at] ^= 1 << UInt8(bit)
                let result = try? PNG.decode(flipped)
                #expect(result == nil || result == picture, "bit \(bit) of byte \(at)")
            }
        }
    }

    @Test("A refusal says what was found and what to do") func words() throws {
        let jpeg = #expect(throws: PictureProblem.self) { try PNG.decode(Fixtures.png("bad-jpeg")) }
        #expect(jpeg?.sentence == "this is not a PNG picture")
        #expect(jpeg?.reasons == ["its first bytes are those of a JPEG picture"])
        #expect(jpeg?.advice == "save the picture as PNG with an image program")

        let crc = #expect(throws: PictureProblem.self) { try PNG.decode(Fixtures.png("bad-crc-IDAT")) }
        #expect(crc?.sentence == "the picture is damaged: its bytes are not as they were written")
        #expect(crc?.reasons == ["the PNG library says: IDAT: CRC error"])

        let index = #expect(throws: PictureProblem.self) { try PNG.decode(Fixtures.png("bad-outside-palette")) }
        #expect(index == .outsidePalette(index: 2, colours: 2))

        let hollow = #expect(throws: PictureProblem.self) { try PNG.decode(Fixtures.png("bad-9000-square")) }
        #expect(hollow == .hollow(width: 9000, height: 9000, storedCount: 10))
    }

    @Test("Every problem has a code of a known family and a plain sentence") func everyProblem() {
        let problems: [PictureProblem] = [
            .notPNG(resembles: nil), .notPNG(resembles: "a GIF picture"), .cutShort(byteCount: 1), .damaged(words: "x"),
            .hollow(width: 9, height: 9, storedCount: 1), .outsidePalette(index: 4, colours: 3),
            .tooLongSide(width: 9, height: 9, most: 8), .tooManyPixels(width: .max, height: .max, most: 8),
            .tooManyBytes(width: 9, height: 9, needed: 81, allowed: 80), .noMemory(byteCount: 5_000_000),
            .empty(height: 0, width: 1), .channels(5), .sampleCount(has: 1, needs: 2), .bitDepth(7), .compression(10),
            .range(1, 1),
        ]
        for problem in problems {
            #expect(["file", "limit", "shape", "value"].contains(problem.code.split(separator: "-").first ?? ""))
            #expect(!problem.sentence.hasSuffix(".") && problem.sentence.first?.isUppercase == false)
            #expect(problem.reasons.allSatisfy { !$0.isEmpty })
        }
    }
}

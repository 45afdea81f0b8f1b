import Imaging
import Testing

@Suite("Decoding") struct PNGDecodingTests {
    @Test("The table of files was found") func tableIsThere() {
        #expect(GoodFile.all.count > 70)
        #expect(BadFile.all.count > 35)
    }

    @Test("Every kind, depth and interlace gives exactly the stored samples", arguments: GoodFile.all)
    func kinds(file: GoodFile) throws {
        let picture = try PNG.decode(Fixtures.png(file.name))
        #expect(picture == file.picture)
    }

    @Test("The bundled pictures decode as an independent reader decodes them", arguments: Fixtures.table("assets.txt"))
    func assets(row: [String]) throws {
        try #require(row.count == 5)
        let picture = try PNG.decode(Fixtures.asset(row[0]))
        #expect([String(picture.height), String(picture.width), picture.kind.name] == Array(row[1...3]))
        guard case .bytes(let bytes) = picture.samples else {
            Issue.record("16 bits")
            return
        }
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        #expect(hash == UInt64(row[4], radix: 16))
    }

    @Test("A hundred megapixels are allowed, and not one more") func pixelLimit() throws {
        let file = try Fixtures.png("zeros-10000")
        #expect(try PNG.decode(file).samples.count == 100_000_000)
        let problem = PictureProblem.tooManyPixels(width: 10_000, height: 10_000, most: 99_999_999)
        #expect(throws: problem) { try PNG.decode(file, limits: .init(maxPixels: 99_999_999)) }
    }

    @Test("A file nobody vouches for may not unpack to a hundred megabytes") func byteLimit() throws {
        let file = try Fixtures.png("zeros-10000")
        let problem = PictureProblem.tooManyBytes(
            width: 10_000, height: 10_000, needed: 100_000_000, allowed: 64_000_000)
        #expect(throws: problem) { try PNG.decode(file, limits: .untrusted) }
    }

    @Test("Half a million chunks are no obstacle") func manyChunks() throws {
        let file = try Fixtures.png("gamma")
        let emptyText: [UInt8] = [0, 0, 0, 0, 0x74, 0x45, 0x58, 0x74, 0x96, 0x42, 0xC5, 0x85]
        let chunks = (0..<500_000).flatMap { _ in emptyText }
        let picture = try PNG.decode(Array(file[..<33]) + chunks + file[33...])
        #expect(try picture == PNG.decode(file))
    }
}

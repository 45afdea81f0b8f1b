import Imaging
import Testing

@Suite("Writing and reading back") struct PNGRoundTripTests {
    @Test("All kinds and depths come back exactly", arguments: Picture.Kind.allCases, [8, 16])
    func exact(kind: Picture.Kind, bitDepth: Int) throws {
        for (height, width) in [(1, 1), (3, 5), (64, 33)] {
            let picture = try randomPicture(height: height, width: width, kind: kind, bitDepth: bitDepth)
            #expect(try PNG.decode(PNG.encode(picture)) == picture)
        }
    }

    @Test("Compression changes the size, not the picture") func compression() throws {
        let picture = try PNG.decode(Fixtures.png("zeros-10000"), limits: .standard).firstRows(100)
        let sizes = try [0, 1, 9].map { level in
            let file = try PNG.encode(picture, compression: level)
            #expect(try PNG.decode(file) == picture)
            return file.count
        }
        #expect(sizes[0] > sizes[1] && sizes[1] >= sizes[2])
    }

    @Test("A level of compression that does not exist is refused", arguments: [-1, 10])
    func badCompression(level: Int) throws {
        let picture = try randomPicture(height: 1, width: 1, kind: .gray, bitDepth: 8)
        #expect(throws: PictureProblem.compression(level)) { try PNG.encode(picture, compression: level) }
    }
}

extension Picture {
    fileprivate func firstRows(_ count: Int) throws -> Picture {
        guard case .bytes(let bytes) = samples else { return self }
        return try Picture(
            height: count, width: width, kind: kind, samples: .bytes(Array(bytes[..<(count * width * channels)])))
    }
}

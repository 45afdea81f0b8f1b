import Imaging
import Testing

@Suite("Pictures and numbers") struct PictureTests {
    private func quantize(
        _ values: [Double], channels: Int = 1, height: Int = 1, width: Int? = nil, bitDepth: Int = 8,
        range: ClosedRange<Double> = 0...1
    ) throws -> (picture: Picture, clippedCount: Int) {
        try values.withUnsafeBufferPointer {
            try Picture.quantizing(
                $0, channels: channels, height: height, width: width ?? values.count, bitDepth: bitDepth, range: range)
        }
    }

    @Test("Numbers come channel by channel") func order() throws {
        let picture = try Picture(height: 1, width: 2, kind: .rgb, samples: .bytes([255, 0, 51, 0, 255, 102]))
        #expect(picture.normalized() == [1, 0, 0, 1, 0.2, 0.4])
    }

    @Test("Every level of a file comes back exactly, whatever the range") func levels() throws {
        let words = Array(UInt16.min...UInt16.max)
        let picture = try Picture(height: 256, width: 256, kind: .gray, samples: .words(words))
        let (same, clippedCount) = try quantize(picture.normalized(), height: 256, width: 256, bitDepth: 16)
        #expect(same == picture && clippedCount == 0)

        let bytes = try Picture(height: 16, width: 4, kind: .rgba, samples: .bytes(Array(0...255)))
        #expect(try quantize(bytes.normalized(), channels: 4, height: 16, width: 4).picture == bytes)
        let signed = bytes.normalized().map { 6 * $0 - 3 }
        #expect(try quantize(signed, channels: 4, height: 16, width: 4, range: -3...3).picture == bytes)
    }

    @Test("Halfway between two levels the even one is taken") func ties() throws {
        let (picture, _) = try quantize([0.5, 1.5, 2.5, 3.5, 127.5], range: 0...255)
        #expect(picture.samples == .bytes([0, 2, 2, 4, 128]))
    }

    @Test("What is outside the range is clipped and counted, and so is what is no number") func clipping() throws {
        let values = [-0.001, 0, 1, 1.001, .infinity, -.infinity, .nan, -0.0]
        let (picture, clippedCount) = try quantize(values)
        #expect(picture.samples == .bytes([0, 0, 255, 255, 255, 0, 0, 0]))
        #expect(clippedCount == 5)
    }

    @Test("Impossible requests are refused with their facts") func refusals() throws {
        #expect(throws: PictureProblem.range(1, 1)) { try quantize([1], range: 1...1) }
        #expect(throws: PictureProblem.range(-.infinity, 0)) { try quantize([1], range: -.infinity...0) }
        #expect(throws: PictureProblem.range(-1e308, 1e308)) { try quantize([1], range: -1e308...1e308) }
        #expect(throws: PictureProblem.bitDepth(12)) { try quantize([1], bitDepth: 12) }
        #expect(throws: PictureProblem.channels(5)) { try quantize([1], channels: 5) }
        #expect(throws: PictureProblem.sampleCount(has: 1, needs: 2)) { try quantize([1], width: 2) }
        #expect(throws: PictureProblem.empty(height: 0, width: 3)) { try quantize([], height: 0, width: 3) }
        #expect(throws: PictureProblem.self) { try quantize([1], height: .max, width: 2) }
        #expect(throws: PictureProblem.sampleCount(has: 2, needs: 3)) {
            try Picture(height: 1, width: 1, kind: .rgb, samples: .bytes([0, 0]))
        }
    }

    @Test("Kinds have names that people read") func names() {
        #expect(Picture.Kind.allCases.map(\.name) == ["gray", "gray+alpha", "rgb", "rgba"])
    }
}

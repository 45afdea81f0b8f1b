import ConvLabKit
import Testing

/// What a package sees that depends on the library product and on nothing else.
@Suite struct LibraryTests {
    @Test("Tensors compute without the language")
    func tensors() throws {
        let image = try Tensor([3, 3], [200, 150, 150, 100, 50, 100, 25, 25, 10])
        let pooled = try Primitive.maxPool2d(
            Arguments([.tensor(image), .whole(3), .none, .whole(0), .whole(1), .flag(false), .flag(false)]))
        #expect(pooled[0].elements == [200])
    }

    @Test("A picture survives the way to a PNG file and back")
    func pictures() throws {
        let picture = try Picture(height: 1, width: 2, kind: .gray, samples: .bytes([0, 255]))
        #expect(try PNG.decode(PNG.encode(picture)) == picture)
    }

    @Test("A refusal says why")
    func problems() throws {
        let a = try Tensor([2, 3], [1, 2, 3, 4, 5, 6])
        #expect { try Primitive.matmul(.tensor(a), .tensor(a)) } throws: { error in
            (error as? any Problem)?.code == "shape-matmul"
        }
    }
}

import Foundation
import TensorEngine
import Testing

@Suite("Random numbers")
struct RandomNumbersTests {
    /// Random123's `kat_vectors` for philox4x32-10.
    @Test("are Philox 4x32-10, as published")
    func knownAnswers() {
        #expect(
            RandomNumbers.philox(counter: SIMD4(0, 0, 0, 0), key: SIMD2(0, 0))
                == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
        #expect(
            RandomNumbers.philox(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
                == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
        let pi = SIMD4<UInt32>(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344)
        #expect(
            RandomNumbers.philox(counter: pi, key: SIMD2(0xa409_3822, 0x299f_31d0))
                == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
    }

    @Test("are bit for bit those of the second implementation", arguments: [0, 5, 1 << 32, UInt64.max])
    func secondImplementation(seed: UInt64) throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/random.txt")
        let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
            $0.split(separator: " ")
        }
        let own = lines.filter { $0[1] == "\(seed)" }.map { $0.map(String.init) }
        try #require(own.count == 6)
        var random = RandomNumbers(seed: seed)
        #expect(try random.rand([10]).elements == own[0].dropFirst(2).compactMap { Double($0) })
        #expect(try random.rand([2, 5], .float32).elements == own[1].dropFirst(2).compactMap { Double($0) })
        #expect(try random.randn([20]).elements == own[2].dropFirst(2).compactMap { Double($0) })
        let wholes = try random.randint(0, 7, [10]).elements + random.randint(0, (1 << 53) - 1, [3]).elements
        #expect(wholes == own[3].dropFirst(2).compactMap { Double($0) })
        #expect(random.permutation(20) == own[4].dropFirst(2).compactMap { Int($0) })
        #expect(random.subseed() == own[5].dropFirst(2).compactMap { UInt64($0) }.first)
    }

    @Test("go on from a saved place", arguments: 0..<9)
    func saved(_ words: Int) {
        var random = RandomNumbers(seed: 3)
        for _ in 0..<words { _ = random.next() }
        var other = RandomNumbers(seed: 3, drawn: random.drawn)
        for _ in 0..<9 { #expect(random.next() == other.next()) }
    }

    @Test("take a logarithm that is right to the last bits")
    func logarithm() {
        var random = RandomNumbers(seed: 1)
        for _ in 0..<1000 {
            let x = random.uniform() + 0x1p-60
            #expect(abs(RandomNumbers.naturalLogarithm(x) - log(x)) <= 4e-16 * max(1, abs(log(x))))
        }
    }

    @Test("have the mean and deviation that they should")
    func moments() throws {
        var random = RandomNumbers(seed: 2)
        let normal = try Argument.tensor(random.randn([20000]))
        #expect(abs(try Primitive.mean(normal, .none, .flag(false)).element(0)) < 0.03)
        #expect(abs(try Primitive.deviation(normal, .none, .flag(false), .number(0)).element(0) - 1) < 0.03)
    }

    @Test("refuse an empty range", arguments: [(3, 3), (5, 2), (Int.min, Int.max)])
    func emptyRange(low: Int, high: Int) {
        var random = RandomNumbers(seed: 0)
        #expect(throws: ValueProblem.self) { try random.randint(low, high, [2]) }
    }
}

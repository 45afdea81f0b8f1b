import Interpreter
import TensorEngine
import Testing

/// A matrix from its rows.
private func matrix(_ rows: [[Double]]) throws -> Tensor {
    try Tensor(Shape([rows.count, rows.first?.count ?? 0]), rows.flatMap(\.self))
}

private func sentence(_ yours: Tensor, _ theirs: Tensor) -> String? {
    Difference(yours, theirs) { abs($0 - theirs.element($1)) <= 1e-9 }?.sentence
}

@Suite("A difference says what it looks like")
struct DifferenceTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var yours: [[Double]]
        var theirs: [[Double]]
        var says: String

        init(_ name: String, _ yours: [[Double]], _ theirs: [[Double]], _ says: String) {
            (testDescription, self.yours, self.theirs, self.says) = (name, yours, theirs, says)
        }
    }

    static let square = [[1, 2, 0], [4, 5, 7], [3, 9, 8]] as [[Double]]
    static let zero = [[Double]](repeating: [0, 0, 0, 0, 0], count: 5)

    static func changed(_ rows: [[Double]], _ change: (Int, Int, Double) -> Double) -> [[Double]] {
        rows.enumerated().map { row, numbers in numbers.enumerated().map { change(row, $0.offset, $0.element) } }
    }

    static let patterns = [
        Case("transposed", [[1, 3], [2, 4]], [[1, 2], [3, 4]], "yours is the transpose"),
        Case(
            "transposed, of another shape", [[1, 4], [2, 5], [3, 6]], [[1, 2, 3], [4, 5, 6]], "yours is the transpose"),
        Case("9 times too large", changed(square) { $2 * 9 }, square, "yours is 9 times too large"),
        Case("9 times too small", square, changed(square) { $2 * 9 }, "yours is 9 times too small"),
        Case("scaled by no whole number", changed(square) { $2 * 2.5 }, square, "yours is 2.5 times too large"),
        Case(
            "scaled and negated", changed(square) { $2 * -3 }, square,
            "yours is 3 times too large and has the opposite sign"),
        Case("negated", changed(square) { -$2 }, square, "yours has the opposite sign"),
        Case(
            "rotated", square.reversed().map { $0.reversed() }, square,
            "yours is rotated by 180, as when the kernel is not flipped"),
        Case("upside down", square.reversed(), square, "yours is upside down"),
        Case("mirrored", square.map { $0.reversed() }, square, "yours is mirrored"),
        Case("a constant too large", changed(square) { $2 + 0.5 }, square, "yours is 0.5 too large everywhere"),
        Case("one row down", [[0, 0, 0]] + square.dropLast(), square, "yours is shifted by one row down"),
        Case("one row up", square.dropFirst() + [[0, 0, 0]], square, "yours is shifted by one row up"),
        Case(
            "one column right", square.map { [0] + $0.dropLast() }, square,
            "yours is shifted by one column to the right"),
        Case(
            "one column left", square.map { $0.dropFirst() + [0] }, square, "yours is shifted by one column to the left"
        ),
        Case(
            "down and right", [[0, 0, 0]] + square.dropLast().map { [0] + $0.dropLast() }, square,
            "yours is shifted by one row down and one column to the right"),
        Case("in one row", [[1, 2, 3, 4]], [[1, 2], [3, 4]], "yours has the same elements in another shape"),
        Case("without padding", [[5]], square, "yours is theirs without the border of width 1"),
        Case("with padding", square, [[5]], "yours has border of width 1 more"),
    ]

    @Test("Patterns", arguments: patterns)
    func pattern(_ example: Case) throws {
        let difference = try #require(sentence(try matrix(example.yours), try matrix(example.theirs)))
        #expect(difference.hasSuffix("; " + example.says), "\(difference)")
    }

    static let regions = [
        Case(
            "the border", changed(zero) { row, column, _ in row % 4 == 0 || column % 4 == 0 ? Double(row + 1) : 0 },
            zero, "only at the border"),
        Case("a row", changed(zero) { row, column, _ in row == 2 ? Double(column) : 0 }, zero, "only in row 2"),
        Case(
            "a column", changed(zero) { row, column, _ in column == 3 ? Double(row + 2) : 0 }, zero, "only in column 3"),
        Case(
            "two rows", changed(zero) { row, column, _ in row == 1 || row == 3 ? Double(column + row) : 0 }, zero,
            "only in rows 1, 3"),
    ]

    @Test("Regions", arguments: regions)
    func region(_ example: Case) throws {
        let difference = try #require(sentence(try matrix(example.yours), try matrix(example.theirs)))
        #expect(difference.contains(" elements differ, \(example.says), most at ["), "\(difference)")
    }

    @Test("One channel of several") func channel() throws {
        let theirs = try Tensor([3, 2, 2], (0..<12).map { Double($0 * $0) })
        let yours = try Tensor([3, 2, 2], (0..<12).map { $0 < 8 ? Double($0 * $0) : Double($0 % 3) })
        #expect(sentence(yours, theirs) == "4 of 12 elements differ, only in channel 2, most at [2, 1, 1]: 2 and 121")
    }

    @Test("The ends of a vector") func ends() throws {
        let yours = try Tensor([7, 2, 3, 4, 7, 9])
        let theirs = try Tensor([1, 2, 3, 4, 7, 2])
        #expect(sentence(yours, theirs) == "2 of 6 elements differ, only at the ends, most at [5]: 9 and 2")
    }

    @Test("One element says only where it is") func one() throws {
        #expect(
            sentence(try matrix([[1, 2], [3, 5]]), try matrix([[1, 2], [3, 4]]))
                == "1 of 4 elements differs, at [1, 1]: 5 and 4")
    }

    @Test("Nothing is made of chance") func noPattern() throws {
        let difference = sentence(try Tensor([5, 1, 7, 2]), try Tensor([1, 4, 2, 9]))
        #expect(difference == "4 of 4 elements differ, most at [3]: 2 and 9")
        #expect(sentence(try Tensor(plainNumber: 6), try Tensor(plainNumber: 3)) == "6 differs from 3")
        #expect(
            sentence(try Tensor(plainNumber: 13.8), try Tensor(plainNumber: 1.38))
                == "13.8 differs from 1.38; yours is 10 times too large")
    }

    @Test("Numbers that look alike are told apart") func closeNumbers() throws {
        let (a, b) = (try Tensor(plainNumber: 0.1 + 0.2), try Tensor(plainNumber: 0.3))
        #expect(
            Difference(a, b) { $0 == b.element($1) }?.sentence == "0.30000000000000004 differs from 0.29999999999999999"
        )
    }

    @Test("What is not a number is farthest away") func notANumber() throws {
        #expect(
            sentence(try Tensor([1, .nan, 90]), try Tensor([1, 2, 3]))
                == "2 of 3 elements differ, most at [1]: nan and 2")
    }

    @Test("Empty tensors and other ranks are no trap") func empty() throws {
        #expect(sentence(try Tensor([]), try Tensor([])) == nil)
        #expect(
            sentence(try Tensor([0, 3] as Shape, []), try Tensor([3, 0] as Shape, []))
                == "the shapes differ: (0, 3) and (3, 0)")
        #expect(sentence(try Tensor(plainNumber: 1), try Tensor([1, 2])) == "the shapes differ: () and (2,)")
        #expect(
            sentence(try Tensor([1, 1, 2, 2] as Shape, [1, 2, 3, 4]), try matrix([[1, 2], [3, 4]]))
                == "the shapes differ: (1, 1, 2, 2) and (2, 2); yours has the same elements in another shape")
    }

    @Test("A million elements take no time") func large() throws {
        let theirs = try Tensor([1000, 1000] as Shape, (0..<1_000_000).map { Double($0 % 997) })
        let yours = try Tensor([1000, 1000] as Shape, (0..<1_000_000).map { Double($0 % 991) })
        let start = ContinuousClock.now
        #expect(sentence(yours, theirs) != nil)
        #expect(ContinuousClock.now - start < .seconds(1))
    }
}

import Interpreter
import Literate
import Syntax
import TensorEngine
import Testing

/// A comparison of an expected text, as a `#>` has it, with what was printed and shown.
private func compare(_ expected: String, _ outputs: Output..., digits: Int = 4) -> ResultComparison {
    let text = "x\n" + expected.split(separator: "\n").map { "#> \($0)\n" }.joined()
    let source = Source(name: "test.cl", text: text)
    guard let annotation = parse(source).tree.annotations.first else { preconditionFailure("no result in \(text)") }
    return ResultComparison(ExpectedText(annotation, in: source), outputs, digits: digits)
}

/// A shown vector or matrix; with `summary` that stands for it.
func shown(_ rows: [[Double]], _ dtype: DType = .float64, summary: String? = nil) -> Output {
    var pieces: [Shown.Piece] = [.text("[")]
    for (index, row) in rows.enumerated() {
        pieces.append(.text(index == 0 ? "[" : ", ["))
        for (column, value) in row.enumerated() {
            if column > 0 { pieces.append(.text(", ")) }
            pieces.append(.number(value, dtype))
        }
        pieces.append(.text("]"))
    }
    pieces.append(.text("]"))
    let all = pieces
    let largest = rows.joined().map(abs).max() ?? 0
    return .shown(
        Shown(pieces: summary.map { [.text($0)] } ?? pieces, allPieces: { all }, largest: largest, digits: 4))
}

@Suite("A result is held against what the lesson states")
struct ResultComparisonTests {
    @Test("Spacing and line breaks are free")
    func spacing() { #expect(compare("[[1,\n2], [ 3 4]]", shown([[1, 2], [3, 4]])).mismatch == nil) }

    @Test("Shown values are compared unrounded, printed ones as they are printed")
    func rounding() {
        #expect(compare("[[0.33333333]]", shown([[1.0 / 3]])).mismatch == nil)
        #expect(compare("0.33333333", .printed("0.3333\n")).mismatch != nil)
    }

    @Test("What was printed comes before what was shown")
    func order() { #expect(compare("a 1\n[[2]]", .printed("a 1\n"), shown([[2]])).mismatch == nil) }

    @Test("Prints that go on are one text")
    func joinedPrints() { #expect(compare("12", .printed("1"), .printed("2\n")).mismatch == nil) }

    @Test("A mismatch names the first element, and how many differ")
    func elements() throws {
        let mismatch = try #require(compare("[[1, 2], [3, 5]]", shown([[1, 2], [4, 6]])).mismatch)
        #expect(mismatch.sentence == "expected 3, got 4 at [1, 0]; 2 of 4 numbers differ, only in row 1, most at [1, 0]: expected 3, got 4")
    }

    @Test("Several that differ are said with what they look like")
    func patterns() throws {
        func sentence(_ expected: String, _ actual: [[Double]]) -> String? { compare(expected, shown(actual)).mismatch?.sentence }
        #expect(sentence("[[1, 2], [3, 4]]", [[1, 3], [2, 4]]) == "expected 2, got 3 at [0, 1]; 2 of 4 numbers differ; yours is the transpose")
        #expect(
            sentence("[[0.1111, 0.3333]]", [[1, 3]]) == "expected 0.1111, got 1 at [0, 0]; 2 of 2 numbers differ; yours is 9 times too large")
        #expect(sentence("[[1, 2], [3, 4], [5, 6]]", [[1, 3, 5], [2, 4, 6]]) == "the shapes differ: expected (3, 2), got (2, 3); yours is the transpose")
        #expect(sentence("[[1, 2], [3, 4]]", [[1, 2]]) == "the shapes differ: expected (2, 2), got (1, 2)")
        #expect(sentence("[[1, ..., 5]]", [[1, 2, 4]])?.hasPrefix("expected 5, got 4") == true)
    }

    @Test("A mismatch knows its line and column")
    func place() throws {
        let mismatch = try #require(compare("[[1, 2],\n [3, 5]]", shown([[1, 2], [3, 6]])).mismatch)
        #expect(mismatch.span == Span(22, 23))
    }

    @Test("Only numbers that disagree are renewed")
    func numbers() {
        let renewal = compare("[[1, 2.50], [3, 5]]", shown([[1, 2.75], [3, 5]])).renewal
        #expect(renewal == .numbers([TextEdit(Span(10, 14), "2.75")]))
    }

    @Test("Other words renew the whole text")
    func words() throws {
        let comparison = compare("holds", .printed("fails: 3\n"))
        #expect(comparison.renewal == nil)
        #expect(try #require(comparison.mismatch).sentence == "expected holds, got fails: 3")
    }

    @Test("Text that opens with a bracket is compared with all elements")
    func allElements() {
        let large = shown([[1, 2, 3]], summary: "tensor (1, 3) mean 2")
        #expect(compare("[[1, 2, 3]]", large).mismatch == nil)
        #expect(compare("tensor (1, 3) mean 2", large).mismatch == nil)
        #expect(
            compare("[[1, 2, 4]]", large).mismatch?.sentence == "expected 4, got 3 at [0, 2]; 1 of 3 numbers differs")
    }

    @Test("A tuple's text may hold the summary of a large tensor")
    func summaryInTuple() {
        let tuple = Output.shown(
            Shown(
                pieces: [.text("(tensor (1, 2) mean "), .number(1.5, .float64), .text(", 3)")],
                allPieces: { [.text("([1, 2], 3)")] }, largest: 3, digits: 4))
        #expect(compare("(tensor (1, 2) mean 1.5, 3)", tuple).mismatch == nil)
        #expect(compare("([1, 2], 3)", tuple).mismatch == nil)
    }

    @Test("Entries of float32 are forgiven a hundred-thousandth of the largest")
    func float32() {
        #expect(compare("[[1000, 0.0500]]", shown([[1000, 0.0570]], .float32)).mismatch == nil)
        #expect(compare("[[1000, 0.0500]]", shown([[1000, 0.0570]])).mismatch != nil)
    }

    @Test("An infinite entry excuses no other")
    func infinite() { #expect(compare("[[inf, 1]]", shown([[.infinity, 2]])).mismatch != nil) }

    @Test("A rounded number comes with the number to write")
    func offer() throws {
        let mismatch = try #require(compare("3.14", shownNumber(3.14159265)).mismatch)
        #expect(mismatch.offer == "3.1416")
    }

    @Test("Nothing shown where something is expected, and the other way round")
    func lengths() {
        #expect(compare("5").mismatch?.sentence == "expected 5, but that is not there")
        #expect(compare("5", .printed("5 6\n")).mismatch?.sentence == "nothing more was expected, got 6")
    }

    private func shownNumber(_ value: Double) -> Output {
        .shown(
            Shown(
                pieces: [.number(value, .float64)], allPieces: { [.number(value, .float64)] }, largest: value, digits: 4
            ))
    }
}

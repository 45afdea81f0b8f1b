import Syntax
import Testing

private func span(_ source: Source, _ text: String) -> Span {
    let bytes = Array(text.utf8)
    let start = source.bytes.indices.first { source.bytes[$0...].starts(with: bytes) } ?? 0
    return Span(start, start + bytes.count)
}

@Suite struct RendererTests {
    @Test func thePictureOfTheSpecification() {
        let source = Source(name: "03_linear.cl", text: String(repeating: "\n", count: 11) + "s = X @ W + b\n")
        let diagnostic = Diagnostic(
            code: "shape-matmul", "the inner sizes differ: 3 and 4", source: source, span: span(source, "@"),
            labels: [.init(span(source, "X"), "X is (64, 3)"), .init(span(source, "W"), "W is (4, 10)   (line 8)")],
            reasons: ["X @ W needs as many columns in X as rows in W"], advice: [.didYouMean("randn(3, 10) at line 8")],
            cell: "cell \"scores\"")
        #expect(
            DiagnosticRenderer().render(diagnostic) == """
                error[shape-matmul]: the inner sizes differ: 3 and 4
                  --> 03_linear.cl:12:7  (cell "scores")
                   |
                12 | s = X @ W + b
                   |     - ^ - W is (4, 10)   (line 8)
                   |     X is (64, 3)
                   = X @ W needs as many columns in X as rows in W
                   = did you mean randn(3, 10) at line 8?

                """)
    }

    @Test func wordsGoFromRightToLeft() {
        let source = Source(name: "a", text: "f(alpha, beta, gamma)\n")
        let diagnostic = Diagnostic(
            code: "a-b", "c", source: source, span: span(source, "f"),
            labels: [
                .init(span(source, "alpha"), "one"), .init(span(source, "beta"), "two"),
                .init(span(source, "gamma"), "three"),
            ])
        #expect(
            DiagnosticRenderer().render(diagnostic) == """
                error[a-b]: c
                 --> a:1:1
                  |
                1 | f(alpha, beta, gamma)
                  | ^ -----  ----  ----- three
                  |   |      two
                  |   one

                """)
    }

    @Test func wideCharactersTabsAndControlsKeepTheColumns() {
        let source = Source(name: "a", text: "\t名 = 'x\u{1B}' + b\n")
        let diagnostic = Diagnostic(code: "a-b", "c", source: source, span: span(source, "b"))
        #expect(
            DiagnosticRenderer().render(diagnostic) == """
                error[a-b]: c
                 --> a:1:14
                  |
                1 |     名 = 'x?' + b
                  |                 ^

                """)
    }

    @Test func longLinesAreCutAroundTheMark() {
        let text = "x = " + String(repeating: "a + ", count: 5000) + "B" + String(repeating: " + a", count: 5000)
        let source = Source(name: "a", text: text)
        let lines = DiagnosticRenderer().render(Diagnostic(code: "a-b", "c", source: source, span: span(source, "B")))
            .split(separator: "\n")
        #expect(lines[3].count <= 104 && lines[3].hasPrefix("1 | ...") && lines[3].hasSuffix("..."))
        let column = lines[4].firstIndex(of: "^").map { lines[4].distance(from: lines[4].startIndex, to: $0) } ?? 0
        #expect(Array(lines[3])[column] == "B")
    }

    @Test func severalLinesShowTheirOwnMarks() {
        let source = Source(name: "a", text: "one\ntwo\n\n\nfive = (\n6)\n")
        let diagnostic = Diagnostic(
            .note, code: "a-b", "c", source: source,
            span: Span(span(source, "five").range.lowerBound, source.bytes.count),
            labels: [.init(span(source, "one"), "here")])
        #expect(
            DiagnosticRenderer().render(diagnostic) == """
                note[a-b]: c
                 --> a:5:1
                  |
                1 | one
                  | --- here
                ...
                5 | five = (
                  | ^^^^^^^^

                """)
    }

    @Test func withoutAPlaceOnlyWordsAreDrawn() {
        #expect(DiagnosticRenderer().render(Diagnostic(code: "a-b", "c", reasons: ["d"])) == "error[a-b]: c\n  = d\n")
    }

    @Test func coloursAreAskedFor() {
        let text = DiagnosticRenderer(colour: true).render(Diagnostic(code: "a-b", "c"))
        #expect(text == "\u{1B}[1;31merror[a-b]\u{1B}[0m: \u{1B}[1mc\u{1B}[0m\n")
    }

    @Test(arguments: [
        ("abc", 3), ("名前", 4), ("e\u{301}", 1), ("😀", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("a\tb", 3), ("α−×", 3), ("Ｗ", 2),
        ("", 0), ("\u{200B}", 0),
    ])
    func displayWidthsAreTerminalColumns(text: String, width: Int) { #expect(text.displayWidth == width) }

    @Test(arguments: [
        ("sofmax", "softmax"), ("Relu", "relu"), ("whiel", "while"), ("conv2", "conv2d"), ("x", nil),
        ("zeross", "zeros"), ("banana", nil),
    ])
    func theNearestNameIsOffered(word: String, wanted: String?) {
        #expect(nearest(word, among: ["relu", "softmax", "while", "conv2d", "zeros", "y"]) == wanted)
    }
}

import Interpreter
import Literate
import Testing

/// A text's tokens as one line: numbers as `n:text`, brackets as they are, words in quotes.
private func tokens(_ text: String) -> String {
    ResultTokenizer.tokens(of: text).map { located in
        switch located.token {
        case .number(let number): "n:\(number.text)"
        case .bracket(let scalar): "\(scalar)"
        case .word(let word): "\"\(word)\""
        }
    }.joined(separator: " ")
}

@Suite("A result's text is compared token by token")
struct ResultTextTests {
    @Test("Numbers have these forms", arguments: ["3", "3.", "3.5", ".5", "1e5", "1.5e-05", "2e+10", "nan", "inf"])
    func forms(_ text: String) { #expect(tokens(text) == "n:\(text)") }

    @Test(
        "A number that something touches is a word",
        arguments: ["x1", "1x", "300x451", "_1", "1_", "1.2.3", "1e5x", "1E5", "3µ"])
    func words(_ text: String) { #expect(tokens(text) == "\"\(text)\"") }

    @Test("A sign counts at the start and after a blank, a bracket, a comma, = and :")
    func signs() {
        #expect(tokens("-1 +2 (-3) a,-4 b=-5 c:-6") == "n:-1 n:+2 ( n:-3 ) \"a\" n:-4 \"b=\" n:-5 \"c:\" n:-6")
        #expect(tokens("3-5 x-5") == "n:3 \"-\" n:5 \"x-\" n:5")
        #expect(tokens("-inf -nan") == "n:-inf \"-\" n:nan")
    }

    @Test("Commas separate and are dropped, and so are blanks and line breaks")
    func separators() { #expect(tokens("[1,2,\n 3]\t,") == tokens("[1 2 3]")) }

    @Test("Quotation marks are a part of words")
    func quotes() { #expect(tokens("\"a b\", \"c\"") == "\"\"a\" \"b\"\" \"\"c\"\"") }

    @Test("Three points are one token, alone and between brackets")
    func ellipsis() {
        #expect(tokens("... [...] 1, ..., 2") == "\"...\" [ \"...\" ] n:1 \"...\" n:2")
        #expect(ResultTokenizer.tokens(of: "...").first?.token.isEllipsis == true)
    }

    @Test("A token knows its bytes, also after letters of several bytes")
    func ranges() {
        let located = ResultTokenizer.tokens(of: "σ = 0.5")
        #expect(located.map(\.range) == [0..<2, 3..<4, 5..<8])
    }

    @Test("A number knows how it was written")
    func writing() {
        #expect(NumberText("3").hasPoint == false)
        #expect(NumberText("3.250").decimals == 3)
        #expect(NumberText("1.50e-07").exponent == -7)
        #expect(NumberText("1.50e-07").decimals == 2)
        #expect(NumberText("-.5").value == -0.5)
        #expect(NumberText("5.").value == 5)
        #expect(NumberText("+2").value == 2)
        #expect(NumberText("nan").value.isNaN)
        #expect(NumberText("-inf").value == -.infinity)
    }
}

import Syntax
import Testing

private func kinds(_ text: String) -> [Token.Kind] { lex(Source(name: "test", text: text)).tokens.map(\.kind) }

@Suite struct LexerTests {
    @Test func blocksBecomeIndentAndDedent() {
        let tokens = kinds("if a:\n    b\n\n# comment\nc\n")
        #expect(
            tokens == [
                .keyword(.if), .name("a"), .symbol(.colon), .newline, .indent, .name("b"), .newline, .dedent,
                .name("c"),
                .newline, .end,
            ])
    }

    @Test func bracketsAndBackslashesJoinLines() {
        #expect(
            kinds("f(1,\n  2)\\\n + 3") == [
                .name("f"), .symbol(.openParenthesis), .number(1), .symbol(.comma), .number(2),
                .symbol(.closeParenthesis),
                .symbol(.plus), .number(3), .newline, .end,
            ])
    }

    @Test func carriageReturnsAndByteOrderMarksAreBlank() {
        #expect(kinds("\u{FEFF}a\r\nif b:\r\n  c\r\n") == kinds("a\nif b:\n  c\n"))
    }

    @Test func spansPointIntoTheWholeSource() {
        let source = Source(name: "test", text: "prose\nab + c\nprose")
        let tokens = lex(source, in: 6..<12).tokens
        #expect(tokens.map { source.text($0.span) } == ["ab", "+", "c", "", ""])
    }

    @Test func aFencesIndentationIsNoPartOfTheProgram() {
        #expect(
            lex(Source(name: "test", text: "  if a:\n    b\n  c\n"), strippingIndent: 2).tokens.map(\.kind)
                == kinds("if a:\n  b\nc\n"))
    }

    @Test(arguments: [
        ("1_000", 1000), ("1e-5", 1e-5), (".5", 0.5), ("5.", 5), ("0x1F", 31), ("0b101", 5), ("0o17", 15),
        ("1E3", 1000),
        ("1_0.2_5e1_0", 10.25e10), ("1e400", Double.infinity), ("00", 0), ("0.1", 0.1),
        ("9007199254740993", 9007199254740992),
    ])
    func numbersReadAsInPython(text: String, value: Double) {
        #expect(kinds(text) == [.number(value), .newline, .end])
        #expect(lex(Source(name: "test", text: text)).diagnostics.isEmpty)
    }

    @Test(arguments: ["2x", "1_", "1__0", "0x", "0b2", "012", "1.2.3", "5.sqrt()", "1_000_", "3e"])
    func numbersThatRunIntoSomethingAreRefused(text: String) {
        #expect(lex(Source(name: "test", text: text)).diagnostics.map(\.code) == ["lex-number"])
    }

    @Test(arguments: [
        (#"'a"b'"#, "a\"b"), (#""\n\t\\\x41\u03b1\0""#, "\n\t\\A\u{3B1}\0"), (#"r"\n""#, #"\n"#),
        ("\"\"\"a\n\"b\"\"\"", "a\n\"b"),
        (#""\sigma""#, #"\sigma"#), (#"u"x""#, "x"), ("\"a\\\nb\"", "ab"), (#"R'\''"#, #"\'"#), ("''", ""),
    ])
    func stringsReadAsInPython(text: String, value: String) {
        #expect(kinds(text) == [.string(value), .newline, .end])
    }

    @Test func namesAreNormalised() {
        #expect(
            kinds("𝐱 + ℝ + ﬁt + µ + ϵ + Ｗ + 𝛼 + ö") == [
                .name("x"), .symbol(.plus), .name("R"), .symbol(.plus), .name("fit"), .symbol(.plus), .name("μ"),
                .symbol(.plus),
                .name("ε"), .symbol(.plus), .name("W"), .symbol(.plus), .name("α"), .symbol(.plus), .name("ö"),
                .newline, .end,
            ])
    }

    @Test(arguments: [
        ("a − b", "a - b"), ("a×b", "a*b"), ("a·b", "a*b"), ("a÷b", "a/b"), ("a ≤ b", "a <= b"), ("a≠b", "a!=b"),
        ("“text”", "\"text\""), ("‘t’", "'t'"), ("a\u{A0}+ b", "a + b"), ("f（x）", "f(x)"), ("x ∈ xs", "x in xs"),
        ("x²", "x**2"), ("x₁", "x1"), ("\u{3000}a", " a"), ("x → x", "x -> x"), ("a\u{200B}b", "a b"),
        ("A[…]", "A[...]"),
    ])
    func pastedCharactersReadAsTheirASCIISpelling(pasted: String, ascii: String) {
        #expect(kinds(pasted) == kinds(ascii))
        let codes = lex(Source(name: "test", text: pasted)).diagnostics.map(\.code)
        #expect(!codes.isEmpty && codes.allSatisfy { $0 == "lex-pasted" })
    }

    @Test func tabsMayNotBeMixedWithBlanks() {
        expectProblems("if a:\n\tb\n1️⃣        c\n", ("1️⃣", "lex-indent"))
        expectProblems("if a:\n\tb\n\tc\n")
    }

    @Test func aDedentMustMatchALineAbove() {
        expectProblems("if a:\n        b\n1️⃣    c\nd\n", ("1️⃣", "lex-indent"))
    }

    @Test func unknownCharactersAreNamedOnce() {
        expectProblems("x = 1️⃣$a b\ny = 2\n", ("1️⃣", "lex-character"))
        expectProblems("1️⃣\\ x\n", ("1️⃣", "lex-character"))
    }

    @Test func stringsEndOnTheirLine() {
        expectProblems("x = 1️⃣\"abc\ny = 1 +2️⃣\n", ("1️⃣", "lex-string"), ("2️⃣", "syntax-expression"))
        expectProblems("x = 1️⃣'''abc\ny = \n", ("1️⃣", "lex-string"))
        expectProblems("x = 1️⃣b'abc'\n", ("1️⃣", "lex-string"))
    }
}

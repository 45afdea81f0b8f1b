import Syntax
import Testing

@Suite struct BracketTests {
    @Test func anUnclosedBracketDoesNotSwallowTheLinesBelow() {
        expectProblems(
            "x = f1️⃣(1, 2\ny = 3\nz = 4 +2️⃣\n", ("1️⃣", "lex-bracket"), ("2️⃣", "syntax-expression"))
    }

    @Test func linesInsideBracketsMayBeginAnywhere() {
        expectProblems("x = [\n1,\n2\n]\ny = f(\na, b\n) + g(\nc)\n")
    }

    @Test func theBracketThatOpenedIsNamed() {
        expectProblems("x = (1, 21️⃣]\n", ("1️⃣", "lex-bracket"))
        let mismatch = parse(Source(name: "test", text: "x = (1, 2]\n")).diagnostics
        #expect(mismatch.first?.labels.map(\.text) == ["( opens here"])
    }

    @Test func aBracketThatClosesNothingIsSkipped() {
        expectProblems("x = 11️⃣)\ny = 2️⃣]\n", ("1️⃣", "lex-bracket"), ("2️⃣", "lex-bracket"))
    }

    @Test(arguments: [
        "f(1,", "x = [1, 2\n", "'''a\n", "for i in x:", "if x:\n    y = 1\n", "def f(x):\n", "x = 1 + \\", "f\"\"\"{x}",
        "while a:\n    b\nfor i in c:\n    # comment\n", "for i in x:\n    if i:\n",
    ])
    func aPromptReadsOn(text: String) {
        #expect(parse(Source(name: "test", text: text)).isIncomplete)
    }

    @Test(arguments: [
        "x = 1", "f(1)", "if x:\n    y = 1\n\n", "x = 1 +", "f(1))", "'a", "if x: y = 1\n", "a b\nf(1,", "f('a)\n", "",
        "# comment\n",
    ])
    func aPromptDoesNotReadOn(text: String) {
        #expect(!parse(Source(name: "test", text: text)).isIncomplete)
    }
}

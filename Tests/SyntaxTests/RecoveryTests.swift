import Syntax
import Testing

@Suite struct RecoveryTests {
    @Test func oneMistakeIsOneMessage() {
        expectProblems("if x > 01️⃣\n    y = 1\nelse2️⃣\n    y = 2\n", ("1️⃣", "syntax-colon"), ("2️⃣", "syntax-colon"))
        expectProblems("x = 1️⃣= 3\ny = f(a 2️⃣b)\nz = 1\n", ("1️⃣", "syntax-expression"), ("2️⃣", "syntax-expression"))
        expectProblems("1️⃣class A(B):\n    def f(self):\n        self.x =\n\ny = 1\n", ("1️⃣", "syntax-absent"))
        expectProblems("1️⃣try:\n    a\nexcept E:\n    b\nfinally:\n    c\nd = 1\n", ("1️⃣", "syntax-absent"))
        expectProblems(
            "for i in x:\n    y = 1️⃣)\n    z = 1 +2️⃣\nw = 3️⃣/\n", ("1️⃣", "lex-bracket"), ("2️⃣", "syntax-expression"),
            ("3️⃣", "syntax-expression"))
    }

    @Test func aHeaderThatDoesNotParseStillHasItsBlockRead() {
        expectProblems("def f(1️⃣2):\n    return 1\nx = 2️⃣]\n", ("1️⃣", "syntax-definition"), ("2️⃣", "lex-bracket"))
        expectProblems("while 1️⃣:\n    break\n    y = 2️⃣/\n", ("1️⃣", "syntax-expression"), ("2️⃣", "syntax-expression"))
    }

    @Test func foreignOperatorsAreReadOn() {
        expectProblems(
            "if a 1️⃣&& b 2️⃣|| 3️⃣!c:\n    d\n", ("1️⃣", "syntax-operator"), ("2️⃣", "syntax-operator"), ("3️⃣", "syntax-operator")
        )
        expectProblems("if a:\n  b\n1️⃣else if c:\n  d\nelse:\n  e\n", ("1️⃣", "syntax-branch"))
        expectProblems("a = x 1️⃣− y 2️⃣× z\n", ("1️⃣", "lex-pasted"), ("2️⃣", "lex-pasted"))
    }

    @Test func namesOfABrokenCellCountAsAssigned() {
        let text = "a, b = 1, 2\ndef f(x): return x\nfor i, j in a:\n    c[0] = = 1\nlayer Net(n): pass\ng(x) = x +\n"
        let result = parse(Source(name: "test", text: text))
        #expect(result.assignedNames.isSuperset(of: ["a", "b", "f", "i", "j", "c", "Net", "g"]))
        #expect(parse(Source(name: "test", text: "a = 1")).assignedNames.isEmpty)
    }

    @Test func messagesComeInTheOrderOfTheText() {
        let starts = parse(Source(name: "test", text: "a b\nc = $\n)\nd e\n")).diagnostics.map { $0.span?.start ?? 0 }
        #expect(starts == starts.sorted() && starts.count == 4)
    }
}

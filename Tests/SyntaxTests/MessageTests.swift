import Syntax
import Testing

/// Every message as a learner sees it, recorded; each program shows one problem.
@Suite struct MessageTests {
    static let lexical = [
        "y = a − b", "t = “text”", "x = a\u{A0}+ b", "y = x²", "y = x₁ + 1", "y = x\u{200B} + 1", "p = $x",
        "x = 1 \\ + 2",
        "x = \u{202E}a", "if a:\n\tb\n        c\n", "if a:\n    b\n  c\n", "y = 2x", "y = 5.sqrt()", "v = 1.2.3",
        "v = 1_",
        "v = 007", "v = 0xg", "s = \"text\ny = 1", "s = \"text”", "s = '''text\n", "s = b\"text\"", "s = \"\\x4\"",
        "s = f\"a } b\"",
        "s = f\"a {b\"", "s = f\"{a!q}\"", "y = a)", "y = f(a[1)", "y = f(a, b\nz = 1", "s = f\"{a[1}\"",
    ]

    static let blocks = [
        "for (i = 0; i < 3; i++) { print(i) }",
        "a = 1\n    b = 2\n", "for i in x:\ny = 1\n", "if a > 0\n    b\n", "if a > 0 then\n    b\n",
        "if a > 0 {\n    b\n}\n",
        "for i in x:\n    y\nend\n", "a = 1; if b: c\n", "if a: for i in b: c\n", "else:\n    a\n",
        "if a:\n    b\nelse if c:\n    d\n",
        "if a:\n    b\nelseif c:\n    d\n", "for i in x:\n    y\nelse:\n    z\n", "whlie:\n    a\n",
        "whlie x > 0:\n    a\n", "break\n", "return 1\n",
        "for i = x:\n    y\n", "// comment\n", "function f(x)\n", "@cached\n",
    ]

    static let expressions = [
        "y = a +", "y = a + / b", "= 3", "y = [1, 2 3]", "y = (a; b)", "y = a b", "retrun x", "y = a if b",
        "y = a + not b",
        "y = 1 + x -> x", "f = a + b -> a", "a < b |> f", "a == b |> f |> g", "if a && b: c", "y = a || b",
        "y = a === b", "y = !a", "y = null", "y = a ^ b",
        "y = a << 2", "f = x => x", "y = a ? b : c", "f(y := 3)", "x++", "x--", "++x", "f = lambda x, y: x + y",
        "f = lambda: 1", "y = [*a, b]", "y = {1, 2}",
        "y = {1: 2, 3}", "y = {**a}", "y = a[]", "y = a.in", "y = a.", "s = f\"{}\"", "y = (a, b for x in c)",
        "y = [a for x in b if c else d]", "print x, y", "y = a ~ b", "f(a = 3 b)", "y = [a = 3]",
    ]

    static let assignments = [
        "3 = x", "f(x)[0] = 1", "f(x).y += 1", "a, b += 1", "a, *b = c", "x + 1 = y", "if x = 3: y", "while (x = 3): y",
        "x: int = 3", "let x = 3", "A(0, 1) = 5",
        "f(2) = 3", "for f(x) in y: z", "a + b += 1",
    ]

    static let definitions = [
        "def (x): x", "def f: x", "def f(x y): x", "def f(1): x", "def f(*xs): x", "def f(x, x): x", "def f(x=1, y): x",
        "def f(x: float): x",
        "def f(x: (N)): x", "def f(x) = x", "f(a=1, a=2)", "f(a=1, 2)", "f(**d)", "f(a.b=1)", "f(a for a in b, 2)",
        "layer Net(n):\n    W = 1\n",
        "layer Net(n): W = 1", "layer Net(n):\n    def forward(x): x\n", "layer Net(n):\n    forward(self, x): x\n",
        "layer Net(n):\n    forward(x): x\n    forward(x): x\n",
    ]

    static let checks = [
        "expect a == b within 1", "expect a, b", "expect error shape-x f(x)", "expect error: x = 3", "agree a",
        "check linear", "use f\"a.cl\"",
        "f(a ~ b)", "#> 3\n", "f(1,  #> 3\n2)\n", "for i in x:\n    i  #> 3\n", "if a:\n    b\n#> 3\nelse: c\n",
        "a  #> 3\n#>~ 4\n",
    ]

    static let absent = [
        "class A:\n    x = 1\n", "try:\n    a\nexcept:\n    b\n", "raise a", "import numpy as np", "from a import b",
        "with a as b:\n    c\n", "global x", "nonlocal x",
        "yield x", "del x", "async def f(): x", "await x", "y = eval(x)", "as x", "finally:\n    x\n",
    ]

    static let families = [
        "lexical": lexical, "blocks": blocks, "expressions": expressions, "assignments": assignments,
        "definitions": definitions, "checks": checks, "absent": absent,
    ]

    @Test(arguments: families.keys.sorted()) func messagesAreAsRecorded(family: String) throws {
        let programs = Self.families[family] ?? []
        try expectSnapshot(programs.map(messages).joined(separator: "\n"), family)
    }

    private func messages(of program: String) -> String {
        parse(Source(name: "lesson.cl", text: program)).diagnostics.map { DiagnosticRenderer().render($0) }.joined()
    }

    @Test(arguments: families.keys.sorted()) func everyProgramHasOneMessage(family: String) {
        for program in Self.families[family] ?? [] {
            let diagnostics = parse(Source(name: "lesson.cl", text: program)).diagnostics
            #expect(diagnostics.count == 1, "\(program): \(diagnostics.map(\.sentence))")
            #expect(
                diagnostics.allSatisfy {
                    !$0.sentence.isEmpty && $0.sentence.last != "." || $0.sentence.hasSuffix("...")
                })
        }
    }

    /// What a message offers to write is a program, but for signs pasted from a slide and words.
    @Test(arguments: ["expressions", "assignments"]) func offeredTextsParse(family: String) {
        for program in Self.families[family] ?? [] {
            for case .write(let text) in parse(Source(name: "lesson.cl", text: program)).diagnostics.flatMap(\.advice) {
                #expect(parse(Source(name: "offer", text: text)).diagnostics.isEmpty, "\(program): \(text)")
            }
        }
    }
}

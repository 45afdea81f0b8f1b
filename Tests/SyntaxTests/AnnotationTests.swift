import Syntax
import Testing

/// Each annotation as `statement marker: texts`.
private func annotations(_ text: String) -> [String] {
    let result = parse(Source(name: "test", text: text))
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.sentence))")
    return result.tree.annotations.map { "\($0.statement) \($0.kind): \($0.lines.map(\.text).joined(separator: "|"))" }
}

@Suite struct AnnotationTests {
    @Test(arguments: [
        ("f(2)  #> 5", ["0 result:  5"]), ("f(2)\n#> 5\n#> 6\n", ["0 result:  5| 6"]),
        ("f(2)  #> 5\n\n#> 6\n", ["0 result:  5| 6"]),
        ("a\nb; c  #> 5\n", ["2 result:  5"]), ("for i in x:\n    print(i)\n\n# ours\n#> 1\n", ["0 result:  1"]),
        ("f(2)  # ours  #> 5", ["0 result:  5"]), ("f(2)  #>~ 5\n", ["0 volatileResult:  5"]),
        ("f(x)\n#! shape-a: b\r\n", ["0 error:  shape-a: b"]),
        ("print(1); f()\n#> 1\n#! a-b: c\n", ["1 result:  1", "1 error:  a-b: c"]), ("if a: b  #> 1", ["0 result:  1"]),
        ("f(2)   #> [1,\n       #>  2]", ["0 result:  [1,|  2]"]), ("f(\n  2)  #> 5", ["0 result:  5"]),
        ("#!/usr/bin/env convlab\nf(1)", []), ("f(2)  # write #>5 or\n# not #> here\n", ["0 result: 5 or"]),
    ])
    func annotationsBelongToTheStatementBefore(text: String, wanted: [String]) { #expect(annotations(text) == wanted) }

    @Test func annotationsHaveTheirPlaces() {
        expectProblems("1️⃣#> 5\nf(2)\n", ("1️⃣", "syntax-result"))
        expectProblems("for i in x:\n    print(i)  1️⃣#> 1\n", ("1️⃣", "syntax-result"))
        expectProblems("for i in x:\n    print(i)\n    1️⃣#> 1\n", ("1️⃣", "syntax-result"))
        expectProblems("f(1,  1️⃣#> 1\n  2)\n", ("1️⃣", "syntax-result"))
        expectProblems("f(1,\n1️⃣#> 1\n  2)\n", ("1️⃣", "syntax-result"))
        expectProblems(
            "if a:  1️⃣#> 1\n    b\n2️⃣#> 2\nelse:  3️⃣#> 3\n    c\n", ("1️⃣", "syntax-result"), ("2️⃣", "syntax-result"),
            ("3️⃣", "syntax-result"))
        expectProblems("if a: b  1️⃣#> 1\nelse: c\n", ("1️⃣", "syntax-result"))
        expectProblems("f(1)  #> 1\n1️⃣#>~ 2\n", ("1️⃣", "syntax-result"))
        expectProblems("def f(x):\n    return x  # plain\n    # plain\n")
    }

    @Test func anErrorMayBeExpectedOfAStatementThatDoesNotParse() {
        let result = parse(Source(name: "test", text: "a = 1\nb = = 2\n#! syntax-expression: missing\n"))
        #expect(result.tree.dump() == "(= a 1)\nmissing")
        #expect(result.tree.annotations.map(\.statement) == [1])
        let unclosed = parse(Source(name: "test", text: "a = 1\nf(1, 2\n#! lex-bracket: never\n"))
        #expect(unclosed.tree.annotations.map(\.statement) == [1])
        #expect(unclosed.diagnostics.map(\.code) == ["lex-bracket"])
    }
}

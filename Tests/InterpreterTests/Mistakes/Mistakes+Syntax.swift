// Words and signs of other languages, and what is left out in a hurry.
extension Mistake {
    static let syntax = [
        Mistake("x = 3\ny = x^2", "syntax-operator", "2:6", ["^", "**"], "write y = x**2"),
        Mistake(
            "x = 3\nif x > 1 && x < 5: print(x)", "syntax-operator", "2:10", ["&&", "and"],
            "write if x > 1 and x < 5: print(x)"),
        Mistake(
            "x = 3\nif x < 1 || x > 2: print(x)", "syntax-operator", "2:10", ["||", "or"],
            "write if x < 1 or x > 2: print(x)"),
        Mistake(
            "ready = False\nif !ready: print(1)", "syntax-operator", "2:4", ["!", "not"], "write if not ready: print(1)"
        ),
        Mistake(
            "x = 3\nif x > 5:\n    print(1)\nelse if x > 2:\n    print(2)", "syntax-branch", "4:1",
            ["else if", "elif"],
            "write elif x > 2:"),
        Mistake("flag = true", "syntax-expression", "1:8", ["true", "True"], "write flag = True"),
        Mistake("best = null", "syntax-expression", "1:8", ["null", "None"], "write best = None"),
        Mistake("x = 3\nprint x", "syntax-expression", "2:1", ["print", "parentheses"], "write print(x)"),
        Mistake("x = 3\ny = 2x + 1", "lex-number", "2:5", ["2", "x"], "write 2*x"),
        Mistake("x = 3\ny = 3(x + 1)", "call-function", "2:5", ["number", "*"], "write 3*(x + 1)"),
        Mistake(
            "for i in range(3)\n    print(i)", "syntax-colon", "1:18", ["colon", "for"], "write for i in range(3):"),
        Mistake("def f(x)\n    return x\nf(1)", "syntax-colon", "1:9", ["colon", "def"], "write def f(x):"),
        Mistake("y = (1 + 2\nprint(y)", "lex-bracket", "1:5", ["(", "never closed"], "write (1 + 2)"),
        Mistake("x = [1, 2, 3\ny = 2", "lex-bracket", "1:5", ["[", "never closed"], "write [1, 2, 3]"),
        Mistake("print(max(1, 2)\nprint(3)", "lex-bracket", "1:6", ["(", "never closed"], "write (max(1, 2))"),
        Mistake("def f(x):\nreturn x + 1\nf(1)", "syntax-block", "1:10", ["def", "indent"], "write     return x + 1"),
        Mistake("if 1 < 2:\n    x = 1\n\ty = 2\nx", "lex-indent", "3:1", ["tabs", "blanks"], "write     y = 2"),
        Mistake("if 1 < 2:\n    x = 1\n      y = 2", "syntax-block", "3:1", ["indented"], "write     y = 2"),
        Mistake("i = 0\ni++", "syntax-operator", "2:2", ["++"], "write i += 1"),
        Mistake(
            "function y = f(x)\n    return x + 1\nend\nf(2)", "syntax-definition", "1:1",
            ["function", "def", "return y"],
            "write def f(x):"),
        Mistake("for (i = 0; i < 3; i++) print(i)", "syntax-for", "1:1", ["range"], "write for i in range(3):"),
        Mistake("let x = 3", "syntax-assignment", "1:1", ["let"], "write x = 3"),
        Mistake("f = lambda x: x + 1\nf(2)", "syntax-lambda", "1:5", ["->", "lambda"], "write x -> x + 1"),
        Mistake("x = 3\nif x = 3: print(x)", "syntax-assignment", "2:6", ["==", "compares"], "write x == 3"),
        Mistake("s = \"hello\nprint(s)", "lex-string", "1:5", ["\"", "line"], "write \"hello\""),
        Mistake("s = \"hello'\nprint(s)", "lex-string", "1:5", ["\"", "line"], "write \"hello\""),
        Mistake("s = 'it's'", "lex-string", "1:10", ["'"], "write \"it's\""),
        Mistake("A = [[1, 2], [3, 4]]\nA(0, 1) = 5", "syntax-assignment", "2:1", ["brackets"], "write A[0, 1] = 5"),
        Mistake("x = 3\nx === 3", "syntax-operator", "2:3", ["===", "=="], "write x == 3"),
        Mistake("x = 3\nx <> 3", "syntax-operator", "2:3", ["<>", "!="], "write x != 3"),
        Mistake("x = 3\nwhile x > 0:\n    x -= 1\nend", "syntax-block", "4:1", ["end", "indentation"], "delete end"),
        Mistake("whlie 1 > 2:\n    break", "syntax-expression", "1:1", ["whlie"], "did you mean while?"),
        Mistake("fro i in range(3):\n    print(i)", "syntax-expression", "1:1", ["fro"], "did you mean for?"),
        Mistake("x = 3;\ny = x +", "syntax-expression", "2:8", ["missing", "+"], nil),
        Mistake("f(x) = x\nf (1))", "lex-bracket", "2:6", [")", "closes nothing"], "delete )"),
        Mistake("x = [1, 2 3]", "syntax-expression", "1:11", ["comma", "2", "3"], nil),
    ]
}

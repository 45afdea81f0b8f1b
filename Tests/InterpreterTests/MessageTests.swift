import Interpreter
import Literate
import Syntax
import Testing

/// Every message that a running program can meet, as a learner sees it; each program meets one problem.
@Suite("Messages of running programs are as recorded")
struct MessageTests {
    static let calls = [
        "x = 3\nx(1)", "\"abc\"(1)", "f(x, y) = x + y\nf(1)", "f(x) = x\nf(1, 2)", "one() = 1\none(5)", "(x -> x)()",
        "def resized(width, height=2): return width * height\nresized(widht=3)", "f(x) = x\nf(1, x=2)", "f(x) = x\nf(*5)",
        "A = [[1, 2], [3, 4]]\nsum(A, 1)", "A = [[1, 2], [3, 4]]\nmean(A, dim=1)", "sum([1, 2], keepdim=True)",
        "x = arange(6)\nsplit(x, 2)", "v = [3, 4]\nnorm(v, 1)", "x = [1, -1]\nmax(0, x)", "x = [1, -1]\nmin(x, 0)",
        "x = [1, 2]\nx.summ()", "\"abc\".uper()", "out = []\ny = out.append(3)", "x = [1, 2]\nx.size()", "relu()", "relu(1, 2)",
        "relu(y=1)", "randint(5)", "concat([1, 2], [3])", "range()", "f(x) = 1 / g(x)\ng(x) = x + \"a\"\nf(2)",
        "trace(relu, [1, 2], at=0)", "trace(conv2d, ones(3, 3), ones(2, 2))", "trace(conv2d, ones(3, 3), ones(2, 2), at=0)",
        "trace(conv2d, ones(3, 3), ones(2, 2), at=(0, 5))", "trace(convolve2d, ones(2, 2), ones(3, 3), mode=\"valid\", at=(0, 0))",
        "trace(conv2d, ones(3, 3), ones(2, 2), at=(0, 0)).kernl",
        "animate(\"a.png\", ones(2, 3, 3))", "animate(ones(3, 3), \"a.png\")", "animate([eye(2), eye(3)], \"a.png\")",
        "animate(ones(2, 3, 3), \"a.gif\")", "animate(ones(2, 3, 3), \"a.png\", fps=0)",
        "animate(ones(2, 3, 3), \"a.png\", fps=2, delay=1)", "animate(ones(2, 3, 3), \"a.png\", scale=0)",
        "trace_frames(conv2d, ones(30, 30), ones(3, 3))", "trace_frames(relu, 3)", "\"{} and {}\".format(1, 2)", "xs = [1, 2]\nlast = xs.pop()", "[\"a\", \"b\"].index(\"b\")", "[1, 2, 1].count(1)",
        "d = {\"a\": 1}\nv = d.pop(\"a\")", "\"abc\".index(\"b\")", "x = [1, 2]\ny = x.copy()",
    ]

    static let kinds = [
        "\"a\" + 1", "age = 7\n\"I am \" + age", "\"a\" - \"b\"", "-\"a\"", "~1.5", "None + 1", "x = None\nx * 2",
        "f(x) = x\nf + 1", "3 & 5", "relu(\"a\")", "zeros(\"a\")", "x = [1, 2, 3]\nif x > 1: print(x)",
        "x = [1, 2, 3]\nif 0 < x < 3: print(x)", "x = [1, 2]\nx > 1 and x < 3", "while [1, 2]: pass", "name = \"\"\nif name: print(name)",
        "xs = [\"a\"]\nif not xs: print(1)", "d = {}\nif d: print(d)", "if relu: pass", "for x in 5: print(x)",
        "for x in None: print(x)", "n = 3\n[i for i in n]", "x = 5\nx[0]", "None[0]", "f(x) = x\nf[0]", "s = \"abc\"\ns[0] = \"x\"",
        "t = (1, 2)\nt[0] = 5", "x = 3\nx[0] = 1", "{[1, 2]: 3}", "a, b = 1, 2, 3", "a, b = [1]", "a, b = 5",
        "x = [1, 2]\nx.sum", "x = [1, 2]\nx.colour", "d = {\"weight\": 1}\nd.wieght", "\"abc\".size",
        "x = [1, 2]\nx[0] = \"a\"", "x = [1, 2]\nx[0] = None", "f\"{3.5:d}\"", "f\"{'a':.2f}\"", "f\"{3:q}\"", "f\"{None:d}\"",
        "x = ones(3, 3)\nconv2d(x, blur)", "expect \"a\"", "expect [1, 2] == [1, 2] == 3", "1 < \"a\"", "(1, 2) < (1, 3)", "1 in 5",
        "1 in \"abc\"", "len(5)", "int(\"abc\")", "int(\"3.7\")", "float(\"1,5\")", "int(nan)", "[1, 2] @ \"a\"", "sorted([1, \"a\"])",
        "sum([\"a\", \"b\"])", "zeros(2, dtype=\"float\")", "convolve([1, 2], [1], mode=\"ful\")",
    ]

    static let places = [
        "[[1, 2], [3]]", "[[1, 2], [3, 4], [5, 6, 7]]", "x = [1, 2, 3]\nx[3]", "x = [1, 2, 3]\nx[-4]", "[][0]", "(1, 2)[2]",
        "[\"a\", \"b\"][2]", "\"abc\"[5]", "range(3)[3]", "x = [1, 2, 3]\nx[1.5]", "n = 5\nzeros(n / 2)", "d = {\"weight\": 1}\nd[\"wieght\"]",
        "d = {1: \"one\"}\nd[2]", "[\"a\", \"b\"][\"a\"]", "x = [1, 2]\nx[\"a\"]", "A = [[1, 2], [3, 4]]\nA[0, 5]", "x = [1, 2]\nx[0, 1]",
        "A = zeros(2, 2)\nA[2, 0] = 1", "A = zeros(2, 2)\nA[0] = [1, 2, 3]", "[1, 2, 3][::0]", "[1, 2, 3][0.5:]",
        "x = [1, 2, 3]\nx[[True, False]]", "A = [[1, 2], [3, 4]]\nA[[0, 1], [0, 1, 0]]", "x = [1, 2]\nx[..., ...]", "\"abc\"[\"a\":]",
        "x = [1, 2]\nx[None, 0, 0]", "(1, 2)[\"a\"]",
    ]

    static let names = [
        "n = input(\"n?\")", "kind = type(3)", "set([1, 2])", "math.sqrt(2)", "pow(2, 3)",
        "total = 0\ndef add(x):\n    total += x\nadd(3)", "def outer():\n    n = 0\n    def inner():\n        n += 1\n    inner()\nouter()",
        "wdth = 3\nwidth + 1", "retrn + 1", "print(undefined_thing)", "def f():\n    y = x\n    x = 1\n    return y\nf()",
        "n = 3\ndef f():\n    y = n\n    n = 1\n    return y\nf()",
        "if 1 > 2: z = 1\nz", "sum = 3\nsum([1, 2])", "def f(max): return max(1, 2)\nf(3)", "A = [1, 2]\nA(i) = i", "n = 3\nn(x) = x",
        "def f():\n    g = () -> y\n    z = g()\n    y = 1\n    return z\nf()",
    ]

    static let trees = [
        "{\"a\": 1, \"b\": 2} + {\"a\": 1}", "{\"a\": 1} + {\"a\": 1, \"b\": 2}", "(1, 2) + (1, 2, 3)", "(1, 2) + {\"a\": 1}",
        "(1, 2) * [1, 2]", "{\"a\": \"text\"} * 2", "(\"a\", \"b\") + (\"c\", \"d\")", "first = [\"a\", \"b\"]\nsecond = [\"c\", \"d\"]\nfirst + second",
        "sqrt((4, \"a\"))", "sum({\"a\": \"text\"})", "(None, 1) + (2, 3)",
    ]

    static let derivatives = [
        "grad(x -> x**2)([1, 2, 3])", "grad(x -> argmax(x))([1, 2])", "grad(x -> str(x))(1)", "grad(x -> x > 1)(2)",
        "f(word, x) = x\ngrad(f)(\"abc\", 2)", "f(x1, x2) = x1 * x2\ngrad(f, wrt=\"x3\")(2, 5)", "f(x) = x\ngrad(f, wrt=1)(2)",
        "f(x) = x\ngrad(f)()", "grad(5)", "f(x) = x\ngrad(f)(1, 2)", "vjp(x -> x**2, [1, 2, 3], [1, 1])",
        "vjp(x -> (x, x), 1, 1)", "jvp((x, y) -> x * y, (1, 2), 1)", "grad(s -> sum(gaussian(3, s)))(1)",
        "numgrad(x -> x, method=\"backward\")(1)", "grad(numgrad(x -> x**2))(1)", "grad(x -> {\"a\": x})(1)",
        "f(x) = x @ [1, 2]\ngrad(f)([1, 2, 3])",
    ]

    static let habits = [
        "xs = [1, 2, 3]\nxs = xs + [4]", "xs = []\nxs += [4]", "xs = [4, 5]\nxs = [3] + xs", "n = 5\nxs = [0] * n", "rows = 3 * [[0, 0]]",
        "xs = [1]\n[] + xs", "x = [3, 1, 2]\nx.sort()", "x = [3, 1, 2]\nx.reverse()", "x = [1]\nx.extend([2, 3])", "x = [1]\nx.insert(0, 5)",
        "x = [1]\nx.pop()", "x = [1]\nx.remove(1)", "d = {}\nd.update({\"a\": 1})", "d = {\"a\": 1}\nd.pop(\"a\")", "x = [1]\nx.clear()",
        "x = zeros(3)\nx.fill(7)", "x = zeros(3)\nx.add_(1)", "x = zeros(3)\nx.relu_()", "x = zeros(3)\nx.zero_()",
        "A = [1, 2]\ndef f():\n    A[0] = 5", "return 5", "break", "continue", "f(1).x = 3", "x = ... + 1",
        "A = [1, 2]\ndef f():\n    A.append(3)", "def fill(A):\n    A[0] = 1", "A = [[1, 2]]\nfor row in A: row[0] = 5",
        "A = [[1, 2]]\nrow = A[0]\nrow += 1", "use \"other.cl\"",
    ]

    static let checks = [
        "assert 1 > 2", "x = 3\nassert x > 5, f\"x is {x}\"", "x = 3\nexpect x > 5", "expect 1 + 1 == 3", "expect [1, 2, 3] == [1, 5, 3]",
        "expect [1, 2] == [1, 2, 3]", "expect (1, 2) == (1, 3)", "expect \"a\" == \"b\"", "expect [1, 2] ~ [1, 2.1]",
        "expect 1 / 3 ~ 0.33 within 1e-3", "expect error shape-matmul: 1 + 1", "expect error shape-matmul: [1, 2] + [1, 2, 3]",
        "expect error: 1 + 1", "expect [1, 2] > 0", "expect None",
    ]

    static let limits = [
        "f(n) = f(n + 1)\nf(0)", "x = (\"end\",)\nfor i in range(2000): x = (x, \"more\")", "zeros(100000, 100000)",
        "zeros(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)", "s = \"a\" * 10 ** 12",
    ]

    static let shapes = [
        "X = ones(64, 3)\nW = ones(4, 10)\nX @ W", "ones(2, 3) @ 5", "a = ones(3)\nb = ones(4)\na + b", "ones(64) - ones(64, 1)",
        "ones(2, 3) * ones(3, 2)", "sum(ones(2, 3), axis=2)", "softmax(ones(2, 2))", "transpose(ones(2, 3, 4), 0, 1)",
        "squeeze(ones(2, 3), axis=0)", "zeros(-1)", "reshape(arange(6), (4, 2))", "reshape(arange(6), (4, -1))", "max([])",
        "concat(([1, 2], [[3]]))", "stack(([1, 2], [3]))", "split(arange(5), sections=2)", "det(ones(2, 3))", "inv([[1, 2], [2, 4]])",
        "solve(ones(2, 2), ones(3))", "einsum(\"ij,jk->ik\", ones(2, 3), ones(2, 3))", "one_hot([3], 2)", "arange(0, 5, 0)",
        "linspace(0, 1, -1)", "conv2d(ones(3, 3), ones(5, 5))", "max_pool2d(zeros(5, 5), 2, strict=True)", "pad([[1, 2]], (1, 2))",
        "shift([[1, 2], [3, 4]], 1)", "def loss(W: (D, C), X: (N, D)): return X @ W\nloss(ones(3, 2), ones(4, 5))",
        "def f(x: (N,)): return x\nf(ones(2, 2))", "def f(x: (N,)) -> (N,): return x[1:]\nf(ones(3))", "def f(x: (3,)): return x\nf(ones(4))",
        "def f(x: (N,)): return x\nf(\"a\")",
    ]

    static let notes = ["y = 1 / 0", "y = 0 / 0", "def f(x): return 1 / x\nf(0)", "y = [1, 0] / [0, 2]",
        "x = 2**52\nfor i in range(9): x = x * 2", "y = 2**53", "y = 3**40 + 1",
        "x = 2**52 + 2**52",
    ]

    static let symbolic = [
        "def f(x):\n    for i in range(3): x = x * x\n    return x\nsymbolic(f)", "symbolic(x -> sum([x, x]))", "symbolic(x -> sum(x))",
        "def f(x):\n    if x > 0: return x\n    return -x\nsymbolic(f)", "f(n) = n * f(n - 1)\nsymbolic(f)", "v = [1, 2]\nsymbolic(x -> v * x)",
        "loss(w, bias) = w + bias\nsymbolic(loss, \"bais\")", "symbolic(() -> 1)", "def f(x):\n    y = x\nsymbolic(f)",
        "symbolic(x -> x if 0 < x < 1 else 0)", "symbolic(x -> (y -> y)(x))", "def f(x):\n    y, z = x, x\n    return y\nsymbolic(f)",
        "latex(\"2 +\")", "latex(3)", "symbolic(x -> sin(x, 2))", "symbolic(x -> tan(x), 2)",
        "f = x -> exp(sigmoid(x) * tanh(x))\nfor i in range(20): f = symbolic(f)",
        "def f(x):\n    " + (0..<400).map { _ in "x = sin(x)" }.joined(separator: "\n    ") + "\n    return x\nlatex(f)",
    ]

    static let plots = [
        "x = linspace(0, 1, 5)\nplot(x, sin)", "plot(sin)", "x = [1, 2]\ny = [3, 4]\nplot(x, y, \"r--\")",
        "x = [1, 2]\ny = [3, 4]\nplot(\"curve.svg\", x, y)", "x = [1, 2]\ny = [3, 4, 5]\nplot(x, y)", "y = ones(3)\nplot(y, y, y, y)",
        "x = linspace(0, 1, 50)\nplot([x, x**2])", "Y = zeros(3, 50)\nplot(Y)", "plot(zeros(2, 2, 2))", "plot()", "scatter([1, 2])",
        "plot([1, 0], yscale=\"log\")", "plot([1, 2], yscale=\"logarithmic\")", "plot([1, 2], ylog=True)", "plot([1, 2], save=\"curve\")",
        "plot([1, 2], path=\"curve.svg\")", "plot([1, 2], color=\"red\")", "plot([1, 2], xlim=(1, 0))", "plot([1, 2], xlim=3)",
        "y = [1, 2]\nplot(y, label=(\"a\", \"b\"))", "plot([1, 2], label=3)", "plot([1, 2], title=3)", "plot([\"a\", \"b\"])", "plot(None)",
        "hist([1, 2], bins=0)", "hist([1, 2], bins=[2, 1])", "hist([1, 2], bins=2.5)", "hist(\"abc\")", "hist([1, 2], range=5)",
        "x = [1, 2, 3]\nheatmap(x)", "x = ones(4, 2, 2)\nheatmap(x)", "heatmap(\"cat.png\")", "heatmap([])", "montage(5)", "montage(())",
        "montage(ones(2, 3, 3), labels=(\"a\",))", "montage(ones(2, 3, 3), columns=0)", "montage(ones(2, 3, 3), nrow=2)", "montage(\"cat.png\")",
        "show(\"cat.png\")", "x = zeros(30, 40, 3)\nshow(x)", "x = zeros(2, 3, 8, 8)\nshow(x)", "features = zeros(16, 8, 8)\nshow(features)",
        "show([[0, 128, 255]])", "show([[0, 1]], range=\"full\")", "show([[0, 1]], cmap=\"gray\")", "save_png(\"x.png\", [[0, 255]])",
        "plt.plot([1, 2])", "savefig(\"a.png\")", "legend()", "semilogy([1, 2])", "imshow([[1]])",
    ]

    static let families = [
        "calls": calls, "kinds": kinds, "places": places, "names": names, "trees": trees, "habits": habits, "checks": checks,
        "limits": limits, "shapes": shapes, "notes": notes, "symbolic": symbolic, "derivatives": derivatives,
        "plots": plots, "signals": signals, "pictures": pictures, "bounds": bounds, "arguments": arguments,
    ]

    @Test(arguments: families.keys.sorted()) func messagesAreAsRecorded(family: String) throws {
        let programs = Self.families[family] ?? []
        try expectSnapshot(try programs.map { try messages(of: $0).map { $0.rendered }.joined() }.joined(separator: "\n"), family)
    }

    @Test(arguments: families.keys.sorted()) func everyProgramHasOneMessage(family: String) throws {
        for program in Self.families[family] ?? [] {
            let sentences = try messages(of: program).map(\.sentence)
            #expect(sentences.count == 1, "\(program): \(sentences)")
            #expect(sentences.allSatisfy { !$0.isEmpty && $0.last != "." }, "\(program): \(sentences)")
        }
    }

    /// What a message offers to write is a program, or several with `or` between them.
    @Test(arguments: families.keys.sorted()) func offeredTextsParse(family: String) throws {
        for program in Self.families[family] ?? [] {
            for case .write(let text) in try messages(of: program).flatMap(\.advice) {
                // what is offered for a function's last line may return
                let offer = text.contains("return ") ? "def f(): " + text : text
                #expect(parse(Source(name: "offer", text: offer)).diagnostics.isEmpty, "\(program): \(text)")
            }
        }
    }

    private func messages(of program: String) throws -> [Diagnostic] {
        var found: [Diagnostic] = []
        let steps = Self.bounds.contains(program) ? 10_000 : nil
        let report = try run(program, named: "lesson.cl", steps: steps) { event in
            if case .output(.note(let note)) = event { found.append(note) }
        }
        found += report.cells.flatMap(\.errors)
        for cell in report.cells {
            found += cell.checks.compactMap { $0.mismatch?.diagnostic(in: report.lesson.source, cell: cell.cell) }
        }
        return found
    }
}

extension Diagnostic {
    fileprivate var rendered: String { DiagnosticRenderer().render(self) }
}

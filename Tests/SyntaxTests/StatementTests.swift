import Syntax
import Testing

@Suite struct StatementTests {
    @Test(arguments: [
        ("a = b = 0", "(= a b 0)"), ("H, W = x.shape", "(= (tuple H W) (. x shape))"),
        ("a[0], b.c = b, a", "(= (tuple (index a 0) (. b c)) (tuple b a))"),
        ("[a, b] = c", "(= (tuple a b) c)"),
        ("(out, net) = net.update(x)", "(= (tuple out net) (call (. net update) x))"),
        ("x **= 2", "(**= x 2)"), ("A[m] += v", "(+= (index A m) v)"), ("a; b = 1; c", "a;\n(= b 1);\nc"),
        ("f(2);", "(call f 2);"),
        ("...", "..."), ("use \"lib/f.cl\"", "(use \"lib/f.cl\")"), ("assert a, \"b\"", "(assert a \"b\")"),
        ("pass", "pass"),
        ("if a: b\nelif c: d\nelse: e", "(if a {b} c {d} else {e})"),
        ("while a:\n  b\n  break", "(while a {b; break})"),
        ("for i, j in zip(a, b): print(i)", "(for (tuple i j) (call zip a b) {(call print i)})"),
        ("for x in 1, 2:\n  continue", "(for x (tuple 1 2) {continue})"),
        ("error = y - t", "(= error (- y t))"), ("for layer in net: layer(x)", "(for layer net {(call layer x)})"),
        ("check = 1; use = 2; within = 3", "(= check 1);\n(= use 2);\n(= within 3)"), ("a == b", "(cmp a == b)"),
    ])
    func statementsReadAsInPython(text: String, tree: String) { #expect(dump(text) == tree) }

    @Test(arguments: [
        ("f(x1, x2) = ln(x1) + x2", "(def f (x1 x2) (+ (call ln x1) x2))"), ("f() = 3", "(def f () 3)"),
        ("f(x, y=2) = x, y;", "(def f (x y=2) (tuple x y));"),
        ("def f(a):\n    e = a\n    return e", "(def f (a) {(= e a); (return e)})"),
        ("def f(): return", "(def f () {(return)})"),
        (
            "def loss(W: (D, C), y: (N,), z: (..., 3) = 1) -> (): return W",
            "(def loss (W:<D,C> y:<N> z:<...,3>=1) -> <> {(return W)})"
        ),
        ("a = 1; f(x) = x", "(= a 1);\n(def f (x) x)"), ("f(x) == 3", "(cmp (call f x) == 3)"),
        ("def f(\n  a,\n  b,\n):\n  ...", "(def f (a b) {...})"),
    ])
    func definitionsReadLikeTheSlide(text: String, tree: String) { #expect(dump(text) == tree) }

    @Test(arguments: [
        ("expect a ~ [1, 2]", "(expect~ a [1 2])"), ("expect a ~ b within 1e-8", "(expect~ a b within 1e-08)"),
        ("expect a == b", "(expect== a b)"),
        ("expect a < b", "(expect (cmp a < b))"), ("expect a == b == c", "(expect (cmp a == b == c))"),
        ("expect error shape-matmul: W @ X", "(expect-error shape-matmul (@ W X))"),
        ("expect error: f(x)", "(expect-error - (call f x))"),
        ("expect error < 1e-6", "(expect (cmp error < 1e-06))"), ("expect error ~ 0", "(expect~ error 0)"),
        ("expect error type-is: x", "(expect-error type-is x)"),
        ("agree f(2), g(2), 5.5", "(agree (call f 2) (call g 2) 5.5)"),
        ("agree a, b within 0.1", "(agree a b within 0.1)"),
        ("check linear(x -> x, g, shift=(1, 3))", "(check linear (def _ (x) x) g shift=(tuple 1 3))"),
        ("check.x", "(. check x)"),
    ])
    func checksAreStatements(text: String, tree: String) { #expect(dump(text) == tree) }

    @Test func layersHoldTheirMethods() {
        let text =
            "layer Dense(n, m):\n    \"doc\"\n    W = randn(m, n)\n    forward(x): x @ W.T\n    backward(x, g):\n        return {\"x\": g @ W}\n"
        #expect(
            dump(text)
                == "(layer Dense (n m) {\"doc\"; (= W (call randn m n))} (def forward (x) (@ x (. W T))) (def backward (x g) {(return (dict \"x\":(@ g W)))}))"
        )
        guard case .layer(let layer) = parse(Source(name: "test", text: text)).tree.statements[0].kind else { return }
        #expect(layer.documentation == "doc")
    }

    @Test func docstringsDocument() {
        guard
            case .define(let function) = parse(Source(name: "test", text: "def f():\n  'doc'\n")).tree.statements[0]
                .kind
        else { return }
        #expect(function.documentation == "doc")
    }

    @Test func statementsEndWithTheirText() {
        let source = Source(name: "test", text: "if a:\n    b  # c\n\nd\n")
        #expect(parse(source).tree.statements.map { source.text($0.span) } == ["if a:\n    b", "d"])
    }
}

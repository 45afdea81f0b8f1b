/// Writes programs that are deep or long: nesting of every kind, chains of every kind, and values that hold each other in
/// chains. What walks such a thing must not do so on the stack, or must stop at a stated depth.
struct Towers {
    private var dice: Dice

    init(seed: Int) { dice = Dice(seed: seed) }

    mutating func program() -> String {
        switch dice.roll(5) {
        case 0: nested()
        case 1: chain()
        case 2: blocks()
        case 3: values()
        default: nested() + chain() + values()
        }
    }

    /// Seldom very many: most mistakes show at a few hundred, and those of the stack at many thousands.
    private mutating func many() -> Int { dice.pick([3, 50, 199, 200, 201, 1000, 1001, 5000, 5000, 30_000]) }

    private mutating func nested() -> String {
        let (open, close) = dice.pick([
            ("(", ")"), ("[", "]"), ("{\"a\": ", "}"), ("-", ""), ("not ", ""), ("x -> ", ""), ("abs(", ")"), ("(1, ", ")"), ("[1, ", "]"),
            ("f\"{", "}\""), ("1 if ", " else 2"), ("[i for i in ", "]"), ("2 ** ", ""), ("x[", "]"), ("sum((", ",))"), ("~", ""),
            ("[", " for i in [1]]"), ("(() -> ", ")()"),
        ])
        let depth = many()
        let whole = dice.chance(0.8)
        return "x = [1]\ny = " + String(repeating: open, count: depth) + "1" + String(repeating: close, count: whole ? depth : dice.roll(depth))
            + "\nprint(y)\ny == y\n"
    }

    private mutating func chain() -> String {
        let link = dice.pick([
            " + 1", " * x", " and 1", " or 0", " < 9", " == 1", "[0]", ".T", ".a", "()", "(1)", " |> f", " if 1 else 0", ", 1", " @ x", " - y",
            "\nx.append(1)", "\nx = x + 1", "; x", "\nf(x)", "\nx[0] = 1", " in x", " is None", ".abs()", "[...]", "[0:1]", " = 1",
            "\nelif x:\n    pass", "\nif 1: pass", "\ny = (x, x)", "\nx = [x, x]",
        ])
        let first = dice.pick(["x", "x", "f", "y = x", "if x: pass", "1"])
        return "x = [1]\ny = 2\nf = z -> z\n" + first + String(repeating: link, count: many()) + "\n"
    }

    private mutating func blocks() -> String {
        let head = dice.pick(["if 1:", "for i in [1]:", "while 1:", "def f(a):", "else:", "def f(a=1): return"])
        let depth = min(many(), 1001)
        let lines = (0..<depth).map { String(repeating: " ", count: $0) + head + "\n" }
        return lines.joined() + String(repeating: " ", count: depth) + dice.pick(["break", "x = 1", "return 1", "f(1)", "pass"]) + "\nf(1)\n"
    }

    private mutating func values() -> String {
        let step = dice.pick([
            "x = (x,)", "x = [x, \"a\"]", "x = {\"a\": x}", "f = wrap(f)", "f = grad(f)", "x = (x, x)", "x = [x]", "s = s + s", "x = [f, x]",
            "f = wrap((f, x))", "x = concat([x, x])", "g = keep(g)", "x = append(x, x)", "f = f |> wrap", "x = (f, g, x)", "f = jacobian(f)",
            "x = x + x", "s = f\"{s}{s}\"", "x = zip(x, x)", "x = tile(x, 2)",
        ])
        let use = dice.pick(["f(2)", "print(x)", "x == x", "y = x", "x[0]", "sum(x)", "f", "g()", "x = 0", "expect x == x", "symbolic(f)", "len(s)", "{x: 1}"])
        return """
            def wrap(h): return z -> h(z)
            def keep(h):
                def inner(k=h): return inner
                return inner
            x = [1, 2]
            s = "ab"
            f = z -> z * z
            g = 0
            for i in range(\(dice.pick([20, 100, 999, 1001, 4000]))): \(step)
            \(use)

            """
    }
}

import Interpreter

/// Writes programs that follow the grammar and nothing else: every builtin with arguments of any kind and count.
struct ProgramGrammar {
    private var dice: Dice
    /// Names that the program has given values.
    private var variables = ["a", "b", "f"]

    init(seed: Int) { dice = Dice(seed: seed) }

    mutating func program() -> String {
        (0..<(1 + dice.roll(6))).map { _ in statement(0) }.joined()
    }

    // MARK: - Statements

    private mutating func statement(_ depth: Int) -> String {
        let indent = String(repeating: "    ", count: depth)
        switch dice.roll(depth < 3 ? 24 : 14) {
        case 0...4: return indent + call(0) + "\n"
        case 5...6: return indent + newName() + " = " + value(0) + "\n"
        case 7: return indent + name() + place() + dice.pick([" = ", " += ", " *= ", " //= ", " @= "]) + value(0) + "\n"
        case 8: return indent + name() + dice.pick(["", ".a", "[0]"]) + ".append(" + value(0) + ")\n"
        case 9: return indent + value(0) + dice.pick(["", ";"]) + "\n"
        case 10: return indent + newName() + ", " + newName() + " = " + value(0) + "\n"
        case 11: return indent + dice.pick(["expect ", "assert ", "expect error: "]) + value(0) + "\n"
        case 12: return indent + "expect " + value(1) + dice.pick([" ~ ", " == "]) + value(1) + "\n"
        case 13: return indent + dice.pick(["break", "continue", "return", "pass", "...", "return " + value(1)]) + "\n"
        case 14...15:
            return indent + "for " + dice.pick([newName(), newName() + ", " + newName()]) + " in " + value(0) + ":\n"
                + block(depth)
        case 16: return indent + "while " + value(1) + ":\n" + block(depth)
        case 17...18: return indent + "if " + value(1) + ":\n" + block(depth) + indent + "else:\n" + block(depth)
        default: return indent + "def " + newName() + "(" + parameters() + "):\n" + block(depth)
        }
    }

    private mutating func block(_ depth: Int) -> String {
        (0...dice.roll(2)).map { _ in statement(depth + 1) }.joined()
    }

    private mutating func parameters() -> String {
        switch dice.roll(5) {
        case 0: ""
        case 1: "a"
        case 2: "a, b=" + value(2)
        case 3: "a: (N, M), b: (M,)"
        default: "a, b"
        }
    }

    private mutating func place() -> String {
        (0..<dice.roll(3)).map { _ in dice.chance(0.2) ? ".a" : subscripts(1) }.joined()
    }

    // MARK: - Names

    private mutating func name() -> String { dice.chance(0.9) ? dice.pick(variables) : dice.pick(Self.builtins) }

    /// Builtins are shadowed now and then.
    private mutating func newName() -> String {
        let name = dice.chance(0.05) ? dice.pick(Self.builtins) : dice.pick(["a", "b", "c", "f", "g", "x"])
        variables.append(name)
        return name
    }

    static let builtins = Builtin.names + ["pi", "inf", "float32", "bool"]
    private static let methods = ["upper", "title", "center", "zfill", "find", "count", "split", "join", "replace", "strip", "keys", "items", "get", "values", "T", "shape"]
    private static let keywords = [
        "axis", "keepdims", "mode", "padding", "stride", "dilation", "groups", "k", "n", "shape", "dtype", "ord", "ddof",
        "boundary", "value", "fillvalue", "strict", "padding_mode", "start", "step", "key", "sep", "end", "bits", "range",
        "sigma", "size", "reverse", "ceil_mode", "output_padding",
    ]

    // MARK: - Expressions

    private mutating func call(_ depth: Int) -> String {
        var arguments = (0..<dice.pick([0, 1, 1, 1, 2, 2, 3, 4])).map { _ in value(depth + 1) }
        if dice.chance(0.3) { arguments.append(dice.pick(Self.keywords) + "=" + value(depth + 1)) }
        if dice.chance(0.05) { arguments.append("*" + value(depth + 1)) }
        if dice.chance(0.2), let receiver = arguments.first {
            let rest = arguments.dropFirst().joined(separator: ", ")
            return receiver + "." + dice.pick(Self.methods + Self.builtins) + "(" + rest + ")"
        }
        let callee = dice.chance(0.85) ? dice.pick(Self.builtins) : dice.pick(variables)
        return callee + "(" + arguments.joined(separator: ", ") + ")"
    }

    private mutating func value(_ depth: Int) -> String {
        switch dice.roll(depth < 4 ? 40 : 20) {
        case 0...5: dice.pick(Self.numbers)
        case 6...7: dice.pick(Self.empties)
        case 8...11: dice.pick(Self.tensors)
        case 12...13: dice.pick(Self.texts)
        case 14: dice.pick(Self.containers)
        case 15: dice.pick(Self.tuples)
        case 16: dice.pick(Self.functions)
        case 17: dice.pick(Self.ranges)
        default: compound(depth)
        }
    }

    private mutating func compound(_ depth: Int) -> String {
        if depth >= 4 { return name() }
        switch dice.roll(22) {
        case 0...4: return call(depth)
        case 5...9: return "(" + value(depth + 1) + " " + dice.pick(Self.operators) + " " + value(depth + 1) + ")"
        case 10: return dice.pick(["-", "not ", "~", "+"]) + value(depth + 1)
        case 11...12: return value(depth + 1) + subscripts(depth + 1)
        case 13: return formatted(depth + 1)
        case 14: return "[" + value(depth + 1) + " for x in " + value(depth + 1) + condition(depth + 1) + "]"
        case 15: return "[" + value(depth + 1) + ", " + value(depth + 1) + "]"
        case 16: return "(" + value(depth + 1) + ", " + value(depth + 1) + ")"
        case 17: return "{\"a\": " + value(depth + 1) + ", " + value(depth + 1) + ": 1}"
        case 18: return "(" + dice.pick(["x", "(x, y)", "()"]) + " -> " + value(depth + 1) + ")"
        case 19: return "(" + value(depth + 1) + " if " + value(depth + 1) + " else " + value(depth + 1) + ")"
        case 20: return value(depth + 1) + "." + dice.pick(["T", "shape", "size", "ndim", "dtype", "a"])
        default: return name()
        }
    }

    private mutating func condition(_ depth: Int) -> String {
        switch dice.roll(4) {
        case 0: " if " + value(depth)
        case 1: " for y in " + value(depth)
        default: ""
        }
    }

    private mutating func subscripts(_ depth: Int) -> String {
        let parts = (0...dice.roll(2)).map { _ -> String in
            switch dice.roll(7) {
            case 0: return "..."
            case 1: return "None"
            case 2: return value(depth)
            case 3: return ":"
            case 4: return dice.pick(Self.numbers) + ":" + dice.pick(Self.numbers)
            case 5: return "::" + dice.pick(Self.numbers)
            default: return dice.pick(Self.numbers)
            }
        }
        return "[" + parts.joined(separator: ", ") + "]"
    }

    private mutating func formatted(_ depth: Int) -> String {
        let inner = value(depth).replacing("\"", with: "'")
        let spec = dice.pick(["", "", ":.3f", ":5d", ":>1000", ":^10", ":x", ":,", ":08.3f", ":%", ":q", ":.999", ":99999"])
        return "f\"{" + inner + spec + "}\""
    }

    // MARK: - Words

    private static let numbers = [
        "0", "1", "2", "3", "7", "-1", "-2", "0.5", "1e300", "-1e300", "nan", "inf", "-inf", "2**53", "-2**53", "2**31",
        "2**31-1", "-2**31", "2**62", "1e18", "9007199254740991", "1000000", "100", "-0.0", "4294967296", "3037000500",
        "1e-320", "True", "False", "None",
    ]
    private static let empties = ["[]", "zeros(0, 3)", "zeros(3, 0)", "zeros(2, 0, 2)", "ones(1)", "zeros(1,1,1,1,1,1,1,1)"]
    private static let tensors = [
        "[1, 2, 3]", "[[1, 2], [3, 4]]", "arange(24).reshape(2, 3, 4)", "randn(2, 3, 5, 5)", "ones(4, 4)", "[True, False]",
        "[nan, inf, -inf]", "randn(5)", "randn(6, 6)", "randn(3, 5, 5)", "tensor((1, 2), dtype=float32)", "(ones(3, 3) > 0)",
        "[0, 0, 1]", "[2, 1, 0]", "eye(3)",
    ]
    private static let texts = [
        "\"\"", "\"a\"", "\"abc def\"", "\"full\"", "\"valid\"", "\"ij,jk->ik\"", "\"e\u{301}👩‍👧\"", "\"wrap\"", "\"../x\"",
        "\"i->\"", "\"x.png\"", "\"/etc/passwd\"", "\"a\\nb\"",
    ]
    private static let containers = [
        "{}", "{\"a\": 1}", "{\"a\": [1, 2], \"b\": (1, 2)}", "{1: 2}", "[\"a\", \"b\"]", "[\"a\", 1]", "[(1, 2), (3, 4)]",
        "[None]", "[[], []]", "[\"a\", [1, [\"b\"]]]", "[x -> x]", "{nan: 1}", "{(1, 2): 3}",
    ]
    private static let tuples = [
        "()", "(1,)", "(1, 2)", "(2, 3)", "((1, 1), (2, 2))", "(-1,)", "(0, 0)", "(1e18, 1e18)", "(2**31, 2**31)",
        "(1, 2, 3, 4, 5, 6, 7, 8, 9)",
    ]
    private static let functions = ["x -> x", "(x, y) -> x + y", "() -> 1", "print", "sum", "x -> x[0]", "x -> map(f, [x])", "f"]
    private static let ranges = ["range(5)", "range(0)", "range(3, -3, -1)", "range(10**15)", "range(2)"]
    private static let operators = [
        "+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "==", "!=", "<", ">=", "and", "or", "in", "not in", "is", "|>",
    ]
}

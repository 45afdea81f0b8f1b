import Syntax
import Testing

/// A small generator with a fixed seed (xorshift), so that a failure can be repeated.
private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(sides))
    }
}

private func seconds(_ text: String) -> Double {
    let duration = ContinuousClock().measure { _ = parse(Source(name: "test", text: text)) }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

@Suite(.serialized) struct RobustnessTests {
    static let deep = [
        times(100_000, "("), times(100_000, "[") + times(100_000, "]"), times(1_000_000, "-") + "x",
        times(100_000, "not ") + "x",
        times(100_000, "x -> ") + "x", times(100_000, "a if b else ") + "c", times(100_000, "2**") + "2",
        times(50_000, "f\"{"),
        times(100_000, "lambda x: ") + "x", times(100_000, "!") + "x", times(50_000, "{1: "),
        times(100_000, "f(x)[") + "1", times(100_000, "2**-") + "2",
        (0..<1500).map { times($0, " ") + "if a:\n" }.joined(), times(100_000, "(") + " = 1",
        times(100_000, "[a, ") + times(100_000, "]") + " = 1",
        times(100_000, "f(x=") + "1", times(100_000, "\"\"\""), times(300, "f'''{f\"\"\"{"),
    ]

    @Test(arguments: deep.indices) func depthIsLimited(index: Int) {
        let result = parse(Source(name: "test", text: Self.deep[index]))
        #expect(!result.diagnostics.isEmpty || Self.deep[index].hasPrefix("\"\"\""))
    }

    @Test func depthThatIsLimitedSaysSo() {
        for text in [
            times(201, "(") + "x" + times(201, ")"), times(201, "-") + "x", times(201, "x -> ") + "x",
            times(201, "[") + times(201, "]"),
        ] {
            #expect(parse(Source(name: "test", text: text)).diagnostics.map(\.code) == ["limit-nesting"])
        }
        for text in [times(199, "(") + "x" + times(199, ")"), times(199, "-") + "x"] {
            #expect(parse(Source(name: "test", text: text)).diagnostics.isEmpty)
        }
    }

    static let flat: [(String, String, String)] = [
        ("x = a", " + a", ""), ("x = a", " < a", ""), ("f", "(x)[0].y", ""), ("x = a", " and a", ""),
        ("x", " |> f", ""), ("x = [1", ", 1", "]"),
        ("x = a", " && a", ""), ("x = a", " − a", ""), ("x = a", " b", ""), ("x = \"", "abcd", "\""),
        ("x = f\"", "{a}", "\""), ("", "a = 1\n", ""), ("", "a b\n", ""),
        ("", "f(1\n", ""), ("", "f(x)  #> 1\n", ""), ("x = ", "1234", ""), ("if a: b\n", "elif c: d\n", ""),
        ("x", " = a", ""), ("f(", "a)(", ")"),
        ("", "x = (\n", ""), ("", ")", ""), ("", "$", ""), ("f\"", "{", "\""), ("f\"{a:", "{b}", "}\""),
        ("x = $", " && a", ""), ("", "“", ""), ("", "\\\n", ""), ("", "#> a\n", ""),
        ("", "'", ""), ("", "[)", ""), ("", "(]", ""), ("# ", "#> ", ""), ("", "f(a)=", ""), ("", "\t", "x"),
        ("", "a:", ""), ("", "{a:1},", ""), ("", "x->", ""),
    ]

    /// Four times the text takes about four times as long; sixteen would be quadratic.
    @Test(arguments: flat.indices) func timeIsLinear(index: Int) {
        let (head, body, tail) = Self.flat[index]
        let count = 120_000 / body.utf8.count
        let short = head + times(count, body) + tail
        let long = head + times(4 * count, body) + tail
        let fastest = (0..<2).map { _ in seconds(short) }.min() ?? 0
        let slow = seconds(long)
        #expect(slow < 10 * fastest + 0.1, "\(head)\(body)\(tail): \(fastest) s, then \(slow) s")
    }

    private static let words = [
        "a", "f", "x", "1", "2.5", "\"s\"", "f\"{a}\"", "f\"{", "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "->",
        "=", "==", "+", "-", "*", "**", "@",
        "|>", "~", "if", "else", "elif", "for", "in", "while", "def", "return", "expect", "agree", "check", "layer",
        "use", "within", "error", "not", "and",
        "lambda", "class", "try", "except", "\n", "\n    ", "\n        ", "\t", " ", "#> 1", "# c", "#! a-b: c", "\\",
        "'", "\"\"\"", "−", "“", "²", "\u{A0}", "...",
        "forward", "(x)", ":\n    ", "True", "print", "end", "&&", "!", "?", "^", "0x", "1_", "2x", "\r\n", "\u{0}",
        "é", "名",
    ]

    @Test func soupOfTokensIsReadWithoutATrap() {
        var dice = Dice(state: 0x9E37_79B9_7F4A_7C15)
        for _ in 0..<6000 {
            let text = (0..<dice.roll(40)).map { _ in
                Self.words[dice.roll(Self.words.count)] + (dice.roll(3) == 0 ? "" : " ")
            }.joined()
            readAndDraw(Array(text.utf8))
        }
    }

    private static let program = """
        f(x1, x2) = ln(x1) + x1*x2 - sin(x2)  #> f
        def softmax(a: (N,), b=[1, 2]) -> (N,):
            "doc"
            e = exp(a - max(a))
            return e / sum(e for e in xs if e > 0)
        layer Dense(n, m):
            W = randn(m, n) / sqrt(n)
            forward(x): x @ W.T + b
        for i, j in zip(a, b):
            if i % 2 == 0: print(f"{i=} {j:.{p}f} {d['a']!r}")
            elif not i: A[i, ::-1] += 1
            else:
                break
        expect softmax([1, 2, 3]) ~ [0.0900, 0.2447] within 1e-8  # ours  #> 3
        expect error shape-matmul: W @ X
        check linear(im -> conv2d(im, k), g, shift=(1, 3)); x |> f
        y = '''text
        more'''  #>~ 3
        """

    @Test func mutatedProgramsAreReadWithoutATrap() {
        var dice = Dice(state: 88_172_645_463_325_252)
        let original = Array(Self.program.utf8)
        for _ in 0..<6000 {
            var bytes = original
            for _ in 0..<1 + dice.roll(6) where !bytes.isEmpty {
                let place = dice.roll(bytes.count)
                switch dice.roll(4) {
                case 0: bytes[place] = UInt8(dice.roll(256))
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(20)))
                case 2: bytes.insert(contentsOf: Self.words[dice.roll(Self.words.count)].utf8, at: place)
                default: bytes.swapAt(place, dice.roll(bytes.count))
                }
            }
            readAndDraw(bytes)
        }
    }

    @Test func theProgramItselfIsRight() {
        #expect(parse(Source(name: "test", text: Self.program)).diagnostics.isEmpty)
    }

    /// Reads a text, and a part of it, and draws what is wrong.
    private func readAndDraw(_ bytes: [UInt8]) {
        let source = Source(name: "test", bytes: bytes)
        let result = parse(source)
        for diagnostic in result.diagnostics {
            let text = DiagnosticRenderer().render(diagnostic)
            #expect(text.hasSuffix("\n") && (diagnostic.span?.range.upperBound ?? 0) <= bytes.count)
        }
        for id in result.tree.statements { #expect(id.span.range.upperBound <= bytes.count) }
        _ = parse(source, in: bytes.count / 3..<bytes.count * 2 / 3)
    }
}

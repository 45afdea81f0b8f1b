import Terminal
import Testing

private func set(_ markdown: String, width: Int = 40) -> String {
    MarkdownPrinter(width: width, ink: Ink(isColoured: false)).text(of: markdown)
}

@Suite("Prose is set for a terminal")
struct ProseTests {
    @Test("Paragraphs are wrapped by display width")
    func wrapping() {
        #expect(
            set("one two three four five six seven eight nine ten")
                == "one two three four five six seven eight\nnine ten\n")
        #expect(set("日本語 日本語 日本語 日本語 日本語 日本語 日本語", width: 20) == "日本語 日本語 日本語\n日本語 日本語 日本語\n日本語\n")
    }

    @Test("Headings, lists, quotes, tables, rules and code")
    func blocks() {
        #expect(set("# One\n### Two\n") == "One\n═══\n\nTwo\n")
        #expect(set("- a\n- b\n  1. c\n") == "  • a\n  • b\n    1. c\n")
        #expect(set("> a\n> b\n") == "│ a b\n")
        #expect(set("| a | bb |\n|---|:-:|\n| ccc | d |\n") == "a    bb\n───────\nccc  d\n")
        #expect(set("```python\nx = 1\n```\n") == "    x = 1\n")
        #expect(set("<!-- ours -->\na\n") == "a\n")
    }

    @Test(
        "Marks inside a paragraph",
        arguments: [
            ("a *b* **c** `d`", "a b c d"), ("2 * 3 * 4", "2 * 3 * 4"), ("snake_case_name", "snake_case_name"),
            ("[text](url)", "text (url)"), ("![cat](cat.png)", "[picture: cat]"), ("\\*a\\*", "*a*"),
            ("costs $5", "costs $5"),
            ("`a *b*`", "a *b*"), ("**open", "**open"),
        ])
    func inline(_ markdown: String, _ text: String) { #expect(set(markdown) == text + "\n") }

    @Test(
        "Formulas are readable",
        arguments: [
            ("\\frac{a}{b}", "a/b"), ("\\frac{a+1}{2n}", "(a+1)/2n"), ("x_i^2", "xᵢ²"),
            ("\\sigma(w \\cdot x)", "σ(w · x)"),
            ("\\sum_{i=0}^{n} x_i", "∑ᵢ₌₀ⁿ xᵢ"), ("\\max_{0 \\le a < k} x", "max_(0 ≤ a < k) x"),
            ("\\sqrt{x+y}", "√(x+y)"),
            ("W^T x", "Wᵀ x"), ("\\hat{y}", "y\u{302}"), ("\\text{if } x \\ge 0", "if x ≥ 0"), ("a - b", "a − b"),
            ("\\left( \\frac{1}{2} \\right)", "(1/2)"), ("\\lfloor n/k \\rfloor", "⌊n/k⌋"), ("{{{", ""), ("\\", ""),
        ])
    func formulas(_ formula: String, _ text: String) {
        #expect(set("$$\(formula)$$", width: 80).drop { $0 == " " } == (text.isEmpty ? "" : text + "\n"))
    }
}

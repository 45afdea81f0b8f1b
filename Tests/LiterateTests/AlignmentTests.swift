import Interpreter
import Literate
import Testing

private func fits(_ expected: String, _ actual: String) -> Bool {
    let wanted = ResultTokenizer.tokens(of: expected).map(\.token)
    let given = ActualText.tokens(of: [.printed(actual)], elements: false)
    return Alignment(wanted, given) { $0.text == $1.text(digits: 4) } != nil
}

@Suite("Three points stand for any run of tokens")
struct AlignmentTests {
    @Test(arguments: [
        ("...", ""), ("...", "a b"), ("a ...", "a"), ("a ... c", "a b c"), ("... c", "a b c"),
        ("a ... b ... c", "a b x b c"),
        ("[..., 4]", "[1, 2, 3, 4]"), ("a ... b c ... d", "a b b c d"),
    ])
    func `They fit`(_ expected: String, _ actual: String) { #expect(fits(expected, actual)) }

    @Test(arguments: [
        ("a ... a", "a"), ("a ... c", "a b"), ("a b", "a"), ("a", "a b"), ("a ... b c ... d", "a b x c d"),
    ])
    func `They do not fit`(_ expected: String, _ actual: String) { #expect(!fits(expected, actual)) }

    @Test("Many of them over a long text take no time that grows with their combinations")
    func isFast() {
        let expected = Array(repeating: "... a", count: 30).joined(separator: " ") + " b"
        #expect(!fits(expected, Array(repeating: "a", count: 3000).joined(separator: " ")))
    }
}

import Literate
import Syntax
import Testing

private func contents(_ text: String) -> [String] {
    let source = Source(name: "test.cl", text: text)
    return fences(in: source, from: 0).map { source.text($0.info) + "|" + source.text($0.content) }
}

@Suite("Fences are CommonMark's")
struct FencesTests {
    @Test("Backticks and tildes open, the same marks close")
    func marks() {
        #expect(contents("```cl\na\n```\n") == ["cl|a\n"])
        #expect(contents("~~~ cl\na\n```\n~~~\n") == ["cl|a\n```\n"])
    }

    @Test("A fence is closed by at least as many marks")
    func lengths() {
        #expect(contents("````cl\n```\n````\n") == ["cl|```\n"])
        #expect(contents("```cl\na\n`````\n") == ["cl|a\n"])
        #expect(contents("```cl\n``` x\n```\n") == ["cl|``` x\n"])
    }

    @Test("Up to three blanks may stand before the marks")
    func indentation() {
        #expect(contents("   ```cl\n   a\n  ```\n") == ["cl|   a\n"])
        #expect(contents("    ```cl\n    a\n") == [])
    }

    @Test("A fence that is not closed ends with the text")
    func unclosed() { #expect(contents("```cl\na") == ["cl|a"]) }

    @Test("An opening line of backticks holds no other backtick")
    func codeSpan() { #expect(contents("``` a ```\n") == []) }

    @Test("Remarks in HTML hide fences")
    func remarks() { #expect(contents("<!--\n```cl\na\n```\n-->\n```cl\nb\n```\n") == ["cl|b\n"]) }

    @Test("Line ends of Windows stay")
    func windows() { #expect(contents("```cl\r\na\r\n```\r\n") == ["cl|a\r\n"]) }

    @Test("An empty fence has no content")
    func empty() { #expect(contents("```cl\n```\n") == ["cl|"]) }
}

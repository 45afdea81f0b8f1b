import Syntax
import Testing

/// A program in which 1️⃣, 2️⃣, ... mark places; the marks are no part of the text.
struct MarkedText: ExpressibleByStringLiteral {
    static let marks: [Character] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣"]

    var text = ""
    /// The byte offset of each mark.
    var offsets: [Character: Int] = [:]

    init(stringLiteral marked: String) {
        for character in marked {
            if Self.marks.contains(character) {
                offsets[character] = text.utf8.count
            } else {
                text.append(character)
            }
        }
    }
}

/// Every problem of a program, each at its mark and nowhere else.
func expectProblems(
    _ marked: MarkedText, _ wanted: (mark: Character, code: String)..., at location: SourceLocation = #_sourceLocation
) {
    let result = parse(Source(name: "test", text: marked.text))
    let found = result.diagnostics.map { "\($0.code) at \($0.span?.start ?? -1)" }
    let expected = wanted.map { "\($0.code) at \(marked.offsets[$0.mark] ?? -1)" }
    #expect(found == expected, "\(result.diagnostics.map(\.sentence))", sourceLocation: location)
}

/// The tree of a program that has no problems, as `Tree.dump` writes it.
func dump(_ text: String, at location: SourceLocation = #_sourceLocation) -> String {
    let result = parse(Source(name: "test", text: text))
    #expect(result.diagnostics.map(\.sentence) == [], sourceLocation: location)
    return result.tree.dump()
}

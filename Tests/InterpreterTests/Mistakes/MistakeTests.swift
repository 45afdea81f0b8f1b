import Interpreter
import Literate
import Syntax
import Testing

/// A mistake that students make, and what a good teacher would say to it.
struct Mistake: CustomTestStringConvertible, Sendable {
    var program: String
    var code: String
    /// Line and column.
    var place: String
    /// The sizes, names and words that the answer must hold.
    var mentions: [String]
    /// The last line of the answer; nil where nobody can know what was meant.
    var offer: String?

    init(_ program: String, _ code: String, _ place: String, _ mentions: [String], _ offer: String?) {
        (self.program, self.code, self.place, self.mentions, self.offer) = (program, code, place, mentions, offer)
    }

    var testDescription: String { program.replacing("\n", with: " | ") }
}

@Suite("Mistakes that students make are answered as a good teacher would")
struct MistakeTests {
    static let all = Mistake.syntax + Mistake.shapes + Mistake.calls + Mistake.libraries

    @Test("The answer has the place, names what is involved and offers what was meant", arguments: all)
    func answer(mistake: Mistake) throws {
        let found = try #require(try run(mistake.program).cells.flatMap(\.errors).first, "no error")
        let text = DiagnosticRenderer().render(found)
        let place = try #require(found.span.flatMap { found.source?.place(of: Int($0.start)) })
        #expect(found.code == mistake.code, "\n\(text)")
        #expect("\(place.line):\(place.column)" == mistake.place, "\n\(text)")
        for word in mistake.mentions { #expect(text.contains(word), "\(word)\n\(text)") }
        let offers = found.advice.map(\.phrase)
        if let offer = mistake.offer { #expect(offers.contains(offer), "\(offers)\n\(text)") }
    }

    /// What is offered takes the place of what it is offered for; a second mistake behind the first may have its own.
    @Test("What is offered works", arguments: all.filter { $0.offer != nil })
    func offerWorks(mistake: Mistake) throws {
        var program = mistake.program
        for _ in 0..<3 {
            let errors = try run(program).cells.flatMap(\.errors)
            guard !errors.isEmpty else { return }
            // from the last to the first, so that places stay
            for error in errors.reversed() {
                guard let edit = error.edits.first else { continue }
                var bytes = Array(program.utf8)
                bytes.replaceSubrange(edit.span.range, with: Array(edit.text.utf8))
                program = String(decoding: bytes, as: UTF8.self)
            }
        }
        let left = try run(program).cells.flatMap(\.errors)
        #expect(left.isEmpty, "\n\(program)\n\(left.map { DiagnosticRenderer().render($0) }.joined())")
    }

    @Test("Nine of ten mistakes have an offer") func offersAreTheRule() {
        #expect(Self.all.count >= 70)
        #expect(10 * Self.all.count { $0.offer != nil } >= 9 * Self.all.count)
    }
}

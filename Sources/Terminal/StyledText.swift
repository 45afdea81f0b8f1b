import Syntax

/// Text whose characters each have a look, so that it can be wrapped before it is painted.
struct StyledText: Equatable {
    struct Run: Equatable {
        var text: String
        var look: Look
        /// Its blanks are no place to break a line.
        var isSolid = false
    }

    private(set) var runs: [Run] = []

    init() {}
    init(_ text: String, _ look: Look = []) { append(text, look) }

    mutating func append(_ text: String, _ look: Look = [], isSolid: Bool = false) {
        append(Run(text: text, look: look, isSolid: isSolid))
    }

    mutating func append(_ other: StyledText) { other.runs.forEach { append($0) } }

    /// Neighbours that look alike become one, so that each change is painted once.
    private mutating func append(_ run: Run) {
        guard !run.text.isEmpty else { return }
        if let last = runs.last, last.look == run.look, last.isSolid == run.isSolid {
            runs[runs.count - 1].text += run.text
        } else {
            runs.append(run)
        }
    }

    var plain: String { runs.map(\.text).joined() }
    var width: Int { plain.displayWidth }

    func painted(_ ink: Ink) -> String { runs.map { ink.painted($0.text, $0.look) }.joined() }

    /// The same with one more look everywhere.
    func adding(_ look: Look) -> StyledText {
        var result = self
        for index in result.runs.indices { result.runs[index].look.insert(look) }
        return result
    }

    /// Lines of at most a width; a word that is wider stands alone. A line feed in the text always breaks.
    func wrapped(to width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        var line = StyledText()
        var lineWidth = 0
        for word in words {
            if word.breaksLine {
                lines.append(line)
                (line, lineWidth) = (StyledText(), 0)
                continue
            }
            let wordWidth = word.text.width
            if lineWidth > 0, lineWidth + 1 + wordWidth > width {
                lines.append(line)
                (line, lineWidth) = (StyledText(), 0)
            }
            if lineWidth > 0 {
                line.append(" ", line.lookBetween(word.text))
                lineWidth += 1
            }
            line.append(word.text)
            lineWidth += wordWidth
        }
        return lineWidth > 0 || lines.isEmpty ? lines + [line] : lines
    }

    /// A blank is painted only inside of one run of a look.
    private func lookBetween(_ next: StyledText) -> Look {
        (runs.last?.look ?? []).intersection(next.runs.first?.look ?? [])
    }

    private struct Word {
        var text = StyledText()
        var breaksLine = false
    }

    private var words: [Word] {
        var words: [Word] = []
        var word = Word()
        func endWord() {
            if !word.text.runs.isEmpty { words.append(word) }
            word = Word()
        }
        for run in runs {
            if run.isSolid {
                word.text.runs.append(run)
                continue
            }
            var part = ""
            func endPart() {
                word.text.append(part, run.look)
                part = ""
            }
            for character in run.text {
                if character == " " || character == "\t" || character == "\n" {
                    endPart()
                    endWord()
                    if character == "\n" { words.append(Word(breaksLine: true)) }
                } else {
                    part.append(character)
                }
            }
            endPart()
        }
        endWord()
        return words
    }
}

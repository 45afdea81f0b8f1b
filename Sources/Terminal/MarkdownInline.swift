import Interpreter

/// Reads the marks inside a paragraph: code, emphasis, links, maths.
struct InlineReader {
    private let characters: [Character]
    private var position = 0
    private var text = StyledText()
    private var look: Look
    private var plain = ""
    /// Marks of emphasis that are open, with what they look like.
    private var open: [(mark: String, look: Look)] = []

    static func read(_ text: String, look: Look = []) -> StyledText {
        var reader = InlineReader(characters: Array(text), look: look)
        reader.run()
        return reader.text
    }

    private init(characters: [Character], look: Look) {
        self.characters = characters
        self.look = look
    }

    private mutating func run() {
        while position < characters.count {
            switch characters[position] {
            case "\\" where position + 1 < characters.count && characters[position + 1].isPunctuationOrSymbol:
                plain.append(characters[position + 1])
                position += 2
            case "`" where readCode(): break
            case "$" where readMaths(): break
            case "*", "_":
                if !readEmphasis() { take() }
            case "!" where readPicture(): break
            case "[" where readLink(): break
            default: take()
            }
        }
        flush()
    }

    private mutating func take() {
        plain.append(characters[position])
        position += 1
    }

    private mutating func flush() {
        text.append(plain, look)
        plain = ""
    }

    private func count(of character: Character, from start: Int) -> Int {
        characters[start...].prefix { $0 == character }.count
    }

    /// The text up to a closing mark, and where it goes on.
    private func enclosed(by mark: Character, times: Int, from start: Int) -> (text: String, end: Int)? {
        var index = start
        while index < characters.count {
            guard characters[index] == mark else {
                index += 1
                continue
            }
            let run = count(of: mark, from: index)
            if run == times { return (String(characters[start..<index]), index + run) }
            index += run
        }
        return nil
    }

    private mutating func readCode() -> Bool {
        let marks = count(of: "`", from: position)
        guard let (code, end) = enclosed(by: "`", times: marks, from: position + marks) else { return false }
        flush()
        let isPadded = code.count > 2 && code.hasPrefix(" ") && code.hasSuffix(" ")
        text.append(isPadded ? String(code.dropFirst().dropLast()) : code, look.union(.cyan), isSolid: true)
        position = end
        return true
    }

    /// `$x$`; a price such as $5 has a blank before the next sign, or no next sign.
    private mutating func readMaths() -> Bool {
        let marks = min(2, count(of: "$", from: position))
        let start = position + marks
        guard start < characters.count, !characters[start].isWhitespace,
            let (formula, end) = enclosed(by: "$", times: marks, from: start),
            formula.last?.isWhitespace == false || marks == 2
        else { return false }
        flush()
        text.append(TeX.text(formula), look.union(.italic), isSolid: formula.count < 40)
        position = end
        return true
    }

    private mutating func readEmphasis() -> Bool {
        let character = characters[position]
        let marks = min(2, count(of: character, from: position))
        let mark = String(repeating: character, count: marks)
        let before = position > 0 ? characters[position - 1] : " "
        let after = position + marks < characters.count ? characters[position + marks] : " "
        if let last = open.last, last.mark == mark, !before.isWhitespace, character == "*" || !after.isLetterOrDigit {
            flush()
            look = open.removeLast().look
            position += marks
            return true
        }
        guard !after.isWhitespace, character == "*" || !before.isLetterOrDigit,
            closes(mark, from: position + marks)
        else { return false }
        flush()
        open.append((mark, look))
        look.insert(marks == 2 ? .bold : .italic)
        position += marks
        return true
    }

    private func closes(_ mark: String, from start: Int) -> Bool {
        let marks = Array(mark)
        var index = start
        while index + marks.count <= characters.count {
            if Array(characters[index..<index + marks.count]) == marks, !characters[index - 1].isWhitespace {
                return true
            }
            index += 1
        }
        return false
    }

    private mutating func readPicture() -> Bool {
        guard position + 1 < characters.count, characters[position + 1] == "[",
            let link = link(from: position + 1)
        else { return false }
        flush()
        text.append("[picture: \(link.text)]", look.union(.dim))
        position = link.end
        return true
    }

    private mutating func readLink() -> Bool {
        guard let link = link(from: position) else { return false }
        flush()
        text.append(InlineReader.read(link.text, look: look.union(.underlined)))
        if link.text != link.target { text.append(" (\(link.target))", look.union(.dim)) }
        position = link.end
        return true
    }

    /// `[text](target)`
    private func link(from start: Int) -> (text: String, target: String, end: Int)? {
        guard let close = characters[start...].firstIndex(of: "]"), close + 1 < characters.count,
            characters[close + 1] == "(", let end = characters[(close + 1)...].firstIndex(of: ")")
        else { return nil }
        return (String(characters[(start + 1)..<close]), String(characters[(close + 2)..<end]), end + 1)
    }
}

extension Character {
    fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
    fileprivate var isPunctuationOrSymbol: Bool { isASCII && !isLetterOrDigit && !isWhitespace }
}

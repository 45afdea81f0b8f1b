/// Writes formulas of TeX as one can read them in a line of text: `\frac{a}{b}` as a/b, `x_i^2` as xᵢ².
package struct TeX {
    package static func text(_ formula: String) -> String {
        var reader = TeX(characters: Array(formula))
        return reader.readGroup(until: nil).tidied
    }

    /// Deeper groups are shown as they stand; a lesson's formula never comes near.
    private static let maximumDepth = 50
    private let characters: [Character]
    private var position = 0
    private var depth = 0

    private init(characters: [Character]) { self.characters = characters }

    private mutating func readGroup(until closing: Character?) -> String {
        var result = ""
        while position < characters.count {
            let character = characters[position]
            if character == closing {
                position += 1
                return result
            }
            switch character {
            case "^": result += readScript(TeXLetters.superscripts, "^")
            case "_": result += readScript(TeXLetters.subscripts, "_")
            case "&": result += take(" ")
            case "~": result += take(" ")
            case "\n": result += take(" ")
            default: result += readItem()
            }
        }
        return result
    }

    private mutating func take(_ text: String) -> String {
        position += 1
        return text
    }

    /// A group, a command or one character.
    private mutating func readItem() -> String {
        guard position < characters.count else { return "" }
        let character = characters[position]
        position += 1
        switch character {
        case "{":
            guard depth < Self.maximumDepth else { return "{" }
            depth += 1
            defer { depth -= 1 }
            return readGroup(until: "}")
        case "\\": return readCommand()
        case "-": return "−"
        default: return String(character)
        }
    }

    private mutating func readScript(_ letters: [Character: Character], _ mark: String) -> String {
        position += 1
        while position < characters.count, characters[position] == " " { position += 1 }
        let script = readItem().tidied
        let small = script.compactMap { letters[$0] }
        if small.count == script.count { return String(small) }
        return script.count == 1 ? mark + script : mark + "(" + script + ")"
    }

    private mutating func readCommand() -> String {
        guard position < characters.count else { return "" }
        guard characters[position].isLetter else { return readSymbol() }
        let start = position
        while position < characters.count, characters[position].isLetter { position += 1 }
        let name = String(characters[start..<position])
        // as in TeX, blanks end a command and are no part of the formula
        while position < characters.count, characters[position] == " " { position += 1 }
        return text(ofCommand: name)
    }

    /// `\,`, `\\`, `\{`
    private mutating func readSymbol() -> String {
        let character = characters[position]
        position += 1
        switch character {
        case ",", ";", ":", " ", ">": return " "
        case "!": return ""
        case "\\": return "\n"
        case "|": return "‖"
        default: return String(character)
        }
    }

    private mutating func text(ofCommand name: String) -> String {
        if let symbol = TeXLetters.symbols[name] { return symbol }
        if let accent = TeXLetters.accents[name] { return readItem() + accent }
        switch name {
        case "frac", "dfrac", "tfrac": return bracketed(readItem()) + "/" + bracketed(readItem())
        case "sqrt": return "√" + bracketed(readItem())
        case "binom": return "C(" + readItem() + ", " + readItem() + ")"
        case "text", "mathrm", "mathbf", "mathcal", "mathbb", "mathit", "operatorname", "boldsymbol", "textbf",
            "underbrace":
            return readItem()
        case "left", "right", "big", "Big", "bigg", "Bigg", "displaystyle", "limits", "nolimits":
            return readDelimiter()
        case "begin": return TeXLetters.brackets(of: readItem()).opening
        case "end": return TeXLetters.brackets(of: readItem()).closing
        // sin, max, argmin: the name itself, set apart from what follows
        default: return name + (position < characters.count && characters[position].isLetter ? " " : "")
        }
    }

    /// `\left.` is no bracket at all.
    private mutating func readDelimiter() -> String {
        guard position < characters.count, characters[position] == "." else { return "" }
        return take("")
    }

    private func bracketed(_ text: String) -> String {
        let text = text.tidied
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0.isMark }
        return isPlain ? text : "(" + text + ")"
    }
}

extension Character {
    /// A small letter above or below, or an accent.
    fileprivate var isMark: Bool { TeXLetters.small.contains(self) }
}

extension String {
    /// Without blanks at the ends, inside of brackets, and double ones within.
    fileprivate var tidied: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { $0.tidiedLine }.joined(separator: "\n")
    }
}

extension Substring {
    fileprivate var tidiedLine: String {
        var line = ""
        for word in split(separator: " ") {
            let isTight = line.last.map("([{⌊⌈⟨".contains) ?? true || word.first.map(")]}⌋⌉⟩".contains) ?? true
            line += (isTight ? "" : " ") + word
        }
        return line
    }
}

extension Lexer {
    /// A name, a keyword, or the prefix of a string.
    mutating func lexName() {
        let first = position
        while position < end, bytes[position].isNameByte || bytes[position].isDigit { position += 1 }
        if peek() >= 0x80 { return lexUnicodeName(from: first) }
        let isQuoted = (peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'")) && !endsFieldString()
        if isQuoted, position - first <= 2, StringPrefix(bytes[first..<position]) != nil {
            return lexString(prefix: first..<position)
        }
        addName(String(decoding: bytes[first..<position], as: UTF8.self), from: first)
    }

    private mutating func lexUnicodeName(from first: Int) {
        var text = String(decoding: bytes[first..<position], as: UTF8.self).unicodeScalars
        while position < end {
            guard let (scalar, length) = scalar(at: position) else { break }
            if let digit = PastedCharacter(scalar), digit.isSubscript {
                report(.pasted(digit), from: position, to: position + length)
                for letter in digit.ascii.unicodeScalars { text.append(letter) }
            } else if scalar.properties.isXIDContinue, PastedCharacter(scalar) == nil {
                // one by one: the library copies all that stands there to append several
                for letter in scalar.plainLetters { text.append(letter) }
            } else {
                break
            }
            position += length
        }
        addName(String(text), from: first)
    }

    private mutating func addName(_ text: String, from first: Int) {
        if let keyword = Keyword.byText[text] {
            add(.keyword(keyword), from: first)
        } else {
            add(.name(text), from: first)
        }
    }

    /// A character beyond ASCII: a letter, a sign pasted from a slide, or nothing that we know.
    mutating func lexBeyondASCII() {
        guard let (scalar, length) = scalar(at: position) else { return lexUnknown() }
        if let pasted = PastedCharacter(scalar) {
            lexPasted(pasted, length: length)
        } else if scalar.properties.isXIDStart {
            lexUnicodeName(from: position)
        } else {
            lexUnknown()
        }
    }

    /// Reports a pasted character and carries on as if its ASCII spelling stood there.
    private mutating func lexPasted(_ pasted: PastedCharacter, length: Int) {
        let first = position
        report(.pasted(pasted), from: first, to: first + length)
        if pasted.ascii == "\"" || pasted.ascii == "'" { return lexTypesetString() }
        if let symbol = Symbol(rawValue: pasted.ascii) { return lex(symbol, length: length) }
        position += length
        if let digit = pasted.exponent {
            output.tokens.append(Token(kind: .symbol(.power), span: Span(first, first + 1)))
            add(.number(digit), from: first)
        } else if !pasted.ascii.allSatisfy(\.isWhitespace) {
            addName(pasted.ascii, from: first)
        }
    }

    /// Skips a character that no program holds.
    mutating func lexUnknown() {
        let first = position
        guard let (scalar, length) = scalar(at: position) else {
            position += 1
            return report(.notUTF8, from: first, to: position, breaksLine: true)
        }
        position += length
        report(.unknownCharacter(scalar), from: first, to: position, breaksLine: true)
    }

    /// The scalar at an offset and its length in bytes; nil if the bytes are no UTF-8.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
        var decoder = UTF8()
        var iterator = bytes[offset..<min(offset + 4, end)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, UTF8.width(scalar))
    }
}

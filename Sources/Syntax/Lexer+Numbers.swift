extension Lexer {
    /// A number as Python writes it: `1_000`, `.5`, `1e-5`, `0x1F`.
    mutating func lexNumber() {
        let first = position
        if peek() == UInt8(ascii: "0"), let radix = radix(ofPrefix: peek(1)) {
            lexInteger(radix: radix, from: first)
        } else {
            lexDecimal(from: first)
        }
        endNumber(from: first)
    }

    private func radix(ofPrefix byte: UInt8) -> UInt32? {
        switch byte | 0x20 {
        case UInt8(ascii: "x"): 16
        case UInt8(ascii: "o"): 8
        case UInt8(ascii: "b"): 2
        default: nil
        }
    }

    private mutating func lexInteger(radix: UInt32, from first: Int) {
        position += 2
        var value = 0.0
        var digits = 0
        while position < end {
            if let digit = bytes[position].hexadecimalValue, digit < radix {
                value = value * Double(radix) + Double(digit)
                digits += 1
            } else if !isSeparator() {
                break
            }
            position += 1
        }
        if digits == 0 || peek().isDigit {
            while peek().isDigit || peek().isNameByte { position += 1 }
            report(.numberDigits(radix: Int(radix)), from: first, to: position)
        }
        add(.number(value), from: first)
    }

    private mutating func lexDecimal(from first: Int) {
        skipDigits()
        let isWhole = peek() != UInt8(ascii: ".")
        if !isWhole {
            position += 1
            skipDigits()
        }
        let hasExponent = skipExponent()
        let text = bytes[first..<position].filter { $0 != UInt8(ascii: "_") }
        if isWhole, !hasExponent, text.count > 1, text[0] == UInt8(ascii: "0"), text.contains(where: { $0 != text[0] })
        {
            report(.leadingZero, from: first, to: position)
        }
        add(.number(Double(String(decoding: text, as: UTF8.self)) ?? 0), from: first)
    }

    private mutating func skipDigits() {
        while position < end, bytes[position].isDigit || isSeparator() { position += 1 }
    }

    /// An underscore between two digits.
    private func isSeparator() -> Bool {
        peek() == UInt8(ascii: "_") && position > start && bytes[position - 1] != UInt8(ascii: "_")
            && peek(1).hexadecimalValue != nil
    }

    private mutating func skipExponent() -> Bool {
        guard peek() | 0x20 == UInt8(ascii: "e") else { return false }
        let sign = peek(1) == UInt8(ascii: "-") || peek(1) == UInt8(ascii: "+") ? 1 : 0
        guard peek(1 + sign).isDigit else { return false }
        position += 1 + sign
        skipDigits()
        return true
    }

    /// Refuses what runs into the number: `2x`, `1.2.3`, `5.sqrt()`, `1_`.
    private mutating func endNumber(from first: Int) {
        let last = position
        if peek() == UInt8(ascii: "."),
            peek(1).isDigit || bytes[last - 1] == UInt8(ascii: ".") && peek(1) != UInt8(ascii: ".")
        {
            while peek() == UInt8(ascii: ".") || peek().isDigit { position += 1 }
            return report(.twoPoints, from: first, to: position)
        }
        if peek() == UInt8(ascii: "_") {
            while peek() == UInt8(ascii: "_") || peek().isDigit { position += 1 }
            return report(.strayUnderscore, from: first, to: position)
        }
        guard peek().isNameByte || peek() >= 0x80 && startsName() else { return }
        endNumberBeforeName(from: first)
    }

    private func startsName() -> Bool {
        guard let (scalar, _) = scalar(at: position) else { return false }
        return scalar.properties.isXIDStart && PastedCharacter(scalar) == nil
    }

    private mutating func endNumberBeforeName(from first: Int) {
        let numberEnd = position
        var last = position
        while last < end, bytes[last].isNameByte || bytes[last].isDigit || bytes[last] >= 0x80 { last += 1 }
        let word = String(decoding: bytes[numberEnd..<last], as: UTF8.self)
        // Python reads `1if x else 2`, and so do we.
        if let keyword = Keyword.byText[word], [.if, .else, .and, .or, .in, .is, .not, .for].contains(keyword) {
            return
        }
        let number = String(decoding: bytes[first..<numberEnd], as: UTF8.self)
        if number.hasSuffix(".") {
            report(.fieldOfNumber(number: String(number.dropLast()), field: word), from: first, to: last)
            output.tokens.append(Token(kind: .symbol(.dot), span: Span(numberEnd - 1, numberEnd)))
        } else {
            report(.numberBeforeName(number: number, name: word), from: first, to: last)
            output.tokens.append(Token(kind: .symbol(.star), span: Span(numberEnd, numberEnd)))
        }
    }
}

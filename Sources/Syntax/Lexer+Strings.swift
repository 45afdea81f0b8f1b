/// What stands before a string's quote: `r`, `f`, `rb`.
struct StringPrefix {
    var isRaw = false
    var isFormatted = false
    var isBytes = false

    init() {}

    init?(_ letters: ArraySlice<UInt8>) {
        for letter in letters {
            switch letter | 0x20 {
            case UInt8(ascii: "r") where !isRaw: isRaw = true
            case UInt8(ascii: "f") where !isFormatted: isFormatted = true
            case UInt8(ascii: "b") where !isBytes: isBytes = true
            case UInt8(ascii: "u") where letters.count == 1: break
            default: return nil
            }
        }
        if isFormatted && isBytes { return nil }
    }
}

/// The quotes that a string ends with.
struct StringQuote {
    /// `"` or `'`
    var byte: UInt8
    var isTriple = false
    var isRaw = false
    /// Opened by a typeset quote, and so closed by one too.
    var isTypeset = false
    /// Where the string begins.
    var start: Int
}

/// Why a stretch of string text ends.
enum StringStop {
    case quote(length: Int), brace, lineEnd, textEnd
}

extension Lexer {
    /// A string of any form, its prefix already read.
    mutating func lexString(prefix letters: Range<Int>) {
        let prefix = StringPrefix(bytes[letters]) ?? StringPrefix()
        let byte = bytes[position]
        var quote = StringQuote(byte: byte, isRaw: prefix.isRaw, start: letters.lowerBound)
        quote.isTriple = peek(1) == byte && peek(2) == byte
        position += quote.isTriple ? 3 : 1
        if prefix.isBytes { report(.bytesLiteral, from: letters.lowerBound, to: position) }
        if prefix.isFormatted {
            lexFormatted(quote)
        } else {
            lexPlain(quote)
        }
    }

    /// A string whose opening quote is a typeset one, already reported.
    mutating func lexTypesetString() {
        guard let (scalar, length) = scalar(at: position), let pasted = PastedCharacter(scalar) else { return }
        let quote = StringQuote(byte: pasted.ascii.utf8.first ?? 0, isTypeset: true, start: position)
        position += length
        lexPlain(quote)
    }

    private mutating func lexPlain(_ quote: StringQuote) {
        var text: [UInt8] = []
        let stop = readText(into: &text, quote: quote, stopsAtBraces: false)
        endString(quote, stop)
        add(.string(String(decoding: text, as: UTF8.self)), from: quote.start)
    }

    /// Steps over the closing quote, or reports that there is none.
    mutating func endString(_ quote: StringQuote, _ stop: StringStop) {
        switch stop {
        case .quote(let length): position += length
        case .brace: break
        case .textEnd where quote.isTriple:
            output.unfinishedFrom = min(output.unfinishedFrom ?? .max, quote.start)
            let mark = String(decoding: [quote.byte, quote.byte, quote.byte], as: UTF8.self)
            report(.unterminatedText(mark), from: quote.start, to: min(quote.start + 3, end), breaksLine: true)
        case .lineEnd, .textEnd:
            if case .lineEnd = stop { output.holdsUnendedText = true }
            let mark = String(decoding: [quote.byte], as: UTF8.self)
            let typeset = typesetQuote(from: quote.start)
            report(
                .unterminatedString(mark, typesetCloser: typeset), from: quote.start, to: position, breaksLine: true,
                mend: typeset == nil ? endedString(quote) : nil)
        }
    }

    /// The string with its closing quote where it most likely belongs; a text with an apostrophe in double quotes.
    private func endedString(_ quote: StringQuote) -> Diagnostic.Edit? {
        guard !quote.isTriple, formattedDepth == 0, position - quote.start <= 100 else { return nil }
        let mark = quote.byte
        let other = mark == UInt8(ascii: "'") ? UInt8(ascii: "\"") : UInt8(ascii: "'")
        if let whole = apostropheText(upTo: quote) {
            let text = [other] + bytes[whole.range].dropFirst().dropLast() + [other]
            return Diagnostic.Edit(whole, String(decoding: text, as: UTF8.self))
        }
        var last = position
        // what closes brackets that are open here, or begins a block, is no text
        var open = brackets.count { $0.symbol != nil }
        while last > quote.start + 1,
            bytes[last - 1] == UInt8(ascii: " ") || (")]}".utf8.contains(bytes[last - 1]) && open > 0)
        {
            if bytes[last - 1] != UInt8(ascii: " ") { open -= 1 }
            last -= 1
        }
        let hasOther = last > quote.start + 1 && bytes[last - 1] == other
        let text = Array(bytes[quote.start..<(hasOther ? last - 1 : last)]) + [mark]
        return Diagnostic.Edit(Span(quote.start, last), String(decoding: text, as: UTF8.self))
    }

    /// `'it's'`, which reads as a text, a name and the beginning of a text that does not end.
    private func apostropheText(upTo quote: StringQuote) -> Span? {
        guard quote.byte == UInt8(ascii: "'"), output.tokens.count >= 2 else { return nil }
        let (text, name) = (output.tokens[output.tokens.count - 2], output.tokens[output.tokens.count - 1])
        guard case .string = text.kind, case .name = name.kind, text.span.end == name.span.start,
            bytes[Int(text.span.start)] == quote.byte,
            Int(name.span.end) <= quote.start
        else { return nil }
        let whole = Span(Int(text.span.start), quote.start + 1)
        return bytes[whole.range].contains(UInt8(ascii: "\"")) || bytes[whole.range].contains(UInt8(ascii: "\n"))
            ? nil : whole
    }

    /// A typeset quote in a string that does not end: most likely the one that was meant to close it.
    private func typesetQuote(from first: Int) -> PastedCharacter? {
        let text = String(decoding: bytes[first..<position], as: UTF8.self)
        return text.unicodeScalars.dropFirst().lazy.compactMap(PastedCharacter.init)
            .first { $0.ascii == "\"" || $0.ascii == "'" }
    }

    /// Collects text up to its end, with the escapes replaced.
    mutating func readText(into text: inout [UInt8], quote: StringQuote, stopsAtBraces: Bool) -> StringStop {
        while position < end {
            let byte = bytes[position]
            if let length = closingLength(of: quote) { return .quote(length: length) }
            switch byte {
            case UInt8(ascii: "\n") where !quote.isTriple: return .lineEnd
            case UInt8(ascii: "\r") where peek(1) == UInt8(ascii: "\n"):
                if !quote.isTriple { return .lineEnd }
                position += 1
            case UInt8(ascii: "{") where stopsAtBraces, UInt8(ascii: "}") where stopsAtBraces: return .brace
            case UInt8(ascii: "\\") where quote.isRaw:
                text.append(byte)
                position += 1
                if position < end, peek() != UInt8(ascii: "\n") || quote.isTriple { appendByte(to: &text) }
            case UInt8(ascii: "\\"): readEscape(into: &text)
            default: appendByte(to: &text)
            }
        }
        return .textEnd
    }

    private mutating func appendByte(to text: inout [UInt8]) {
        text.append(bytes[position])
        position += 1
    }

    /// The length of the quote that ends the string here.
    private func closingLength(of quote: StringQuote) -> Int? {
        let byte = bytes[position]
        if byte == quote.byte {
            if !quote.isTriple { return 1 }
            return peek(1) == byte && peek(2) == byte ? 3 : nil
        }
        guard quote.isTypeset, byte >= 0x80, let (scalar, length) = scalar(at: position),
            let pasted = PastedCharacter(scalar), pasted.ascii.utf8.first == quote.byte
        else { return nil }
        return length
    }

    /// `\n`, `\x41`, `\u03b1` and so on; an unknown one stays as it is, as in Python.
    private mutating func readEscape(into text: inout [UInt8]) {
        let first = position
        position += 1
        let letter = peek()
        position = min(position + 1, end)
        switch letter {
        case UInt8(ascii: "\n"): break
        case UInt8(ascii: "\r"): if peek() == UInt8(ascii: "\n") { position += 1 }
        case UInt8(ascii: "x"): readCodePoint(digits: 2, from: first, into: &text)
        case UInt8(ascii: "u"): readCodePoint(digits: 4, from: first, into: &text)
        case UInt8(ascii: "U"): readCodePoint(digits: 8, from: first, into: &text)
        case UInt8(ascii: "0")...UInt8(ascii: "7"): readOctal(into: &text)
        default:
            if let plain = Self.escapes[letter] {
                text.append(plain)
            } else {
                text.append(contentsOf: bytes[first..<position])
            }
        }
    }

    private static let escapes: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8,
        UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11, UInt8(ascii: "\\"): UInt8(ascii: "\\"),
        UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "\""): UInt8(ascii: "\""),
    ]

    private mutating func readCodePoint(digits: Int, from first: Int, into text: inout [UInt8]) {
        var value: UInt32 = 0
        var count = 0
        while count < digits, let digit = peek().hexadecimalValue {
            value = value << 4 | digit
            position += 1
            count += 1
        }
        guard count == digits, let scalar = Unicode.Scalar(value) else {
            return report(
                .badEscape(String(decoding: bytes[first..<position], as: UTF8.self), digits: digits),
                from: first, to: position)
        }
        text.append(contentsOf: String(scalar).utf8)
    }

    /// Up to three octal digits, the first already read.
    private mutating func readOctal(into text: inout [UInt8]) {
        position -= 1
        var value: UInt32 = 0
        var count = 0
        while count < 3, let digit = peek().hexadecimalValue, digit < 8 {
            value = value << 3 | digit
            position += 1
            count += 1
        }
        if let scalar = Unicode.Scalar(value) { text.append(contentsOf: String(scalar).utf8) }
    }
}

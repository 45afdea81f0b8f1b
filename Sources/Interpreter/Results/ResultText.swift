/// What a result's text is made of when it is compared as values: spacing, line breaks and commas are gone.
package enum ResultToken: Equatable, Sendable {
    case number(NumberText)
    /// One of `()[]{}`.
    case bracket(Unicode.Scalar)
    /// Every other run without blanks, quotation marks included.
    case word(String)

    /// Matches any run of tokens when it is expected.
    package var isEllipsis: Bool { self == .word("...") }

    /// As a message quotes it.
    package var text: String {
        switch self {
        case .number(let number): number.text
        case .bracket(let scalar): String(scalar)
        case .word(let word): word
        }
    }
}

/// A number as it was written, since the way of writing says how exactly it is meant.
package struct NumberText: Equatable, Sendable {
    package var text: String
    package var value: Double
    /// Digits after the point, of the mantissa if there is an exponent.
    package var decimals: Int
    package var hasPoint: Bool
    /// The power of ten after `e`.
    package var exponent: Int?

    /// Takes a text that has a number's form.
    package init(_ text: String) {
        self.text = text
        // the standard library reads these as it reads a program's own literals
        value = Double(text) ?? .nan
        let parts = text.split(separator: "e", maxSplits: 1)
        let mantissa = parts.first ?? ""
        exponent = text == "inf" || parts.count < 2 ? nil : Int(parts[1].drop { $0 == "+" }) ?? Int.max
        hasPoint = mantissa.contains(".")
        decimals = mantissa.firstIndex(of: ".").map { mantissa[$0...].utf8.count - 1 } ?? 0
    }
}

/// Splits a text into result tokens.
///
/// A number stands free: no letter, digit, `_` or `.` touches it, so that `300x451` and `conv1` are words; a sign
/// belongs to it only where no subtraction can be meant.
package struct ResultTokenizer {
    package struct Located: Equatable {
        package var token: ResultToken
        /// Byte offsets into the text.
        package var range: Range<Int>
    }

    private var scalars: [Unicode.Scalar] = []
    /// The byte offset of each scalar, and the text's length.
    private var offsets: [Int] = []
    private let previous: Unicode.Scalar?
    private var tokens: [Located] = []

    /// The tokens of a text; `previous` is what stands directly before it, if something does.
    package static func tokens(of text: some StringProtocol, after previous: Unicode.Scalar? = nil) -> [Located] {
        var tokenizer = ResultTokenizer(text, previous)
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(_ text: some StringProtocol, _ previous: Unicode.Scalar?) {
        self.previous = previous
        var offset = 0
        for scalar in text.unicodeScalars {
            scalars.append(scalar)
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
    }

    private mutating func run() {
        var position = 0
        var wordStart = 0
        func endWord(at end: Int) -> Located? {
            guard end > wordStart else { return nil }
            return located(.word(String(String.UnicodeScalarView(scalars[wordStart..<end]))), wordStart..<end)
        }
        while position < scalars.count {
            let scalar = scalars[position]
            var next = position + 1
            var token: ResultToken?
            if scalar.isBracket {
                token = .bracket(scalar)
            } else if let end = endOfNumber(at: position) {
                token = .number(NumberText(String(String.UnicodeScalarView(scalars[position..<end]))))
                next = end
            } else if !scalar.separates {
                position = next
                continue
            }
            if let word = endWord(at: position) { tokens.append(word) }
            if let token { tokens.append(located(token, position..<next)) }
            position = next
            wordStart = next
        }
        if let word = endWord(at: scalars.count) { tokens.append(word) }
    }

    private func located(_ token: ResultToken, _ range: Range<Int>) -> Located {
        Located(token: token, range: offsets[range.lowerBound]..<offsets[range.upperBound])
    }

    // MARK: - Numbers

    private func scalar(at index: Int) -> Unicode.Scalar? {
        index < 0 ? previous : index < scalars.count ? scalars[index] : nil
    }

    /// Where the number that begins here ends; nil when none does.
    private func endOfNumber(at start: Int) -> Int? {
        let before = scalar(at: start - 1)
        if before?.joinsNumbers == true { return nil }
        var position = start
        let isSigned = scalars[start] == "+" || scalars[start] == "-"
        if isSigned {
            guard before?.allowsSign ?? true else { return nil }
            position += 1
        }
        guard
            let end = endOfWord("inf", at: position) ?? (isSigned ? nil : endOfWord("nan", at: position))
                ?? endOfDigits(at: position),
            scalar(at: end)?.joinsNumbers != true
        else { return nil }
        return end
    }

    private func endOfWord(_ word: String, at start: Int) -> Int? {
        let end = start + word.unicodeScalars.count
        guard end <= scalars.count, scalars[start..<end].elementsEqual(word.unicodeScalars) else { return nil }
        return end
    }

    /// `\d+(\.\d*)?|\.\d+`, then `(e[+-]?\d+)?`
    private func endOfDigits(at start: Int) -> Int? {
        var end = skipDigits(from: start)
        let wholeDigits = end - start
        if scalar(at: end) == "." {
            let afterPoint = skipDigits(from: end + 1)
            guard wholeDigits > 0 || afterPoint > end + 1 else { return nil }
            end = afterPoint
        } else if wholeDigits == 0 {
            return nil
        }
        guard scalar(at: end) == "e" else { return end }
        var exponent = end + 1
        if let sign = scalar(at: exponent), sign == "+" || sign == "-" { exponent += 1 }
        let afterExponent = skipDigits(from: exponent)
        return afterExponent > exponent ? afterExponent : end
    }

    private func skipDigits(from start: Int) -> Int {
        var position = start
        while position < scalars.count, "0"..."9" ~= scalars[position] { position += 1 }
        return position
    }
}

extension Unicode.Scalar {
    /// A letter, digit, `_` or `.`: what touches one of these is no number of its own.
    var joinsNumbers: Bool {
        switch self {
        case "0"..."9", "a"..."z", "A"..."Z", "_", ".": true
        case _ where value < 0x80: false
        default: properties.isAlphabetic || properties.generalCategory == .decimalNumber
        }
    }

    var isBracket: Bool {
        switch self {
        case "(", ")", "[", "]", "{", "}": true
        default: false
        }
    }

    fileprivate var separates: Bool { self == "," || properties.isWhitespace }

    /// After these a sign belongs to the number that follows.
    var allowsSign: Bool { separates || isBracket || self == "=" || self == ":" }
}

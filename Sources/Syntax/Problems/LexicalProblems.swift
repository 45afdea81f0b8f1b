/// What can be wrong with the characters of a program.
enum LexicalProblem: Problem {
    case pasted(PastedCharacter)
    case unknownCharacter(Unicode.Scalar)
    case notUTF8
    case strayBackslash
    case mixedTabs
    case unmatchedDedent
    case numberBeforeName(number: String, name: String)
    case fieldOfNumber(number: String, field: String)
    case twoPoints
    case strayUnderscore
    case leadingZero
    case numberDigits(radix: Int)
    case unterminatedString(String, typesetCloser: PastedCharacter?)
    case unterminatedText(String)
    case bytesLiteral
    case badEscape(String, digits: Int)
    case strayBrace
    case fieldNeverCloses
    case unknownConversion(String)
    case nothingToClose(String)
    case wrongCloser(String, opener: String, openerSpan: Span, wanted: String)
    case neverClosed(String)
    case nestedTooDeep(Int)

    var code: String {
        switch self {
        case .pasted: "lex-pasted"
        case .unknownCharacter, .notUTF8, .strayBackslash: "lex-character"
        case .mixedTabs, .unmatchedDedent: "lex-indent"
        case .numberBeforeName, .fieldOfNumber, .twoPoints, .strayUnderscore, .leadingZero, .numberDigits: "lex-number"
        case .unterminatedString, .unterminatedText, .bytesLiteral, .badEscape: "lex-string"
        case .strayBrace, .fieldNeverCloses, .unknownConversion: "lex-format"
        case .nothingToClose, .wrongCloser, .neverClosed: "lex-bracket"
        case .nestedTooDeep: "limit-nesting"
        }
    }

    var sentence: String {
        switch self {
        case .pasted(let character): Self.describe(character)
        case .unknownCharacter(let scalar): "\(Self.name(scalar)) means nothing here"
        case .notUTF8: "this byte is no UTF-8 text"
        case .strayBackslash: "a backslash joins two lines and must be the last character of the first"
        case .mixedTabs: "tabs and blanks are mixed, so how far this line is indented depends on the editor"
        case .unmatchedDedent: "this line is indented less than the block above, but like no line before the block"
        case .numberBeforeName(let number, let name): "the number \(number) runs into the name \(name)"
        case .fieldOfNumber(let number, let field): "the point of .\(field) reads as the decimal point of \(number)"
        case .twoPoints: "a number has one decimal point"
        case .strayUnderscore: "an underscore in a number stands between two digits"
        case .leadingZero: "a whole number does not begin with 0"
        case .numberDigits(let radix): "these are no digits of a number in base \(radix)"
        case .unterminatedString(let quote, nil): "the text that \(quote) begins does not end on its line"
        case .unterminatedString(let quote, let closer?):
            "the text begins with \(quote) and ends with \(closer.scalar), which is another character"
        case .unterminatedText(let quotes): "the text that \(quotes) begins never ends"
        case .bytesLiteral: "there are no byte strings"
        case .badEscape(let text, let digits): "\(text) needs \(digits) hexadecimal digits that name a character"
        case .strayBrace: "a } in an f-string stands without its {"
        case .fieldNeverCloses: "the { of this f-string's field is never closed"
        case .unknownConversion(let text): "!\(text) is no conversion"
        case .nothingToClose(let closer): "\(closer) closes nothing"
        case .wrongCloser(let closer, let opener, _, let wanted):
            "\(closer) cannot close \(opener), which needs \(wanted)"
        case .neverClosed(let opener): "\(opener) is never closed"
        case .nestedTooDeep(let limit): "more than \(limit) things are nested in each other"
        }
    }

    var reasons: [String] {
        switch self {
        case .unterminatedString(_, nil): ["a text over several lines stands between three quotes"]
        case .pasted(let character) where character.ascii == " ": ["delete it and type a blank"]
        case .pasted(let character) where character.ascii.isEmpty: ["delete it"]
        case .bytesLiteral: ["leave the b out"]
        case .unknownConversion: ["!r is the value as the prompt shows it, !s as print does"]
        case .strayBrace: ["a brace that is text is written twice: }}"]
        case .mixedTabs: ["indent every line of a block with the same number of blanks"]
        default: []
        }
    }

    var advice: [Diagnostic.Advice] {
        switch self {
        case .pasted(let character) where !character.ascii.allSatisfy(\.isWhitespace): [.write(character.ascii)]
        case .numberBeforeName(let number, let name): [.write("\(number)*\(name)")]
        case .fieldOfNumber(let number, let field): [.write("(\(number)).\(field)")]
        case .nothingToClose(let closer): [.delete(closer)]
        default: []
        }
    }

    var labels: [Diagnostic.Label] {
        guard case .wrongCloser(_, let opener, let span, _) = self else { return [] }
        return [Diagnostic.Label(span, "\(opener) opens here")]
    }

    private static func describe(_ character: PastedCharacter) -> String {
        switch character.ascii {
        case "": "an invisible character (\(codePoint(character.scalar))) stands here"
        case " ": "this blank is \(codePoint(character.scalar)), not the one that the space bar types"
        case "\"", "'": "\(character.scalar) is a typeset quote (\(codePoint(character.scalar)))"
        default: "\(name(character.scalar)) is spelled \(character.ascii)"
        }
    }

    private static func name(_ scalar: Unicode.Scalar) -> String {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            "the character \(codePoint(scalar))"
        default: scalar.isASCII ? String(scalar) : "\(scalar) (\(codePoint(scalar)))"
        }
    }

    private static func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

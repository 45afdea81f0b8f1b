/// What the lexer makes of a text.
package struct LexedText: Sendable {
    /// The last token is always `end`.
    package var tokens: [Token] = []
    package var comments: [Comment] = []
    package var diagnostics: [Diagnostic] = []
    /// The `newline` tokens of lines whose errors stand in `diagnostics`; a parser that fails there is right to be silent.
    var brokenLines: Set<Int> = []
    /// Where the bracket or triple-quoted string begins that the end of the text leaves open.
    var unfinishedFrom: Int?
    /// A text does not end on its line, which no further line could mend.
    var holdsUnendedText = false
}

/// The tokens of a program, which lexes as Python 3 does.
package func lex(_ source: Source, in range: Range<Int>? = nil, strippingIndent indent: Int = 0) -> LexedText {
    var lexer = Lexer(source: source, range: range, strippedIndent: indent)
    lexer.run()
    return lexer.output
}

/// Cuts a program into tokens, in time linear in its length.
struct Lexer {
    /// An open bracket, or an open field of an f-string.
    struct OpenBracket {
        /// Nil for a field.
        var symbol: Symbol?
        var token: Int
    }

    /// Where to go on if the brackets that are open here turn out never to close.
    struct Restart {
        var position: Int
        var tokens: Int
        var comments: Int
        var diagnostics: Int
        var brackets: [OpenBracket]
    }

    /// After that many unclosed brackets the rest is read as one line, which keeps the time linear.
    static let maximumRestarts = 10

    let source: Source
    let bytes: [UInt8]
    let start: Int
    let end: Int
    /// Blanks that a lesson's fence takes from the beginning of each line.
    let strippedIndent: Int
    var position: Int
    var output = LexedText()
    var indents = [Indentation()]
    var brackets: [OpenBracket] = []
    var restart: Restart?
    var restarts = 0
    var formattedDepth = 0
    /// The quotes of the f-strings whose fields are being read.
    var fieldQuotes: [StringQuote] = []
    /// The next `}` or line end as last looked up, so that looking ahead for it stays linear.
    var nextBrace = -1
    var lineIsBroken = false
    /// Strings nest too deep: the rest is not read, and what it leaves open is no error of its own.
    var hasGivenUp = false

    init(source: Source, range: Range<Int>?, strippedIndent: Int) {
        self.source = source
        self.strippedIndent = strippedIndent
        bytes = source.bytes
        end = min(range?.upperBound ?? bytes.count, bytes.count)
        start = min(max(range?.lowerBound ?? 0, 0), end)
        position = start
    }

    mutating func run() {
        if bytes[position..<end].starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
        startLine()
        repeat {
            while position < end { lexToken() }
        } while restartAfterUnclosedBracket()
        endLine()
        while indents.count > 1 {
            indents.removeLast()
            add(.dedent, from: end)
        }
        add(.end, from: end)
    }

    mutating func lexToken() {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0C: position += 1
        case UInt8(ascii: "\n"): lexLineEnd()
        case UInt8(ascii: "#"): lexComment(isTrailing: true, isIndented: false)
        case UInt8(ascii: "\\"): lexJoin()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): lexNumber()
        case UInt8(ascii: ".") where peek(1).isDigit: lexNumber()
        case UInt8(ascii: "\""), UInt8(ascii: "'"): lexString(prefix: position..<position)
        case _ where byte.isNameByte: lexName()
        case 0x80...: lexBeyondASCII()
        default: lexSymbol()
        }
    }

    /// A line ends: a token outside brackets, a blank inside.
    private mutating func lexLineEnd() {
        if brackets.isEmpty {
            endLine()
            position += 1
            startLine()
        } else {
            position += 1
            noteRestart()
        }
    }

    /// Ends a line that holds a token.
    mutating func endLine() {
        defer { lineIsBroken = false }
        switch output.tokens.last?.kind {
        case nil, .newline, .indent, .dedent: return
        default: break
        }
        if lineIsBroken { output.brokenLines.insert(output.tokens.count) }
        add(.newline, from: position)
    }

    /// `\` at the end of a line joins it with the next.
    private mutating func lexJoin() {
        let backslash = position
        position += 1
        if peek() == UInt8(ascii: "\r"), peek(1) == UInt8(ascii: "\n") { position += 1 }
        if position >= end {
            output.unfinishedFrom = backslash
            report(.strayBackslash, from: backslash, to: position, breaksLine: true)
        } else if peek() == UInt8(ascii: "\n") {
            position += 1
        } else {
            report(.strayBackslash, from: backslash, to: position, breaksLine: true)
        }
    }

    private mutating func lexSymbol() {
        var key: UInt32 = 0
        var best: (symbol: Symbol, length: Int)?
        for length in 1...3 where position + length <= end {
            key = key << 8 | UInt32(bytes[position + length - 1])
            if let symbol = Symbol.byBytes[key] { best = (symbol, length) }
        }
        guard let best else { return lexUnknown() }
        lex(best.symbol, length: best.length)
    }

    /// Adds a symbol that the next bytes stand for.
    mutating func lex(_ symbol: Symbol, length: Int) {
        let first = position
        position += length
        if symbol.closer != nil {
            brackets.append(OpenBracket(symbol: symbol, token: output.tokens.count))
        } else if symbol.isCloser {
            guard closeBracket(with: symbol, from: first) else { return }
        }
        add(.symbol(symbol), from: first)
    }

    /// The byte some places ahead, 0 behind the end.
    func peek(_ distance: Int = 0) -> UInt8 { position + distance < end ? bytes[position + distance] : 0 }

    mutating func add(_ kind: Token.Kind, from first: Int) {
        output.tokens.append(Token(kind: kind, span: Span(first, position)))
    }

    /// `breaksLine`: the parser will trip over the same place and should not say so again.
    ///
    /// - Parameter mend: what to write instead, if that takes the place of more or less than what is pointed at.
    mutating func report(
        _ problem: LexicalProblem, from first: Int, to last: Int, breaksLine: Bool = false, mend: Diagnostic.Edit? = nil
    ) {
        if breaksLine { lineIsBroken = true }
        if hasGivenUp || output.diagnostics.count >= Parser.maximumDiagnostics { return }
        var diagnostic = problem.diagnostic(in: source, at: Span(first, last), mend: mend)
        if mend == nil { diagnostic.replaced = Span(first, last) }
        output.diagnostics.append(diagnostic)
    }
}

extension UInt8 {
    var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

    /// A letter or `_`.
    var isNameByte: Bool {
        (UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z"))
            || (UInt8(ascii: "A") <= self && self <= UInt8(ascii: "Z"))
            || self == UInt8(ascii: "_")
    }

    /// The value of a hexadecimal digit.
    var hexadecimalValue: UInt32? { Character(Unicode.Scalar(self)).hexDigitValue.map(UInt32.init) }
}

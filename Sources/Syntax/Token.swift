/// A word, sign or literal of a program, and where it stands.
package struct Token: Sendable {
    package enum Kind: Hashable, Sendable {
        /// The text is normalised: compatibility letters are replaced by the plain ones.
        case name(String)
        case keyword(Keyword)
        case number(Double)
        case string(String)
        /// `f"`: up to `formattedEnd` follow texts and fields.
        case formattedStart
        case formattedText(String)
        /// `{` of an f-string: an expression follows, then perhaps `fieldEcho`, `fieldConversion` and `fieldSpec`.
        case fieldStart
        /// `x=` of `{x=}`, with its blanks.
        case fieldEcho(String)
        /// `r` of `{x!r}`
        case fieldConversion(String)
        /// `:` of `{x:.3f}`: texts and fields follow up to `fieldEnd`.
        case fieldSpec
        case fieldEnd
        case formattedEnd
        case symbol(Symbol)
        case newline
        case indent
        case dedent
        case end
    }

    package var kind: Kind
    package var span: Span
    /// For an opening bracket, the index of the token that closes it.
    package var partner: Int?

    /// Nothing was written here: it closes a bracket that the program leaves open.
    var isSupplied: Bool { span.start == span.end }
}

/// Python's reserved words and our two.
///
/// `check`, `layer`, `use`, `within`, `error`, `forward` and `backward` are names that the parser reads as keywords in
/// a few places.
package enum Keyword: String, Sendable, CaseIterable {
    case `true` = "True", `false` = "False", none = "None"
    case and, or, not, `in`, `is`, `if`, elif, `else`, `for`, `while`, `break`, `continue`, pass, def, `return`, assert
    case expect, agree
    // Reserved so that each can say what to write instead.
    case `class`, `try`, except, finally, raise, `import`, from, with, `as`, lambda, global, nonlocal, yield, del
    case `async`, `await`, eval

    static let byText = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}

/// Operators and punctuation.
package enum Symbol: String, Sendable, CaseIterable {
    case openParenthesis = "(", closeParenthesis = ")", openBracket = "[", closeBracket = "]"
    case openBrace = "{", closeBrace = "}"
    case comma = ",", colon = ":", semicolon = ";", dot = ".", ellipsis = "...", arrow = "->", assign = "="
    case plus = "+", minus = "-", star = "*", slash = "/", doubleSlash = "//", percent = "%", at = "@", power = "**"
    case ampersand = "&", bar = "|", tilde = "~", pipe = "|>"
    case plusAssign = "+=", minusAssign = "-=", starAssign = "*=", slashAssign = "/=", doubleSlashAssign = "//="
    case percentAssign = "%=", atAssign = "@=", powerAssign = "**=", ampersandAssign = "&=", barAssign = "|="
    case equal = "==", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    // Other languages' signs, read so that each can say what to write instead.
    case doubleAmpersand = "&&", doubleBar = "||", exclamation = "!", caret = "^", caretAssign = "^="
    case shiftLeft = "<<", shiftRight = ">>", walrus = ":=", fatArrow = "=>", question = "?"
    case tripleEqual = "===", notTripleEqual = "!=="

    /// The symbols by their bytes, the last byte lowest.
    static let byBytes: [UInt32: Symbol] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.rawValue.utf8.reduce(0) { $0 << 8 | UInt32($1) }, $0) })

    /// The bracket that closes this one.
    var closer: Symbol? {
        switch self {
        case .openParenthesis: .closeParenthesis
        case .openBracket: .closeBracket
        case .openBrace: .closeBrace
        default: nil
        }
    }

    var isCloser: Bool { self == .closeParenthesis || self == .closeBracket || self == .closeBrace }
}

/// A comment, from its `#` to the end of its line, and what the lexer knew where it stood.
package struct Comment: Sendable {
    package var span: Span
    /// Code stands before it on its line.
    package var isTrailing: Bool
    /// Blanks stand before it on its line.
    var isIndented: Bool
    /// The code line before it, or the one it stands on, belongs to an indented block.
    var followsBlock: Bool
    var isInsideBrackets: Bool
}

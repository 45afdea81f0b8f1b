/// A character that a slide, a PDF or a word processor sets where a program has an ASCII one.
struct PastedCharacter: Equatable, Sendable {
    let scalar: Unicode.Scalar
    /// What to write: `-` for U+2212; empty for a character that nobody sees.
    let ascii: String

    /// The `2` of `x²`.
    var exponent: Double? { ascii.hasPrefix("**") ? Double(ascii.dropFirst(2)) : nil }

    /// The `1` of `x₁`, which goes on with the name.
    var isSubscript: Bool { (0x2080...0x2089).contains(scalar.value) }

    init?(_ scalar: Unicode.Scalar) {
        self.scalar = scalar
        switch scalar.value {
        case ..<0xA0: return nil
        case 0x2080...0x2089: ascii = String(scalar.value - 0x2080)
        case 0x2074...0x2079: ascii = "**\(scalar.value - 0x2070)"
        case 0xFF01...0xFF5E:
            guard let plain = Unicode.Scalar(scalar.value - 0xFEE0), !plain.properties.isXIDContinue else { return nil }
            ascii = String(plain)
        default:
            guard let spelling = Self.spellings[scalar] else { return nil }
            ascii = spelling
        }
    }

    private static let spellings: [Unicode.Scalar: String] = [
        // dashes and minus
        "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-",
        "\u{FE63}": "-",
        // products and quotients
        "\u{D7}": "*", "\u{B7}": "*", "\u{22C5}": "*", "\u{2219}": "*", "\u{2217}": "*", "\u{2022}": "*",
        "\u{2299}": "*", "\u{F7}": "/", "\u{2215}": "/", "\u{2044}": "/",
        // comparisons, logic, arrows
        "\u{2264}": "<=", "\u{2265}": ">=", "\u{2A7D}": "<=", "\u{2A7E}": ">=", "\u{2260}": "!=", "\u{2261}": "==",
        "\u{2248}": "~", "\u{2208}": "in", "\u{2227}": "and", "\u{2228}": "or", "\u{AC}": "not", "\u{2192}": "->",
        "\u{21A6}": "->", "\u{2190}": "=",
        // words
        "\u{221A}": "sqrt", "\u{221E}": "inf", "\u{2211}": "sum", "\u{220F}": "prod", "\u{2207}": "grad",
        // quotes
        "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"", "\u{AB}": "\"", "\u{BB}": "\"",
        "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'",
        // exponents, dots
        "\u{B9}": "**1", "\u{B2}": "**2", "\u{B3}": "**3", "\u{2070}": "**0", "\u{2026}": "...", "\u{22EF}": "...",
        // blanks
        "\u{A0}": " ", "\u{2000}": " ", "\u{2001}": " ", "\u{2002}": " ", "\u{2003}": " ", "\u{2004}": " ",
        "\u{2005}": " ", "\u{2006}": " ", "\u{2007}": " ", "\u{2008}": " ", "\u{2009}": " ", "\u{200A}": " ",
        "\u{202F}": " ", "\u{205F}": " ", "\u{3000}": " ", "\u{2028}": " ", "\u{2029}": " ",
        // nobody sees these
        "\u{200B}": "", "\u{200C}": "", "\u{200D}": "", "\u{2060}": "", "\u{FEFF}": "", "\u{AD}": "", "\u{200E}": "",
        "\u{200F}": "", "\u{2061}": "", "\u{2062}": "", "\u{2063}": "",
    ]
}

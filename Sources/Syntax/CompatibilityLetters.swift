/// Python compares identifiers after NFKC; the standard library has only the canonical half of it, in `String`'s own
/// equality. What is added here is the compatibility half for the letters that slides and keyboards produce: the
/// mathematical alphabets, fullwidth letters, letter-like signs, raised and lowered letters, Greek symbol forms, the
/// micro sign and the Latin ligatures. Rarer forms (Arabic, Hangul half-width, circled letters) keep their own identity.
extension Unicode.Scalar {
    /// The ordinary letters that the scalar is a styled form of, or the scalar itself.
    var plainLetters: [Unicode.Scalar] {
        guard value >= 0xAA else { return [self] }
        switch value {
        case 0x1D400...0x1D6A3: return Self.latin(at: value - 0x1D400)
        case 0x1D6A8...0x1D7CB: return Self.greek(at: (value - 0x1D6A8) % 58)
        case 0x1D7CE...0x1D7FF: return Self.scalars(0x30 + (value - 0x1D7CE) % 10)
        case 0xFF10...0xFF5A: return Self.scalars(value - 0xFEE0)
        default: return Self.forms[self].map { Array($0.unicodeScalars) } ?? [self]
        }
    }

    private static func scalars(_ value: UInt32) -> [Unicode.Scalar] { Unicode.Scalar(value).map { [$0] } ?? [] }

    /// Thirteen alphabets of 26 capitals and 26 small letters.
    private static func latin(at index: UInt32) -> [Unicode.Scalar] {
        let letter = index % 52
        return scalars(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
    }

    /// Five alphabets: capitals with a second theta, nabla, small letters, partial, six symbol forms.
    private static func greek(at index: UInt32) -> [Unicode.Scalar] {
        switch index {
        case 17: scalars(0x398)
        case 0..<25: scalars(0x391 + index)
        case 25: scalars(0x2207)
        case 26..<51: scalars(0x3B1 + index - 26)
        case 51: scalars(0x2202)
        default: [Array("εθκφρπ".unicodeScalars)[Int(index - 52)]]
        }
    }

    private static let forms: [Unicode.Scalar: String] = {
        var forms: [Unicode.Scalar: String] = [
            "µ": "μ", "ϐ": "β", "ϑ": "θ", "ϕ": "φ", "ϖ": "π", "ϰ": "κ", "ϱ": "ρ", "ϲ": "ς", "ϴ": "Θ", "ϵ": "ε",
            "ª": "a", "º": "o", "ſ": "s", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
            "\u{1D6A4}": "ı", "\u{1D6A5}": "ȷ",
        ]
        func add(_ styled: String, _ plain: String) {
            for (form, letter) in zip(styled.unicodeScalars, plain.unicodeScalars) { forms[form] = String(letter) }
        }
        add("ℂℊℋℌℍℎℏℐℑℒℓℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴℹ", "CgHHHhħIILlNPQRRRZZBCeEFMoi")
        add("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz")
        add("ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ", "ABDEGHIJKLMNOPRTUVW")
        add("ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", "aehijklmnoprstuvxβγρφχ")
        add("ᵝᵞᵟᵠᵡ", "βγδφχ")
        return forms
    }()
}

/// A name of a program as TeX writes it: `x1` as x with the index 1, `alpha` and `α` as the Greek letter, `yhat` with a hat.
struct TeXName {
    let text: String

    init(_ name: String) {
        let parts = name.split(separator: "_", omittingEmptySubsequences: true).map(String.init)
        guard let first = parts.first else {
            text = #"\_"#
            return
        }
        let stem = String(first.prefix { !$0.isNumber })
        var indexes = Array(parts.dropFirst())
        if stem.count < first.count { indexes.insert(String(first.dropFirst(stem.count)), at: 0) }
        text = Self.symbol(stem) + Self.subscripted(indexes)
    }

    private static func symbol(_ stem: String) -> String {
        if let letter = greek.first(where: { $0.name == stem || $0.letter == stem }) { return #"\"# + letter.name }
        if let word = constants[stem] { return word }
        if stem.count <= 1 { return stem }
        for accent in ["hat", "bar"] where stem.hasSuffix(accent) && stem.count > accent.count {
            return #"\\#(accent){\#(symbol(String(stem.dropLast(accent.count))))}"#
        }
        return #"\mathrm{\#(stem)}"#
    }

    private static func subscripted(_ indexes: [String]) -> String {
        guard !indexes.isEmpty else { return "" }
        let texts = indexes.map { $0.allSatisfy(\.isNumber) ? $0 : symbol($0) }
        let text = texts.joined(separator: ",")
        return text.count == 1 ? "_\(text)" : "_{\(text)}"
    }

    private static let constants = ["inf": #"\infty"#, "nan": #"\mathrm{NaN}"#]

    private static let greek = [
        ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("epsilon", "ε"), ("zeta", "ζ"), ("eta", "η"),
        ("theta", "θ"), ("iota", "ι"), ("kappa", "κ"), ("lambda", "λ"), ("mu", "μ"), ("nu", "ν"), ("xi", "ξ"), ("pi", "π"),
        ("rho", "ρ"), ("sigma", "σ"), ("tau", "τ"), ("upsilon", "υ"), ("phi", "φ"), ("chi", "χ"), ("psi", "ψ"),
        ("omega", "ω"), ("Gamma", "Γ"), ("Delta", "Δ"), ("Theta", "Θ"), ("Lambda", "Λ"), ("Xi", "Ξ"), ("Pi", "Π"),
        ("Sigma", "Σ"), ("Phi", "Φ"), ("Psi", "Ψ"), ("Omega", "Ω"),
    ].map { (name: $0.0, letter: $0.1) }
}

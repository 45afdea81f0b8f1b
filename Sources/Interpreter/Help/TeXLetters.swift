/// The characters that stand for TeX's commands.
enum TeXLetters {
    static let symbols: [String: String] = [
        "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ",
        "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν",
        "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ",
        "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ",
        "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
        "sum": "∑", "prod": "∏", "int": "∫", "iint": "∬", "partial": "∂", "nabla": "∇", "infty": "∞",
        "le": " ≤ ", "leq": " ≤ ", "ge": " ≥ ", "geq": " ≥ ", "ne": " ≠ ", "neq": " ≠ ", "approx": " ≈ ",
        "equiv": " ≡ ", "sim": " ∼ ", "propto": " ∝ ", "ll": " ≪ ", "gg": " ≫ ", "lt": " < ", "gt": " > ",
        "times": " × ", "cdot": " · ", "cdots": "⋯", "ldots": "…", "dots": "…", "vdots": "⋮", "ddots": "⋱",
        "pm": " ± ", "mp": " ∓ ", "div": " ÷ ", "ast": " ∗ ", "star": " ⋆ ", "circ": "∘", "odot": " ⊙ ",
        "oplus": " ⊕ ", "otimes": " ⊗ ", "to": " → ", "rightarrow": " → ", "leftarrow": " ← ", "Rightarrow": " ⇒ ",
        "Leftarrow": " ⇐ ", "leftrightarrow": " ↔ ", "iff": " ⇔ ", "implies": " ⇒ ", "mapsto": " ↦ ", "gets": " ← ",
        "in": " ∈ ", "notin": " ∉ ", "subset": " ⊂ ", "subseteq": " ⊆ ", "cup": " ∪ ", "cap": " ∩ ",
        "emptyset": "∅", "forall": "∀", "exists": "∃", "neg": "¬", "land": " ∧ ", "lor": " ∨ ", "mid": " | ",
        "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "langle": "⟨", "rangle": "⟩", "lVert": "‖",
        "rVert": "‖", "lvert": "|", "rvert": "|", "prime": "′", "top": "ᵀ", "ell": "ℓ", "Re": "ℜ", "Im": "ℑ",
        "quad": "  ", "qquad": "    ", "colon": ":", "hbar": "ħ", "dagger": "†", "perp": "⊥", "parallel": "∥",
    ]

    /// Characters that join the one before them.
    static let accents = [
        "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{304}", "tilde": "\u{303}",
        "widetilde": "\u{303}", "vec": "\u{20D7}", "dot": "\u{307}", "ddot": "\u{308}", "underline": "\u{332}",
    ]

    static let superscripts = pairs(
        "0123456789+−-=()abcdefghijklmnoprstuvwxyzT′ ", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ′ ")
    static let subscripts = pairs(
        "0123456789+−-=()aehijklmnoprstuvx, ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ, ")
    static let small = Set(superscripts.values).union(subscripts.values).subtracting([" ", ","])

    static func brackets(of environment: String) -> (opening: String, closing: String) {
        switch environment {
        case "bmatrix": ("[", "]")
        case "pmatrix": ("(", ")")
        case "vmatrix": ("|", "|")
        case "cases": ("{ ", "")
        default: ("", "")
        }
    }

    private static func pairs(_ large: String, _ small: String) -> [Character: Character] {
        Dictionary(zip(large, small)) { first, _ in first }
    }
}

extension Builtin {
    /// What `help` and `convlab docs` say about one word: a function, a check, or a subject; nil if it is none.
    package static func page(on word: String) -> String? {
        switch word {
        case "differences": DeliberateDifference.page
        case "checks": columnText(of: checks.map { ["check " + $0.signature, $0.summary] }) + "\n"
        case "agree": agree.page
        default:
            named(word)?.page ?? check(named: word).map { "check " + $0.page } ?? Explanation.of(word)?.lesson
        }
    }
}

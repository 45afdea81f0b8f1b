import TensorEngine

/// Something that help has a page on: a function, a method, a check, a constant, a sign, a topic or a card.
package struct HelpEntry: Sendable {
    package let name: String
    /// What a list of hits shows: a function's signature, else the name.
    package let title: String
    package let summary: String
    package let page: String
    /// What people may look for it by, the most telling first.
    let words: [Words]

    struct Words: Sendable {
        var weight: Double
        var text: String
    }

    package static let all: [HelpEntry] =
        (Builtin.all + Builtin.methods).map(HelpEntry.init(builtin:)) + Builtin.checks.map(HelpEntry.init(check:))
        + Topic.all.map(HelpEntry.init(topic:)) + Constant.all.map(HelpEntry.init(constant:)) + subjects

    private static let byName = Dictionary(grouping: all, by: \.name)

    /// The page of a name, a word of the language, a sign or the code of a message; `split` of strings and of tensors
    /// share a name, and so a page.
    package static func page(on word: String) -> String? {
        if let entries = byName[word] { return entries.map(\.page).joined(separator: "\n") }
        return Topic.of(keyword: word)?.page ?? OperatorPage.primitives[word].map { Builtin($0).page }
            ?? Explanation.of(word)?.lesson
    }

    /// Every word that has a page, for completion; codes are completed where they are explained.
    package static let names = all.map(\.name)
}

extension HelpEntry {
    private init(builtin: Builtin) {
        let vocabulary = Vocabulary.of(builtin.name)
        var others = vocabulary.pytorch ?? ""
        if case .primitive(let primitive) = builtin.body { others += " " + (primitive.numpy ?? "") }
        self.init(
            name: builtin.name, title: builtin.signature, summary: builtin.summary, page: builtin.page,
            words: [
                Words(weight: 6, text: builtin.name), Words(weight: 4, text: vocabulary.words),
                Words(weight: 2, text: others), Words(weight: 1.5, text: builtin.summary),
                Words(weight: 1, text: builtin.family),
            ])
    }

    private init(check: Builtin) {
        self.init(
            name: check.name, title: "check " + check.signature, summary: check.summary, page: "check " + check.page,
            words: [
                Words(weight: 6, text: check.name), Words(weight: 1, text: "check test law property " + check.summary),
            ])
    }

    private init(topic: Topic) {
        self.init(
            name: topic.name, title: topic.name, summary: topic.summary, page: topic.page,
            words: [
                Words(weight: 6, text: topic.name), Words(weight: 4, text: topic.words),
                Words(weight: 1, text: topic.summary),
            ])
    }

    private init(constant: Constant) {
        self.init(
            name: constant.name, title: constant.name, summary: constant.summary, page: constant.page,
            words: [Words(weight: 6, text: constant.name), Words(weight: 2, text: constant.summary)])
    }

    private init(card: Card) {
        self.init(
            name: card.name, title: card.name, summary: card.summary, page: card.page,
            words: [Words(weight: 6, text: card.name), Words(weight: 2, text: card.summary)])
    }

    private static let subjects: [HelpEntry] =
        Card.all.map(HelpEntry.init(card:)) + [
            HelpEntry(
                name: "differences", title: "differences", summary: "What NumPy, PyTorch or Python do in another way.",
                page: DeliberateDifference.page,
                words: [Words(weight: 6, text: "differences different gotchas surprises")]),
            HelpEntry(
                name: "checks", title: "checks", summary: "What may stand after check.",
                page: columnText(of: Builtin.checks.map { ["check " + $0.signature, $0.summary] }) + "\n",
                words: [Words(weight: 6, text: "checks laws properties tests")]),
            HelpEntry(
                name: "agree", title: "agree A, B, ...", summary: "Values side by side, and whether they agree.",
                page: Builtin.agree.page, words: [Words(weight: 6, text: "agree compare table side by side")]),
        ]
}

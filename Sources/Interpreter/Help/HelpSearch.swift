import TensorEngine

/// Finds pages by words: `blur a picture`, `matrix product`.
package struct HelpSearch {
    /// What a query says nothing by.
    private static let fillers: Set<String> = [
        "a", "an", "the", "of", "to", "in", "on", "for", "with", "and", "or", "is", "it", "its", "how", "do", "does",
        "i", "my",
        "what", "which", "make", "get", "find", "all", "by", "at", "as", "from", "one", "two", "into", "can", "be",
        "are", "that", "this",
        "function", "value", "values", "number", "numbers",
    ]

    /// The page of a word, or else of the name that was most likely meant, or else what the words find.
    package static func text(for words: String) -> String? {
        if let page = HelpEntry.page(on: words) { return page }
        if let near = nearest(words), let page = HelpEntry.page(on: near) {
            return "nothing is called \(quoted(words)); did you mean \(near)?\n\n\(page)"
        }
        let found = entries(for: words)
        guard !found.isEmpty else { return nil }
        let isName = !words.contains(" ")
        let beginning = isName ? "nothing is called \(quoted(words)); its words lead to\n\n" : ""
        return beginning + found.map { "\($0.title)\n    \($0.summary)\n" }.joined()
    }

    /// The pages that fit best, at most so many; none if no word is known.
    package static func entries(for query: String, most: Int = 6) -> [HelpEntry] {
        let all = stems(of: query)
        let telling = all.filter { !fillers.contains($0) }
        let wanted = telling.isEmpty ? all : telling
        guard !wanted.isEmpty else { return [] }
        let weighted = wanted.map { ($0, rarity(of: $0)) }
        let scored = index.map { entry in (entry.entry, entry.score(for: weighted)) }.filter { $0.1 > 0 }
        let best = scored.map(\.1).max() ?? 0
        // a stable order: entries of one score stand as they do in the registry
        let ranked = scored.enumerated().sorted { ($0.element.1, $1.offset) > ($1.element.1, $0.offset) }.map(\.element)
        return ranked.prefix(most).filter { $0.1 >= best / 3 }.map(\.0)
    }

    /// The name that was most likely meant.
    package static func nearest(_ word: String) -> String? { nearestName(word, among: HelpEntry.names) }

    /// What `help()` says: how to ask, and all names at a glance.
    static let introduction: String = {
        var families: [String] = []
        for builtin in Builtin.all where !families.contains(builtin.family) { families.append(builtin.family) }
        let lists = families.map { family in
            paragraph(family, Builtin.all.filter { $0.family == family }.map(\.name))
        }
        let topics = Topic.all.map(\.name) + Card.all.map(\.name) + ["differences", "checks"]
        return """
            help(conv2d) tells what conv2d does, help("blur a picture") finds it by words,
            help("numpy") and help("pytorch") lead from there to here.


            """ + (lists + [paragraph("Topics, in quotes", topics)]).joined(separator: "\n") + "\n"
    }()

    private static func paragraph(_ title: String, _ names: [String]) -> String {
        title + "\n" + indented(wrapped(names.joined(separator: " "), hanging: ""))
    }

    // MARK: - The index

    private struct Indexed: Sendable {
        var entry: HelpEntry
        var weights: [String: Double]

        init(_ entry: HelpEntry) {
            self.entry = entry
            weights = [:]
            for words in entry.words {
                for stem in HelpSearch.stems(of: words.text) { weights[stem] = max(weights[stem] ?? 0, words.weight) }
            }
        }

        /// Entries that know all words stand before those that know one well.
        func score(for wanted: [(stem: String, rarity: Double)]) -> Double {
            let found = wanted.compactMap { word in
                (weights[word.stem] ?? startingWith(word.stem)).map { $0 * word.rarity }
            }
            return found.reduce(0, +) + 3 * Double(max(0, found.count - 1))
        }

        /// `conv` is meant for `convolve`.
        private func startingWith(_ stem: String) -> Double? {
            guard stem.count >= 4 else { return nil }
            return weights.filter { $0.key.hasPrefix(stem) }.map(\.value).max().map { $0 / 2 }
        }
    }

    private static let index: [Indexed] = HelpEntry.all.map(Indexed.init)

    /// A word that stands on few pages tells more than one that stands on many.
    private static func rarity(of stem: String) -> Double {
        1 + 3 / Double(max(1, index.count { $0.weights[stem] != nil })).squareRoot()
    }

    // MARK: - Words

    /// The words of a text without their endings; a name with an underscore counts whole and in parts.
    static func stems(of text: String) -> [String] {
        let names = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "@" }.map(String.init)
        return names.flatMap { name -> [String] in
            let parts = name.split(separator: "_").map(String.init)
            return (parts.count > 1 ? [name] : []) + parts
        }.map(stem).map { synonyms[$0] ?? $0 }
    }

    /// Words that mean the same here, by their stems.
    private static let synonyms = [
        "imag": "pictur", "photo": "pictur", "photograph": "pictur", "matric": "matrix", "biggest": "largest",
        "colour": "color",
    ]

    /// English endings; both sides of a comparison lose the same.
    private static func stem(_ word: String) -> String {
        guard word.count > 3, word.allSatisfy(\.isLetter) else { return word }
        for (ending, replacement) in [("ies", "y"), ("ices", "ex"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")] {
            guard word.hasSuffix(ending), !word.hasSuffix("ss"), word.count - ending.count >= 3 else { continue }
            return withoutEnd(String(word.dropLast(ending.count)) + replacement)
        }
        return withoutEnd(word)
    }

    /// `subtract` and `subtracte` (of subtracted), `flip` and `flipp` are one word.
    private static func withoutEnd(_ word: String) -> String {
        guard word.count > 3 else { return word }
        if word.last == "e" { return String(word.dropLast()) }
        let last = word.suffix(2)
        if last.first == last.last, last != "ll", last != "ss" { return String(word.dropLast()) }
        return word
    }
}

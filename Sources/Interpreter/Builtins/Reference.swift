import TensorEngine

/// The pages that `help`, `convlab docs` and completion read, made from what the registry says.
extension Builtin {
    /// One function: how it is called, what it does, what it refuses, what others call it.
    package var page: String {
        var parts = [signature, indented(summary)]
        if case .primitive(let primitive) = body { parts += facts(of: primitive) }
        parts.append(indented(examples.joined(separator: "\n")))
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func facts(of primitive: Primitive) -> [String] {
        var facts: [String] = []
        if let formula = primitive.formula { facts.append(indented(formula)) }
        if !primitive.refuses.isEmpty { facts.append(indented("Refuses " + primitive.refuses.joined(separator: "; ") + ".")) }
        if let numpy = primitive.numpy { facts.append(indented("In NumPy: \(numpy)")) }
        if !primitive.slides.isEmpty { facts.append(indented("Slides: " + primitive.slides.joined(separator: " "))) }
        if !primitive.related.isEmpty { facts.append(indented("See also " + primitive.related.joined(separator: ", ") + ".")) }
        return facts
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }.joined(separator: "\n")
    }

    /// Every function with its sentence, by family.
    package static var overview: String {
        var families: [String] = []
        for builtin in all where !families.contains(builtin.family) { families.append(builtin.family) }
        return families.map { family in
            let members = all.filter { $0.family == family }
            let width = members.map(\.name.count).max() ?? 0
            let lines = members.map { "  " + $0.name + String(repeating: " ", count: width - $0.name.count) + "  " + $0.summary }
            return ([family] + lines).joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    /// The functions that a search for these words finds: by name, then by sentence.
    package static func search(_ words: String) -> [Builtin] {
        let wanted = words.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
            .filter { $0.count > 2 }
        guard !wanted.isEmpty else { return [] }
        let scored = all.map { builtin in (builtin, builtin.score(for: wanted)) }.filter { $0.1 > 0 }
        return scored.sorted { $0.1 > $1.1 }.prefix(8).map(\.0)
    }

    private func score(for words: [String]) -> Int {
        let text = (summary + " " + family).lowercased()
        return words.reduce(0) { score, word in
            score + (name == word ? 5 : name.contains(word) ? 3 : text.contains(word) ? 1 : 0)
        }
    }
}

import TensorEngine

/// The page of one function: how it is called, what it does, what it refuses, what others call it, with examples.
extension Builtin {
    package var page: String {
        let vocabulary = Vocabulary.of(name)
        var parts = [signature, indented(wrapped(summary, hanging: ""))]
        if let formula { parts.append(indented(formula)) }
        parts.append(indented(examples.joined(separator: "\n")))
        let facts = facts(vocabulary)
        if !facts.isEmpty { parts.append(facts.map { indented(wrapped($0)) }.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// Also of a builtin that calls its primitive in a way of its own, as max does.
    private var primitive: Primitive? {
        if case .primitive(let primitive) = body { primitive } else { Primitive.named(name) }
    }

    private var formula: String? { primitive?.formula.map(TeX.text) }

    private func facts(_ vocabulary: Vocabulary) -> [String] {
        var facts: [String] = []
        if let shapes = primitive.flatMap(Vocabulary.shapes) { facts.append("Shapes: " + shapes) }
        if let refuses = primitive?.refuses, !refuses.isEmpty {
            facts.append("Refuses " + refuses.joined(separator: "; ") + ".")
        }
        if let derivative = primitive?.derivativeText { facts.append("Derivative: \(derivative)") }
        if let numpy = primitive?.numpy { facts.append("In NumPy or SciPy: \(numpy)") }
        if let pytorch = vocabulary.pytorch { facts.append("In PyTorch: \(pytorch)") }
        let slides = (primitive?.slides ?? []) + vocabulary.slides
        if !slides.isEmpty { facts.append("Slides: " + slides.joined(separator: " ")) }
        let related =
            (primitive?.related ?? []) + vocabulary.related.filter { !(primitive?.related ?? []).contains($0) }
        if !related.isEmpty { facts.append("See also " + related.joined(separator: ", ") + ".") }
        return facts
    }

    /// Every function with its sentence, by family; then what help knows besides.
    package static var overview: String {
        var families: [String] = []
        for builtin in all where !families.contains(builtin.family) { families.append(builtin.family) }
        let lists = families.map { family in
            list(family, all.filter { $0.family == family }.map { ($0.name, $0.summary) })
        }
        return
            (lists + [
                list("Of strings and dicts", methods.map { ($0.name, $0.summary) }),
                list("Constants", Constant.all.map { ($0.name, $0.summary) }),
                list(
                    "Topics",
                    (Topic.all.map(\.name) + Card.all.map(\.name) + ["differences", "checks"]).map { name in
                        (name, HelpEntry.all.first { $0.name == name }?.summary ?? "")
                    }),
            ]).joined(separator: "\n\n") + "\n"
    }

    private static func list(_ title: String, _ rows: [(String, String)]) -> String {
        title + "\n" + columnText(of: rows.map { ["  " + $0.0, $0.1] })
    }
}

/// In lines that are pleasant to read; the later lines of a fact stand a little to the right.
func wrapped(_ text: String, hanging: String = "  ", width: Int = 96) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
        if let last = lines.last, last.count + word.count < width {
            lines[lines.count - 1] += " " + word
        } else {
            lines.append((lines.isEmpty ? "" : hanging) + word)
        }
    }
    return lines.joined(separator: "\n")
}

func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
        .joined(separator: "\n")
}

extension Value {
    /// What `help` says of a value: what it is, and what can be asked of it.
    var helpPage: String {
        switch self {
        case .builtin(let builtin): return builtin.page
        case .function(let function): return function.helpPage
        case .tensor:
            return typeText + "\n\n    Its fields are shape T size ndim dtype; x.f() is f(x), as in x.sum().\n"
        case .text: return typeText + "\n\n    Its methods are " + names(Builtin.textMethods) + ".\n"
        case .dictionary:
            return typeText + "\n\n    Its methods are " + names(Builtin.dictMethods) + "; d[\"a\"] is d.a.\n"
        default: return typeText + "\n"
        }
    }

    private func names(_ methods: [Builtin]) -> String { methods.map(\.name).joined(separator: " ") }
}

extension Function {
    /// How it is called and what its author says of it.
    fileprivate var helpPage: String {
        code.firstLine + "\n" + (code.documentation.map { "\n" + indented($0) + "\n" } ?? "")
    }
}

extension Primitive {
    /// `y * (1 - y), where y is the result`
    fileprivate var derivativeText: String? {
        guard !derivatives.isEmpty else { return nil }
        let isSingle = derivatives.count == 1
        let texts = zip(derivatives, parameters).map { isSingle ? $0 : "\($0) by \($1.name)" }
        let mentionsResult = derivatives.contains { $0.split { !$0.isLetter }.contains("y") }
        return texts.joined(separator: ", ") + (mentionsResult ? ", where y is the result" : "")
    }
}

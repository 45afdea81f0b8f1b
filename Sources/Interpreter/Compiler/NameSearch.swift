import Syntax

/// Looks for names that nothing binds, before anything runs.
struct NameSearch {
    let tree: Tree
    /// Bound by the statements before.
    var known: Set<String>
    /// Bound somewhere in the file: a function may mention what a later cell defines.
    let everywhere: Set<String>
    private(set) var diagnostics: [Diagnostic] = []

    private static let mostSuggestions = 50

    init(tree: Tree, known: Set<String>, everywhere: Set<String>) {
        self.tree = tree
        self.known = known
        self.everywhere = everywhere
    }

    mutating func run() {
        for statement in tree.statements {
            let first = diagnostics.count
            let use = NameUse(of: [statement], in: tree)
            let own = Set(use.assigned)
            let before = known
            let isBound = { (name: String) in before.contains(name) || own.contains(name) || Builtin.isKnown(name) }
            for name in use.needed.sorted() where !isBound(name) {
                report(name, in: statement, nearTo: known.union(own))
            }
            for name in use.neededInside.subtracting(use.needed).sorted()
            where !everywhere.contains(name) && !isBound(name) {
                report(name, in: statement, nearTo: everywhere)
            }
            for name in use.checks where Builtin.check(named: name.text) == nil {
                report(NameProblem.unknownCheck(name), at: name.span)
            }
            known.formUnion(use.assigned)
            // in the order in which they are read
            diagnostics[first...].sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
        }
    }

    private mutating func report(_ name: String, in statement: Statement, nearTo names: Set<String>) {
        // somebody who misses very many names has another problem than spelling
        let isSpelling = diagnostics.count < NameSearch.mostSuggestions
        let similar = isSpelling ? nearest(name, among: names.sorted() + Builtin.names) : nil
        let place = tree.mention(of: name, within: statement.span) ?? statement.span
        if isSpelling, let library = ForeignSpelling.libraries[name], let dotted = tree.dotted(at: place) {
            return report(name, of: library, dotted)
        }
        report(NameProblem.unknown(name, nearest: similar), at: place)
    }

    /// `np.zeros((2, 3))`
    private mutating func report(_ name: String, of library: String, _ dotted: Tree.Dotted) {
        let ours = dotted.path.last.flatMap(ForeignSpelling.function)
        report(
            NameProblem.foreign(name, library: library, path: dotted.path.joined(separator: "."), ours: ours),
            at: Span(Int(dotted.span.start), Int(dotted.span.start) + name.utf8.count))
        guard let ours else { return }
        let call = dotted.call ?? dotted.span
        let text = ours + tree.source.text(Span(Int(dotted.span.end), Int(call.end)))
        let isShort = text.utf8.count <= NameSearch.longestOffer && !text.contains("\n")
        diagnostics[diagnostics.count - 1].advice = [.write(isShort ? text : ours)]
        diagnostics[diagnostics.count - 1].replaced = isShort ? call : dotted.span
    }

    private static let longestOffer = 70

    private mutating func report(_ problem: NameProblem, at span: Span) {
        var diagnostic = Diagnostic(problem)
        (diagnostic.source, diagnostic.span) = (tree.source, span)
        diagnostics.append(diagnostic)
    }
}

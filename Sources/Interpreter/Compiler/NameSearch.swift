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
        let problem = NameProblem.unknown(name, nearest: similar)
        report(problem, at: tree.mention(of: name, within: statement.span) ?? statement.span)
    }

    private mutating func report(_ problem: NameProblem, at span: Span) {
        var diagnostic = Diagnostic(problem)
        (diagnostic.source, diagnostic.span) = (tree.source, span)
        diagnostics.append(diagnostic)
    }
}

import Syntax

/// The names that a cell assigns and mentions, for dependencies between cells and unknown names.
package struct CellNames: Sendable {
    /// Assigned at the top level, writes to a place (`A[0] = 1`) included.
    package var assigned: Set<String> = []
    /// Mentioned at the top level; a write to a place mentions its root.
    package var mentioned: Set<String> = []
    /// What the functions that the cell defines mention freely, by the function's name.
    package var functions: [String: Set<String>] = [:]

    package init() {}

    /// Takes over what another piece of program, which ran before what follows, binds.
    package mutating func bind(_ other: CellNames) {
        assigned.formUnion(other.assigned)
        functions.merge(other.functions) { $1 }
    }
}

extension Session {
    /// Builtins whose results depend on the random numbers drawn before.
    package static let randomBuiltins = Set(Builtin.all.filter(\.drawsRandomNumbers).map(\.name))

    package static func names(of tree: Tree) -> CellNames {
        var names = CellNames()
        for statement in tree.statements {
            let use = NameUse(of: [statement], in: tree)
            names.assigned.formUnion(use.assigned)
            names.assigned.formUnion(use.written.keys)
            if let (name, function) = definition(statement, tree) {
                names.functions[name, default: []].formUnion(NameUse.free(in: function, of: tree))
            } else {
                names.mentioned.formUnion(use.mentioned)
                names.mentioned.formUnion(use.methods)
                names.mentioned.formUnion(use.written.keys)
            }
        }
        return names
    }

    /// A statement that only makes a function: what the function mentions matters where it is mentioned.
    private static func definition(_ statement: Statement, _ tree: Tree) -> (String, FunctionDefinition)? {
        switch statement.kind {
        case .define(let function): return function.name.map { ($0.text, function) }
        case .assign(let targets, let value):
            guard targets.count == 1, case .name(let name) = tree[targets[0]], case .lambda(let function) = tree[value] else { return nil }
            return (name, function)
        default: return nil
        }
    }

    /// Unknown names of every cell, found before anything runs: at the top level what no statement before binds, in a
    /// function what no cell at all binds. `assumed` are names that cells which do not parse count as assigning, `used`
    /// those that the files bind which a cell uses.
    package static func unknownNames(
        in cells: [(tree: Tree?, assumed: Set<String>, used: Set<String>)]
    ) -> [[Diagnostic]] {
        var everywhere: Set<String> = []
        for cell in cells {
            everywhere.formUnion(cell.assumed)
            everywhere.formUnion(cell.used)
            if let tree = cell.tree { everywhere.formUnion(NameUse(of: tree.statements, in: tree).assigned) }
        }
        var known: Set<String> = []
        return cells.map { cell in
            defer { known.formUnion(cell.assumed) }
            known.formUnion(cell.used)
            guard let tree = cell.tree else { return [] }
            var search = NameSearch(tree: tree, known: known, everywhere: everywhere)
            search.run()
            known = search.known
            return search.diagnostics
        }
    }
}

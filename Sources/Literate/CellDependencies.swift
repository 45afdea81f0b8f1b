import Interpreter
import Syntax

/// Says on which stopped cell a later one depends, from the names that both mention.
///
/// It is made when the first cell stops: a lesson without errors never pays for it.
struct CellDependencies {
    private struct Part {
        /// One entry for each statement, in order.
        var statements: [CellNames]
        /// Everything that it assigns, also when it does not parse.
        var assigned: Set<String>
        var seeds: Bool
        var functions: [String: Set<String>] = [:]
    }

    private var parts: [Part] = []

    init(_ program: LessonProgram) { parts = program.parts.map(Self.part) }

    private static func part(_ part: LessonProgram.Part) -> Part {
        let statements = part.tree.statements.indices.map(part.names)
        var functions: [String: Set<String>] = [:]
        for names in statements { functions.merge(names.functions) { $1 } }
        return Part(
            statements: statements, assigned: statements.reduce(part.assumedNames) { $0.union($1.assigned) },
            seeds: statements.contains { $0.mentioned.contains("seed") }, functions: functions)
    }

    /// The stopped cell that keeps a cell from running.
    ///
    /// `stopped` are the cells that stopped or did not run; those of them in `unwritten` only wait for the student,
    /// and count for random numbers only if they would have drawn some.
    func obstacle(of cell: Int, stopped: Set<Int>, unwritten: Set<Int>) -> Int? {
        var scope = Scope(earlier: parts[..<cell])
        let generator = spoiler(of: cell, stopped: stopped, unwritten: unwritten)
        var isSeeded = false
        for names in parts[cell].statements {
            scope.functions.merge(names.functions) { $1 }
            let reached = scope.reach(names.mentioned)
            if let cause = reached.compactMap({ scope.owner[$0] }).filter(stopped.contains).max() { return cause }
            if !isSeeded, let generator, draws(reached) { return generator }
            if names.mentioned.contains("seed") { isSeeded = true }
            for name in names.assigned { scope.owner[name] = nil }
        }
        return nil
    }

    /// The last stopped cell after which no cell that ran seeded the generator anew.
    private func spoiler(of cell: Int, stopped: Set<Int>, unwritten: Set<Int>) -> Int? {
        for earlier in (0..<cell).reversed() {
            if stopped.contains(earlier) {
                if !unwritten.contains(earlier) || drawsNumbers(earlier) { return earlier }
            } else if parts[earlier].seeds {
                return nil
            }
        }
        return nil
    }

    private func drawsNumbers(_ cell: Int) -> Bool {
        var scope = Scope(earlier: parts[..<cell])
        scope.functions.merge(parts[cell].functions) { $1 }
        return draws(scope.reach(parts[cell].statements.reduce(into: []) { $0.formUnion($1.mentioned) }))
    }

    private func draws(_ names: Set<String>) -> Bool { !names.isDisjoint(with: Session.randomBuiltins) }

    /// What the names mean at a place in the lesson.
    private struct Scope {
        /// The cell of a name's last assignment; nil for names of the cell at hand.
        var owner: [String: Int] = [:]
        var functions: [String: Set<String>] = [:]

        init(earlier: ArraySlice<Part>) {
            for (index, part) in zip(earlier.indices, earlier) {
                for name in part.assigned {
                    owner[name] = index
                    functions[name] = part.functions[name]
                }
            }
        }

        /// The names themselves and those that their functions mention, and so on.
        func reach(_ names: Set<String>) -> Set<String> {
            var reached = names
            var open = Array(names)
            while let name = open.popLast() {
                for mentioned in functions[name] ?? [] where reached.insert(mentioned).inserted {
                    open.append(mentioned)
                }
            }
            return reached
        }
    }
}

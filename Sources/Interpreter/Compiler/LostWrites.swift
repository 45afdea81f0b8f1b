import Syntax

/// Finds writes to copies that nothing looks at afterwards.
///
/// A parameter, a loop's variable and `row = A[0]` are copies; in Python a write to one may change what it came from.
/// One walk from the end to the beginning, with the names that are mentioned later. What a loop's body mentions counts
/// as mentioned after it, because the next round may do so: rather a lost write too few than an error too many.
struct LostWrites {
    private let tree: Tree
    private let copies: [String: Copy]
    /// By the statement of the top level that holds it, the first one of each.
    private(set) var found: [Int: LocatedProblem] = [:]
    private var statement = 0

    /// What a name is a copy of.
    enum Copy: Equatable {
        case parameter(function: String)
        case loopVariable
        /// `row = A[0]`
        case part(String)
    }

    private init(_ tree: Tree, _ copies: [String: Copy]) {
        self.tree = tree
        self.copies = copies
    }

    /// Those of a file's cells, by cell and statement; nil stands for a cell that does not parse.
    static func find(in cells: [Tree?]) -> [[Int: LocatedProblem]] {
        let trees = cells.compactMap(\.self)
        let isWhole = trees.count == cells.count && !trees.contains { $0.statements.contains(where: \.isNotWritten) }
        var copies = trees.map { Copies(of: $0.statements, in: $0) }.reduce(Copies()) { $0.joined(with: $1) }
        if !isWhole { copies = Copies() }
        var later: Set<String> = []
        var results: [[Int: LocatedProblem]] = []
        for tree in cells.reversed() {
            guard let tree else {
                results.append([:])
                continue
            }
            var search = LostWrites(tree, copies.known)
            for index in tree.statements.indices.reversed() {
                search.statement = index
                later = search.before([tree.statements[index]], Paths(after: later))
            }
            results.append(search.found)
        }
        return results.reversed()
    }

    // MARK: Statements

    /// What is mentioned later, by the way that the program may take.
    private struct Paths {
        var after: Set<String>
        var atBreak: Set<String> = []
        var atContinue: Set<String> = []

        func then(_ after: Set<String>) -> Paths { Paths(after: after, atBreak: atBreak, atContinue: atContinue) }
    }

    /// The names that are mentioned from the first of these statements on.
    private mutating func before(_ statements: [Statement], _ paths: Paths) -> Set<String> {
        var live = paths.after
        for statement in statements.reversed() { live = before(statement, paths.then(live)) }
        return live
    }

    private mutating func before(_ statement: Statement, _ paths: Paths) -> Set<String> {
        switch statement.kind {
        case .expression(let value):
            guard let place = tree.appendPlace(value) else { break }
            write(to: place, paths.after)
            return reads(of: value, writing: place).union(paths.after)
        case .assign(let targets, let value):
            let names = targets.flatMap { NameUse.targetNames($0, in: tree) }
            for place in targets.flatMap(places) { write(to: place, paths.after) }
            return paths.after.subtracting(names).union(reads(of: value)).union(targets.flatMap(readsOfTarget))
        case .augmented(let target, _, let value):
            write(to: target, paths.after)
            return paths.after.union(reads(of: value)).union(readsOfTarget(target))
        case .branch(let branches, let otherwise):
            var live = otherwise.map { before($0, paths) } ?? paths.after
            for branch in branches { live.formUnion(before(branch.body, paths).union(reads(of: branch.condition))) }
            return live
        case .forLoop(let target, let iterable, let body):
            let own = NameUse.targetNames(target, in: tree)
            let next = paths.after.union(reads(in: body).subtracting(own))
            let live = before(body, Paths(after: next, atBreak: paths.after, atContinue: next))
            return live.subtracting(own).union(paths.after).union(reads(of: iterable))
        case .whileLoop(let condition, let body):
            let next = paths.after.union(reads(in: body)).union(reads(of: condition))
            return before(body, Paths(after: next, atBreak: paths.after, atContinue: next)).union(next)
        case .returnValue(let value): return value.map { reads(of: $0) } ?? []
        case .breakLoop: return paths.atBreak
        case .continueLoop: return paths.atContinue
        case .define(let function): enter(function)
        default: break
        }
        return paths.after.union(NameUse(of: [statement], in: tree).mentioned)
    }

    /// A function's own copies, within it.
    private mutating func enter(_ function: FunctionDefinition) {
        guard case .block(let body) = function.body, !body.contains(where: \.holdsNotWritten) else { return }
        var copies = Copies(of: body, in: tree)
        for parameter in function.parameters {
            copies.add(parameter.name.text, .parameter(function: function.name?.text ?? "the function"))
        }
        var search = LostWrites(tree, copies.known)
        search.statement = statement
        _ = search.before(body, Paths(after: []))
        for (index, problem) in search.found where found[index] == nil { found[index] = withReturn(problem, atEndOf: body) }
    }

    /// A function's last line is where its own copy can be returned.
    private func withReturn(_ problem: LocatedProblem, atEndOf body: [Statement]) -> LocatedProblem {
        var problem = problem
        guard case .lost(let name, .parameter)? = problem.problem as? WriteProblem, let last = body.last, last.blocks.isEmpty,
            last.span.start <= problem.span.start, problem.span.end <= last.span.end
        else { return problem }
        let text = tree.source.text(last.span)
        if !text.contains("\n") { problem.mend = Diagnostic.Edit(last.span, text + "; return \(name)") }
        return problem
    }

    // MARK: Reads and writes

    private mutating func write(to place: ExpressionID, _ later: Set<String>) {
        guard case .name(let name) = tree[tree.root(of: place)], let copy = copies[name], !later.contains(name) else { return }
        found[statement] = LocatedProblem(problem: WriteProblem.lost(name: name, copy), span: tree.span(of: place))
    }

    private func reads(of expression: ExpressionID) -> Set<String> { NameUse(of: expression, in: tree).mentioned }

    /// All but the one mention that names the place itself: `out` of `out.append(v)`.
    private func reads(of append: ExpressionID, writing place: ExpressionID) -> Set<String> {
        guard case .call(_, let arguments) = tree[append] else { return [] }
        return arguments.map(\.value).map { reads(of: $0) }.reduce(Set(readsOfTarget(place))) { $0.union($1) }
    }

    /// A target mentions what stands in its brackets, and neither its root nor what it assigns.
    private func readsOfTarget(_ target: ExpressionID) -> [String] {
        switch tree[target] {
        case .tuple(let parts), .list(let parts): parts.flatMap(readsOfTarget)
        case .index(let base, _):
            readsOfTarget(base) + tree.children(of: target).filter { $0 != base }.flatMap { reads(of: $0) }
        case .field(let base, _): readsOfTarget(base)
        default: []
        }
    }

    /// The targets that write into a value.
    private func places(_ target: ExpressionID) -> [ExpressionID] {
        switch tree[target] {
        case .tuple(let parts), .list(let parts): parts.flatMap(places)
        case .index, .field: [target]
        default: []
        }
    }

    /// Everything that is mentioned anywhere in a loop's body, writes to places excepted.
    private func reads(in statements: [Statement]) -> Set<String> {
        statements.reduce(into: []) { names, statement in
            switch statement.kind {
            case .branch(let branches, let otherwise):
                for branch in branches { names.formUnion(reads(in: branch.body).union(reads(of: branch.condition))) }
                names.formUnion(reads(in: otherwise ?? []))
            case .forLoop(_, let iterable, let body): names.formUnion(reads(in: body).union(reads(of: iterable)))
            case .whileLoop(let condition, let body): names.formUnion(reads(in: body).union(reads(of: condition)))
            default:
                var search = LostWrites(tree, [:])
                names.formUnion(search.before(statement, Paths(after: [])))
            }
        }
    }
}

/// The names of one scope that are copies and nothing else.
private struct Copies {
    private var kinds: [String: LostWrites.Copy] = [:]
    /// Assigned in another way too, or mentioned by functions, which may look at them at any time.
    private var others: Set<String> = []

    var known: [String: LostWrites.Copy] { kinds.filter { !others.contains($0.key) } }

    init() {}

    init(of statements: [Statement], in tree: Tree) {
        others = NameUse(of: statements, in: tree).mentionedInside
        add(statements, tree)
    }

    mutating func add(_ name: String, _ copy: LostWrites.Copy) {
        if let known = kinds.updateValue(copy, forKey: name), known != copy { others.insert(name) }
    }

    func joined(with other: Copies) -> Copies {
        var result = self
        result.others.formUnion(other.others)
        for (name, copy) in other.kinds { result.add(name, copy) }
        return result
    }

    private mutating func add(_ statements: [Statement], _ tree: Tree) {
        for statement in statements {
            switch statement.kind {
            case .assign(let targets, let value):
                for target in targets {
                    if case .name(let name) = tree[target], tree.isPart(value) {
                        add(name, .part(tree.text(of: value)))
                    } else {
                        others.formUnion(NameUse.targetNames(target, in: tree))
                    }
                }
            case .define(let function): if let name = function.name { others.insert(name.text) }
            case .forLoop(let target, _, let body):
                for name in NameUse.targetNames(target, in: tree) { add(name, .loopVariable) }
                add(body, tree)
            case .whileLoop(_, let body): add(body, tree)
            case .branch(let branches, let otherwise):
                for branch in branches { add(branch.body, tree) }
                add(otherwise ?? [], tree)
            default: break
            }
        }
    }
}

extension Tree {
    /// `A[0]` or `d.W` of a variable.
    fileprivate func isPart(_ value: ExpressionID) -> Bool {
        switch self[value] {
        case .index, .field: if case .name = self[root(of: value)] { true } else { false }
        default: false
        }
    }
}

extension Statement {
    fileprivate var isNotWritten: Bool { if case .notWritten = kind { true } else { false } }

    /// It is, or holds, a part that the student has still to write.
    fileprivate var holdsNotWritten: Bool {
        switch kind {
        case .notWritten: true
        case .branch(let branches, let otherwise):
            branches.contains { $0.body.contains(where: \.holdsNotWritten) } || (otherwise ?? []).contains(where: \.holdsNotWritten)
        case .forLoop(_, _, let body), .whileLoop(_, let body): body.contains(where: \.holdsNotWritten)
        default: false
        }
    }
}

extension Session {
    /// Lost writes of a file's cells, by cell and statement: found before anything runs, and never at the prompt.
    package static func lostWrites(in cells: [Tree?]) -> [[Int: Diagnostic]] {
        zip(cells, LostWrites.find(in: cells)).map { tree, found in
            found.mapValues { problem in
                var diagnostic = Diagnostic(problem.problem)
                diagnostic.source = tree?.source
                diagnostic.span = problem.span
                if let mend = problem.mend {
                    (diagnostic.advice, diagnostic.replaced) = ([.write(mend.text)], mend.span)
                }
                return diagnostic
            }
        }
    }
}

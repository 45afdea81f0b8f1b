import Interpreter
import Syntax
import TensorEngine

/// A lesson's cells, parsed, with everything that is wrong with them before anything runs.
struct LessonProgram {
    struct Part {
        var cell: LessonCell
        var tree: Tree
        /// Lexical, syntax and name errors; a part with any does not run.
        var diagnostics: [Diagnostic]
        /// What counts as assigned although the part does not parse.
        var assumedNames: Set<String>
        /// Errors that the last statement is to have: they are its result, and it does not run.
        var expectedDiagnostics: [Diagnostic] = []
        /// The solution stands here in place of the exercise.
        var isSolved = false
        /// What the files bind that a statement uses, by statement.
        var used: [Int: CellNames] = [:]
        /// By statement: writes to copies that nothing looks at, which fail when the statement's turn comes.
        var lostWrites: [Int: Diagnostic] = [:]

        var parses: Bool { diagnostics.isEmpty && cell.problems.isEmpty }
    }

    private(set) var parts: [Part]
    /// What is wrong outside of the cells.
    let lessonProblems: [Diagnostic]
    /// A used file was not found, so that nobody can tell which names it would have bound.
    private var missesUsedNames = false

    /// What reading and compiling a program takes at most, for each byte of a text that is all short statements.
    private static let bytesPerByteOfText = 450

    /// - Parameter memory: what the program may take; a cell whose text alone takes more is not read.
    init(_ lesson: LessonFile, withSolutions: Bool, used: UsedFiles, memory: Int? = nil) {
        lessonProblems = lesson.problems
        parts = lesson.cells.map { cell in
            let solution = withSolutions ? lesson.solution(of: cell) : nil
            var cell = cell
            if let solution { cell.code = solution.fence.content }
            let indent = solution?.fence.indentation ?? cell.indentation
            let needed = cell.code.range.count * Self.bytesPerByteOfText
            let fits = needed <= memory ?? .max
            let start = cell.code.range.lowerBound
            let parsed = parse(lesson.source, in: fits ? cell.code.range : start..<start, strippingIndent: indent)
            var part = Part(
                cell: cell, tree: parsed.tree, diagnostics: parsed.diagnostics, assumedNames: parsed.assignedNames)
            if !fits {
                var diagnostic = Diagnostic(LimitProblem.memory(requested: needed, inUse: 0, limit: memory ?? .max))
                diagnostic.reasons.append("so much takes a text of \(byteText(cell.code.range.count)) while it is read")
                (diagnostic.source, diagnostic.span) = (lesson.source, Span(start, start))
                part.diagnostics.append(diagnostic)
            }
            part.isSolved = solution != nil
            part.takeExpectedDiagnostics()
            part.refuseChecksInHiddenTest()
            return part
        }
        used.follow(from: lesson) { followUses(used) }
        findUnknownNames()
        let lost = Session.lostWrites(in: parts.map { $0.parses ? $0.runnableTree : nil })
        for (index, found) in zip(parts.indices, lost) { parts[index].lostWrites = found }
        for index in parts.indices { parts[index].nameCell() }
    }

    /// Reads the files that are used before anything runs, since the names that they bind are known names.
    private mutating func followUses(_ files: UsedFiles) {
        for index in parts.indices where parts[index].cell.problems.isEmpty {
            for (statement, subject) in parts[index].tree.statements.enumerated() {
                guard case .use(let name) = subject.kind else { continue }
                do {
                    parts[index].used[statement] = try files.file(name, usedBy: parts[index].tree.source).names
                } catch .file {
                    // the statement will say so, or is expected to
                    missesUsedNames = true
                } catch {
                    var diagnostic = error.diagnostic
                    (diagnostic.source, diagnostic.span) = (parts[index].tree.source, subject.span)
                    parts[index].diagnostics.append(diagnostic)
                    parts[index].takeExpectedDiagnostics()
                }
            }
        }
    }

    private mutating func findUnknownNames() {
        guard !missesUsedNames else { return }
        let unknown = Session.unknownNames(
            in: parts.map { part in
                (part.diagnostics.isEmpty ? part.runnableTree : nil, part.assumedNames, part.usedNames)
            })
        for (index, diagnostics) in zip(parts.indices, unknown) {
            guard !diagnostics.isEmpty else { continue }
            parts[index].diagnostics += diagnostics
            parts[index].takeExpectedDiagnostics()
        }
    }
}

extension LessonProgram.Part {
    /// How many statements run: all, but for a last one that is to be an error before it runs.
    var runnableCount: Int { tree.statements.count - (expectedDiagnostics.isEmpty ? 0 : 1) }

    var runnableTree: Tree {
        var tree = tree
        tree.statements = Array(tree.statements.prefix(runnableCount))
        return tree
    }

    fileprivate var usedNames: Set<String> { used.values.reduce(into: []) { $0.formUnion($1.assigned) } }

    /// What a statement mentions and binds, by what it uses as well.
    func names(ofStatement index: Int) -> CellNames {
        var single = tree
        single.statements = [tree.statements[index]]
        var names = Session.names(of: single)
        if let used = used[index] { names.bind(used) }
        return names
    }

    /// A cell's last statement may be one that shows a lexical, syntax or name error.
    fileprivate mutating func takeExpectedDiagnostics() {
        let last = tree.statements.count - 1
        guard last >= 0, !diagnostics.isEmpty, annotation(.error, of: last) != nil else { return }
        let start = tree.statements[last].span.start
        guard diagnostics.allSatisfy({ ($0.span?.start ?? -1) >= start }) else { return }
        expectedDiagnostics = diagnostics
        diagnostics = []
    }

    /// What a hidden test finds must not stand in its text.
    fileprivate mutating func refuseChecksInHiddenTest() {
        guard case .test(let test) = cell.role, test.isHidden else { return }
        for statement in tree.statements where statement.isCheck || !statement.innerChecks.isEmpty {
            diagnostics.append(LessonProblem.checkInHiddenTest.diagnostic(in: tree.source, at: statement.span))
        }
    }

    fileprivate mutating func nameCell() {
        guard cell.fence != nil else { return }
        for index in diagnostics.indices { diagnostics[index].cell = cell.name }
        for index in expectedDiagnostics.indices { expectedDiagnostics[index].cell = cell.name }
        for index in lostWrites.keys { lostWrites[index]?.cell = cell.name }
        for index in cell.problems.indices { cell.problems[index].cell = cell.name }
    }

    /// The index of a statement's annotation of a kind.
    func annotation(_ kind: Annotation.Kind, of statement: Int) -> Int? {
        tree.annotations.firstIndex { $0.statement == statement && $0.kind == kind }
    }

    /// What the lesson checks about a statement, before it runs.
    func checks(of statement: Int) -> [Check] {
        var checks: [Check] = []
        let subject = tree.statements[statement]
        let result = annotation(.result, of: statement)
        // a `#>` below `agree` or `check` states the verdict itself
        if subject.isCheck, result == nil || subject.isExpectation {
            checks.append(Check(kind: .expectation, annotation: nil, span: subject.span))
        }
        // in a loop each counts once, however many rounds there are
        checks += subject.innerChecks.map { Check(kind: .expectation, annotation: nil, span: $0) }
        if let result { checks.append(Check(kind: .result, annotation: result, span: tree.annotations[result].span)) }
        if let error = annotation(.error, of: statement) {
            checks.append(Check(kind: .error, annotation: error, span: tree.annotations[error].span))
        }
        return checks
    }
}

extension Statement {
    /// `expect`, `agree` or `check`.
    var isCheck: Bool {
        switch kind {
        case .expect, .agree, .check: true
        default: false
        }
    }

    /// The places of the checks in a block of statements that run with it.
    var innerChecks: [Span] {
        let blocks: [[Statement]] =
            switch kind {
            case .branch(let branches, let otherwise): branches.map(\.body) + [otherwise ?? []]
            case .forLoop(_, _, let body), .whileLoop(_, let body): [body]
            default: []
            }
        return blocks.joined().flatMap { $0.isCheck ? [$0.span] : $0.innerChecks }
    }

    var isExpectation: Bool {
        if case .expect = kind { true } else { false }
    }
}

extension Annotation {
    /// All of its lines.
    package var span: Span {
        guard let first = lines.first, let last = lines.last else { return Span(0, 0) }
        return Span(from: first.span, to: last.span)
    }
}

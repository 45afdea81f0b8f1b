import Syntax
import TensorEngine

/// Looks for something to write instead of what failed, and offers it only if it works.
///
/// What may be worth trying is computed from the facts of the problem and from the tree (`Mending+Shapes`, `+Calls`,
/// `+Indexes`); `Rehearsal` runs the failing statement with each in its place, the likeliest first.
struct Mending {
    let failed: FailedExpression
    let rehearsal: Rehearsal

    var tree: Tree { failed.tree }
    var id: ExpressionID { failed.id }

    /// A change that may help.
    struct Candidate {
        /// Within the failing statement.
        var edit: Diagnostic.Edit
        /// The value that a name would have, if another line is changed.
        var elsewhere: (name: String, value: Value)?
        /// What is run to see whether it works, if that is not the failing statement.
        var trial: String?
        /// It is offered as a text in this place, wherever its value comes from.
        var isHere = false
    }

    /// Not what ran out, nor what a check states: there nothing would be better with another text.
    static func knows(_ problem: any Problem) -> Bool {
        !(problem is BoundProblem || problem is LimitProblem || problem is CheckProblem)
    }

    /// Offers the first candidate that works.
    func improve(_ diagnostic: inout Diagnostic) {
        if case .noMethod(_, "zero_grad", _)? = failed.problem as? CallProblem, failed.root == id {
            (diagnostic.advice, diagnostic.replaced) = ([.delete(tree.text(of: id))], tree.span(of: id))
            return
        }
        if isStatedWhole {
            diagnostic.replaced = tree.span(of: id)
            return
        }
        let rewritings = rewritings
        let candidates = rewritings.isEmpty ? candidates : rewritings
        guard !candidates.isEmpty else { return }
        diagnostic.advice.removeAll { if case .write = $0 { true } else { false } }
        for candidate in candidates.prefix(Mending.mostTried) where works(candidate) {
            offer(candidate, in: &diagnostic)
            // `any` and `all` are two answers to one question, `sections=` and `size=` too
            if rewritings.isEmpty, !hasSeveralReadings { return }
        }
    }

    private static let mostTried = 16

    private var hasSeveralReadings: Bool {
        if case .keywordOnly(_, let parameters, _)? = failed.problem as? CallProblem {
            parameters.count > 1
        } else {
            false
        }
    }

    /// `append(xs, 3)` and `x = sort(x)` stand for the expression or the statement as a whole.
    private var isStatedWhole: Bool {
        switch tree[id] {
        case .binary, .call: failed.problem is GrowthProblem || failed.problem is LostMethodProblem
        default: false
        }
    }

    /// What the problem itself would write, which holds several if there are several ways.
    private var rewritings: [Candidate] {
        guard let problem = failed.problem as? any RewritingProblem, let text = FailedText(id, tree) else { return [] }
        return problem.mends(text).map { Candidate(edit: Diagnostic.Edit(text.span, $0)) }
    }

    private var candidates: [Candidate] {
        switch failed.problem.code {
        case "shape-matmul": products
        case "shape-broadcast", "shape-outer": stretched
        case "shape-axis": axes
        case "shape-reshape": reshaped
        case "shape-concat": joined
        case "shape-channels", "shape-image", "shape-kernel": images
        case "call-positional": namedArguments
        case "call-keyword": renamedArgument
        case "call-function": bracketed
        case "call-many": fewerArguments
        case "call-method", "type-field": foreignMethod
        case "call-order": swappedArguments
        case "index-range", "index-axes", "index-whole": indexes
        case "type-operand": operands
        case "type-index": notIndexed
        case "type-kernel": calledKernel
        case "name-unassigned": returned
        case "grad-scalar": jacobian
        default: []
        }
    }

    // MARK: Trying

    private func works(_ candidate: Candidate) -> Bool {
        if let trial = candidate.trial {
            let others = candidate.elsewhere.map { [$0.name: $0.value] } ?? [:]
            return rehearsal.value(of: trial, with: others) != nil
        }
        if let (name, value) = candidate.elsewhere {
            return rehearsal.value(of: tree.text(of: failed.root), with: [name: value]) != nil
        }
        guard let text = text(of: failed.root, with: candidate.edit) else { return false }
        return rehearsal.value(of: text) != nil
    }

    private func offer(_ candidate: Candidate, in diagnostic: inout Diagnostic) {
        let edit = candidate.edit
        if candidate.isHere {
            (diagnostic.replaced, diagnostic.advice) = (edit.span, diagnostic.advice + [.write(edit.text)])
            return
        }
        if candidate.elsewhere != nil || candidate.trial != nil {
            diagnostic.advice.append(.change(edit, line: tree.line(of: edit.span)))
            return
        }
        diagnostic.advice.removeAll { if case .didYouMean = $0 { true } else { false } }
        if let whole = text(of: id, with: edit), whole.utf8.count <= Mending.longestOffer, !whole.contains("\n") {
            diagnostic.replaced = tree.span(of: id)
            diagnostic.advice.append(.write(whole))
        } else {
            diagnostic.replaced = edit.span
            diagnostic.advice.append(.write(edit.text))
        }
    }

    private static let longestOffer = 70

    /// An expression's text with an edit in it; nil if the edit lies elsewhere.
    private func text(of expression: ExpressionID, with edit: Diagnostic.Edit) -> String? {
        let span = tree.span(of: expression)
        guard span.start <= edit.span.start, edit.span.end <= span.end else { return nil }
        return tree.source.text(Span(Int(span.start), Int(edit.span.start))) + edit.text
            + tree.source.text(Span(Int(edit.span.end), Int(span.end)))
    }
}

// MARK: - Parts of candidates

extension Mending {
    /// Another text for an expression.
    func replacing(_ expression: ExpressionID, by text: String) -> Candidate {
        Candidate(edit: Diagnostic.Edit(tree.span(of: expression), text))
    }

    /// One more argument at the end of a call.
    func adding(_ argument: String, to call: ExpressionID) -> Candidate? {
        let text = tree.text(of: call)
        guard case .call(_, let arguments) = tree[call], text.hasSuffix(")") else { return nil }
        return replacing(call, by: "\(text.dropLast())\(arguments.isEmpty ? "" : ", ")\(argument))")
    }

    /// The text, in parentheses unless something may follow it as it is.
    func atom(_ expression: ExpressionID) -> String {
        let text = tree.text(of: expression)
        switch tree[expression] {
        case .name, .call, .index, .field, .list, .string: return text
        case .number where !text.contains("."): return text
        case .tuple where text.hasPrefix("("): return text
        default: return "(\(text))"
        }
    }

    /// A number as it is written, with a sign perhaps.
    func literal(_ expression: ExpressionID) -> Int? {
        switch tree[expression] {
        case .number(let value): Int(exactly: value)
        case .unary(.negate, let operand): literal(operand).map { -$0 }
        default: nil
        }
    }

    func value(_ expression: ExpressionID) -> Value? { rehearsal.value(of: tree.text(of: expression)) }

    func shape(_ expression: ExpressionID) -> [Int]? {
        guard case .tensor(let tensor)? = value(expression) else { return nil }
        return Array(tensor.shape)
    }

    /// The arguments of the call that failed, and what is called.
    var call: (callee: ExpressionID, arguments: [CallArgument])? {
        guard case .call(let callee, let arguments) = tree[id] else { return nil }
        return (callee, arguments)
    }

    func keyword(_ name: String, of arguments: [CallArgument]) -> ExpressionID? {
        arguments.first { if case .keyword(let word) = $0.kind { word.text == name } else { false } }?.value
    }
}

extension Session {
    /// Says where sizes come from and what would work, for the failure that the machine kept.
    func mend(_ diagnostic: inout Diagnostic) {
        guard let failed = machine.failure else { return }
        machine.failure = nil
        nameOrigins(of: failed, in: &diagnostic)
        var mended = diagnostic
        withoutTrace {
            defer { machine.failure = nil }
            Mending(failed: failed, rehearsal: Rehearsal(session: self, locals: failed.locals)).improve(&mended)
        }
        diagnostic = mended
    }
}

import Syntax
import TensorEngine

/// The line that gave a name its value, as far as the program's text tells.
struct Origin {
    let tree: Tree
    let value: ExpressionID
    let line: Int
}

extension Session {
    /// Adds to the labels of names the lines that made their values: `W is (4, 10)   (line 8)`.
    func nameOrigins(of failed: FailedExpression, in diagnostic: inout Diagnostic) {
        let own = failed.tree.line(of: failed.tree.span(of: failed.id))
        for index in diagnostic.labels.indices {
            let label = diagnostic.labels[index]
            let name = failed.tree.source.text(label.span)
            guard label.text.hasPrefix("\(name) is "), let origin = origin(of: name, before: failed), origin.line != own
            else { continue }
            diagnostic.labels[index].text += "   (line \(origin.line))"
        }
    }

    /// Where a name was last assigned before the failure, in the same function or else at the top level.
    func origin(of name: String, before failed: FailedExpression) -> Origin? {
        let end = Int(failed.tree.span(of: failed.id).start)
        if let definition = failed.code.definition {
            guard case .block(let body) = definition.body else { return nil }
            return failed.tree.lastAssignment(of: name, in: body, before: end)?.origin
        }
        // statements of the top level that ran, the last first; functions that they made are no part of the search
        let own = failed.tree.source
        for (tree, statement) in recent.reversed() where tree.source === own {
            let limit = statement.span == failed.code.statement?.span ? end : Int.max
            if let found = tree.lastAssignment(of: name, in: [statement], before: limit) { return found.origin }
        }
        return nil
    }
}

extension Tree {
    /// The last assignment to a name that begins before an offset; without an origin if it comes from no single line,
    /// since a loop counts it or a statement changes what it was.
    fileprivate func lastAssignment(of name: String, in statements: [Statement], before end: Int) -> (
        origin: Origin?, Void
    )? {
        for statement in statements.reversed() where Int(statement.span.start) < end {
            let isDone = Int(statement.span.end) <= end
            switch statement.kind {
            case .assign(let targets, let value) where isDone && targets.contains { names($0, name) }:
                return (Origin(tree: self, value: value, line: line(of: statement.span)), ())
            case .define: continue
            default:
                for block in statement.blocks.reversed() {
                    if let found = lastAssignment(of: name, in: block, before: end) { return found }
                }
                if isDone, NameUse(of: [statement], in: self).assigned.contains(name) { return (nil, ()) }
            }
        }
        return nil
    }

    private func names(_ target: ExpressionID, _ name: String) -> Bool {
        if case .name(name) = self[target] { true } else { false }
    }
}

extension Mending {
    /// Functions that make a tensor of the sizes that they are given.
    private static let makers: Set<String> = ["zeros", "ones", "randn", "rand", "full"]

    /// The operand with another size along one axis: where its size is written, here or at the line that made it.
    func resized(_ operand: ExpressionID, axis: Int, of shape: [Int], to size: Int) -> [Candidate] {
        if let edit = edit(of: operand, in: tree, axis: axis, of: shape, to: size) {
            return [Candidate(edit: edit.size)]
        }
        guard case .name(let name) = tree[operand],
            let origin = rehearsal.session.origin(of: name, before: failed),
            let edit = edit(of: origin.value, in: origin.tree, axis: axis, of: shape, to: size),
            let value = rehearsal.value(of: edit.whole)
        else { return [] }
        return [Candidate(edit: edit.maker, elsewhere: (name, value))]
    }

    /// `randn(4, 10) / 2` with 3 for 4: the size alone, the call that makes it, and the whole text.
    private func edit(
        of expression: ExpressionID, in tree: Tree, axis: Int, of shape: [Int], to size: Int
    ) -> (size: Diagnostic.Edit, maker: Diagnostic.Edit, whole: String)? {
        var maker = expression
        while case .binary(_, let left, _) = tree[maker] { maker = left }
        guard case .call(let callee, let arguments) = tree[maker], case .name(let function) = tree[callee],
            Mending.makers.contains(function)
        else { return nil }
        var sizes = arguments.filter { if case .positional = $0.kind { true } else { false } }.map(\.value)
        if let first = sizes.first {
            if case .tuple(let items) = tree[first] {
                sizes = items
            } else if case .list(let items) = tree[first] {
                sizes = items
            }
        }
        guard sizes.count == shape.count || function == "full", sizes.indices.contains(axis),
            case .number = tree[sizes[axis]]
        else { return nil }
        let place = tree.span(of: sizes[axis])
        func text(of id: ExpressionID) -> String {
            let span = tree.span(of: id)
            return tree.source.text(Span(Int(span.start), Int(place.start))) + "\(size)"
                + tree.source.text(Span(Int(place.end), Int(span.end)))
        }
        return (
            Diagnostic.Edit(place, "\(size)"), Diagnostic.Edit(tree.span(of: maker), text(of: maker)),
            text(of: expression)
        )
    }
}

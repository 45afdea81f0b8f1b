import Syntax
import TensorEngine

// Places that are not there, and operands of the wrong kind.
extension Mending {
    /// Counted from 1, an index too many, half a place.
    var indexes: [Candidate] {
        switch tree[id] {
        case .index(let base, let subscripts):
            if failed.problem.code == "index-axes" { return fewerIndexes(base, subscripts) }
            let places = subscripts.compactMap { if case .at(let place) = $0 { place } else { nil } }
            let one = places.flatMap(lowered)
            let whole = places.flatMap(wholeDivision)
            return one + (places.count > 1 ? allLowered(base, places) : []) + whole
                + places.flatMap { loopRange($0, base) }
        case .call(_, let arguments): return arguments.flatMap { wholeDivision($0.value) }
        default: return []
        }
    }

    private func fewerIndexes(_ base: ExpressionID, _ subscripts: [Subscript]) -> [Candidate] {
        let texts = subscripts.map { part in
            switch part {
            case .at(let place): tree.text(of: place)
            case .slice(_, _, _, let span): tree.source.text(span)
            }
        }
        let kept = texts.first == ":" ? texts.dropFirst() : texts.dropLast()
        return [replacing(id, by: "\(atom(base))[\(kept.joined(separator: ", "))]")]
    }

    /// `A[1, 2]` of two rows and two columns, counted from 1.
    private func allLowered(_ base: ExpressionID, _ places: [ExpressionID]) -> [Candidate] {
        let numbers = places.compactMap(literal)
        guard numbers.count == places.count, numbers.allSatisfy({ $0 > 0 }) else { return [] }
        return [replacing(id, by: "\(atom(base))[\(numbers.map { "\($0 - 1)" }.joined(separator: ", "))]")]
    }

    /// `zeros(n / 2)`, here or where the number was made.
    private func wholeDivision(_ expression: ExpressionID) -> [Candidate] {
        if case .binary(.divide, let left, let right) = tree[expression] {
            return [replacing(expression, by: "\(tree.text(of: left)) // \(tree.text(of: right))")]
        }
        guard case .name(let name) = tree[expression], let origin = rehearsal.session.origin(of: name, before: failed),
            case .binary(.divide, let left, let right) = origin.tree[origin.value]
        else { return [] }
        let text = "\(origin.tree.text(of: left)) // \(origin.tree.text(of: right))"
        guard let value = rehearsal.value(of: text) else { return [] }
        return [Candidate(edit: Diagnostic.Edit(origin.tree.span(of: origin.value), text), elsewhere: (name, value))]
    }

    /// `for i in range(1, 4): ... xs[i]` of three elements.
    private func loopRange(_ place: ExpressionID, _ base: ExpressionID) -> [Candidate] {
        guard case .name(let variable) = tree[place],
            let loop = failed.loops.last(where: { tree.counts(variable, in: $0) }),
            case .forLoop(_, let iterable, _) = loop.kind, case .call(_, let arguments) = tree[iterable]
        else { return [] }
        var ranges: [String] = []
        let numbers = arguments.map { literal($0.value) }
        if numbers.count == 2, let first = numbers[0], let last = numbers[1], first == 1 {
            ranges.append("range(\(last - 1))")
        }
        if case .name(let name) = tree[base] { ranges.append("range(len(\(name)))") }
        return ranges.map { range in
            Candidate(
                edit: Diagnostic.Edit(tree.span(of: iterable), range),
                trial: "[\(tree.text(of: id)) for \(variable) in \(range)]")
        }
    }

    /// `x[0]` of a plain number.
    var notIndexed: [Candidate] {
        guard case .index(let base, _) = tree[id], case .number? = value(base) else { return [] }
        return [replacing(id, by: tree.text(of: base))]
    }

    /// A number that is still a text; the value of a function that forgot to return it.
    var operands: [Candidate] {
        guard case .binary(_, let left, let right) = tree[id] else { return [] }
        return [left, right].flatMap { operand -> [Candidate] in
            switch value(operand) {
            case .text: [replacing(operand, by: "float(\(tree.text(of: operand)))")]
            case nil, .some(.none): forgottenReturn(operand)
            default: []
            }
        }
    }

    /// `y = x**2` as the last line of a function: its value is what was meant.
    private func forgottenReturn(_ operand: ExpressionID) -> [Candidate] {
        guard case .call(let callee, _) = tree[operand], case .name(let name) = tree[callee],
            case .function(let function)? = rehearsal.locals[name] ?? rehearsal.session.value(of: name),
            let definition = function.code.definition, case .block(let body) = definition.body,
            function.code.tree.source === tree.source, let last = body.last
        else { return [] }
        let written: String
        switch last.kind {
        case .assign(let targets, let value):
            guard targets.count == 1 else { return [] }
            written = "return " + function.code.tree.text(of: value)
        case .expression(let value): written = "return " + function.code.tree.text(of: value)
        default: return []
        }
        let text = tree.source.text(Span(Int(definition.span.start), Int(last.span.start))) + written
        guard let mended = rehearsal.function(text) else { return [] }
        return [Candidate(edit: Diagnostic.Edit(last.span, written), elsewhere: (name, mended))]
    }
}

extension Tree {
    /// `for i in range(...)`
    fileprivate func counts(_ variable: String, in loop: Statement) -> Bool {
        guard case .forLoop(let target, let iterable, _) = loop.kind, case .name(variable) = self[target],
            case .call(let callee, _) = self[iterable], case .name("range") = self[callee]
        else { return false }
        return true
    }
}

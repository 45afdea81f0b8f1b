import Syntax
import TensorEngine

extension Machine {
    func expectTrue(_ value: Value, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>) throws {
        switch value {
        case .truth(true): return
        case .truth(false): throw CheckProblem.expectation("`\(source(code, instruction))` is False")
        case .tensor(let tensor) where tensor.count == 1: if tensor.element(0) != 0 { return }
        case .number(let number): if number != 0 { return }
        default: throw KindProblem.condition(kind: value.kind)
        }
        throw CheckProblem.expectation("`\(source(code, instruction))` is \(value.outline)")
    }

    func expectEqual(_ left: Value, _ right: Value, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>) throws {
        guard try !isEqual(left, right) else { return }
        throw CheckProblem.expectation(difference(left, right) ?? "left is \(oneLine(left)), right is \(oneLine(right))")
    }

    /// Agreement element by element: within an absolute bound, or 1e-9 + 1e-6|b|.
    func expectClose(
        _ left: Value, _ right: Value, within bound: Value?, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>
    ) throws {
        var tolerance: Double?
        if let bound {
            guard case .number(let number) = bound else { throw KindProblem.condition(kind: bound.kind) }
            tolerance = number
        }
        guard let a = try tensorOperand(left), let b = try tensorOperand(right) else {
            throw KindProblem.operands("~", left: left.kind, right: right.kind)
        }
        if tolerance == nil, let text = literal(code, instruction) {
            if isStated(by: text, a) { return }
            // the worst pair, even if all are nearer than computed values have to be
            throw CheckProblem.expectation(a.difference(from: b, within: nil) ?? a.difference(from: b, within: 0) ?? "")
        }
        if let difference = a.difference(from: b, within: tolerance) { throw CheckProblem.expectation(difference) }
    }

    /// Whether the numbers agree with those that a literal writes, by the rule for `#>`.
    private func isStated(by literal: String, _ value: Tensor) -> Bool {
        let expected = ResultTokenizer.tokens(of: literal.replacing("(", with: "[").replacing(")", with: "]")).map(\.token)
        let actual = ActualText.tokens(of: [.shown(shown(Value(value)))], elements: true)
        guard expected.count == actual.count else { return false }
        let agreement = Agreement(digits: digits)
        return zip(expected, actual).allSatisfy { expected, actual in
            switch (expected, actual) {
            case (.number(let wanted), .number(let given)): agreement.accepts(wanted, given)
            case (.bracket(let wanted), .bracket(let given)): wanted == given
            default: false
            }
        }
    }

    /// `expect error code: expression`, compiled as a function without parameters.
    func expectError(_ attempt: Value, _ wanted: String?, above: UnsafeMutablePointer<Value>) throws {
        top = above
        do {
            _ = try call(attempt, [])
        } catch let diagnostic as Diagnostic {
            guard let wanted, wanted != diagnostic.code else { return }
            throw CheckProblem.otherError(expected: wanted, found: diagnostic.code, sentence: diagnostic.sentence)
        }
        throw CheckProblem.expectedError(code: wanted)
    }

    private func difference(_ left: Value, _ right: Value) -> String? {
        guard case .tensor(let a) = left, case .tensor(let b) = right else { return nil }
        return a.difference(from: b, within: 0)
    }

    private func oneLine(_ value: Value) -> String {
        guard value.pieceCount(upTo: 200) < 200 else { return value.outline }
        let text = shown(value).text.replacing("\n", with: "")
        return text.count <= 60 ? text : value.outline
    }

    func source(_ code: Code, _ instruction: UnsafeMutablePointer<Instruction>) -> String {
        switch code.sites[instruction - code.block.pointee.instructions] {
        case .expression(let id): code.tree.text(of: id)
        case .span(let span): code.tree.source.text(span)
        }
    }

    /// The text of the right side, if it is a literal of numbers.
    private func literal(_ code: Code, _ instruction: UnsafeMutablePointer<Instruction>) -> String? {
        guard case .expression(let id) = code.sites[instruction - code.block.pointee.instructions], isLiteral(id, code.tree) else { return nil }
        return code.tree.text(of: id)
    }

    private func isLiteral(_ id: ExpressionID, _ tree: Tree) -> Bool {
        switch tree[id] {
        case .number: true
        case .unary(.negate, let operand): if case .number = tree[operand] { true } else { false }
        case .list(let items), .tuple(let items): items.allSatisfy { isLiteral($0, tree) }
        default: false
        }
    }
}

extension Tensor {
    /// How many elements differ, and the worst pair; nil if none does.
    func difference(from other: Tensor, within bound: Double?) -> String? {
        guard shape == other.shape else { return "the shapes differ: \(shape) and \(other.shape)" }
        var differing = 0
        var worst = (distance: -1.0, position: 0)
        for position in 0..<count {
            let (a, b) = (element(position), other.element(position))
            if a == b || (a.isNaN && b.isNaN) { continue }
            let distance = abs(a - b)
            guard !(distance <= bound ?? (1e-9 + 1e-6 * abs(b))) else { continue }
            differing += 1
            if distance > worst.distance || distance.isNaN { worst = (distance, position) }
        }
        guard differing > 0 else { return nil }
        let pair = [element(worst.position), other.element(worst.position)].map { generalText($0, digits: 10) }
        if rank == 0 { return "\(pair[0]) differs from \(pair[1])" }
        return "\(differing) of \(count) elements differ, most at \(place(worst.position)): \(pair[0]) and \(pair[1])"
    }

    /// `[1, 2]`, the indexes of a row-major position.
    func place(_ position: Int) -> String {
        var rest = position
        var indexes: [Int] = []
        for size in shape.reversed() {
            indexes.append(rest % size)
            rest /= size
        }
        return "[" + indexes.reversed().map(String.init).joined(separator: ", ") + "]"
    }
}

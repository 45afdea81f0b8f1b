import Syntax
import TensorEngine

extension Machine {
    func expectTrue(_ value: Value, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>) throws {
        switch value.settled {
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
        throw CheckProblem.expectation(
            try difference(left, right, agrees: Closeness.exact.holds)?.sentence
                ?? "left is \(oneLine(left)), right is \(oneLine(right))")
    }

    /// Agreement element by element: within an absolute bound, or 1e-9 + 1e-6|b|.
    func expectClose(
        _ left: Value, _ right: Value, within bound: Value?, _ code: Code, at instruction: UnsafeMutablePointer<Instruction>
    ) throws {
        guard let a = try tensorOperand(left), let b = try tensorOperand(right) else {
            throw KindProblem.operands("~", left: left.kind, right: right.kind)
        }
        var closeness = Closeness.computed
        if let bound {
            closeness = .within(try tolerance(bound))
        } else if let text = literal(code, instruction) {
            if isStated(by: text, a) { return }
            // the worst pair, even if all are nearer than computed values have to be
            if Difference(a, b, closeness) == nil { closeness = .exact }
        }
        if let difference = Difference(a, b, closeness) { throw CheckProblem.expectation(difference.sentence) }
    }

    /// What stands after `within`.
    func tolerance(_ bound: Value) throws -> Double {
        guard case .number(let number) = bound.settled else { throw KindProblem.condition(kind: bound.kind) }
        return number
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

    /// Shows what a check found out; a check that does not hold is seen before it objects.
    func giveVerdict(_ value: Value) throws {
        try show(value)
        if case .view(let view) = value, let objection = view.objection { throw CheckProblem.expectation(objection) }
    }

    func oneLine(_ value: Value) -> String {
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

extension Difference {
    fileprivate init?(_ yours: Tensor, _ theirs: Tensor, _ closeness: Closeness) {
        self.init(yours, theirs) { closeness.holds($0, theirs.element($1)) }
    }
}

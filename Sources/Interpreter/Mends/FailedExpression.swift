import Syntax
import TensorEngine

/// An expression that failed, and what is needed to try another one in its place.
struct FailedExpression {
    let problem: any Problem
    let id: ExpressionID
    let code: Code
    /// Variables with their values, `undefined` where there is none or where one name stands for several variables.
    let locals: [String: Value]

    var tree: Tree { code.tree }
}

extension FailedExpression {
    /// As much around the failing expression as makes a value: what has to work with a mend in it.
    var root: ExpressionID {
        guard let definition = code.definition else { return value(in: tree.statements) ?? id }
        switch definition.body {
        case .expression(let body): return body
        case .block(let statements): return value(in: statements) ?? id
        }
    }

    /// The loops around the failing expression, the innermost last.
    var loops: [Statement] {
        var statements = tree.statements
        if case .block(let body)? = code.definition?.body { statements = body }
        return path(in: statements).filter { if case .forLoop = $0.kind { true } else { false } }
    }

    /// The statements that hold the expression, each in the one before.
    func path(in statements: [Statement]) -> [Statement] {
        var path: [Statement] = []
        var inner = statements
        while let statement = inner.first(where: { holds($0.span) }) {
            path.append(statement)
            inner = statement.blocks.first { block in block.contains { holds($0.span) } } ?? []
        }
        return path
    }

    private func holds(_ span: Span) -> Bool {
        let own = tree.span(of: id)
        return span.start <= own.start && own.end <= span.end
    }

    private func value(in statements: [Statement]) -> ExpressionID? {
        guard let statement = path(in: statements).last else { return nil }
        let values: [ExpressionID]
        switch statement.kind {
        case .expression(let value), .assign(_, let value): values = [value]
        case .augmented(let place, _, let value): values = [place, value]
        case .returnValue(let value?): values = [value]
        case .branch(let branches, _): values = branches.map(\.condition)
        default: values = []
        }
        return values.first { holds(tree.span(of: $0)) && tree.text(of: $0).utf8.count <= Rehearsal.maximumLength }
    }
}

extension Statement {
    /// The statements within it, block by block.
    var blocks: [[Statement]] {
        switch kind {
        case .branch(let branches, let otherwise): branches.map(\.body) + [otherwise ?? []]
        case .forLoop(_, _, let body), .whileLoop(_, let body): [body]
        case .define(let function): if case .block(let body) = function.body { [body] } else { [] }
        default: []
        }
    }
}

extension Machine {
    /// Keeps what a mend needs, until the session looks for one.
    func keepFailure(
        _ problem: any Problem, at id: ExpressionID, in code: Code, _ r: UnsafeMutablePointer<Value>,
        _ function: Unmanaged<Function>?
    ) {
        guard Mending.knows(problem) else { return failure = nil }
        var locals: [String: Value] = [:]
        for (name, register) in code.variables {
            var value = r[register]
            if case .cell(let cell) = value { value = cell.value }
            locals[name] = locals[name] == nil ? value : .undefined
        }
        if let captures = function?.takeUnretainedValue().captures {
            for (name, cell) in zip(code.captureNames, captures) { locals[name] = cell.value }
        }
        failure = FailedExpression(problem: problem, id: id, code: code, locals: locals)
    }
}

import Syntax

extension Tree {
    /// The statements as S-expressions, one a line.
    func dump() -> String { statements.map(dump).joined(separator: "\n") }

    func dump(_ body: [Statement]) -> String { "{" + body.map(dump).joined(separator: "; ") + "}" }

    func dump(_ statement: Statement) -> String { dump(statement.kind) + (statement.isSilent ? ";" : "") }

    private func dump(_ kind: Statement.Kind) -> String {
        switch kind {
        case .expression(let id): dump(id)
        case .assign(let targets, let value): "(= \(list(targets + [value])))"
        case .augmented(let target, let operation, let value): "(\(operation.rawValue)= \(dump(target)) \(dump(value)))"
        case .define(let function): dump(function)
        case .branch(let branches, let otherwise):
            "(if " + branches.map { "\(dump($0.condition)) \(dump($0.body))" }.joined(separator: " ")
                + (otherwise.map { " else \(dump($0))" } ?? "") + ")"
        case .forLoop(let target, let iterable, let body): "(for \(dump(target)) \(dump(iterable)) \(dump(body)))"
        case .whileLoop(let condition, let body): "(while \(dump(condition)) \(dump(body)))"
        case .breakLoop: "break"
        case .continueLoop: "continue"
        case .pass: "pass"
        case .returnValue(let value): "(return\(value.map { " " + dump($0) } ?? ""))"
        case .assertion(let condition, let message): "(assert \(list([condition] + (message.map { [$0] } ?? []))))"
        case .notWritten: "..."
        case .use(let path): "(use \"\(path)\")"
        case .expect(let expectation): dump(expectation)
        case .agree(let items, let within): "(agree \(list(items))\(within.map { " within \(dump($0))" } ?? ""))"
        case .check(let name, let arguments): "(check \(name.text) \(dump(arguments)))"
        case .layer(let layer): dump(layer)
        }
    }

    private func dump(_ expectation: Expectation) -> String {
        switch expectation {
        case .isTrue(let id): "(expect \(dump(id)))"
        case .equal(let left, let right): "(expect== \(dump(left)) \(dump(right)))"
        case .close(let left, let right, let within):
            "(expect~ \(dump(left)) \(dump(right))\(within.map { " within \(dump($0))" } ?? ""))"
        case .fails(let code, let id): "(expect-error \(code ?? "-") \(dump(id)))"
        }
    }

    private func dump(_ layer: LayerDefinition) -> String {
        let methods = [layer.forward, layer.backward].compactMap { $0.map(dump) }
        return
            "(layer \(layer.name.text) (\(dump(layer.parameters))) \(dump(layer.setup)) \(methods.joined(separator: " ")))"
    }

    private func dump(_ function: FunctionDefinition) -> String {
        let body =
            switch function.body {
            case .expression(let id): dump(id)
            case .block(let statements): dump(statements)
            }
        let result = function.result.map { " -> \(dump($0))" } ?? ""
        return "(def \(function.name?.text ?? "_") (\(dump(function.parameters)))\(result) \(body))"
    }

    private func dump(_ parameters: [DeclaredParameter]) -> String {
        parameters.map {
            $0.name.text + ($0.axes.map { ":\(dump($0))" } ?? "") + ($0.defaultValue.map { "=\(dump($0))" } ?? "")
        }.joined(separator: " ")
    }

    private func dump(_ annotation: AxisAnnotation) -> String {
        let axes = annotation.axes.map {
            switch $0 {
            case .named(let name): name
            case .size(let size): "\(size)"
            case .any: "..."
            }
        }
        return "<\(axes.joined(separator: ","))>"
    }

    private func dump(_ arguments: [CallArgument]) -> String {
        arguments.map {
            switch $0.kind {
            case .positional: dump($0.value)
            case .keyword(let name): "\(name.text)=\(dump($0.value))"
            case .spread: "*\(dump($0.value))"
            }
        }.joined(separator: " ")
    }

    private func list(_ ids: [ExpressionID]) -> String { ids.map(dump).joined(separator: " ") }

    func dump(_ id: ExpressionID) -> String {
        switch self[id] {
        case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        case .string(let text): "\"\(text)\""
        case .formatted(let pieces): "(f \(dump(pieces)))"
        case .boolean(let value): value ? "True" : "False"
        case .none: "None"
        case .ellipsis: "..."
        case .name(let name): name
        case .list(let items): "[\(list(items))]"
        case .tuple(let items): "(tuple\(items.map { " " + dump($0) }.joined()))"
        case .dictionary(let items): "(dict\(items.map { " \(dump($0.key)):\(dump($0.value))" }.joined()))"
        case .comprehension(let comprehension): dump(comprehension)
        case .unary(let operation, let operand): "(\(operation.rawValue) \(dump(operand)))"
        case .binary(let operation, let left, let right): "(\(operation.rawValue) \(dump(left)) \(dump(right)))"
        case .logical(let operation, let left, let right): "(\(operation.rawValue) \(dump(left)) \(dump(right)))"
        case .comparison(let first, let links):
            "(cmp \(dump(first))\(links.map { " \($0.comparison.rawValue) \(dump($0.operand))" }.joined()))"
        case .conditional(let then, let condition, let otherwise):
            "(ifelse \(dump(condition)) \(dump(then)) \(dump(otherwise)))"
        case .pipe(let value, let function): "(|> \(dump(value)) \(dump(function)))"
        case .call(let function, let arguments):
            "(call \(dump(function))\(arguments.isEmpty ? "" : " ")\(dump(arguments)))"
        case .index(let value, let subscripts): "(index \(dump(value)) \(subscripts.map(dump).joined(separator: " ")))"
        case .field(let value, let name): "(. \(dump(value)) \(name.text))"
        case .lambda(let function): dump(function)
        case .missing: "missing"
        }
    }

    private func dump(_ entry: Subscript) -> String {
        switch entry {
        case .at(let id): dump(id)
        case .slice(let start, let stop, let step, _):
            [start, stop, step].map { $0.map { dump($0) } ?? "" }.joined(separator: ":")
        }
    }

    private func dump(_ comprehension: Comprehension) -> String {
        let kind =
            switch comprehension.kind {
            case .list: "list"
            case .generator: "gen"
            case .dictionary(let key): "dict \(dump(key))"
            }
        let clauses = comprehension.clauses.map {
            " for \(dump($0.target)) \(dump($0.iterable))" + $0.conditions.map { " if \(dump($0))" }.joined()
        }
        return "(\(kind) \(dump(comprehension.element))\(clauses.joined()))"
    }

    private func dump(_ pieces: [FormattedPiece]) -> String {
        pieces.map {
            switch $0 {
            case .text(let text): "'\(text)'"
            case .value(let id, let spec, let echo): field(id, spec, echo, "")
            case .shown(let id, let spec, let echo): field(id, spec, echo, "!r")
            }
        }.joined(separator: " ")
    }

    private func field(_ id: ExpressionID, _ spec: [FormattedPiece], _ echo: String?, _ conversion: String) -> String {
        "{\(echo.map { "'\($0)' " } ?? "")\(dump(id))\(conversion)\(spec.isEmpty ? "" : ":" + dump(spec))}"
    }
}

import Syntax
import TensorEngine

// Calls that do not fit what they call.
extension Mending {
    /// `sum(x, 1)`: the argument by its name; `max(x, 0)`: the function that goes element by element.
    var namedArguments: [Candidate] {
        guard let (callee, arguments) = call else { return [] }
        if case .name(let function) = tree[callee], let other = ["max": "maximum", "min": "minimum"][function],
            arguments.count == 2
        {
            let elementwise = replacing(callee, by: other)
            if !(failed.problem is CallProblem) { return [elementwise] }
        }
        guard case .keywordOnly(_, let parameters, _)? = failed.problem as? CallProblem else { return [] }
        let first = isMethod(callee) ? 0 : 1
        guard arguments.count > first, case .positional = arguments[first].kind else { return [] }
        let argument = arguments[first].value
        let text = tree.text(of: argument)
        return parameters.flatMap { parameter -> [Candidate] in
            let named = replacing(argument, by: "\(parameter)=\(text)")
            guard parameter == "axis", let number = literal(argument) else { return [named] }
            return [named, replacing(argument, by: "axis=\(max(0, number - 1))"), replacing(argument, by: "axis=0")]
        }
    }

    private func isMethod(_ callee: ExpressionID) -> Bool { if case .field = tree[callee] { true } else { false } }

    /// `sum(x, dim=1)`
    var renamedArgument: [Candidate] {
        guard let (_, arguments) = call,
            case .unknownKeyword(_, let keyword, let nearest?, _)? = failed.problem as? CallProblem
        else { return [] }
        for argument in arguments {
            if case .keyword(let name) = argument.kind, name.text == keyword {
                return [Candidate(edit: Diagnostic.Edit(name.span, nearest))]
            }
        }
        return []
    }

    /// `A(0, 1)` of a tensor, `3(x + 1)` of a number.
    var bracketed: [Candidate] {
        guard let (callee, arguments) = call, !arguments.isEmpty else { return [] }
        let inner = arguments.map { tree.text(of: $0.value) }.joined(separator: ", ")
        let index = replacing(id, by: "\(atom(callee))[\(inner)]")
        let product = replacing(id, by: "\(tree.text(of: callee))*(\(inner))")
        if case .number = tree[callee] { return [product] }
        return arguments.count == 1 ? [index, product] : [index]
    }

    /// `f(1, 2, 3)` of two parameters.
    var fewerArguments: [Candidate] {
        guard let (callee, arguments) = call, case .tooMany(_, let given, let most, _)? = failed.problem as? CallProblem
        else { return [] }
        let kept = arguments.dropLast(given - most)
        guard !kept.isEmpty || most == 0, let last = arguments.last else { return [] }
        let start = kept.last.map { Int(tree.span(of: $0.value).end) } ?? Int(tree.span(of: callee).end) + 1
        return [Candidate(edit: Diagnostic.Edit(Span(start, Int(tree.span(of: last.value).end)), ""))]
    }

    /// The first two arguments the other way round.
    var swappedArguments: [Candidate] {
        guard let (_, arguments) = call, arguments.count >= 2, case .positional = arguments[0].kind,
            case .positional = arguments[1].kind
        else { return [] }
        let (first, second) = (tree.span(of: arguments[0].value), tree.span(of: arguments[1].value))
        let between = tree.source.text(Span(Int(first.end), Int(second.start)))
        let text = tree.source.text(second) + between + tree.source.text(first)
        return [Candidate(edit: Diagnostic.Edit(Span(from: first, to: second), text))]
    }

    /// `conv2d(x, blur)`
    var calledKernel: [Candidate] {
        guard let (_, arguments) = call, case .kernel(let name)? = failed.problem as? KindProblem else { return [] }
        return arguments.filter { if case .name(name) = tree[$0.value] { true } else { false } }
            .map { replacing($0.value, by: name + "()") }
    }

    /// `count += 1` of a name outside the function.
    var returned: [Candidate] {
        guard case .shadowed(let name, _)? = failed.problem as? NameProblem,
            case .block(let body)? = failed.code.definition?.body,
            let statement = failed.path(in: body).last,
            case .augmented(let place, let operation, let value) = statement.kind,
            case .name = tree[place], let global = rehearsal.session.value(of: name)
        else { return [] }
        let text = "return \(name) \(operation.rawValue) \(atom(value))"
        return [Candidate(edit: Diagnostic.Edit(statement.span, text), elsewhere: (name, global), isHere: true)]
    }

    /// `grad(f)(x)` of a function with several values.
    var jacobian: [Candidate] {
        guard let (callee, _) = call, case .call(let transform, _) = tree[callee], case .name("grad") = tree[transform]
        else { return [] }
        return [replacing(transform, by: "jacobian")]
    }

    /// `x.unsqueeze(0)`, `x.numpy()`, `x.T()`, `x.length`
    var foreignMethod: [Candidate] {
        switch tree[id] {
        case .call(let callee, let arguments):
            guard case .field(let receiver, let method) = tree[callee] else { return [] }
            let inner = arguments.map { argument in
                if case .keyword(let name) = argument.kind {
                    "\(name.text)=\(tree.text(of: argument.value))"
                } else {
                    tree.text(of: argument.value)
                }
            }
            var texts = ForeignSpelling.methods(method.text).map {
                $0.text(receiver: atom(receiver), arguments: inner.joined(separator: ", "))
            }
            if arguments.isEmpty { texts.append("\(atom(receiver)).\(method.text)") }
            return texts.map { replacing(id, by: $0) }
        case .field(let receiver, let field):
            return ForeignSpelling.methods(field.text).map {
                replacing(id, by: $0.text(receiver: atom(receiver), arguments: ""))
            }
        default: return []
        }
    }
}

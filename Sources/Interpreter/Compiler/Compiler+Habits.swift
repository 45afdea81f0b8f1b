import Syntax
import TensorEngine

/// Python's habits that would silently be something else here.
extension Compiler {
    /// Leaves a problem for the machine to meet, so that only a program that comes here has it.
    func fail(_ problem: some Problem, at site: Site) { emit(.fail, add(problem), at: site) }

    private func add(_ problem: some Problem) -> Int {
        parts.problems.append(problem)
        return parts.problems.count - 1
    }

    /// `4` of `[4]`
    func soleItem(of id: ExpressionID) -> ExpressionID? {
        guard case .list(let items) = tree[id], items.count == 1 else { return nil }
        return items[0]
    }

    /// `xs + [4]` and `[0] * n` grow a list in Python.
    func refuseGrowth(
        _ operation: BinaryOperator, _ first: ExpressionID, _ left: Int, _ second: ExpressionID, at site: Site
    ) throws {
        switch operation {
        case .add:
            if let item = soleItem(of: second) {
                fail(GrowthProblem.plus(instead: "append(\(tree.text(of: first)), \(tree.text(of: item)))"), at: site)
            } else if soleItem(of: first) != nil {
                fail(GrowthProblem.plus(instead: "concat((\(tree.text(of: first)), \(tree.text(of: second))))"), at: site)
            }
        case .multiply:
            if let item = soleItem(of: first) {
                try releasingTemporaries { emit(.refuseNumber, try operand(second), add(repeated(item, second)), at: site) }
            } else if let item = soleItem(of: second) {
                emit(.refuseNumber, left, add(repeated(item, first)), at: site)
            }
        default: break
        }
    }

    private func repeated(_ item: ExpressionID, _ count: ExpressionID) -> GrowthProblem {
        // rows are not what full repeats
        if case .list = tree[item] { return .times(instead: nil) }
        return .times(instead: "full(\(tree.text(of: count)), \(tree.text(of: item)))")
    }

    /// `x.sort()` as a statement of its own.
    func refuseLostMethod(_ statement: ExpressionID) throws {
        guard case .call(let callee, let arguments) = tree[statement], case .field(let place, let method) = tree[callee],
            LostMethodProblem.mayLose(method.text), case .name = tree[tree.root(of: place)],
            case .global(let slot) = try variable(method.text)
        else { return }
        let problem = LostMethodProblem(
            method: method.text, place: tree.text(of: place), arguments: arguments.map { tree.text(of: $0.value) })
        try releasingTemporaries {
            emit(.refuseLost, try operand(place), add(problem), slot, at: .expression(statement))
        }
    }

    /// `A(i) = i` of a tensor was meant to write an element.
    func checkName(of function: FunctionDefinition, _ name: Name) throws {
        guard isTopLevel, !tree.source.text(function.span).hasPrefix("def "), globals.firstLines[name.text] != nil,
            let value = globals[name.text]
        else { return }
        switch value {
        case .undefined, .function, .builtin: return
        default:
            let parameters = function.parameters.map(\.name.text)
            throw located(NameProblem.bound(name: name.text, kind: value.kind, parameters: parameters), name.span)
        }
    }
}

import Syntax
import TensorEngine

// For hosts to whom a program is there for its last value: a kernel, or a function of an image.
extension Session {
    /// Runs a statement, and gives what it stands for: an expression's value, or that of the name it assigns or defines.
    package func run(_ tree: Tree, valueOf index: Int) -> (outcome: Outcome, value: Value?) {
        var tree = tree
        let statement = tree.statements[index]
        var name: String?
        switch statement.kind {
        case .expression(let expression):
            name = Session.lastName
            tree.statements[index].kind = .assign([tree.add(.name(Session.lastName), statement.span)], expression)
        case .assign(let targets, _): if case .name(let target)? = targets.last.map({ tree[$0] }) { name = target }
        case .define(let function): name = function.name?.text
        default: break
        }
        let outcome = run(tree, statement: index)
        guard case .finished = outcome, let name else { return (outcome, nil) }
        return (outcome, value(of: name))
    }

    /// What a function of the program gives for an image; an error points at the last statement, or into the function.
    package func call(_ function: Value, with image: Tensor, from tree: Tree) throws(Diagnostic) -> Value {
        var tree = tree
        let last = tree.statements.count - 1
        let span = tree.statements[last].span
        do {
            for (name, value) in [(Session.lastName, function), (Session.imageName, .tensor(image))] {
                machine.registers[try machine.globals.slot(for: name)] = value
            }
        } catch {
            throw diagnostic(of: error, in: tree, tree.statements[last])
        }
        let callee = tree.add(.name(Session.lastName), span)
        let argument = CallArgument(kind: .positional, value: tree.add(.name(Session.imageName), span))
        let call = tree.add(.call(callee, [argument]), span)
        tree.statements[last].kind = .assign([tree.add(.name(Session.resultName), span)], call)
        restartLimits()
        switch run(tree, statement: last) {
        case .failed(let diagnostic), .disagreed(let diagnostic): throw diagnostic
        case .finished, .notWritten: break
        }
        defer {
            for name in [Session.imageName, Session.resultName] {
                if let slot = try? machine.globals.slot(for: name) { machine.registers[slot] = .none }
            }
        }
        return value(of: Session.resultName) ?? .none
    }

    // no program can write these names
    private static let lastName = "(last value)"
    private static let imageName = "(image)"
    private static let resultName = "(result)"
}

extension Value {
    /// The tensor that it is, or that its items make.
    package var asTensor: Tensor? {
        switch self {
        case .tensor(let tensor), .traced(let tensor): tensor
        case .number(let number): try? Tensor(plainNumber: number)
        default: nil
        }
    }

    package var isFunction: Bool {
        switch self {
        case .function, .builtin: true
        default: false
        }
    }
}

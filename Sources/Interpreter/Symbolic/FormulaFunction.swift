import Syntax

/// Makes a function of the language from a text that states it, as if the program had written it.
///
/// What the text mentions from outside keeps its meaning, even where the program uses the name for something else: a
/// builtin stays the builtin, a variable of a function stays that variable. Other names are the program's, as ever.
struct FormulaFunction {
    /// Names as a signature writes them, defaults without their values: `x`, `n=0`.
    var parameters: [String]
    var body: String
    /// What the function takes along, by name.
    var captures: [(name: String, cell: Cell)]
    var defaults: [Value]
    /// How the function came about: `symbolic(f, "x")`. Messages name it where a line of code would stand.
    var origin: String

    func made(by machine: Machine, view: View? = nil) throws -> Function {
        let inner = (parameters.count == 1 && !parameters[0].contains("=") ? parameters[0] : "(\(parameters.joined(separator: ", ")))")
            + " -> " + body
        let text = "(\(captures.map(\.name).joined(separator: ", "))) -> \(inner)"
        let tree = parse(Source(name: origin, text: text))
        guard tree.diagnostics.isEmpty, case .expression(let id)? = tree.tree.statements.first?.kind,
            case .lambda(let definition) = tree.tree[id]
        else { throw SymbolicProblem.tooDeep }
        let outer = try Compiler.template(of: definition, in: tree.tree, globals: machine.globals, dtype: machine.dtype)
        machine.session.keep(outer.code)
        guard let template = outer.code.functions.first else { throw SymbolicProblem.tooDeep }
        let cells = template.captures.map { source -> Cell in
            if case .register(let register) = source { captures[register].cell } else { Cell(.undefined) }
        }
        return Function(template.code, captures: cells, defaults: defaults, view: view)
    }
}

extension FormulaFunction {
    /// A function of the parameters of another one, which hands its arguments to a builtin.
    init(like function: Value, calling builtin: Builtin, origin: String) {
        let names = function.parameterNames
        let required = names.count - function.defaultValues.count
        var callee = function.name ?? "f"
        while names.contains(callee) { callee += "_" }
        self.init(
            parameters: names.enumerated().map { $0 < required ? $1 : "\($1)=0" },
            body: "\(callee)(\(names.joined(separator: ", ")))", captures: [(callee, Cell(.builtin(builtin)))],
            defaults: function.defaultValues, origin: origin)
    }
}

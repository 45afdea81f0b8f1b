import TensorEngine

/// The derivative of a function of plain numbers as a formula, and as a function again.
struct SymbolicDerivative {
    private let machine: Machine
    private let function: Value
    private let parameters: [String]
    private let wanted: String
    private var graph = FormulaGraph()
    private var outside: OutsideNames
    /// Nothing simplified.
    private let formula: Int

    /// - Parameter wanted: a parameter's name; nil for the first.
    init(of function: Value, withRespectTo wanted: String?, _ machine: Machine) throws {
        self.machine = machine
        self.function = function
        parameters = function.parameterNames
        let title = function.title
        guard let first = parameters.first else { throw SymbolicProblem.noParameters(function: title) }
        self.wanted = wanted ?? first
        if let wanted, !parameters.contains(wanted) {
            throw CallProblem.unknownKeyword(
                function: title, keyword: wanted, nearest: nearestName(wanted, among: parameters),
                signature: "its parameters are " + parameters.joined(separator: ", "))
        }
        var reader = FormulaReader(machine, parameters: parameters)
        let original = try reader.formula(of: function, parameters)
        graph = reader.graph
        outside = reader.outside
        formula = try graph.derivative(of: original, withRespectTo: self.wanted)
    }

    /// The function, shown as its formula.
    func made() throws -> Function {
        var form = NormalForm(names: parameters, knowsEuler: outside.places["e"] == .builtin)
        let simplified = try form.simplified(formula, of: graph)
        let size = form.treeSize(of: simplified)
        try FormulaGraph.checkCanBeWritten(nodes: size.nodes, depth: size.depth)
        let digits = machine.digits
        let shown = FormulaText(form: form, callee: { $0 }) { numberText($0, .float64, digits: digits) }.text(simplified)
        let view = View(
            shown,
            fields: [
                ("tree_size", .number(graph.treeSize(of: formula))), ("graph_size", .number(graph.graphSize(of: formula))),
            ])
        // a parameter may bear an operation's name
        let taken = Set(form.names)
        func callee(_ operation: String) -> String { taken.contains(operation) ? callee(operation + "_") : operation }
        let body = FormulaText(form: form, callee: callee) {
            $0.magnitude < 0x1p53 && $0 == $0.rounded() ? String(Int($0)) : $0.description
        }
        return try FormulaFunction(
            parameters: signature, body: body.text(simplified), captures: captures(form, callee),
            defaults: function.defaultValues, origin: "symbolic(\(function.title), \(quoted(wanted)))"
        ).made(by: machine, view: view)
    }

    private var signature: [String] {
        let required = parameters.count - function.defaultValues.count
        return parameters.enumerated().map { $0 < required ? $1 : "\($1)=0" }
    }

    /// The builtins that the formula calls, and what comes from the variables of functions.
    private func captures(_ form: NormalForm, _ callee: (String) -> String) -> [(name: String, cell: Cell)] {
        let operations = form.operations.compactMap { name in
            Builtin.named(name).map { (name: callee(name), cell: Cell(.builtin($0))) }
        }
        let variables = form.names.compactMap { name -> (name: String, cell: Cell)? in
            switch outside.cells[name] {
            case let cell?: (name, cell)
            case nil where outside.places[name] == .builtin: Builtin.value(named: name).map { (name, Cell($0)) }
            case nil: nil
            }
        }
        return operations + variables
    }
}

extension FormulaReader {
    /// The formula of a function whose parameters are names.
    mutating func formula(of function: Value, _ parameters: [String]) throws -> Int {
        let operands = try parameters.map { try graph.add(.name($0)) }
        return try read(function, operands)
    }
}

extension Value {
    /// Of a function; of a builtin those that must be given.
    var parameterNames: [String] {
        switch self {
        case .function(let function): return function.code.parameters.map(\.name)
        case .builtin(let builtin):
            if let derived = builtin.derivedParameters { return derived }
            guard case .primitive(let primitive) = builtin.body else { return ["x"] }
            return primitive.parameters.filter { $0.defaultValue == nil && !$0.isKeywordOnly }.map(\.name)
        default: return []
        }
    }

    /// Of a function that has one.
    var name: String? {
        switch self {
        case .function(let function) where !function.name.isEmpty: function.name
        case .builtin(let builtin): builtin.name
        default: nil
        }
    }

    /// What messages call a function.
    var title: String {
        switch self {
        case .function(let function): function.title
        case .builtin(let builtin): builtin.name
        default: kind
        }
    }

    var defaultValues: [Value] { if case .function(let function) = self { function.defaultValues } else { [] } }
}

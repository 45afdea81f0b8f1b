import Syntax
import TensorEngine

extension Compiler {
    /// `f(a, b)` of a function that has a name.
    func call(_ callee: ExpressionID, _ arguments: [CallArgument], into target: Int, _ id: ExpressionID) throws {
        let site = Site.expression(id)
        let first = try temporaries(arguments.count + 1)
        let shape = callShape(arguments)
        if case .name(let name) = tree[callee], case .global(let slot) = try variable(name), shape.isPlain {
            try fill(arguments, from: first + 1)
            emit(.callGlobal, target, first, slot, at: site)
            emit(.extra, arguments.count, at: site)
            return
        }
        try expression(callee, into: first)
        try finishCall(arguments, shape, first, into: target, at: site)
    }

    /// A call of a function that an expression gave.
    func call(of function: Int, _ arguments: [CallArgument], into target: Int, _ id: ExpressionID) throws {
        let first = try temporaries(arguments.count + 1)
        emit(.move, first, function, at: .expression(id))
        try finishCall(arguments, callShape(arguments), first, into: target, at: .expression(id))
    }

    private func finishCall(_ arguments: [CallArgument], _ shape: CallShape, _ first: Int, into target: Int, at site: Site) throws {
        try fill(arguments, from: first + 1)
        if shape.isPlain {
            emit(.call, target, first, arguments.count, at: site)
        } else {
            emit(.callNamed, target, first, add(shape), at: site)
        }
    }

    /// `x |> f` is `f(x)`.
    func pipe(_ argument: Int, _ source: ExpressionID, into function: ExpressionID, target: Int, _ id: ExpressionID) throws {
        let first = try temporaries(2)
        emit(.move, first + 1, argument, at: .expression(source))
        try expression(function, into: first)
        emit(.call, target, first, 1, at: .expression(id))
    }

    /// `x.f(a)`: a field of x, a method of its type, the program's `f`, or the builtin.
    func method(_ name: Name, of receiver: Int, _ arguments: [CallArgument], into target: Int, _ id: ExpressionID) throws {
        let site = Site.expression(id)
        let first = try temporaries(arguments.count + 2)
        emit(.move, first + 1, receiver, at: site)
        switch try variable(name.text) {
        case .global(let slot): emit(.peekGlobal, first, slot, at: site)
        default: try read(name.text, into: first, at: site)
        }
        try fill(arguments, from: first + 2)
        emit(.callMethod, target, first, add(callShape(arguments)), at: site)
        emit(.extra, self.name(name.text), at: site)
    }

    func fill(_ arguments: [CallArgument], from first: Int) throws {
        for (position, argument) in arguments.enumerated() { try expression(argument.value, into: first + position) }
    }

    func callShape(_ arguments: [CallArgument]) -> CallShape {
        CallShape(
            parts: arguments.map {
                switch $0.kind {
                case .positional: .positional
                case .keyword(let name): .keyword(name.text)
                case .spread: .spread
                }
            })
    }

    func add(_ shape: CallShape) -> Int {
        parts.calls.append(shape)
        return parts.calls.count - 1
    }

    // MARK: Functions

    /// Makes a function and leaves it in a register.
    func closure(_ definition: FunctionDefinition, into target: Int, at site: Site) throws {
        let defaults = definition.parameters.compactMap(\.defaultValue)
        let first = try temporaries(max(1, defaults.count))
        for (position, value) in defaults.enumerated() { try expression(value, into: first + position) }
        parts.functions.append(try template(of: definition))
        emit(.closure, target, parts.functions.count - 1, first, at: site)
    }

    /// The function that a lambda of the top level makes, still without what it takes along.
    static func template(of definition: FunctionDefinition, in tree: Tree, globals: Globals, dtype: DType) throws -> FunctionTemplate {
        let compiler = Compiler(
            name: "", tree: tree, globals: globals, outer: nil, dtype: dtype, shared: [], firstRegister: Globals.capacity)
        return try compiler.template(of: definition)
    }

    /// A function compiled anew, so that its own assignments name their values. Nil for one without a definition.
    static func namingTemplate(of code: Code, globals: Globals, dtype: DType) throws -> FunctionTemplate? {
        guard let definition = code.definition else { return nil }
        let outer = Compiler(
            name: "", tree: code.tree, globals: globals, outer: nil, dtype: dtype, shared: [], firstRegister: Globals.capacity)
        // what it took along stands in the order in which it was taken
        for (place, name) in code.captureNames.enumerated() { outer.scopes[0][name] = .cell(place) }
        return try outer.template(of: definition, namesValues: true)
    }

    func nameValue(_ name: String, _ register: Int, at site: Site) {
        if namesValues { emit(.nameValue, register, self.name(name), at: site) }
    }

    private func template(of definition: FunctionDefinition, namesValues: Bool = false) throws -> FunctionTemplate {
        let use: NameUse
        switch definition.body {
        case .expression(let body): use = NameUse(of: body, in: tree)
        case .block(let statements): use = NameUse(of: statements, in: tree)
        }
        let inner = Compiler(
            name: definition.name?.text ?? "", tree: tree, globals: globals, outer: self, dtype: dtype,
            shared: use.mentionedInside, firstRegister: 0)
        inner.namesValues = namesValues
        try inner.compile(definition, use)
        return FunctionTemplate(code: try inner.code(), captures: inner.captures)
    }

    private func compile(_ definition: FunctionDefinition, _ use: NameUse) throws {
        parts.documentation = definition.documentation
        parts.firstLine = firstLine(of: definition)
        parts.definition = definition
        let site = Site.span(definition.span)
        try declareParameters(definition, at: site)
        for name in use.assigned where scopes[0][name] == nil { try declare(name, site: site) }
        parts.variableCount = nextRegister
        parts.firstLines = use.places.mapValues(tree.line)
        for parameter in definition.parameters { parts.firstLines[parameter.name.text] = tree.line(of: parameter.name.span) }
        try checkWrites(use)
        addAxes(definition)
        if parts.axes != nil { emit(.checkAxes, 0, 0, at: site) }
        try body(definition.body, at: site)
        if definition.result != nil { parts.axes?.result = definition.result }
    }

    private func declareParameters(_ definition: FunctionDefinition, at site: Site) throws {
        _ = try temporaries(definition.parameters.count)
        for (register, parameter) in definition.parameters.enumerated() {
            let name = parameter.name.text
            let isShared = shared.contains(name)
            if isShared { emit(.makeCell, register, at: site) }
            scopes[0][name] = isShared ? .cell(register) : .register(register)
            assigned.insert(name)
            parts.variables.append((name, register))
            parts.parameters.append(
                ParameterSlot(name: name, hasDefault: parameter.defaultValue != nil, isShared: isShared))
        }
    }

    private func addAxes(_ definition: FunctionDefinition) {
        let annotated = definition.parameters.enumerated().compactMap { register, parameter in
            parameter.axes.map {
                (register: register, name: parameter.name.text, isShared: shared.contains(parameter.name.text), annotation: $0)
            }
        }
        guard !annotated.isEmpty || definition.result != nil else { return }
        parts.axes = AxisCheck(parameters: annotated, result: definition.result)
    }

    private func body(_ body: FunctionDefinition.Body, at site: Site) throws {
        switch body {
        case .expression(let value):
            let result = try temporary()
            try expression(value, into: result)
            giveBack(result, at: .expression(value))
        case .block(let statements):
            try block(statements)
            let none = try temporary()
            load(.none, into: none, at: site)
            giveBack(none, at: site)
        }
    }

    func giveBack(_ register: Int, at site: Site) {
        if parts.axes?.result != nil || parts.axes != nil { emit(.checkAxes, register, 1, at: site) }
        emit(.giveBack, register, at: site)
    }

    /// `A[i] = v` where A is no variable of this function: its change would be lost or reach outside.
    private func checkWrites(_ use: NameUse) throws {
        for (name, span) in use.written where scopes[0][name] == nil {
            throw located(WriteProblem.outer(name: name, function: parts.name), span)
        }
        for (name, span) in use.onlyAugmented where !parts.parameters.contains(where: { $0.name == name }) && isKnownOutside(name) {
            throw located(WriteProblem.outer(name: name, function: parts.name), span)
        }
    }

    /// Whether a function around this one or the top level assigns the name, here or later.
    private func isKnownOutside(_ name: String) -> Bool {
        var outer = self.outer
        while let next = outer {
            if next.scopes.contains(where: { $0[name] != nil }) { return true }
            outer = next.outer
        }
        return globals.firstLines[name] != nil || NameUse(of: tree.statements, in: tree).assigned.contains(name)
    }

    private func firstLine(of definition: FunctionDefinition) -> String {
        let text = tree.source.text(definition.span)
        return String(text.prefix { !$0.isNewline })
    }
}

import Syntax
import TensorEngine

extension FormulaReader {
    /// A function, or a builtin, as the formula of what its parameters are given.
    mutating func read(_ function: Value, _ operands: [Int]) throws -> Int {
        switch function {
        case .function(let function): return try inline(function, operands)
        case .builtin(let builtin): return try apply(builtin, operands, named: [:])
        default: throw CallProblem.notFunction(name: nil, kind: function.kind)
        }
    }

    // MARK: Functions of the program

    private mutating func inline(_ function: Function, _ operands: [Int]) throws -> Int {
        let key = InlinedCall(function: ObjectIdentifier(function), operands: operands)
        if graph.sharesEqualParts, let known = known[key] { return known }
        let identity = ObjectIdentifier(function)
        guard !running.contains(identity) else { throw SymbolicProblem.recursion(function: function.title) }
        running.append(identity)
        defer { running.removeLast() }
        guard let definition = function.code.definition else { throw SymbolicProblem.callee }
        let names = function.code.parameters.map(\.name)
        let scope = Scope(
            tree: function.code.tree, function: function,
            meanings: Dictionary(zip(names, operands), uniquingKeysWith: { $1 }))
        let result: Int
        switch definition.body {
        case .expression(let body): result = try read(body, scope)
        case .block(let statements): result = try read(statements, scope, function)
        }
        known[key] = result
        return result
    }

    /// Straight-line code: each assignment gives a name its formula.
    private mutating func read(_ statements: [Statement], _ outer: Scope, _ function: Function) throws -> Int {
        var scope = outer
        for statement in statements {
            switch statement.kind {
            case .returnValue(let value?): return try read(value, scope)
            case .assign(let targets, let value):
                let names = try targets.map { try name($0, scope) }
                let formula = try read(value, scope)
                for name in names { give(name, formula, &scope) }
            case .augmented(let target, let operation, let value):
                let before = try read(target, scope)
                let formula = try graph.apply(operation.primitive.name, before, try read(value, scope))
                give(try name(target, scope), formula, &scope)
            case .expression(let id):
                guard case .string = scope.tree[id] else { throw scope.failure(refusal(of: statement), at: statement.span) }
            case .pass: continue
            case .notWritten: throw NotWritten()
            default: throw scope.failure(refusal(of: statement), at: statement.span)
            }
        }
        throw SymbolicProblem.noReturn(function: function.title)
    }

    private mutating func give(_ name: String, _ formula: Int, _ scope: inout Scope) {
        scope.meanings[name] = formula
        if running.count == 1 { assigned.append((name, formula)) }
    }

    private func name(_ target: ExpressionID, _ scope: Scope) throws -> String {
        guard case .name(let name) = scope.tree[target] else {
            let problem = SymbolicProblem.statement(
                "an assignment to more than a name", instead: "one name after the other, as in a = ... and b = ...")
            throw scope.failure(problem, at: scope.tree.span(of: target))
        }
        return name
    }

    private func refusal(of statement: Statement) -> SymbolicProblem {
        let grad = "grad(f) differentiates whatever can be computed"
        return switch statement.kind {
        case .branch: .statement("an `if`", instead: "a choice within a formula is a if x > 0 else b")
        case .forLoop, .whileLoop: .statement("a loop", instead: grad)
        case .returnValue: .statement("a `return` without a value", instead: grad)
        case .define: .statement("a definition", instead: "define the function outside, and call it here")
        default: .statement("this", instead: "a formula comes from assignments to names and one `return`")
        }
    }

    // MARK: Calls

    mutating func call(
        _ callee: ExpressionID, _ arguments: [CallArgument], _ id: ExpressionID, _ scope: Scope
    ) throws -> Int {
        let place = scope.tree.operatorSpan(of: id)
        var positional: [Int] = []
        var named: [String: Int] = [:]
        var name: String
        switch scope.tree[callee] {
        case .name(let text): name = text
        // x.sin()
        case .field(let receiver, let method):
            name = method.text
            positional.append(try read(receiver, scope))
        default: throw scope.failure(.callee, at: scope.tree.span(of: callee))
        }
        for argument in arguments {
            let operand = try read(argument.value, scope)
            switch argument.kind {
            case .positional: positional.append(operand)
            case .keyword(let keyword): named[keyword.text] = operand
            case .spread: throw scope.failure(.expression("a spread argument", instead: "write the arguments out"), at: place)
            }
        }
        guard scope.meanings[name] == nil, let (_, function) = meaning(of: name, scope) else {
            // a text may speak of any f(x)
            if scope.function == nil, scope.meanings.isEmpty { return try graph.add(.apply(name, positional)) }
            throw scope.failure(.callee, at: scope.tree.span(of: callee))
        }
        do {
            switch function {
            case .function(let function): return try inline(function, try operands(of: function, positional, named))
            case .builtin(let builtin): return try apply(builtin, positional, named: named)
            default: throw CallProblem.notFunction(name: name, kind: function.kind)
            }
        } catch let problem as any Problem {
            var diagnostic = Diagnostic(problem)
            (diagnostic.source, diagnostic.span) = (scope.tree.source, place)
            throw diagnostic
        }
    }

    /// As a call binds them: by place, by name, by default.
    private mutating func operands(of function: Function, _ positional: [Int], _ named: [String: Int]) throws -> [Int] {
        let code = function.code
        guard positional.count <= code.parameters.count else {
            throw CallProblem.tooMany(
                function: function.title, given: positional.count, most: code.parameters.count, signature: code.firstLine)
        }
        try check(named, positional.count, code.parameters.map(\.name), function.title, code.firstLine)
        return try code.parameters.enumerated().map { position, parameter in
            if position < positional.count { return positional[position] }
            if let operand = named[parameter.name] { return operand }
            guard parameter.hasDefault else {
                throw CallProblem.missing(function: function.title, parameter: parameter.name, signature: code.firstLine)
            }
            let value = function.defaultValue(ofParameter: position)
            guard case .number(let number) = value else {
                throw SymbolicProblem.value(name: parameter.name, kind: value.kind)
            }
            return try graph.number(number)
        }
    }

    /// An operation of the registry that works number by number.
    private mutating func apply(_ builtin: Builtin, _ positional: [Int], named: [String: Int]) throws -> Int {
        // of several plain numbers, max and min are operations of two
        if let pair = ["max": "maximum", "min": "minimum"][builtin.name], positional.count > 1, named.isEmpty {
            return try positional.dropFirst().reduce(positional[0]) { try graph.apply(pair, $0, $1) }
        }
        guard case .primitive(let primitive) = builtin.body, primitive.family == .elementwise else {
            throw SymbolicProblem.operation(builtin.name)
        }
        let operands = try self.operands(of: primitive, positional, named)
        return primitive.name == "clip" ? try clip(operands) : try graph.add(.apply(primitive.name, operands.compactMap(\.self)))
    }

    private mutating func operands(of primitive: Primitive, _ positional: [Int], _ named: [String: Int]) throws -> [Int?] {
        guard positional.count <= primitive.parameters.count else {
            throw CallProblem.tooMany(
                function: primitive.name, given: positional.count, most: primitive.parameters.count,
                signature: primitive.signature)
        }
        try check(named, positional.count, primitive.parameters.map(\.name), primitive.name, primitive.signature)
        return try primitive.parameters.enumerated().map { position, parameter -> Int? in
            if position < positional.count { return positional[position] }
            if let operand = named[parameter.name] { return operand }
            switch parameter.defaultValue {
            case .number(let number): return try graph.number(number)
            case .whole(let whole): return try graph.number(Double(whole))
            case .some: return nil
            case nil:
                throw CallProblem.missing(function: primitive.name, parameter: parameter.name, signature: primitive.signature)
            }
        }
    }

    /// Each name is that of a parameter that has no value yet.
    private func check(
        _ named: [String: Int], _ positionalCount: Int, _ parameters: [String], _ function: String, _ signature: String
    ) throws {
        for name in named.keys.sorted() {
            guard let position = parameters.firstIndex(of: name) else {
                throw CallProblem.unknownKeyword(
                    function: function, keyword: name, nearest: nearestName(name, among: parameters), signature: signature)
            }
            if position < positionalCount { throw CallProblem.twice(function: function, parameter: name) }
        }
    }

    /// A bound that is not given is none, so clip is the two operations that it is made of.
    private mutating func clip(_ operands: [Int?]) throws -> Int {
        var result = try operands[0] ?? graph.number(.nan)
        if let low = operands[1] { result = try graph.apply("maximum", result, low) }
        if let high = operands[2] { result = try graph.apply("minimum", result, high) }
        return result
    }
}

extension Function {
    /// What messages call it.
    var title: String { code.name.isEmpty ? "this function" : code.name }
}

import Syntax
import TensorEngine

/// Reads a function of the program as a formula of its parameters: straight-line code step by step, and the functions
/// that it calls put in where they are called.
struct FormulaReader {
    var graph = FormulaGraph()
    /// Names from outside of the function that hold numbers.
    var outside: OutsideNames
    let machine: Machine?
    /// Calls that were read already: the same function of the same operands is the same part.
    var known: [InlinedCall: Int] = [:]
    /// What a statement of the function itself gave a name to, in order.
    var assigned: [(name: String, place: Int)] = []
    /// The functions that are being read, each called by the one before.
    var running: [ObjectIdentifier] = []
    private var depth = 0

    /// Expressions within expressions; reading takes a piece of our own stack for each.
    private static let maximumDepth = 600

    init(_ machine: Machine?, parameters: [String]) {
        self.machine = machine
        outside = OutsideNames(parameters: parameters)
    }

    /// Where an expression stands, and what the names mean there.
    struct Scope {
        let tree: Tree
        /// Nil for a formula that is no function of the program.
        let function: Function?
        var meanings: [String: Int]

        func failure(_ problem: SymbolicProblem, at span: Span) -> Diagnostic {
            var diagnostic = Diagnostic(problem)
            (diagnostic.source, diagnostic.span) = (tree.source, span)
            return diagnostic
        }
    }

    struct InlinedCall: Hashable {
        var function: ObjectIdentifier
        var operands: [Int]
    }

    /// The formula that a text of one expression states, added to a graph.
    static func read(_ text: String, _ meanings: [String: Int], into graph: inout FormulaGraph) throws -> Int {
        var reader = FormulaReader(nil, parameters: Array(meanings.keys))
        swap(&reader.graph, &graph)
        defer { swap(&reader.graph, &graph) }
        return try reader.read(text, meanings)
    }

    mutating func read(_ text: String, _ meanings: [String: Int]) throws -> Int {
        let parsed = parse(Source(name: "formula", text: text))
        guard parsed.diagnostics.isEmpty, parsed.tree.statements.count == 1,
            case .expression(let id) = parsed.tree.statements[0].kind
        else { throw SymbolicProblem.text(text) }
        return try read(id, Scope(tree: parsed.tree, function: nil, meanings: meanings))
    }
}

// MARK: - Expressions

extension FormulaReader {
    /// A chain (`a + b + c ...`) may be of any length, so it is read from its innermost operand outwards in a loop.
    mutating func read(_ id: ExpressionID, _ scope: Scope) throws -> Int {
        depth += 1
        defer { depth -= 1 }
        guard depth < FormulaReader.maximumDepth else { throw scope.failure(.tooDeep, at: scope.tree.span(of: id)) }
        var chain: [(BinaryOperator, ExpressionID)] = []
        var start = id
        while case .binary(let operation, let left, let right) = scope.tree[start], operation.isOfNumbers {
            chain.append((operation, right))
            start = left
        }
        var result = try single(start, scope)
        while let (operation, right) = chain.popLast() {
            result = try graph.apply(operation.primitive.name, result, try read(right, scope))
        }
        return result
    }

    private mutating func single(_ id: ExpressionID, _ scope: Scope) throws -> Int {
        switch scope.tree[id] {
        case .number(let value): return try graph.number(value)
        case .name(let name): return try read(name, id, scope)
        case .unary(.negate, let operand):
            if case .number(let value) = scope.tree[operand] { return try graph.number(-value) }
            return try graph.apply("negative", try read(operand, scope))
        case .unary(.plus, let operand): return try read(operand, scope)
        case .comparison(let left, let links) where links.count == 1 && links[0].comparison.isOfNumbers:
            let operation = links[0].comparison.primitive.name
            return try graph.apply(operation, try read(left, scope), try read(links[0].operand, scope))
        case .conditional(let then, let condition, let otherwise):
            let operands = [try read(condition, scope), try read(then, scope), try read(otherwise, scope)]
            return try graph.add(.apply("where", operands))
        case .call(let callee, let arguments): return try call(callee, arguments, id, scope)
        case .pipe(let argument, let callee):
            return try call(callee, [CallArgument(kind: .positional, value: argument)], id, scope)
        default: throw scope.failure(refusal(of: id, scope.tree), at: scope.tree.span(of: id))
        }
    }

    private func refusal(of id: ExpressionID, _ tree: Tree) -> SymbolicProblem {
        let tensors = "grad(f) differentiates functions of tensors"
        return switch tree[id] {
        case .list, .comprehension, .index: .expression("a tensor or one of its entries", instead: tensors)
        case .binary(.matrixMultiply, _, _): .expression("a product of matrices", instead: tensors)
        case .logical, .comparison, .boolean, .unary, .binary:
            .expression("a truth value", instead: "only one comparison may choose: a if x > 0 else b")
        case .lambda: .expression("a function", instead: "define it outside, and call it here")
        default: .expression("this", instead: "a formula has numbers, names, + - * / ** and calls such as sin(x)")
        }
    }

    private mutating func read(_ name: String, _ id: ExpressionID, _ scope: Scope) throws -> Int {
        if let meaning = scope.meanings[name] { return meaning }
        guard let (place, value) = meaning(of: name, scope) else {
            guard scope.function == nil else { throw scope.failure(.value(name: name, kind: "nothing yet"), at: scope.tree.span(of: id)) }
            return try graph.add(.name(name))
        }
        guard case .number(let number) = value else {
            throw scope.failure(.value(name: name, kind: value.kind), at: scope.tree.span(of: id))
        }
        return outside.keep(name, place, scope.function?.cell(of: name)) ? try graph.add(.name(name)) : try graph.number(number)
    }

    /// What a name that is no variable of the function stands for.
    func meaning(of name: String, _ scope: Scope) -> (OutsideNames.Place, Value)? {
        guard let function = scope.function else { return Builtin.value(named: name).map { (.builtin, $0) } }
        if let cell = function.cell(of: name) { return (.cell(ObjectIdentifier(cell)), cell.value) }
        if let machine, machine.globals.isAssigned(name), let value = machine.globals[name] {
            // a builtin that was mentioned is a global as well
            let isBuiltin = Builtin.value(named: name)?.plainNumber.map { $0 == value.plainNumber } ?? false
            return (isBuiltin ? .builtin : .global, value)
        }
        return Builtin.value(named: name).map { (.builtin, $0) }
    }
}

/// Names from outside of a function that may stand in its formula, because each means one thing there.
struct OutsideNames {
    enum Place: Hashable { case global, builtin, cell(ObjectIdentifier) }

    private let parameters: Set<String>
    private(set) var places: [String: Place] = [:]
    private(set) var cells: [String: Cell] = [:]

    init(parameters: [String]) { self.parameters = Set(parameters) }

    /// False where the name means something else in the formula already: then its number stands for it.
    mutating func keep(_ name: String, _ place: Place, _ cell: Cell?) -> Bool {
        if parameters.contains(name) { return false }
        if let known = places[name] { return known == place }
        places[name] = place
        cells[name] = cell
        return true
    }

    /// The numbers that they hold now.
    func values(in machine: Machine) -> [String: Double] {
        var values: [String: Double] = [:]
        for (name, place) in places {
            let value: Value? =
                switch place {
                case .global: machine.globals[name]
                case .builtin: Builtin.value(named: name)
                case .cell: cells[name]?.value
                }
            values[name] = value?.plainNumber
        }
        return values
    }
}

extension Function {
    /// The variable of that name that it took along.
    fileprivate func cell(of name: String) -> Cell? {
        code.captureNames.firstIndex(of: name).map { captures[$0] }
    }
}

extension BinaryOperator {
    fileprivate var isOfNumbers: Bool {
        switch self {
        case .add, .subtract, .multiply, .divide, .floorDivide, .remainder, .power: true
        case .matrixMultiply, .bitAnd, .bitOr: false
        }
    }
}

extension ComparisonOperator {
    fileprivate var isOfNumbers: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .isIdentical, .isNotIdentical, .isIn, .isNotIn: false
        }
    }
}

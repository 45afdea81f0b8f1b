import TensorEngine

extension FormulaGraph {
    /// The derivative of a formula with respect to a name, nothing simplified: sums term by term, products by
    /// f'g + fg', everything else by what the registry writes down as its local derivative, times the inner one.
    mutating func derivative(of formula: Int, withRespectTo name: String) throws -> Int {
        let parts = parts(of: formula)
        var derivatives: [Int: Int] = [:]
        var depends: Set<Int> = []
        for place in parts {
            if self[place] == .name(name) || operands(of: place).contains(where: depends.contains) { depends.insert(place) }
            derivatives[place] = try derivative(at: place, name, depends, derivatives)
        }
        return try derivatives[formula] ?? number(0)
    }

    private mutating func derivative(
        at place: Int, _ name: String, _ depends: Set<Int>, _ derivatives: [Int: Int]
    ) throws -> Int {
        guard depends.contains(place) else { return try number(0) }
        guard case .apply(let operation, let operands) = self[place] else { return try number(1) }
        let inner = try operands.map { try derivatives[$0] ?? number(0) }
        switch operation {
        // what is linear is its own derivative
        case "add", "subtract", "negative": return try add(.apply(operation, inner))
        case "where": return try apply(operation, operands[0], inner[1], inner[2])
        case "multiply":
            let (left, right) = (try apply("multiply", inner[0], operands[1]), try apply("multiply", operands[0], inner[1]))
            return try apply("add", left, right)
        default: return try chainRule(place, operation, operands, inner, depends)
        }
    }

    private mutating func chainRule(
        _ place: Int, _ operation: String, _ operands: [Int], _ inner: [Int], _ depends: Set<Int>
    ) throws -> Int {
        var sum: Int?
        for position in operands.indices where depends.contains(operands[position]) {
            guard let local = try localDerivative(of: operation, position, operands, result: place) else { continue }
            let term = try apply("multiply", local, inner[position])
            sum = try sum.map { try apply("add", $0, term) } ?? term
        }
        return try sum ?? number(0)
    }

    /// What the registry says, with the operands put in; nil where it is 0 everywhere.
    mutating func localDerivative(
        of operation: String, _ position: Int, _ operands: [Int], result: Int
    ) throws -> Int? {
        guard let primitive = Primitive.named(operation) else { throw SymbolicProblem.operation(operation) }
        switch primitive.gradient {
        // truth values do not change gradually
        case .zero, .none: return nil
        default: break
        }
        guard position < primitive.derivatives.count else { throw SymbolicProblem.operation(operation) }
        var meanings = Dictionary(uniqueKeysWithValues: zip(primitive.parameters.map(\.name), operands))
        meanings["y"] = result
        return try FormulaReader.read(primitive.derivatives[position], meanings, into: &self)
    }
}

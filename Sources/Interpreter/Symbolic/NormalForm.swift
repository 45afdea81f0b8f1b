import TensorEngine

/// Formulas as they are shown: constants folded, like terms and equal factors merged, nothing expanded.
///
/// Sums and products take any number of operands. A product is a number, then names and their powers in the order of
/// the parameters, then the rest in the order of appearance; a sum keeps its order.
struct NormalForm {
    enum Node: Hashable {
        case number(Ratio)
        /// By its place among `names`.
        case name(Int)
        case sum([Int])
        /// Of at least two factors, the first perhaps a number.
        case product([Int])
        case power(base: Int, exponent: Int)
        case apply(String, [Int])
    }

    private(set) var nodes: [Node] = []
    private var places: [Node: Int] = [:]
    /// The first node that is equal but for the order of terms and factors.
    private var firstEquals: [Int] = []
    private var placesOfSorted: [Node: Int] = [:]
    private(set) var names: [String]
    /// Of all nodes together: a long sum is made term by term, each time anew.
    private var operandCount = 0

    private static let mostOperands = 4_000_000

    /// Whether `e` is Euler's number, whose logarithm is 1.
    private let knowsEuler: Bool

    /// - Parameter names: in the order in which factors stand; others follow as they come.
    init(names: [String], knowsEuler: Bool) {
        self.names = names
        self.knowsEuler = knowsEuler
    }

    subscript(place: Int) -> Node { nodes[place] }

    mutating func add(_ node: Node) -> Int {
        if let known = places[node] { return known }
        let place = nodes.count
        nodes.append(node)
        operandCount += node.operands.count
        places[node] = place
        let sorted = sortedNode(node)
        firstEquals.append(placesOfSorted[sorted] ?? place)
        if placesOfSorted[sorted] == nil { placesOfSorted[sorted] = place }
        return place
    }

    private func sortedNode(_ node: Node) -> Node {
        switch node {
        case .number, .name: node
        case .sum(let terms): .sum(terms.map(kind).sorted())
        case .product(let factors): .product(factors.map(kind).sorted())
        case .power(let base, let exponent): .power(base: kind(base), exponent: kind(exponent))
        case .apply(let operation, let operands): .apply(operation, operands.map(kind))
        }
    }

    /// The same for formulas that are equal but for the order of terms and factors.
    func kind(_ place: Int) -> Int { firstEquals[place] }

    mutating func number(_ ratio: Ratio) -> Int { add(.number(ratio)) }

    /// The simplified form of a formula.
    mutating func simplified(_ formula: Int, of graph: FormulaGraph) throws -> Int {
        var results: [Int: Int] = [:]
        for place in graph.parts(of: formula) {
            let operands = graph.operands(of: place).compactMap { results[$0] }
            results[place] = try simplified(graph[place], operands)
            guard nodes.count < FormulaGraph.mostNodes, operandCount < NormalForm.mostOperands else {
                throw SymbolicProblem.tooLarge(nodes: Double(nodes.count), most: FormulaGraph.mostNodes)
            }
        }
        return results[formula] ?? number(.zero)
    }

    private mutating func simplified(_ node: FormulaGraph.Node, _ operands: [Int]) throws -> Int {
        switch node {
        case .number(let value): return number(Ratio(value))
        case .name(let name): return self.name(name)
        case .apply("add", _): return sum(operands)
        case .apply("subtract", _): return sum([operands[0], product([number(.minusOne), operands[1]])])
        case .apply("negative", _): return product([number(.minusOne), operands[0]])
        case .apply("multiply", _): return product(operands)
        case .apply("divide", _): return product([operands[0], power(operands[1], number(.minusOne))])
        case .apply("power", _): return power(operands[0], operands[1])
        case .apply("where", _) where operands[1] == operands[2]: return operands[1]
        case .apply(let operation, _): return try apply(operation, operands)
        }
    }

    private mutating func name(_ name: String) -> Int {
        if let place = names.firstIndex(of: name) { return add(.name(place)) }
        names.append(name)
        return add(.name(names.count - 1))
    }

    /// An operation of numbers alone is a number.
    private mutating func apply(_ operation: String, _ operands: [Int]) throws -> Int {
        if knowsEuler, operation == "ln" || operation == "log", case .name(let place) = self[operands[0]], names[place] == "e" {
            return number(.one)
        }
        let numbers = operands.compactMap { number(at: $0)?.value }
        if numbers.count == operands.count, let primitive = Primitive.named(operation) {
            let result = try primitive.value(ofNumbers: numbers)
            if result.dtype.isFloat, result.element(0).isFinite { return number(Ratio(result.element(0))) }
        }
        return add(.apply(operation, operands))
    }

    func number(at place: Int) -> Ratio? { if case .number(let ratio) = nodes[place] { ratio } else { nil } }

    // MARK: Sums

    mutating func sum(_ terms: [Int]) -> Int {
        // the constant stands for itself: what it multiplies is nothing
        var coefficients: [Int?: Ratio] = [:]
        var order: [Int?] = []
        for term in terms.flatMap(termsOfSum) {
            let (coefficient, rest) = split(term)
            if let known = coefficients[rest.map(kind)] {
                coefficients[rest.map(kind)] = known + coefficient
            } else {
                coefficients[rest.map(kind)] = coefficient
                order.append(rest)
            }
        }
        let merged = order.compactMap { rest -> Int? in
            guard let coefficient = coefficients[rest.map(kind)], coefficient != .zero else { return nil }
            return rest.map { times(coefficient, $0) } ?? number(coefficient)
        }
        switch merged.count {
        case 0: return number(.zero)
        case 1: return merged[0]
        default: return add(.sum(merged))
        }
    }

    private func termsOfSum(_ place: Int) -> [Int] { if case .sum(let terms) = nodes[place] { terms } else { [place] } }

    /// `2 * x * y` as 2 and `x * y`; a number as itself and nothing.
    private mutating func split(_ term: Int) -> (Ratio, Int?) {
        switch self[term] {
        case .number(let ratio): return (ratio, nil)
        case .product(let factors):
            guard let coefficient = number(at: factors[0]) else { return (.one, term) }
            return (coefficient, factors.count == 2 ? factors[1] : add(.product(Array(factors.dropFirst()))))
        default: return (.one, term)
        }
    }

    private mutating func times(_ coefficient: Ratio, _ rest: Int) -> Int {
        if coefficient == .one { return rest }
        if case .product(let factors) = self[rest] { return add(.product([number(coefficient)] + factors)) }
        return add(.product([number(coefficient), rest]))
    }
}

extension Primitive {
    /// What it gives for plain numbers, whatever kinds of arguments the parameters take.
    func value(ofNumbers numbers: [Double]) throws -> Tensor {
        let arguments = try zip(parameters, numbers).map { parameter, number -> Argument in
            switch parameter.kind {
            case .number: .number(number)
            case .whole: .whole(Int(exactly: number) ?? 0)
            default: .tensor(try Tensor(plainNumber: number))
            }
        }
        return try self(Arguments(arguments))[0]
    }
}

extension NormalForm {
    /// How much there is to write, and how many brackets stand within brackets at most.
    func treeSize(of formula: Int) -> (nodes: Double, depth: Double) {
        var sizes: [(nodes: Double, depth: Double)] = []
        for node in nodes[...formula] {
            let inner = node.operands.map { sizes[$0] }
            sizes.append((1 + inner.reduce(0) { $0 + $1.nodes }, 1 + (inner.map(\.depth).max() ?? 0)))
        }
        return sizes[formula]
    }

    /// The operations that are written as calls.
    var operations: [String] {
        var found: [String] = []
        for case .apply(let name, _) in nodes where !found.contains(name) { found.append(name) }
        return found
    }
}

extension NormalForm.Node {
    fileprivate var operands: [Int] {
        switch self {
        case .number, .name: []
        case .sum(let operands), .product(let operands), .apply(_, let operands): operands
        case .power(let base, let exponent): [base, exponent]
        }
    }
}

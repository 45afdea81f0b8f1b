/// A formula of plain numbers as a graph, in flat arrays: equal parts are one node, and operands come before what is
/// made of them, so that every pass over it is a loop.
struct FormulaGraph {
    enum Node: Hashable {
        case number(Double)
        case name(String)
        /// An operation of the registry, by its name.
        case apply(String, [Int])
    }

    private(set) var nodes: [Node] = []
    private var places: [Node: Int] = [:]
    /// False where each operation counts for itself, as often as it is written.
    var sharesEqualParts = true

    /// A longer formula teaches nothing, and few lines can write one of any length.
    static let mostNodes = 100_000

    /// - Throws: `SymbolicProblem.tooLarge` when there are too many nodes.
    mutating func add(_ node: Node) throws -> Int {
        if let known = places[node], sharesEqualParts || node.isLeaf { return known }
        guard nodes.count < FormulaGraph.mostNodes else {
            throw SymbolicProblem.tooLarge(nodes: Double(nodes.count), most: FormulaGraph.mostNodes)
        }
        nodes.append(node)
        places[node] = nodes.count - 1
        return nodes.count - 1
    }

    mutating func number(_ value: Double) throws -> Int { try add(.number(value)) }

    mutating func apply(_ operation: String, _ operands: Int...) throws -> Int { try add(.apply(operation, operands)) }

    subscript(place: Int) -> Node { nodes[place] }

    func operands(of place: Int) -> [Int] { if case .apply(_, let operands) = nodes[place] { operands } else { [] } }

    /// Which nodes a formula is made of, the formula itself included, operands first.
    func parts(of formula: Int) -> [Int] {
        var isPart = Array(repeating: false, count: formula + 1)
        isPart[formula] = true
        for place in stride(from: formula, through: 0, by: -1) where isPart[place] {
            for operand in operands(of: place) { isPart[operand] = true }
        }
        return isPart.indices.filter { isPart[$0] }
    }
}

extension FormulaGraph.Node {
    fileprivate var isLeaf: Bool { if case .apply = self { false } else { true } }
}

// MARK: - Sizes

extension FormulaGraph {
    /// How many nodes a formula has if every part is written out as often as it occurs.
    func treeSize(of formula: Int) -> Double { folded(formula) { 1 + $0.reduce(0, +) } }

    /// How many it has if equal parts are one node.
    func graphSize(of formula: Int) -> Double { Double(parts(of: formula).count) }

    /// How many brackets stand within brackets, about.
    func depth(of formula: Int) -> Double { folded(formula) { 1 + ($0.max() ?? 0) } }

    private func folded(_ formula: Int, _ combine: ([Double]) -> Double) -> Double {
        var results = Array(repeating: 0.0, count: formula + 1)
        for place in parts(of: formula) { results[place] = combine(operands(of: place).map { results[$0] }) }
        return results[formula]
    }

    /// More text, or more brackets within brackets, than anybody reads.
    func checkCanBeWritten(_ formula: Int) throws {
        try FormulaGraph.checkCanBeWritten(nodes: treeSize(of: formula), depth: depth(of: formula))
    }

    static func checkCanBeWritten(nodes: Double, depth: Double) throws {
        guard nodes <= mostWritten else { throw SymbolicProblem.tooLarge(nodes: nodes, most: Int(mostWritten)) }
        guard depth <= deepestWritten else { throw SymbolicProblem.tooDeep }
    }

    private static let mostWritten = 50_000.0
    // the parser takes 200 brackets, and a level here may need two
    private static let deepestWritten = 90.0
}

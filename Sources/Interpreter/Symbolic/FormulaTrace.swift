import Imaging
import TensorEngine

/// A formula computed at a point, forward and back: each node's value, its name, and what it is owed.
///
/// Numbers of the program are part of a node's formula and no nodes of their own.
struct FormulaTrace {
    private var graph: FormulaGraph
    private let digits: Int
    /// The nodes in the order in which they are shown: inputs, then level by level.
    private var order: [Int] = []
    private var values: [Int: Double] = [:]
    private var names: [Int: String] = [:]
    private var adjoints: [Int: Double] = [:]
    private var arrows: [(source: Int, target: Int, local: Double)] = []

    /// More nodes are no picture.
    static let mostNodes = 500

    init(_ function: Value, at point: [Double], _ machine: Machine) throws {
        let parameters = function.parameterNames
        var reader = FormulaReader(machine, parameters: parameters)
        reader.graph.sharesEqualParts = false
        let result = try reader.formula(of: function, parameters)
        graph = reader.graph
        digits = machine.digits
        let parts = graph.parts(of: result)
        guard parts.count <= FormulaTrace.mostNodes else {
            throw SymbolicProblem.tooLarge(nodes: Double(parts.count), most: FormulaTrace.mostNodes)
        }
        let given = Dictionary(zip(parameters, point), uniquingKeysWith: { $1 })
        let outside = reader.outside.values(in: machine)
        for place in parts { values[place] = try value(at: place, given.merging(outside) { first, _ in first }) }
        // an input that nothing uses is an input all the same
        let inputs = parameters.indices.filter { graph[$0] == .name(parameters[$0]) }
        for input in inputs where values[input] == nil { values[input] = point[input] }
        arrange(inputs, parts, parameters, reader)
        try goBack(from: result)
    }

    // MARK: Forward

    private func value(at place: Int, _ given: [String: Double]) throws -> Double {
        switch graph[place] {
        case .number(let number): return number
        case .name(let name): return given[name] ?? .nan
        case .apply(let operation, let operands):
            guard let primitive = Primitive.named(operation) else { throw SymbolicProblem.operation(operation) }
            return try primitive.value(ofNumbers: operands.map { values[$0] ?? .nan }).element(0)
        }
    }

    // MARK: Names

    /// Names as the page of views says: inputs and assigned names as they are, the others level by level.
    private mutating func arrange(_ inputs: [Int], _ parts: [Int], _ parameters: [String], _ reader: FormulaReader) {
        var levels: [Int: Int] = [:]
        var isNode = Set(inputs)
        for place in parts {
            let operands = graph.operands(of: place)
            if operands.contains(where: isNode.contains) { isNode.insert(place) }
            levels[place] = operands.isEmpty ? 0 : 1 + (operands.compactMap { levels[$0] }.max() ?? 0)
        }
        let inner = parts.filter { isNode.contains($0) && !inputs.contains($0) }
            .sorted { (levels[$0] ?? 0, $0) < (levels[$1] ?? 0, $1) }
        order = inputs + inner
        for (input, parameter) in zip(inputs, parameters) { names[input] = parameter }
        var taken = Set(parameters).union(reader.assigned.map(\.name)).union(reader.outside.places.keys)
        for (name, place) in reader.assigned where isNode.contains(place) && names[place] == nil {
            var unique = name
            var count = 1
            while names.values.contains(unique) {
                count += 1
                unique = "\(name).\(count)"
            }
            names[place] = unique
        }
        var number = 0
        for place in inner where names[place] == nil {
            repeat { number += 1 } while taken.contains("v\(number)")
            names[place] = "v\(number)"
            taken.insert("v\(number)")
        }
    }

    // MARK: Back

    private mutating func goBack(from result: Int) throws {
        adjoints[result] = 1
        for target in order.reversed() {
            guard case .apply(let operation, let operands) = graph[target] else { continue }
            for (position, source) in operands.enumerated() where names[source] != nil {
                let local = try localDerivative(operation, position, operands, target)
                arrows.append((source, target, local))
                adjoints[source, default: 0] += local * (adjoints[target] ?? 0)
            }
        }
        arrows.reverse()
    }

    private mutating func localDerivative(_ operation: String, _ position: Int, _ operands: [Int], _ target: Int) throws -> Double {
        if operation == "where" { return position == (values[operands[0]] == 0 ? 2 : 1) ? 1 : 0 }
        guard let formula = try graph.localDerivative(of: operation, position, operands, result: target) else { return 0 }
        for place in graph.parts(of: formula) where values[place] == nil { values[place] = try value(at: place, [:]) }
        return values[formula] ?? 0
    }

    // MARK: What is seen

    var computation: ComputationGraph {
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let nodes = order.map { place in
            let isInput = if case .name = graph[place] { true } else { false }
            return ComputationGraph.Node(
                names[place] ?? "", formula: isInput ? "" : formula(of: place), value: number(values[place] ?? .nan),
                adjoint: number(adjoints[place] ?? 0), role: isInput ? .input : place == order.last ? .result : .inner)
        }
        let edges = arrows.compactMap { arrow -> ComputationGraph.Edge? in
            guard let source = places[arrow.source], let target = places[arrow.target] else { return nil }
            return ComputationGraph.Edge(source, target, number(arrow.local))
        }
        return ComputationGraph(nodes: nodes, edges: edges)
    }

    private func number(_ value: Double) -> String { numberText(value, .float64, digits: digits) }

    /// The operation with its operands by name.
    private func formula(of place: Int) -> String {
        guard case .apply(let operation, let operands) = graph[place] else { return text(of: place) }
        let texts = operands.map(text(of:))
        if operation == "negative" { return "-" + texts[0] }
        guard let symbol = Self.symbols[operation], texts.count == 2 else {
            return operation + "(" + texts.joined(separator: ", ") + ")"
        }
        let bracketed = texts.map { $0.hasPrefix("-") || $0.contains(" ") ? "(\($0))" : $0 }
        return operation == "power" ? bracketed.joined(separator: "**") : bracketed.joined(separator: " \(symbol) ")
    }

    private func text(of place: Int) -> String {
        if let name = names[place] { return name }
        switch graph[place] {
        case .number(let value): return number(value)
        case .name(let name): return name
        case .apply: return formula(of: place)
        }
    }

    private static let symbols = FormulaText.symbols.merging(
        ["add": "+", "subtract": "-", "multiply": "*", "divide": "/", "power": "**"]) { $1 }
}

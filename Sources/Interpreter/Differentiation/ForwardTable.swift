import TensorEngine

/// A computation read forwards: how fast each node changes with each input, one column and one pass for each of them.
struct ForwardTable {
    private let computation: Computation
    private let texts: OperationText
    /// `x1`, `W[0, 1]`: the number that each column is about.
    private var columns: [(name: String, input: Int, element: Int)] = []
    /// By node and column; nil where the node does not depend on that input.
    private var tangents: [[Tensor?]] = []

    init(_ computation: Computation, digits: Int) throws {
        self.computation = computation
        texts = OperationText(digits: digits)
        for (input, node) in computation.nodes.prefix(computation.inputCount).enumerated() {
            for element in 0..<node.value.count {
                let place = node.value.rank == 0 ? "" : placeText(node.value.shape.place(of: element))
                columns.append((node.name + place, input, element))
            }
        }
        for node in computation.nodes.indices {
            tangents.append(try columns.indices.map { try tangent(of: node, column: $0) })
        }
    }

    private func tangent(of place: Int, column: Int) throws -> Tensor? {
        let node = computation.nodes[place]
        guard place >= computation.inputCount else {
            guard columns[column].input == place else { return nil }
            return try unit(columns[column].element, node.value.shape, .float64)
        }
        let moving = node.inputs.compactMap { path in tangents[path.node][column].map { (operand: path.operand, tangent: $0) } }
        return moving.isEmpty ? nil : try node.step.push(moving)
    }

    var view: View {
        var rows = [["node", "formula", "value"] + columns.map { "d/d\($0.name)" }]
        for (node, tangents) in zip(computation.nodes, tangents) {
            rows.append(
                [node.name, node.formula ?? "input", texts.text(node.value)] + tangents.map { $0.map(texts.text) ?? "0" })
        }
        return computation.view(columnText(of: rows)) { place in
            let made = Dict()
            for (column, tangent) in zip(columns, tangents[place]) {
                try? made.set(.text(column.name), to: tangent.map { Value($0) } ?? .number(0))
            }
            return [("tangents", .dictionary(made))]
        }
    }
}

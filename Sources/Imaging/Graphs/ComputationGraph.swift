/// A computation to be drawn: what is computed from what, with words on the nodes and on the arrows.
///
/// Nodes stand in the order in which they are computed: an edge leads from an earlier one to a later one.
package struct ComputationGraph: Equatable, Sendable {
    package struct Node: Equatable, Sendable {
        package enum Role: Sendable { case input, inner, result }

        package var name: String
        /// What it computes: `x1 * x2`; empty for an input.
        package var formula: String
        package var value: String
        /// What it is owed on the way back; empty where nobody asked.
        package var adjoint: String
        package var role: Role

        package init(_ name: String, formula: String = "", value: String = "", adjoint: String = "", role: Role = .inner) {
            (self.name, self.formula, self.value, self.adjoint, self.role) = (name, formula, value, adjoint, role)
        }
    }

    package struct Edge: Equatable, Sendable {
        package var source: Int
        package var target: Int
        /// The local derivative.
        package var label: String

        package init(_ source: Int, _ target: Int, _ label: String = "") {
            (self.source, self.target, self.label) = (source, target, label)
        }
    }

    package private(set) var nodes: [Node]
    package private(set) var edges: [Edge]

    /// Edges that lead nowhere, or back, are left out: what is drawn is a computation.
    package init(nodes: [Node], edges: [Edge]) {
        self.nodes = nodes
        self.edges = edges.filter { nodes.indices.contains($0.source) && $0.source < $0.target && $0.target < nodes.count }
    }
}

extension ComputationGraph {
    /// Graphviz's text, for those who want to lay it out in another way.
    package var dot: String {
        var lines = [
            "digraph computation {", "  rankdir=LR;",
            "  node [shape=box, style=\"rounded,filled\", fontname=\"monospace\", fontsize=12];",
            "  edge [fontname=\"monospace\", fontsize=11, color=\"#8a94a0\", fontcolor=\"#5b6570\"];",
        ]
        for (place, node) in nodes.enumerated() {
            let words = node.lines.map(\.text).map(Self.escaped).joined(separator: "\\n")
            let colours = GraphColours(node.role)
            lines.append("  n\(place) [label=\"\(words)\", fillcolor=\"\(colours.fill)\", color=\"\(colours.border)\"];")
        }
        for edge in edges {
            let label = edge.label.isEmpty ? "" : " [label=\"\(Self.escaped(edge.label))\"]"
            lines.append("  n\(edge.source) -> n\(edge.target)\(label);")
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}

extension ComputationGraph.Node {
    struct Line: Equatable {
        enum Kind { case title, value, adjoint }
        var text: String
        var kind: Kind
    }

    /// What stands in its box, line by line.
    var lines: [Line] {
        let title = Line(text: formula.isEmpty ? name : "\(name) = \(formula)", kind: .title)
        let rest = [Line(text: value, kind: .value), Line(text: adjoint, kind: .adjoint)]
        return ([title] + rest.filter { !$0.text.isEmpty }).flatMap { line in
            line.text.split(separator: "\n").map { Line(text: String($0), kind: line.kind) }
        }
    }
}

/// The colours of a node's box.
struct GraphColours {
    let fill: String
    let border: String

    init(_ role: ComputationGraph.Node.Role) {
        switch role {
        case .input: (fill, border) = ("#e7f0fa", "#4a7fb5")
        case .inner: (fill, border) = ("#ffffff", "#9aa4af")
        case .result: (fill, border) = ("#fdf3dc", "#c08a1e")
        }
    }
}

import Imaging
import Testing

@Suite("A computation is drawn so that it can be followed")
struct GraphLayoutTests {
    /// ln(x1) + x1*x2 - sin(x2), as the first deck draws it.
    static let survey = ComputationGraph(
        nodes: [
            .init("x1", value: "2", adjoint: "5.5", role: .input), .init("x2", value: "5", adjoint: "1.7163", role: .input),
            .init("v1", formula: "ln(x1)"), .init("v2", formula: "x1 * x2"), .init("v3", formula: "sin(x2)"),
            .init("v4", formula: "v1 + v2"), .init("v5", formula: "v4 - v3", role: .result),
        ],
        edges: [.init(0, 2), .init(0, 3), .init(1, 3), .init(1, 4), .init(2, 5), .init(3, 5), .init(5, 6), .init(4, 6, "-1")])

    /// Two inputs, each linked with all of six, and those with all of five.
    static let dense = ComputationGraph(
        nodes: (0..<13).map { .init("n\($0)", formula: "f", value: "1") },
        edges: (0..<2).flatMap { from in (2..<8).map { .init(from, $0, "0.5") } }
            + (2..<8).flatMap { from in (8..<13).map { .init(from, $0, "0.25") } })

    @Test("Boxes do not cover each other", arguments: [survey, dense]) func boxesAreApart(graph: ComputationGraph) {
        let boxes = DrawnBox.all(in: graph.svg)
        #expect(boxes.count == graph.nodes.count)
        for (place, box) in boxes.enumerated() { for other in boxes[(place + 1)...] { #expect(!box.overlaps(other)) } }
    }

    @Test("Arrows lead to the right, from box to box", arguments: [survey, dense]) func arrowsLeadRight(graph: ComputationGraph) {
        let boxes = DrawnBox.all(in: graph.svg)
        for edge in graph.edges { #expect(boxes[edge.source].right < boxes[edge.target].x) }
    }

    @Test("Inputs stand in the first column, in one line with each other") func inputsAreLeft() {
        let boxes = DrawnBox.all(in: Self.survey.svg)
        #expect(boxes[0].middle == boxes[1].middle)
        #expect(boxes.allSatisfy { $0.middle >= boxes[0].middle })
    }

    @Test("What is written can be any text") func textsAreEscaped() {
        let graph = ComputationGraph(nodes: [.init("a", formula: #"x < "y" & z\n"#)], edges: [])
        #expect(graph.svg.contains("a = x &lt; \"y\" &amp; z\\n"))
        #expect(graph.dot.contains(#"label="a = x < \"y\" & z\\n""#))
    }

    @Test("An arrow that leads back is left out") func noWayBack() {
        let graph = ComputationGraph(nodes: [.init("a"), .init("b")], edges: [.init(1, 0), .init(0, 0), .init(0, 7), .init(0, 1)])
        #expect(graph.edges == [.init(0, 1)])
    }

    @Test("Nothing is a drawing, too") func nothing() { #expect(ComputationGraph(nodes: [], edges: []).svg.hasSuffix("</svg>\n")) }

    @Test("Graphviz's text names each node and each arrow") func dot() {
        let lines = Self.survey.dot.split(separator: "\n")
        #expect(lines.count { $0.contains(" -> ") } == 8)
        #expect(lines.count { $0.contains("fillcolor") } == 7)
        #expect(lines.contains(##"  n0 [label="x1\n2\n5.5", fillcolor="#e7f0fa", color="#4a7fb5"];"##))
        #expect(lines.contains(#"  n4 -> n6 [label="-1"];"#))
    }

    @Test("Two hundred nodes, some linked far away, take no time to speak of") func large() {
        let nodes = (0..<200).map { ComputationGraph.Node("n\($0)") }
        let edges = (20..<200).flatMap { [ComputationGraph.Edge($0 - 20, $0), .init(($0 * 7) % 20, $0)] }
        let start = ContinuousClock.now
        #expect(ComputationGraph(nodes: nodes, edges: edges).svg.contains("n199"))
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}

/// A node's box as the drawing has it.
private struct DrawnBox {
    var x, y, width, height: Double

    var right: Double { x + width }
    var middle: Double { ((x + width / 2) * 10).rounded() / 10 }

    static func all(in svg: String) -> [DrawnBox] {
        svg.matches(of: /<rect x="([-0-9.]+)" y="([-0-9.]+)" width="([0-9.]+)" height="([0-9.]+)" rx="7"/).compactMap { found in
            guard let x = Double(found.1), let y = Double(found.2), let width = Double(found.3), let height = Double(found.4)
            else { return nil }
            return DrawnBox(x: x, y: y, width: width, height: height)
        }
    }

    func overlaps(_ other: DrawnBox) -> Bool {
        x < other.right && other.x < right && y < other.y + other.height && other.y < y + height
    }
}

/// The computation as a drawing: inputs on the left, what is computed from them to the right, values in green, what
/// flows back in red, local derivatives on the arrows.
extension ComputationGraph {
    package var svg: String {
        let sizes = nodes.map(\.size)
        let layout = GraphLayout(edges.map { ($0.source, $0.target) }, sizes: sizes) { edge in
            GraphText.width(edges[edge].label, GraphText.small)
        }
        let ends = ArrowEnds(self, layout, sizes)
        let (width, height) = (max(layout.width, GraphText.legendWidth), layout.height + GraphText.legendHeight)
        var parts = [
            #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \#(SVG.number(width)) \#(SVG.number(height))" "#
                + #"width="\#(SVG.number(width))" height="\#(SVG.number(height))" font-family="\#(GraphText.font)">"#,
            ##"<rect width="100%" height="100%" fill="#ffffff"/>"##,
            #"<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" "#
                + ##"orient="auto" markerUnits="userSpaceOnUse"><path d="M0,0.8 L7,4 L0,7.2 Z" fill="#8a94a0"/></marker></defs>"##,
        ]
        parts += edges.indices.map { curve($0, ends, layout) }
        parts += nodes.indices.map { box($0, sizes[$0], layout.places[$0]) }
        // last, so that no arrow runs through a word
        parts += GraphLabels(edges.map(\.label), edges.indices.map { ends.points(of: $0, layout) }).placed.map(label)
        if nodes.contains(where: { !$0.adjoint.isEmpty }) { parts.append(legend(below: layout)) }
        return parts.joined(separator: "\n") + "\n</svg>\n"
    }

    private func box(_ node: Int, _ size: GraphLayout.Size, _ place: GraphLayout.Place) -> String {
        let colours = GraphColours(nodes[node].role)
        let (left, top) = (place.x - size.width / 2, place.y - size.height / 2)
        let frame =
            #"<rect x="\#(SVG.number(left))" y="\#(SVG.number(top))" width="\#(SVG.number(size.width))" height="\#(SVG.number(size.height))" "#
            + #"rx="7" fill="\#(colours.fill)" stroke="\#(colours.border)" stroke-width="1.4"/>"#
        let lines = nodes[node].lines.enumerated().map { position, line in
            let baseline = top + GraphText.padding + GraphText.lineHeight * (Double(position) + 0.74)
            return #"<text x="\#(SVG.number(place.x))" y="\#(SVG.number(baseline))" text-anchor="middle" xml:space="preserve" \#(line.kind.style)>"#
                + SVG.escaped(line.text) + "</text>"
        }
        return ([frame] + lines).joined(separator: "\n")
    }

    private func legend(below layout: GraphLayout) -> String {
        let words = [("value", "#1a7f37"), ("adjoint", "#b42318"), ("local derivative on the arrow", "#5b6570")]
        let spans = words.map { ##"<tspan fill="\##($0.1)">\##($0.0)</tspan>"## }.joined(separator: "  ")
        return #"<text x="\#(SVG.number(GraphLayout.margin))" y="\#(SVG.number(layout.height + 6))" font-size="11" xml:space="preserve">"# + spans
            + "</text>"
    }

    private func curve(_ edge: Int, _ ends: ArrowEnds, _ layout: GraphLayout) -> String {
        let points = ends.points(of: edge, layout)
        var path = "M\(SVG.number(points[0].x)),\(SVG.number(points[0].y))"
        for (from, to) in zip(points, points.dropFirst()) {
            if from.y == to.y {
                path += " L\(SVG.number(to.x)),\(SVG.number(to.y))"
                continue
            }
            let reach = (to.x - from.x) * GraphLayout.reach
            path += " C\(SVG.number(from.x + reach)),\(SVG.number(from.y)) \(SVG.number(to.x - reach)),\(SVG.number(to.y)) \(SVG.number(to.x)),\(SVG.number(to.y))"
        }
        return ##"<path d="\##(path)" fill="none" stroke="#8a94a0" stroke-width="1.3" marker-end="url(#arrow)"/>"##
    }

    private func label(_ label: GraphLabels.Label) -> String {
        ##"<rect x="\##(SVG.number(label.x - label.width / 2))" y="\##(SVG.number(label.y - 8))" width="\##(SVG.number(label.width))" height="16" fill="#ffffff"/>"##
            + #"<text x="\#(SVG.number(label.x))" y="\#(SVG.number(label.y + 4))" text-anchor="middle" font-size="\#(SVG.number(GraphText.small))" "#
            + ##"fill="#5b6570">"## + SVG.escaped(label.text) + "</text>"
    }
}

/// Where the arrows of each node begin and end on its sides, in the order of where they lead.
private struct ArrowEnds {
    private var starts: [GraphLayout.Place]
    private var stops: [GraphLayout.Place]

    init(_ graph: ComputationGraph, _ layout: GraphLayout, _ sizes: [GraphLayout.Size]) {
        starts = Array(repeating: .init(), count: graph.edges.count)
        stops = starts
        for node in graph.nodes.indices {
            let (place, size) = (layout.places[node], sizes[node])
            let leaving = graph.edges.indices.filter { graph.edges[$0].source == node }
            for (edge, y) in Self.spread(leaving, { Self.next(after: node, $0, graph, layout) }, place.y, size.height) {
                starts[edge] = .init(x: place.x + size.width / 2, y: y)
            }
            let arriving = graph.edges.indices.filter { graph.edges[$0].target == node }
            for (edge, y) in Self.spread(arriving, { Self.previous(before: node, $0, graph, layout) }, place.y, size.height) {
                stops[edge] = .init(x: place.x - size.width / 2, y: y)
            }
        }
    }

    func points(of edge: Int, _ layout: GraphLayout) -> [GraphLayout.Place] {
        let bends = layout.graph.bends[edge].flatMap { bend -> [GraphLayout.Place] in
            let (place, width) = (layout.places[bend], layout.columnWidths[layout.graph.layerOfNode[bend]])
            return [.init(x: place.x - width / 2, y: place.y), .init(x: place.x + width / 2, y: place.y)]
        }
        return [starts[edge]] + bends + [stops[edge]]
    }

    private static func next(after node: Int, _ edge: Int, _ graph: ComputationGraph, _ layout: GraphLayout) -> Double {
        layout.places[layout.graph.bends[edge].first ?? graph.edges[edge].target].y
    }

    private static func previous(before node: Int, _ edge: Int, _ graph: ComputationGraph, _ layout: GraphLayout) -> Double {
        layout.places[layout.graph.bends[edge].last ?? graph.edges[edge].source].y
    }

    private static func spread(
        _ edges: [Int], _ neighbour: (Int) -> Double, _ middle: Double, _ height: Double
    ) -> [(Int, Double)] {
        let sorted = edges.sorted { (neighbour($0), $0) < (neighbour($1), $1) }
        let step = min(16, (height - 12) / Double(max(1, sorted.count)))
        return sorted.enumerated().map { ($1, middle + (Double($0) - Double(sorted.count - 1) / 2) * step) }
    }
}

/// How wide words are in a font of equal letters.
enum GraphText {
    static let font = "DejaVu Sans Mono, Menlo, Consolas, monospace"
    static let size = 13.0
    static let small = 11.0
    static let lineHeight = 18.0
    static let padding = 8.0
    static let legendWidth = 340.0
    static let legendHeight = 20.0

    static func width(_ text: String, _ size: Double) -> Double { Double(text.count) * size * 0.602 }
}

extension ComputationGraph.Node {
    fileprivate var size: GraphLayout.Size {
        let widest = lines.map { GraphText.width($0.text, GraphText.size) }.max() ?? 0
        return .init(
            width: max(44, widest + 2 * GraphText.padding + 6),
            height: Double(lines.count) * GraphText.lineHeight + 2 * GraphText.padding - 4)
    }
}

extension ComputationGraph.Node.Line.Kind {
    fileprivate var style: String {
        switch self {
        case .title: ##"font-size="13" fill="#1c2430""##
        case .value: ##"font-size="13" fill="#1a7f37""##
        case .adjoint: ##"font-size="13" fill="#b42318""##
        }
    }
}

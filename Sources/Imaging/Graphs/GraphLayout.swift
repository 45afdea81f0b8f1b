/// Where the nodes and arrows of a computation stand, after Sugiyama: a layer for each step from the inputs on the left,
/// the order within layers chosen so that few arrows cross, and heights that keep arrows straight.
///
/// - Complexity: O(rounds * edges * log) with a fixed number of rounds; an arrow counts once for each layer it passes.
struct GraphLayout {
    struct Place: Equatable {
        var x = 0.0
        var y = 0.0
    }

    struct Size: Equatable {
        var width: Double
        var height: Double
    }

    private(set) var graph: LayeredGraph
    /// The middle of each node and bend.
    private(set) var places: [Place]
    /// How wide each layer is: an arrow passes by straight.
    private(set) var columnWidths: [Double] = []
    private(set) var width = 0.0
    private(set) var height = 0.0

    /// - Parameter labelWidth: the room that an arrow's label takes.
    init(_ edges: [(source: Int, target: Int)], sizes: [Size], labelWidth: (Int) -> Double) {
        graph = LayeredGraph(nodes: sizes.count, edges: edges)
        graph.reduceCrossings()
        let bend = Size(width: 0, height: GraphLayout.bendHeight)
        let sizes = sizes + Array(repeating: bend, count: graph.count - sizes.count)
        places = Array(repeating: Place(), count: graph.count)
        setColumns(sizes, labelWidth)
        setRows(sizes)
    }

    private static let bendHeight = 8.0
    static let margin = 24.0
    /// How far an arrow goes on level before it bends, as a part of its way.
    static let reach = 0.45
    /// Between boxes of one layer.
    private static let rowGap = 26.0
    private static let leastColumnGap = 44.0
    private static let rounds = 60

    /// Layers from left to right, with room for the labels of the arrows between them.
    private mutating func setColumns(_ sizes: [Size], _ labelWidth: (Int) -> Double) {
        var gaps = Array(repeating: GraphLayout.leastColumnGap, count: graph.layers.count)
        for link in graph.links {
            let layer = graph.layerOfNode[link.source]
            gaps[layer] = max(gaps[layer], labelWidth(link.edge) + 44)
        }
        var x = GraphLayout.margin
        // many arrows need room to part
        for layer in gaps.indices {
            gaps[layer] += min(80, 3 * Double(graph.links.count { graph.layerOfNode[$0.source] == layer }))
        }
        for (layer, members) in graph.layers.enumerated() {
            let widest = members.map { sizes[$0].width }.max() ?? 0
            for member in members { places[member].x = x + widest / 2 }
            columnWidths.append(widest)
            x += widest + (layer + 1 < graph.layers.count ? gaps[layer] : 0)
        }
        width = x + GraphLayout.margin
    }

    /// Sweeps to the right and back, each layer drawn to what it is linked with in the one before; the last sweeps
    /// draw to both sides.
    private mutating func setRows(_ sizes: [Size]) {
        for members in graph.layers {
            var y = 0.0
            for member in members {
                places[member].y = y + sizes[member].height / 2
                y += sizes[member].height + GraphLayout.rowGap
            }
        }
        let layers = graph.layers.indices
        for round in 0..<GraphLayout.rounds {
            for layer in round % 2 == 0 ? Array(layers) : layers.reversed() {
                align(layer, sizes, backward: round % 2 == 0 || round > GraphLayout.rounds / 2, forward: round % 2 == 1 || round > GraphLayout.rounds / 2)
            }
        }
        let top = places.indices.map { places[$0].y - sizes[$0].height / 2 }.min() ?? 0
        for place in places.indices { places[place].y += GraphLayout.margin - top }
        height = (places.indices.map { places[$0].y + sizes[$0].height / 2 }.max() ?? 0) + GraphLayout.margin
    }

    private mutating func align(_ layer: Int, _ sizes: [Size], backward: Bool, forward: Bool) {
        let members = graph.layers[layer]
        let wanted = members.map { member -> (y: Double, weight: Double) in
            let neighbours = (backward ? graph.sources[member] : []) + (forward ? graph.targets[member] : [])
            guard !neighbours.isEmpty else { return (places[member].y, 0.1) }
            // an arrow that passes by is to be straight before all else
            let weights = neighbours.map { graph.isBend($0) && graph.isBend(member) ? 8.0 : 1 }
            let sum = zip(neighbours, weights).reduce(0) { $0 + places[$1.0].y * $1.1 }
            let total = weights.reduce(0, +)
            return (sum / total, total)
        }
        let gaps = zip(members, members.dropFirst()).map { above, below in
            let isClose = graph.isBend(above) && graph.isBend(below)
            return (sizes[above].height + sizes[below].height) / 2 + (isClose ? 10 : GraphLayout.rowGap)
        }
        for (member, y) in zip(members, nearest(to: wanted, gaps)) { places[member].y = y }
    }

    /// The heights nearest to the wanted ones, by weighted squares, that keep the order and the gaps: neighbours that
    /// want to be nearer are pooled.
    private func nearest(to wanted: [(y: Double, weight: Double)], _ gaps: [Double]) -> [Double] {
        var offsets = [0.0]
        for gap in gaps { offsets.append(offsets[offsets.count - 1] + gap) }
        var pools: [(mean: Double, weight: Double, count: Int)] = []
        for (position, wish) in wanted.enumerated() {
            var pool = (mean: wish.y - offsets[position], weight: wish.weight, count: 1)
            while let last = pools.last, last.mean >= pool.mean {
                pools.removeLast()
                let weight = last.weight + pool.weight
                pool = ((last.mean * last.weight + pool.mean * pool.weight) / weight, weight, last.count + pool.count)
            }
            pools.append(pool)
        }
        let means = pools.flatMap { Array(repeating: $0.mean, count: $0.count) }
        return zip(means, offsets).map(+)
    }
}

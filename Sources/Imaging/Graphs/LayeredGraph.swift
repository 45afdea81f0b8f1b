/// Nodes in layers, every arrow cut into links between neighbouring layers by bends that count as nodes.
struct LayeredGraph {
    struct Link {
        var source: Int
        var target: Int
        /// The arrow that it is a piece of.
        var edge: Int
    }

    /// The members of each layer, from top to bottom.
    private(set) var layers: [[Int]]
    private(set) var layerOfNode: [Int]
    private(set) var links: [Link] = []
    private(set) var sources: [[Int]]
    private(set) var targets: [[Int]]
    /// The bends of each arrow, from its source to its target.
    private(set) var bends: [[Int]] = []
    private let nodeCount: Int

    /// With bends.
    var count: Int { layerOfNode.count }

    init(nodes: Int, edges: [(source: Int, target: Int)]) {
        nodeCount = nodes
        // the longest way from an input; sources come first
        layerOfNode = Array(repeating: 0, count: nodes)
        for edge in edges.sorted(by: { $0.source < $1.source }) {
            layerOfNode[edge.target] = max(layerOfNode[edge.target], layerOfNode[edge.source] + 1)
        }
        layers = Array(repeating: [], count: (layerOfNode.max() ?? -1) + 1)
        for node in 0..<nodes { layers[layerOfNode[node]].append(node) }
        sources = Array(repeating: [], count: nodes)
        targets = Array(repeating: [], count: nodes)
        for (edge, ends) in edges.enumerated() { addLinks(edge, ends.source, ends.target) }
    }

    func isBend(_ node: Int) -> Bool { node >= nodeCount }

    private mutating func addLinks(_ edge: Int, _ source: Int, _ target: Int) {
        var last = source
        var path: [Int] = []
        for layer in (layerOfNode[source] + 1)..<layerOfNode[target] {
            let bend = layerOfNode.count
            layerOfNode.append(layer)
            layers[layer].append(bend)
            sources.append([])
            targets.append([])
            path.append(bend)
            link(last, bend, edge)
            last = bend
        }
        link(last, target, edge)
        bends.append(path)
    }

    private mutating func link(_ source: Int, _ target: Int, _ edge: Int) {
        links.append(Link(source: source, target: target, edge: edge))
        targets[source].append(target)
        sources[target].append(source)
    }

    // MARK: Order

    /// Each layer by the mean place of what it is linked with, in sweeps to the right and back; the best order is kept.
    mutating func reduceCrossings() {
        var best = layers
        var fewest = crossings
        for sweep in 0..<24 where fewest > 0 {
            let isForward = sweep % 2 == 0
            for layer in isForward ? Array(layers.indices.dropFirst()) : layers.indices.dropLast().reversed() {
                sort(layer, by: isForward ? sources : targets)
            }
            swapNeighbours()
            let found = crossings
            if found < fewest { (best, fewest) = (layers, found) }
        }
        layers = best
    }

    private mutating func sort(_ layer: Int, by neighbours: [[Int]]) {
        let places = placesInLayers
        let keys = layers[layer].enumerated().map { position, node -> (key: Double, position: Int, node: Int) in
            let near = neighbours[node].map { Double(places[$0]) }
            return (near.isEmpty ? Double(position) : near.reduce(0, +) / Double(near.count), position, node)
        }
        layers[layer] = keys.sorted { ($0.key, $0.position) < ($1.key, $1.position) }.map(\.node)
    }

    /// Neighbours change places where that alone makes fewer arrows cross.
    private mutating func swapNeighbours() {
        var places = placesInLayers
        for layer in layers.indices {
            for position in layers[layer].indices.dropLast() {
                let (upper, lower) = (layers[layer][position], layers[layer][position + 1])
                guard crossings(upper, lower, places) > crossings(lower, upper, places) else { continue }
                layers[layer].swapAt(position, position + 1)
                places.swapAt(upper, lower)
            }
        }
    }

    /// How often the links of a node cross those of one below it.
    private func crossings(_ upper: Int, _ lower: Int, _ places: [Int]) -> Int {
        inversions(sources[upper], sources[lower], places) + inversions(targets[upper], targets[lower], places)
    }

    private func inversions(_ upper: [Int], _ lower: [Int], _ places: [Int]) -> Int {
        var count = 0
        for above in upper { for below in lower where places[below] < places[above] { count += 1 } }
        return count
    }

    private var placesInLayers: [Int] {
        var places = Array(repeating: 0, count: count)
        for members in layers { for (position, node) in members.enumerated() { places[node] = position } }
        return places
    }

    /// How many pairs of links cross: for each link, those of the nodes above it that end below it.
    var crossings: Int {
        let places = placesInLayers
        var total = 0
        for (layer, members) in layers.enumerated() where layer + 1 < layers.count {
            var ends = SortedCounts(size: layers[layer + 1].count)
            for member in members {
                for target in targets[member] { total += ends.count(above: places[target]) }
                for target in targets[member] { ends.add(places[target]) }
            }
        }
        return total
    }
}

/// How many of the numbers that were added are above another one, in the time of a logarithm (Fenwick's tree).
private struct SortedCounts {
    private var sums: [Int]
    private var total = 0

    init(size: Int) { sums = Array(repeating: 0, count: size + 1) }

    mutating func add(_ number: Int) {
        total += 1
        var place = number + 1
        while place < sums.count {
            sums[place] += 1
            place += place & -place
        }
    }

    func count(above number: Int) -> Int {
        var (atMost, place) = (0, number + 1)
        while place > 0 {
            atMost += sums[place]
            place -= place & -place
        }
        return total - atMost
    }
}

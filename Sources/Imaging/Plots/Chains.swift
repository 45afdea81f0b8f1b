/// Points joined by a line, cut where there is none.
struct Chains {
    private(set) var chains: [[PlotPoint]] = []

    /// - Parameter points: nil where the line has a gap; a point alone is a chain of its own.
    init(_ points: [PlotPoint?]) {
        var chain: [PlotPoint] = []
        for point in points {
            if let point {
                chain.append(point)
            } else if !chain.isEmpty {
                chains.append(chain)
                chain = []
            }
        }
        if !chain.isEmpty { chains.append(chain) }
    }

    // MARK: - A million points

    /// What can be seen of them: of neighbours in one column the first, the lowest, the highest and the last.
    func thinned(columnWidth: Double) -> Chains {
        var thin = self
        thin.chains = chains.map { Chains.thinned($0, columnWidth) }
        return thin
    }

    private static func thinned(_ chain: [PlotPoint], _ columnWidth: Double) -> [PlotPoint] {
        guard chain.count > 4 else { return chain }
        var kept: [PlotPoint] = []
        var start = 0
        for place in 1...chain.count {
            let column = (chain[start].x / columnWidth).rounded(.down)
            if place < chain.count, (chain[place].x / columnWidth).rounded(.down) == column { continue }
            kept += ends(of: chain[start..<place])
            start = place
        }
        return kept
    }

    private static func ends(of run: ArraySlice<PlotPoint>) -> [PlotPoint] {
        guard run.count > 4, let low = run.indices.min(by: { run[$0].y < run[$1].y }),
            let high = run.indices.max(by: { run[$0].y < run[$1].y })
        else { return Array(run) }
        let places = Set([run.startIndex, low, high, run.endIndex - 1])
        return places.sorted().map { run[$0] }
    }

    // MARK: - What lies in a box

    func clipped(to box: PlotBox) -> Chains {
        var inside = self
        inside.chains = chains.flatMap { Chains.clipped($0, box) }
        return inside
    }

    private static func clipped(_ chain: [PlotPoint], _ box: PlotBox) -> [[PlotPoint]] {
        if chain.allSatisfy(box.contains) { return [chain] }
        var (pieces, piece) = ([[PlotPoint]](), [PlotPoint]())
        for (from, to) in zip(chain, chain.dropFirst()) {
            guard let (start, end) = part(from, to, box) else {
                if !piece.isEmpty { pieces.append(piece) }
                piece = []
                continue
            }
            if piece.last != start {
                if !piece.isEmpty { pieces.append(piece) }
                piece = [start]
            }
            piece.append(end)
        }
        return piece.isEmpty ? pieces : pieces + [piece]
    }

    /// The part of a way that lies in the box (Liang and Barsky's way to find it).
    private static func part(_ from: PlotPoint, _ to: PlotPoint, _ box: PlotBox) -> (PlotPoint, PlotPoint)? {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        var (enter, leave) = (0.0, 1.0)
        let edges = [(-dx, from.x - box.x), (dx, box.right - from.x), (-dy, from.y - box.y), (dy, box.bottom - from.y)]
        for (speed, distance) in edges {
            if speed == 0 {
                if distance < 0 { return nil }
            } else if speed < 0 {
                enter = max(enter, distance / speed)
            } else {
                leave = min(leave, distance / speed)
            }
        }
        guard enter <= leave else { return nil }
        func point(_ share: Double) -> PlotPoint {
            share == 0 ? from : share == 1 ? to : PlotPoint(x: from.x + share * dx, y: from.y + share * dy)
        }
        return (point(enter), point(leave))
    }
}

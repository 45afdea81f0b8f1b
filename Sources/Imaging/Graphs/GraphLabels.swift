/// Where the words on arrows stand: on the last piece of each, near its middle, and not upon each other if it can be.
struct GraphLabels {
    struct Label: Equatable {
        var text: String
        var x: Double
        var y: Double
        var width: Double

        func overlaps(_ other: Label) -> Bool {
            abs(x - other.x) < (width + other.width) / 2 && abs(y - other.y) < GraphLabels.height
        }
    }

    private(set) var placed: [Label] = []

    private static let height = 15.0
    /// Along the arrow, the best first.
    private static let trials = [0.5, 0.62, 0.38, 0.74, 0.26, 0.84, 0.16]

    /// - Parameter arrows: the points through which each arrow goes.
    init(_ texts: [String], _ arrows: [[GraphLayout.Place]]) {
        for (text, points) in zip(texts, arrows) where !text.isEmpty && points.count > 1 {
            let (from, to) = (points[points.count - 2], points[points.count - 1])
            let width = GraphText.width(text, GraphText.small) + 6
            let labels = Self.trials.map { along -> Label in
                let place = GraphLabels.place(along, from, to)
                return Label(text: text, x: place.x, y: place.y, width: width)
            }
            let free = labels.first { label in !placed.contains { label.overlaps($0) } }
            if let label = free ?? labels.first { placed.append(label) }
        }
    }

    /// On the curve that an arrow is drawn with, which leaves and arrives level.
    private static func place(_ along: Double, _ from: GraphLayout.Place, _ to: GraphLayout.Place) -> GraphLayout.Place {
        let (t, rest) = (along, 1 - along)
        let reach = (to.x - from.x) * GraphLayout.reach
        let early = rest * rest * rest + 3 * rest * rest * t
        let pull = 3 * rest * rest * t - 3 * rest * t * t
        return .init(x: from.x * early + to.x * (1 - early) + reach * pull, y: from.y * early + to.y * (1 - early))
    }
}

/// A plot as its author means it: data, axes and words, and not yet where anything stands.
///
/// A page (SVG, PNG) and a terminal lay the same figure out in their own ways.
package struct Figure: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        case axes(PlotAxes)
        case heatmap(Heatmap)
        case montage(Montage)
    }

    package var title: String
    package var content: Content

    package init(title: String = "", _ content: Content) {
        self.title = title
        self.content = content
    }

    /// About how many bytes it takes.
    package var footprint: Int {
        switch content {
        case .axes(let axes): axes.series.reduce(0) { $0 + 8 * ($1.x.count + $1.y.count) }
        case .heatmap(let heatmap): 8 * heatmap.values.count
        case .montage(let montage): montage.pictures.reduce(0) { $0 + $1.samples.count * $1.bitDepth / 8 }
        }
    }
}

/// What is put before the eyes of whoever runs a program.
package enum Sight: Sendable {
    case picture(Picture, tint: ColourMap? = nil)
    case figure(Figure)
}

/// Data over two axes of numbers.
package struct PlotAxes: Equatable, Sendable {
    package var x: PlotAxis
    package var y: PlotAxis
    package var series: [PlotSeries]

    package init(x: PlotAxis = PlotAxis(), y: PlotAxis = PlotAxis(), series: [PlotSeries]) {
        self.x = x
        self.y = y
        self.series = series
    }

    /// What a legend names.
    var labelled: [(label: String, place: Int)] {
        series.enumerated().compactMap { place, series in series.label.isEmpty ? nil : (series.label, place) }
    }
}

package struct PlotAxis: Equatable, Sendable {
    package var label: String
    package var scale: PlotScale
    /// What it shows; nil for all of the data and a little room.
    package var limits: ClosedRange<Double>?

    package init(label: String = "", scale: PlotScale = .linear, limits: ClosedRange<Double>? = nil) {
        self.label = label
        self.scale = scale
        self.limits = limits
    }
}

package struct PlotSeries: Equatable, Sendable {
    package enum Mark: Sendable {
        case line, dots
        /// `x` holds the edges, one more than there are heights in `y`.
        case bars
    }

    package var label: String
    package var mark: Mark
    package var x: [Double]
    package var y: [Double]

    package init(_ mark: Mark, x: [Double], y: [Double], label: String = "") {
        self.label = label
        self.mark = mark
        self.x = x
        self.y = y
    }

    /// The points that can be drawn; what is no number, or none that a screen can place, is a gap.
    func points(_ axes: PlotAxes) -> [PlotPoint?] {
        zip(x, y).map { x, y in
            guard let x = axes.x.scale.placeable(x), let y = axes.y.scale.placeable(y) else { return nil }
            return PlotPoint(x: x, y: y)
        }
    }
}

/// A place: in the data's numbers, or on the page with y down.
package struct PlotPoint: Equatable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

    /// The point itself, or where it leaves all paper that there is; nil for a place that is none.
    var onPaper: PlotPoint? {
        guard !x.isNaN, !y.isNaN else { return nil }
        return PlotPoint(x: min(max(x, -1e7), 1e7), y: min(max(y, -1e7), 1e7))
    }
}

/// Numbers in rows and columns, shown as colours.
package struct Heatmap: Equatable, Sendable {
    package var height: Int
    package var width: Int
    /// Row by row.
    package var values: [Double]
    /// What the ends of the colour map stand for.
    package var range: ClosedRange<Double>
    package var colours: ColourMap
    package var xLabel: String
    package var yLabel: String
    /// The numbers stand in their cells.
    package var isAnnotated: Bool

    package init(
        height: Int, width: Int, values: [Double], range: ClosedRange<Double>, colours: ColourMap, xLabel: String = "",
        yLabel: String = "", isAnnotated: Bool = false
    ) {
        self.height = height
        self.width = width
        self.values = values
        self.range = range
        self.colours = colours
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.isAnnotated = isAnnotated
    }
}

/// Pictures side by side, each with a word below it or none.
package struct Montage: Equatable, Sendable {
    package var pictures: [Picture]
    package var labels: [String]
    package var columns: Int
    /// For gray pictures, where there are colours.
    package var tint: ColourMap?

    package init(pictures: [Picture], labels: [String] = [], columns: Int, tint: ColourMap? = nil) {
        self.pictures = pictures
        self.labels = labels
        self.tint = tint
        self.columns = max(1, columns)
    }

    package var rows: Int { (pictures.count + columns - 1) / columns }
}

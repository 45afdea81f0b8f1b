import Imaging
import TensorEngine

extension Builtin {
    /// Pictures of numbers, by matplotlib's names.
    static let plots: [Builtin] = [
        Builtin(
            "plot(*data, label=None, \(PlotSettings.signature), \(PlotSettings.scales))", "Plots",
            "Draws lines: plot(y), plot(x, y), plot(x, (y1, y2)) or plot({\"name\": y}), on the terminal or, with save=\"name.svg\" or \"name.png\", in a file.",
            examples: [
                "x = linspace(0, 2*pi, 50)\nplot(x, (sin(x), cos(x)), label=(\"sin\", \"cos\"))  #> plot of 2 lines, 50 points, x 0 to 6.2832, y -0.9995 to 1",
                "plot([3, 1, 2], save=\"three.svg\")  #> saved three.svg: plot of 1 line, 3 points, x 0 to 2, y 1 to 3",
                "plot({\"train\": [1, 0.1, 0.01], \"test\": [1, 0.2, 0.05]}, yscale=\"log\", xlabel=\"epoch\")  #> plot of 2 lines, 3 points, x 0 to 2, y 0.01 to 1",
            ]
        ) { call in try plot(&call, .line, noun: "line") },
        Builtin(
            "scatter(x, y, label=None, \(PlotSettings.signature), \(PlotSettings.scales))", "Plots",
            "Draws a dot for each pair of numbers.",
            examples: ["scatter([1, 2, 3], [2, 4, 5], title=\"three\")  #> plot of 3 dots, x 1 to 3, y 2 to 5"]
        ) { call in try plot(&call, .dots, noun: "dot") },
        Builtin(
            "hist(x, bins=10, range=None, density=False, label=None, \(PlotSettings.signature), \(PlotSettings.scales))",
            "Plots",
            "Draws how many elements lie in each bin.",
            examples: [
                "hist([1, 2, 2, 3, 3, 3], bins=3)  #> histogram of 6 values, 3 bins from 1 to 3, highest 3",
                "hist([0.5, 1.5, 1.7], bins=[0, 1, 2])  #> histogram of 3 values, 2 bins from 0 to 2, highest 2",
            ]
        ) { call in
            let x = try call.tensor("x")
            let histogram = try Histogram(try call.plotNumbers(x), &call)
            let settings = try PlotSettings(&call)
            var series = [PlotSeries(.bars, x: histogram.edges, y: histogram.heights)]
            try PlotSettings.name(&series, &call)
            let axes = try settings.axes(&call, series)
            try call.finish()
            return try settings.show(Figure(.axes(axes)), call) { histogram.write(to: &$0) }
        },
    ]

    private static func plot(_ call: inout BuiltinCall, _ mark: PlotSeries.Mark, noun: String) throws -> Value {
        var data = call.rest()
        for name in ["x", "y"] { if let value = call.keyword(name) { data.append(value) } }
        if mark == .dots, data.count < 2 {
            throw CallProblem.missing(function: "scatter", parameter: "y", signature: call.builtin.signature)
        }
        var series = try SeriesReading(data, mark: mark, call).series
        let settings = try PlotSettings(&call)
        try PlotSettings.name(&series, &call)
        let axes = try settings.axes(&call, series)
        try call.finish()
        return try settings.show(Figure(.axes(axes)), call) { axes.write(to: &$0, noun) }
    }
}

extension PlotAxes {
    /// `plot of 2 lines, 50 points, x 0 to 10, y -1 to 1`
    fileprivate func write(to display: inout Display, _ noun: String) {
        let points = series.map { zip($0.x, $0.y).filter { $0.isFinite && $1.isFinite } }
        let (drawn, given) = (points.reduce(0) { $0 + $1.count }, series.reduce(0) { $0 + $1.x.count })
        let things = noun == "dot" ? given : series.count
        display.write("plot of ", Double(things))
        display.write(" \(noun)\(things == 1 ? "" : "s")")
        if noun == "line" {
            let lengths = Set(series.map(\.x.count))
            let count = lengths.count == 1 ? lengths.first ?? 0 : given
            display.write(", ", Double(count))
            display.write(count == 1 ? " point" : " points")
            if lengths.count > 1 { display.write(" together") }
        }
        for (name, values) in [("x", points.flatMap { $0.map(\.0) }), ("y", points.flatMap { $0.map(\.1) })] {
            guard let low = values.min(), let high = values.max() else { continue }
            display.write(", \(name) ", low)
            display.write(" to ", high)
        }
        if drawn < given {
            display.write(", ", Double(given - drawn))
            display.write(given - drawn == 1 ? " gap" : " gaps")
        }
    }
}

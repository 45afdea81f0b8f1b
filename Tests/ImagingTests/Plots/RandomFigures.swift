import Imaging

/// Figures that nobody would think of: any sizes, any words, gaps, constants, log scales.
struct RandomFigures {
    private var dice: Xorshift

    init(seed: Int) { dice = Xorshift(state: UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15) }

    private mutating func roll(_ sides: Int) -> Int { .random(in: 0..<sides, using: &dice) }

    private static let words = [
        "", "loss", "x", "accuracy of the validation set in percent", "α ± σ", "epoch",
        "a title that is so long that it cannot stand in a single line of a page of the usual size, whoever sets it",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkundenunterschriftsberechtigung",
        "two\nlines", "漢字 and 🙂", "W", "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
    ]

    mutating func word() -> String { Self.words[roll(Self.words.count)] }

    /// Of any size, from 1e-12 to 1e12, around nothing or around a large number.
    mutating func numbers(_ count: Int, isPositive: Bool) -> [Double] {
        var size = 1.0
        for _ in 0..<roll(13) { size *= roll(2) == 0 ? 10 : 0.1 }
        let base = roll(3) == 0 ? Double(roll(2_000_000) - 1_000_000) * size : 0
        let isConstant = roll(8) == 0
        let numbers = (0..<count).map { _ -> Double in
            if roll(40) == 0 { return [.nan, .infinity, -.infinity][roll(3)] }
            return base + (isConstant ? size : Double(roll(20001) - 10000) / 5000 * size)
        }
        return isPositive ? numbers.map { $0 == -.infinity ? .nan : abs($0) + size * 1e-6 } : numbers
    }

    mutating func axes() -> Figure {
        var axes = PlotAxes(series: [])
        if roll(4) == 0 { axes.x.scale = .log }
        if roll(4) == 0 { axes.y.scale = .log }
        (axes.x.label, axes.y.label) = (word(), word())
        for _ in 0..<[1, 1, 2, 3, 9, 25][roll(6)] {
            let count = [0, 1, 2, 5, 50, 300][roll(6)]
            let mark: PlotSeries.Mark = roll(4) == 0 ? .dots : .line
            axes.series.append(
                PlotSeries(
                    mark, x: numbers(count, isPositive: axes.x.scale == .log).sorted { !($0 >= $1) },
                    y: numbers(count, isPositive: axes.y.scale == .log), label: word()))
        }
        if roll(6) == 0 {
            let edges = (0...roll(30) + 1).map { Double($0) * 0.5 + 1 }
            axes.series = [
                PlotSeries(.bars, x: edges, y: edges.dropLast().map { _ in Double(roll(1000)) }, label: word())
            ]
        }
        if roll(5) == 0, axes.y.scale == .linear { axes.y.limits = -0.5...Double(roll(100)) }
        return Figure(title: word(), .axes(axes))
    }
}

extension RandomFigures {
    mutating func heatmap() -> Figure {
        let (height, width) = ([1, 2, 3, 7, 40, 300][roll(6)], [1, 2, 5, 30, 500][roll(5)])
        let values = numbers(height * width, isPositive: false)
        let finite = values.filter(\.isFinite)
        let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
        return Figure(
            title: word(),
            .heatmap(
                Heatmap(
                    height: height, width: width, values: values, range: low < high ? low...high : low...(low + 1),
                    colours: roll(2) == 0 ? .viridis : .diverging, xLabel: word(), yLabel: word(),
                    isAnnotated: roll(2) == 0)))
    }

    mutating func montage() throws -> Figure {
        let count = roll(30) + 1
        let pictures = try (0..<count).map { _ in
            let (height, width) = ([1, 3, 28, 100][roll(4)], [1, 3, 8, 150][roll(4)])
            return try Picture(
                height: height, width: width, kind: .gray, samples: .bytes(Array(repeating: 90, count: height * width)))
        }
        let labels = roll(3) == 0 ? [] : (0..<count).map { _ in word() }
        return Figure(title: word(), .montage(Montage(pictures: pictures, labels: labels, columns: roll(9) + 1)))
    }
}

import TensorEngine

/// Data that cannot be drawn as they were given.
enum PlotProblem: RewritingProblem {
    /// `plot(x, y)` of different lengths.
    case lengths(function: String, x: Int, y: Int)
    case shape(function: String, Shape)
    /// `plot([a, b, c])` is a matrix, whose columns are lines.
    case manyColumns(Shape)
    /// `plot(x1, y1, x2, y2)`
    case pairs(count: Int)
    /// `plot(x, y, "r--")`, `plot("curve.svg", x, y)`
    case word(function: String, String)
    /// `plot(sin)`
    case function(String)
    case labels(given: Int, things: Int, String)
    case log(axis: String, value: Double, place: Int)
    case limits(String)
    case ending(function: String, String)
    case bins
    case edges
    case nothing(String)
    case columns
    case manyImages(Int, most: Int)

    var code: String {
        switch self {
        case .lengths, .labels: "shape-series"
        case .shape, .manyColumns, .nothing, .manyImages: "shape-plot"
        case .pairs: "call-series"
        case .word, .function: "type-series"
        case .log: "value-log"
        case .limits: "value-limits"
        case .ending: "value-ending"
        case .bins, .edges: "value-bins"
        case .columns: "value-columns"
        }
    }

    var sentence: String {
        switch self {
        case .lengths(let function, let x, let y):
            "\(function) joins each number of x with one of y, but x has \(x) and y has \(y)"
        case .shape(let function, let shape): "\(function) cannot draw a tensor \(shape)"
        case .manyColumns(let shape):
            "each column is a line, as in matplotlib, so \(shape) would be \(shape[1]) lines of \(shape[0])"
        case .pairs(let count): "plot of \(count) arguments can be read in two ways"
        case .word(let function, let text): "\(function) draws numbers, and \(quoted(text)) is none"
        case .function(let function): "plot draws numbers, and \(function) is a function"
        case .labels(let given, let count, let thing):
            "\(given) label\(given == 1 ? "" : "s") for \(count) \(thing)\(count == 1 ? "" : "s")"
        case .log(let axis, let value, let place):
            "a log scale has no place for 0 or less, and \(axis)[\(place)] is \(numberText(value, .float64, digits: 4))"
        case .limits(let name): "\(name) is a pair (lo, hi) with lo < hi"
        case .ending(let function, let path): "\(function) writes files that end in .svg or .png, not \(quoted(path))"
        case .bins: "bins is a whole number from 1 to \(Self.mostBins), or edges in ascending order"
        case .edges: "the edges of bins must ascend, and there must be two at least"
        case .nothing(let function): "\(function) has nothing to draw"
        case .columns: "columns is a whole number from 1 on"
        case .manyImages(let count, let most):
            "\(count) images are more than can be told apart on a page; it takes \(most)"
        }
    }

    static let mostBins = 10_000

    var reasons: [String] {
        switch self {
        case .pairs: ["matplotlib reads x1, y1, x2, y2; others read x, y1, y2, y3"]
        case .word(let function, let text) where isFile(text) && function != "heatmap": ["a file is named by save="]
        case .word("plot", let text) where isStyle(text):
            ["colors are chosen so that all can tell them apart; scatter draws dots"]
        case .shape("plot", _): ["it draws a vector (n,), or a matrix (n, lines) with a line for each column"]
        case .shape("heatmap", _): ["it draws a matrix (H, W)"]
        case .shape("montage", _): ["it draws (N, H, W), (N, C, H, W) or a tuple of images (H, W) or (C, H, W)"]
        case .shape: ["it draws vectors (n,)"]
        case .log: ["leave such values out: where(y > 0, y, nan) makes them gaps"]
        default: []
        }
    }

    /// `r--`, `o`
    private func isStyle(_ text: String) -> Bool {
        text.count < 5 && text.allSatisfy { "rgbcmykw-:.,ov^<>s*+xDdo".contains($0) }
    }

    private func isFile(_ text: String) -> Bool { text.hasSuffix(".png") || text.hasSuffix(".svg") }

    var mend: String? {
        switch self {
        case .shape("heatmap", let shape) where shape.rank == 1: "heatmap([x])"
        case .shape("heatmap", let shape) where shape.rank > 2: "montage(x)"
        case .manyColumns: "plot(Y.T) or plot((y1, y2))"
        case .pairs: "plot(x, (y1, y2, y3))"
        case .function(let function): "plot(x, \(function)(x))"
        case .ending(_, let path): "save=" + quoted(path.prefix { $0 != "." } + ".svg")
        default: nil
        }
    }

    func mend(_ failed: FailedText) -> String? {
        switch self {
        case .shape("heatmap", let shape):
            guard let data = failed.operands.first else { return nil }
            return shape.rank == 1 ? "heatmap([\(data)])" : shape.rank > 2 ? "montage(\(data))" : nil
        case .manyColumns:
            guard let data = failed.operands.last else { return nil }
            let before = failed.operands.count > 1 ? "\(failed.operands[0]), " : ""
            if data.hasPrefix("["), data.hasSuffix("]") { return "plot(\(before)(\(data.dropFirst().dropLast())))" }
            return "plot(\(before)transpose(\(data)))"
        case .pairs:
            guard failed.operands.count == 4 else { return nil }
            let all = failed.operands
            return "plot(\(all[0]), (\(all[1...].joined(separator: ", ")))) or "
                + "plot({\"first\": (\(all[0]), \(all[1])), \"second\": (\(all[2]), \(all[3]))})"
        case .word(let function, let text) where isFile(text):
            let data = failed.operands.filter { $0 != quoted(text) && $0 != "'\(text)'" }
            if function == "heatmap", text.hasSuffix(".png") { return "heatmap(gray(load_png(\(quoted(text)))))" }
            guard data.count + 1 == failed.operands.count, !data.isEmpty else { return nil }
            return "\(function)(\(data.joined(separator: ", ")), save=\(quoted(text)))"
        case .word("plot", let text) where isStyle(text):
            guard failed.operands.count > 1 else { return nil }
            return "plot(\(failed.operands.dropLast().joined(separator: ", ")))"
        case .function(let function):
            return failed.operands.count == 2 ? "plot(\(failed.operands[0]), \(function)(\(failed.operands[0])))" : nil
        default: return nil
        }
    }
}

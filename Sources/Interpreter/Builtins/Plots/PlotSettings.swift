import Imaging
import TensorEngine

/// What `title=`, `xscale=` and the others say, which all plots take by matplotlib's names.
struct PlotSettings {
    var title = ""
    var xLabel = ""
    var yLabel = ""
    /// Where it is written, instead of drawn on the terminal.
    var save: String?

    static let signature = "title=\"\", xlabel=\"\", ylabel=\"\", save=None"
    static let titleSignature = "title=\"\", save=None"
    static let scales = "xscale=\"linear\", yscale=\"linear\", xlim=None, ylim=None"

    private static let foreignNames = [
        "path": "save", "file": "save", "filename": "save", "fname": "save", "savefig": "save",
        "xlog": "xscale=\"log\"",
        "logx": "xscale=\"log\"", "ylog": "yscale=\"log\"", "logy": "yscale=\"log\"", "log": "yscale=\"log\"",
        "legend": "label", "name": "label", "names": "label", "vmin": "range", "vmax": "range", "cmap": "range",
    ]

    init(_ call: inout BuiltinCall) throws {
        call.foreignNames = Self.foreignNames
        title = try call.words("title") ?? ""
        xLabel = try call.words("xlabel") ?? ""
        yLabel = try call.words("ylabel") ?? ""
        guard let path = try call.keyword("save").map({ try call.string($0, "save") }) else { return }
        guard path.hasSuffix(".svg") || path.hasSuffix(".png") else {
            throw PlotProblem.ending(function: call.builtin.name, path)
        }
        save = path
    }

    /// The axes that `xscale=`, `xlim=` and the like describe; every number must have its place on a log scale.
    func axes(_ call: inout BuiltinCall, _ series: [PlotSeries]) throws -> PlotAxes {
        var axes = PlotAxes(x: PlotAxis(label: xLabel), y: PlotAxis(label: yLabel), series: series)
        axes.x.scale = try call.plotScale("xscale")
        axes.y.scale = try call.plotScale("yscale")
        axes.x.limits = try call.plotLimits("xlim", axes.x.scale)
        axes.y.limits = try call.plotLimits("ylim", axes.y.scale)
        for series in series {
            if axes.x.scale == .log { try Self.check(series.x, "x") }
            if axes.y.scale == .log, series.mark != .bars { try Self.check(series.y, "y") }
        }
        return axes
    }

    private static func check(_ values: [Double], _ axis: String) throws {
        if let place = values.firstIndex(where: { $0 <= 0 }) {
            throw PlotProblem.log(axis: axis, value: values[place], place: place)
        }
    }

    /// Gives the series their names: one each.
    static func name(_ series: inout [PlotSeries], _ call: inout BuiltinCall) throws {
        let given = try call.keyword("label").map { ($0, "label") } ?? call.keyword("labels").map { ($0, "labels") }
        guard let (value, name) = given else { return }
        let labels = try call.plotLabels(value, name)
        guard labels.count == series.count else {
            throw PlotProblem.labels(given: labels.count, things: series.count, "line")
        }
        for (place, label) in labels.enumerated() { series[place].label = label }
    }

    // MARK: - Showing

    /// Draws the figure where the statement runs, or writes it, and says in a line what it shows.
    func show(_ figure: Figure, _ call: BuiltinCall, _ facts: (inout Display) -> Void) throws -> Value {
        var figure = figure
        figure.title = title
        let machine = call.machine
        var display = Display(digits: machine.digits)
        if let save {
            try WorkMeter.count(Self.pageWork)
            display.write("saved \(try machine.session.save(figure, as: save)): ")
        } else {
            machine.receive(.figure(figure))
        }
        facts(&display)
        machine.receive(.shown(display.shown))
        return .none
    }

    /// Painting a page.
    private static let pageWork = 20_000_000
}

extension Display {
    var shown: Shown {
        let pieces = pieces
        return Shown(pieces: pieces, allPieces: { pieces }, largest: largest, digits: digits)
    }

    mutating func write(_ text: String, _ number: Double) {
        write(text)
        write(Value.number(number))
    }
}

extension BuiltinCall {
    mutating func words(_ name: String) throws -> String? {
        guard let value = keyword(name) else { return nil }
        if case .none = value { return nil }
        return PlainText.printable(try string(value, name))
    }

    fileprivate mutating func plotScale(_ name: String) throws -> PlotScale {
        guard let value = keyword(name) else { return .linear }
        let word = try string(value, name)
        guard let scale = PlotScale(rawValue: word) else {
            throw WordProblem(
                function: builtin.name, parameter: name, given: word, words: PlotScale.allCases.map(\.rawValue))
        }
        return scale
    }

    fileprivate mutating func plotLimits(_ name: String, _ scale: PlotScale) throws -> ClosedRange<Double>? {
        guard let value = keyword(name) else { return nil }
        if case .none = value { return nil }
        guard let ends = try machine.tensorOperand(value)?.elements, ends.count == 2, ends[0] < ends[1],
            ends.allSatisfy({ scale.placeable($0) != nil })
        else { throw PlotProblem.limits(name) }
        return ends[0]...ends[1]
    }

    /// A string, or several in brackets.
    func plotLabels(_ value: Value, _ name: String) throws -> [String] {
        if case .text(let text) = value { return [PlainText.printable(text.string)] }
        let items: [Value]
        switch value {
        case .tuple, .list, .tensor, .range: items = try machine.items(of: value)
        default: throw wrong(name, "a string or a tuple of them", value)
        }
        return try items.map { item in
            if case .text(let text) = item { return PlainText.printable(text.string) }
            if let number = item.plainNumber { return numberText(number, .float64, digits: machine.digits) }
            throw wrong(name, "a string or a tuple of them", item)
        }
    }
}

extension Session {
    /// As SVG or as PNG, by the ending of the name.
    func save(_ figure: Figure, as path: String) throws -> String {
        if path.hasSuffix(".svg") { return try host.write(path, Array(figure.drawing.svg.utf8)) }
        let drawing = figure.drawing
        try charge(bytes: drawing.footprint())
        guard let picture = drawing.picture() else { throw PlotProblem.nothing("save") }
        return try save(picture, as: path)
    }
}

import Imaging
import TensorEngine

/// What the data arguments of `plot` and `scatter` say: which numbers belong together as a line.
struct SeriesReading {
    private(set) var series: [PlotSeries] = []
    private let mark: PlotSeries.Mark
    private let call: BuiltinCall

    private var function: String { call.builtin.name }

    /// More columns than rows are hardly meant as lines, once there are more of them than colours.
    private static let fewColumns = 7

    init(_ data: [Value], mark: PlotSeries.Mark, _ call: BuiltinCall) throws {
        self.mark = mark
        self.call = call
        for value in data { try refuseWord(value) }
        switch data.count {
        case 0:
            throw CallProblem.missing(function: call.builtin.name, parameter: "y", signature: call.builtin.signature)
        case 1: try add(data[0], over: nil)
        case 2: try add(data[1], over: try numbers(data[0], "x"))
        case 3:
            let x = try numbers(data[0], "x")
            for value in data[1...] { try add(value, over: x) }
        default: throw PlotProblem.pairs(count: data.count)
        }
    }

    private func refuseWord(_ value: Value) throws {
        switch value {
        case .text(let text): throw PlotProblem.word(function: function, text.string)
        case .function(let function): throw PlotProblem.function(function.name)
        case .builtin(let builtin): throw PlotProblem.function(builtin.name)
        default: break
        }
    }

    /// A vector, a matrix with a line for each column, a tuple of lines or a dict of named ones.
    private mutating func add(_ value: Value, over x: [Double]?) throws {
        switch value {
        case .dictionary(let lines):
            for key in lines.keys {
                guard let line = lines[key] else { continue }
                try add(line: line, over: x, label: Self.words(key))
            }
        case .tuple(let tuple) where tuple.items.contains(where: { $0.plainNumber == nil }):
            for line in tuple.items { try add(line: line, over: x) }
        case .list(let list): for line in list.items { try add(line: line, over: x) }
        default:
            let tensor = try tensor(value, "y")
            if tensor.rank == 2 { try add(columnsOf: tensor, over: x) } else { try add(tensor, over: x) }
        }
    }

    static func words(_ key: Dict.Key) -> String {
        if case .text(let text) = key { return PlainText.printable(text) }
        return key.text
    }

    /// One line; without an x of their own, a pair of vectors is x and y.
    private mutating func add(line: Value, over x: [Double]?, label: String = "") throws {
        if x == nil, case .tuple(let pair) = line, pair.items.count == 2, pair.items[0].plainNumber == nil {
            return try add(try tensor(pair.items[1], "y"), over: try numbers(pair.items[0], "x"), label: label)
        }
        try add(try tensor(line, "y"), over: x, label: label)
    }

    private mutating func add(columnsOf matrix: Tensor, over x: [Double]?) throws {
        let (rows, columns) = (matrix.shape[0], matrix.shape[1])
        if columns > Self.fewColumns, columns > rows { throw PlotProblem.manyColumns(matrix.shape) }
        let values = try numbers(matrix)
        for column in 0..<columns { try add((0..<rows).map { values[$0 * columns + column] }, over: x, label: "") }
    }

    private mutating func add(_ tensor: Tensor, over x: [Double]?, label: String = "") throws {
        guard tensor.rank <= 1 else { throw PlotProblem.shape(function: function, tensor.shape) }
        try add(try numbers(tensor), over: x, label: label)
    }

    private mutating func add(_ y: [Double], over x: [Double]?, label: String) throws {
        let x = x ?? y.indices.map(Double.init)
        guard x.count == y.count else { throw PlotProblem.lengths(function: function, x: x.count, y: y.count) }
        series.append(PlotSeries(mark, x: x, y: y, label: label))
    }

    // MARK: - Numbers

    private func tensor(_ value: Value, _ name: String) throws -> Tensor {
        guard let tensor = try call.machine.tensorOperand(value) else { throw call.wrong(name, "numbers", value) }
        return tensor
    }

    private func numbers(_ value: Value, _ name: String) throws -> [Double] {
        let tensor = try tensor(value, name)
        guard tensor.rank <= 1 else { throw PlotProblem.shape(function: function, tensor.shape) }
        return try numbers(tensor)
    }

    private func numbers(_ tensor: Tensor) throws -> [Double] { try call.plotNumbers(tensor) }
}

extension BuiltinCall {
    /// The elements, which the figure keeps, counted and paid for.
    func plotNumbers(_ tensor: Tensor) throws -> [Double] {
        try MemoryBudget.current.check(tensor.count * WorkMeter.plottedBytes)
        try WorkMeter.count(tensor.count * WorkMeter.perPlottedPoint)
        return tensor.elements
    }
}

extension WorkMeter {
    /// Placing a number on a page and drawing it.
    fileprivate static let perPlottedPoint = 64
    /// The number, its place, and a copy while it is thinned out.
    fileprivate static let plottedBytes = 64
}

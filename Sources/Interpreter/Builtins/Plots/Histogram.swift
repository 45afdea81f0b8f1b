import TensorEngine

/// How many numbers lie in each bin, as `numpy.histogram` counts: a bin holds its lower edge, the last one both.
struct Histogram {
    private(set) var edges: [Double]
    private(set) var heights: [Double]
    private let count: Int
    /// What is no finite number is in no bin.
    private let leftOut: Int

    init(_ values: [Double], _ call: inout BuiltinCall) throws {
        let finite = values.filter(\.isFinite)
        leftOut = values.count - finite.count
        count = values.count
        edges = try Self.edges(of: finite, &call)
        heights = Array(repeating: 0, count: edges.count - 1)
        for value in finite { if let bin = bin(of: value) { heights[bin] += 1 } }
        guard try call.keyword("density").map({ try call.number($0, "density") }) ?? 0 != 0 else { return }
        let total = heights.reduce(0, +)
        for bin in heights.indices { heights[bin] /= max(total, 1) * (edges[bin + 1] - edges[bin]) }
    }

    private static func edges(of values: [Double], _ call: inout BuiltinCall) throws -> [Double] {
        let bins = try call.optional("bins") ?? .number(10)
        let range = try call.keyword("range")
        if bins.plainNumber == nil {
            guard let edges = try call.machine.tensorOperand(bins)?.elements else {
                throw call.wrong("bins", "a whole number or edges", bins)
            }
            guard edges.count >= 2, edges.count <= PlotProblem.mostBins,
                zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }),
                edges.allSatisfy(\.isFinite)
            else { throw PlotProblem.edges }
            return edges
        }
        let count = try call.whole(bins, "bins")
        guard 1...PlotProblem.mostBins ~= count else { throw PlotProblem.bins }
        var (low, high) = (values.min() ?? 0, values.max() ?? 1)
        if let range {
            guard let ends = try call.machine.tensorOperand(range)?.elements, ends.count == 2, ends[0] < ends[1],
                ends.allSatisfy(\.isFinite)
            else { throw PlotProblem.limits("range") }
            (low, high) = (ends[0], ends[1])
        }
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        let step = high / Double(count) - low / Double(count)
        return (0...count).map { $0 == count ? high : low + Double($0) * step }
    }

    /// The last edge that is not above the value, by halves.
    private func bin(of value: Double) -> Int? {
        guard let low = edges.first, let high = edges.last, low <= value, value <= high else { return nil }
        var (first, last) = (0, heights.count)
        while last - first > 1 {
            let middle = (first + last) / 2
            if edges[middle] <= value { first = middle } else { last = middle }
        }
        return first
    }

    /// `histogram of 6 values, 3 bins from 1 to 3, highest 3`
    func write(to display: inout Display) {
        display.write("histogram of ", Double(count))
        display.write(count == 1 ? " value, " : " values, ", Double(heights.count))
        display.write(heights.count == 1 ? " bin from " : " bins from ", edges.first ?? 0)
        display.write(" to ", edges.last ?? 0)
        display.write(", highest ", heights.max() ?? 0)
        if leftOut > 0 {
            display.write(", ", Double(leftOut))
            display.write(" not finite")
        }
    }
}

import TensorEngine

/// One element of an image: which elements of the result it reaches, and by what.
struct PathTrace {
    /// A picture of more rows than this says nothing; the fields have them all.
    private static let mostRows = 100

    private let reading: WindowReading
    private let paths: [WindowReading.Path]
    private let place: [Int]
    private let value: Double
    private let result: Tensor
    private let digits: Int

    init(_ reading: WindowReading, from place: [Int], x: Tensor, result: Tensor, digits: Int) throws {
        self.reading = reading
        paths = try reading.paths(from: place, result: result.shape)
        self.place = zip(place, x.shape).map { $0 < 0 ? $0 + $1 : $0 }
        value = x.element(x.shape.position(of: self.place))
        self.result = result
        self.digits = digits
    }

    var view: View {
        get throws {
            let outputs = paths.flatMap { $0.output.map(Double.init) }
            return View(
                try text,
                fields: [
                    ("value", .number(value)),
                    ("outputs", .tensor(try Tensor(try Shape(checking: [paths.count, result.rank]), outputs))),
                    ("weights", .tensor(try Tensor(paths.map { $0.weight / Double($0.divisor) }))),
                ])
        }
    }

    // MARK: Text

    private var text: String {
        get throws {
            let count = paths.count
            let title = "\(tupleText(place)) = \(number(value)) reaches \(count) output\(count == 1 ? "" : "s")"
            guard count > 0 else { return title }
            let rows = try paths.prefix(PathTrace.mostRows).map(row)
            let rest = count > rows.count ? ["... and \(count - rows.count) more"] : []
            return ([title, columnText(of: [header] + rows)] + rest).joined(separator: "\n")
        }
    }

    private var header: [String] {
        switch reading.rule {
        case .products: ["output", reading.kernelIsRotated ? "kernel rotated 180" : "kernel", "weight", "product"]
        case .largest: ["output", "in window", "largest"]
        case .mean: ["output", "in window", "part"]
        case .norm, .chosen: ["output", "in window"]
        }
    }

    private func row(_ path: WindowReading.Path) throws -> [String] {
        let places = [tupleText(path.output), tupleText(path.tap)]
        switch reading.rule {
        case .products: return places + [number(path.weight), number(path.weight * value)]
        case .largest: return places + [try isWinner(path) ? "yes" : "no"]
        case .mean: return places + ["1/\(path.divisor)"]
        case .norm, .chosen: return places
        }
    }

    /// The first largest element of a window is the one whose gradient the pool hands back.
    private func isWinner(_ path: WindowReading.Path) throws -> Bool {
        let elements = try reading.look(at: path.output, in: result.shape).planes.flatMap { $0.elements }
        let all = elements.flatMap { $0 }
        let best = result.element(result.shape.position(of: path.output))
        let first = all.firstIndex { $0.isNaN || $0 == best }
        let columns = elements.first?.count ?? 1
        return first == (path.tap.count == 1 ? 0 : path.tap[0]) * columns + path.tap[path.tap.count - 1]
    }

    private func number(_ value: Double) -> String { numberText(value, .float64, digits: digits) }
}

/// `(1, 2)`, `(1,)`
private func tupleText(_ place: [Int]) -> String {
    place.count == 1 ? "(\(place[0]),)" : "(" + place.map(String.init).joined(separator: ", ") + ")"
}

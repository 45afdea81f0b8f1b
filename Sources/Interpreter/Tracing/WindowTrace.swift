import Glibc
import TensorEngine

/// One element of a convolution's or a pool's result: the window, the kernel, the products and what they come to, side
/// by side as the slides draw them.
struct WindowTrace {
    private let reading: WindowReading
    private let look: WindowReading.Look
    /// The element itself.
    private let value: Double
    private let digits: Int

    /// - Parameter result: what the operation gave.
    init(_ reading: WindowReading, at place: [Int], result: Tensor, digits: Int) throws {
        self.reading = reading
        look = try reading.look(at: place, in: result.shape)
        value = result.element(result.shape.position(of: place))
        self.digits = digits
    }

    var view: View {
        get throws {
            var fields: [(name: String, value: Value)] = [("window", try field(look.planes.map(\.elements)))]
            if reading.rule == .products {
                fields.append(("kernel", try field(look.planes.map { $0.kernel ?? [] })))
                fields.append(("products", try field(look.planes.map(\.products))))
            }
            return View(text, fields: fields + [("value", .number(value))])
        }
    }

    /// Of one plane its rows and columns, of several the planes first; of a signal no rows.
    private func field(_ planes: [[[Double]]]) throws -> Value {
        let rows = planes.first?.count ?? 0, columns = planes.first?.first?.count ?? 0
        let shape = (look.planes.count > 1 ? [planes.count] : []) + (look.isSignal ? [] : [rows]) + [columns]
        return .tensor(try Tensor(try Shape(checking: shape), planes.joined().joined().map { $0 }))
    }

    // MARK: Text

    private var text: String { (look.planes.flatMap(lines) + [outcome]).joined(separator: "\n") }

    private func lines(of plane: WindowReading.Plane) -> [String] {
        var blocks = [["window \(extent)"] + grid(plane.elements)]
        if let kernel = plane.kernel {
            blocks.append([reading.kernelIsRotated ? "kernel rotated 180" : "kernel"] + grid(kernel))
            blocks.append(["products"] + grid(plane.products))
        }
        return (plane.channel.map { ["channel \($0)"] } ?? []) + sideBySide(blocks)
    }

    /// `[0:3, 2:5]`, as a slice of the image would be written.
    private var extent: String {
        let spans = (look.isSignal ? [] : [look.rows]) + [look.columns]
        return "[" + spans.map { "\($0.start):\($0.stop)" + ($0.step == 1 ? "" : ":\($0.step)") }.joined(separator: ", ") + "]"
    }

    private func grid(_ rows: [[Double]]) -> [String] {
        let texts = rows.map { $0.map(number) }
        let widths = (texts.first ?? []).indices.map { column in texts.map { $0[column].count }.max() ?? 0 }
        return texts.map { row in
            zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }.joined(separator: " ")
        }
    }

    /// What the window comes to: `sum 65`.
    var outcome: String {
        switch reading.rule {
        case .products: productsOutcome
        case .largest: "max \(number(value)) at \(winner)"
        case .mean: "mean \(number(sum { $0 })) / \(look.divisor) = \(number(value))"
        case .norm(let p): "sum of x**\(number(p)) \(number(sum { pow($0, p) })), its root \(number(value))"
        case .chosen: "value \(number(value))"
        }
    }

    private var productsOutcome: String {
        guard let bias = look.bias else { return "sum \(number(value))" }
        let products = look.planes.flatMap { $0.products.joined() }
        return "sum \(number(products.reduce(0, +))) + bias \(number(bias)) = \(number(value))"
    }

    private func sum(_ transform: (Double) -> Double) -> Double {
        // what stands beyond the border is 0 for means and norms
        look.planes.joined(\.elements).reduce(0) { $0 + transform($1) }
    }

    private var winner: String {
        let elements = look.planes.joined(\.elements)
        let first = elements.firstIndex { $0.isNaN } ?? elements.indices.first { elements[$0] == value } ?? 0
        let columns = max(1, look.planes.first?.elements.first?.count ?? 1)
        let row = look.rows.start + first / columns * look.rows.step
        let column = look.columns.start + first % columns * look.columns.step
        return look.isSignal ? "(\(column),)" : "(\(row), \(column))"
    }

    private func number(_ value: Double) -> String { numberText(value, .float64, digits: digits) }
}

extension WindowReading.Plane {
    fileprivate var products: [[Double]] {
        zip(elements, kernel ?? []).map { zip($0, $1).map { $0 * $1 } }
    }
}

extension [WindowReading.Plane] {
    fileprivate func joined(_ part: (Element) -> [[Double]]) -> [Double] { flatMap { part($0).flatMap { $0 } } }
}

/// Texts of several lines beside one another, two spaces apart.
private func sideBySide(_ blocks: [[String]]) -> [String] {
    let widths = blocks.map { $0.map(\.count).max() ?? 0 }
    return (0..<(blocks.map(\.count).max() ?? 0)).map { line in
        let texts = zip(blocks, widths).map { block, width in
            let text = block.indices.contains(line) ? block[line] : ""
            return text + String(repeating: " ", count: width - text.count)
        }
        return trimmedEnd(texts.joined(separator: "  "))
    }
}

private func trimmedEnd(_ text: String) -> String {
    var rest = Substring(text)
    while rest.last == " " { rest.removeLast() }
    return String(rest)
}

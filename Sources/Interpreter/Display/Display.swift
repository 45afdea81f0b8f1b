import TensorEngine

/// Writes values as the language shows them, in pieces that keep the numbers.
///
/// One writer serves `print`, shown results and text in braces, so that a value looks the same everywhere.
struct Display {
    let digits: Int
    /// A tensor of more elements is shown by a line that describes it, unless all are wanted.
    let maximumElements: Int
    private(set) var pieces: [Shown.Piece] = []
    /// The largest magnitude of the numbers written.
    private(set) var largest = 0.0
    /// Columns since the last line break: lines of a tensor go on where it starts.
    private var column = 0

    static let shortTensor = 64
    /// Of a container of more elements, tensors are compared by what is shown of them.
    static let mostElements = 100_000

    init(digits: Int, maximumElements: Int = Display.shortTensor) {
        self.digits = digits
        self.maximumElements = maximumElements
    }

    var text: String { pieces.map { $0.text(digits: digits) }.joined() }

    // MARK: Pieces

    mutating func write(_ text: String) {
        pieces.append(.text(text))
        if let line = text.lastIndex(of: "\n") {
            column = text[text.index(after: line)...].count
        } else {
            column += text.count
        }
    }

    private mutating func write(_ number: Double, _ dtype: DType) {
        pieces.append(.number(number, dtype))
        if number.isFinite { largest = max(largest, abs(number)) }
        column += numberText(number, dtype, digits: digits).count
    }

    // MARK: Values

    /// A value as it is shown; a string inside another value, or shown alone, stands in quotes.
    mutating func write(_ value: Value) {
        switch value {
        case .undefined, .none, .cell, .iterator, .builder: write("None")
        case .truth(let truth): write(truth ? "True" : "False")
        case .number(let number): write(number, .float64)
        case .traced(let tensor): write(tensor.element(0), .float64)
        case .text(let text): write(quoted(text.string))
        case .tensor(let tensor): write(tensor)
        case .list(let list): writeItems(list.items, "[", "]")
        case .tuple(let tuple): writeItems(tuple.items, "(", tuple.items.count == 1 ? ",)" : ")")
        case .dictionary(let dictionary): write(dictionary)
        case .range(let range): write(range)
        case .function(let function): write(function.view?.text ?? function.code.firstLine)
        case .builtin(let builtin): write(builtin.signature)
        case .dtype(let dtype): write(dtype.description)
        case .view(let view): write(view.text)
        }
    }

    private mutating func writeItems(_ items: [Value], _ open: String, _ close: String) {
        write(open)
        for (position, item) in items.enumerated() {
            if position > 0 { write(", ") }
            write(item)
        }
        write(close)
    }

    private mutating func write(_ dictionary: Dict) {
        write("{")
        for (position, key) in dictionary.keys.enumerated() {
            write((position > 0 ? ", " : "") + key.text + ": ")
            write(dictionary[key] ?? .none)
        }
        write("}")
    }

    private mutating func write(_ range: WholeRange) {
        write("range(")
        write(range.start, .float64)
        write(", ")
        write(range.stop, .float64)
        if range.step != 1 {
            write(", ")
            write(range.step, .float64)
        }
        write(")")
    }

    // MARK: Tensors

    mutating func write(_ tensor: Tensor) {
        if tensor.count == 0 { return write("tensor \(tensor.shape)") }
        if tensor.count > maximumElements {
            write("tensor \(tensor.shape)")
            return writeSummary(of: tensor)
        }
        let grid = Grid(tensor, digits: digits)
        var position = 0
        writeRows(tensor, axis: 0, grid, &position, start: column)
    }

    /// ` mean 0.1307 std 0.3081 min 0 max 1 dot 12.3456`
    mutating func writeSummary(of tensor: Tensor) {
        let summary = Summary(of: tensor)
        for (name, value) in [("mean", summary.mean), ("std", summary.deviation), ("min", summary.minimum),
            ("max", summary.maximum), ("dot", summary.dot)] {
            write(" \(name) ")
            write(value, tensor.dtype == .float32 ? .float32 : .float64)
        }
        largest = max(largest, abs(summary.minimum), abs(summary.maximum))
    }

    private mutating func writeRows(_ tensor: Tensor, axis: Int, _ grid: Grid, _ position: inout Int, start: Int) {
        write("[")
        let size = tensor.shape[axis]
        for entry in 0..<size {
            if axis == tensor.rank - 1 {
                if entry > 0 { write(", ") }
                let padding = grid.widths[entry] - grid.texts[position].count
                if padding > 0 { write(String(repeating: " ", count: padding)) }
                writeElement(tensor, position, grid)
                position += 1
            } else {
                if entry > 0 { write(",\n" + String(repeating: " ", count: start + axis + 1)) }
                writeRows(tensor, axis: axis + 1, grid, &position, start: start)
            }
        }
        write("]")
    }

    private mutating func writeElement(_ tensor: Tensor, _ position: Int, _ grid: Grid) {
        if tensor.dtype == .bool {
            write(grid.texts[position])
        } else {
            write(tensor.element(position), tensor.dtype)
        }
    }

    /// The elements' texts and how wide each column is.
    private struct Grid {
        var texts: [String]
        var widths: [Int]

        init(_ tensor: Tensor, digits: Int) {
            texts = (0..<tensor.count).map { position in
                let value = tensor.element(position)
                if tensor.dtype == .bool { return value == 0 ? "False" : "True" }
                return numberText(value, tensor.dtype, digits: digits)
            }
            let columns = tensor.shape[tensor.rank - 1]
            widths = Array(repeating: 0, count: columns)
            for (position, text) in texts.enumerated() {
                widths[position % columns] = max(widths[position % columns], text.count)
            }
        }
    }
}

/// What a large tensor is recognised by.
struct Summary {
    var mean = 0.0
    /// Divided by n.
    var deviation = 0.0
    var minimum = Double.infinity
    var maximum = -Double.infinity
    /// The sum of the elements, in row-major order, each times +1 or -1. The sign at position i is minus where the top
    /// bit of i * 0x9E3779B97F4A7C15 (2^64 divided by the golden ratio), modulo 2^64, is set. It has no period, so that
    /// neither a shift nor an enlargement makes the terms cancel, and tensors that differ look different.
    var dot = 0.0

    init(of tensor: Tensor) {
        var sum = 0.0
        for position in 0..<tensor.count {
            let value = tensor.element(position)
            sum += value
            dot += position &* goldenRatio < 0 ? -value : value
            // a NaN anywhere shows in every figure
            minimum = value.isNaN || minimum.isNaN ? .nan : min(minimum, value)
            maximum = value.isNaN || maximum.isNaN ? .nan : max(maximum, value)
        }
        mean = sum / Double(tensor.count)
        var squares = 0.0
        for position in 0..<tensor.count {
            let distance = tensor.element(position) - mean
            squares += distance * distance
        }
        deviation = (squares / Double(tensor.count)).squareRoot()
    }
}

/// 2^64 divided by the golden ratio, as a signed number of the same bits.
private let goldenRatio = Int(bitPattern: 0x9E37_79B9_7F4A_7C15)

extension Machine {
    /// What a statement's value lets a person see; None is never shown.
    func show(_ value: Value) throws {
        if case .none = value { return }
        try checkText(of: [value])
        let shown = shown(value)
        try session.countOutput(shown.pieces.reduce(1) { $0 + $1.roughLength })
        receive(.shown(shown))
    }

    func shown(_ value: Value) -> Shown {
        var display = Display(digits: digits)
        display.write(value)
        let short = display.pieces
        var allPieces: @Sendable () -> [Shown.Piece] = { short }
        if case .tensor(let tensor) = value, tensor.count > Display.shortTensor {
            let digits = digits
            let budget = budget
            allPieces = {
                guard (try? budget.check(tensor.count * Display.pieceFootprint)) != nil else { return short }
                var all = Display(digits: digits, maximumElements: .max)
                all.write(tensor)
                return all.pieces
            }
        } else if value.depth > 0, value.elementCount(upTo: Display.mostElements) < Display.mostElements {
            var all = Display(digits: digits, maximumElements: Display.mostElements)
            all.write(value)
            let whole = all.pieces
            allPieces = { whole }
        }
        return Shown(pieces: short, allPieces: allPieces, largest: display.largest, digits: digits)
    }

    /// A value as `print` and braces write it: a string as it is.
    func text(_ value: Value) -> String { joined([value]) }

    /// Values one after the other, each as `print` writes it; the lines of a tensor go on where it starts.
    func joined(_ values: [Value]) -> String {
        if values.count == 1, case .text(let text) = values[0] { return text.string }
        var display = Display(digits: digits)
        for value in values {
            if case .text(let text) = value { display.write(text.string) } else { display.write(value) }
        }
        return display.text
    }
}

// MARK: - How much text there is

extension Machine {
    /// Asks for the room that a value's text needs. A few lines make a tuple that holds itself twice, thirty times over.
    func checkText(of values: [Value]) throws {
        // at once what is most common, as in a loop that prints
        guard values.contains(where: { $0.depth > 0 || $0.isText }) else { return }
        let most = budget.limit / Display.pieceFootprint
        var (bytes, pieces) = (0, 0)
        for value in values {
            if case .text(let text) = value {
                bytes += 2 * text.string.utf8.count
            } else if value.depth > 0 {
                pieces += value.pieceCount(upTo: most)
            }
        }
        try check(bytes: bytes + min(pieces, most) * Display.pieceFootprint)
        try meter.count(bytes + pieces * WorkMeter.perPiece)
    }
}

extension Display {
    /// A piece with its text, and again as it is joined with others.
    static let pieceFootprint = 256
}

extension WorkMeter {
    /// Writing a number or a short text.
    fileprivate static let perPiece = 256
}

extension Value {
    /// How many pieces the value's text has; counting ends at `most`.
    func pieceCount(upTo most: Int) -> Int {
        count(upTo: most) { value in
            switch value {
            case .tensor(let tensor): 1 + min(tensor.count, Display.shortTensor)
            case .text(let text): 1 + text.string.utf8.count / Display.pieceFootprint
            default: 1
            }
        }
    }

    /// How many elements its tensors have, with one for any other item; counting ends at `most`.
    fileprivate func elementCount(upTo most: Int) -> Int {
        count(upTo: most) { value in if case .tensor(let tensor) = value { tensor.count } else { 1 } }
    }

    private func count(upTo most: Int, _ size: (Value) -> Int) -> Int {
        var total = 0
        add(to: &total, upTo: most, size)
        return min(total, most)
    }

    private func add(to total: inout Int, upTo most: Int, _ size: (Value) -> Int) {
        total += size(self)
        guard total < most else { return }
        switch self {
        case .list(let list): for item in list.items where total < most { item.add(to: &total, upTo: most, size) }
        case .tuple(let tuple): for item in tuple.items where total < most { item.add(to: &total, upTo: most, size) }
        case .dictionary(let dictionary):
            for key in dictionary.keys where total < most { dictionary[key]?.add(to: &total, upTo: most, size) }
        default: break
        }
    }
}

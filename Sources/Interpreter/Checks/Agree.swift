import TensorEngine

extension Builtin {
    /// What the statement `agree` calls; no program can name it.
    static let agree = Builtin(
        "agree a, b, c [within e]", "Checks",
        "Shows values side by side, and whether they agree: 1e-7 + 1e-6 max(|a|, |b|) apart, or within e.",
        examples: ["agree sqrt(2) ** 2, 2\n#> sqrt(2) ** 2  2\n#> 2.0000        2\n#> agree"]
    ) { call in
        let sources: [String] =
            if case .tuple(let texts)? = call.keyword("sources") { texts.items.map(call.machine.text) } else { [] }
        let bound = try call.keyword("within").map { try call.machine.tolerance($0) }
        let values = call.rest()
        let columns = try zip(sources, values).map { source, value in
            guard let leaves = try call.machine.leaves(of: value) else {
                throw call.wrong(source, "numbers and tensors", value)
            }
            return AgreementColumn(source: source, value: value, leaves: leaves)
        }
        let table = AgreementTable(
            columns, bound.map(Closeness.within) ?? .agreeing, digits: call.machine.digits)
        return .view(try table.view(call.machine))
    }
}

/// One of the values that are to agree.
struct AgreementColumn {
    /// As the program writes it.
    var source: String
    var value: Value
    var leaves: [Leaf]
}

/// Values side by side, and a verdict.
struct AgreementTable {
    /// One element of all values, and the two of them that are farthest apart.
    private struct Row {
        var leaf: Int
        var position: Int
        var distance: Double
        var pair: (first: Int, second: Int)
    }

    private let columns: [AgreementColumn]
    private let closeness: Closeness
    private let digits: Int
    /// Those that are farthest apart, in descending order.
    private var worst: [Row] = []
    private var firstDisagreeing: Row?
    /// Two columns whose shapes differ.
    private var unlike: (first: Int, second: Int)?

    private static let mostElements = OperationText.mostElements

    init(_ columns: [AgreementColumn], _ closeness: Closeness, digits: Int) {
        self.columns = columns
        self.closeness = closeness
        self.digits = digits
        if let other = columns.indices.dropFirst().first(where: { !isLike(columns[0], columns[$0]) }) {
            unlike = (0, other)
        } else {
            compare()
        }
    }

    private func isLike(_ a: AgreementColumn, _ b: AgreementColumn) -> Bool {
        a.leaves.map(\.path) == b.leaves.map(\.path) && a.leaves.map(\.tensor.shape) == b.leaves.map(\.tensor.shape)
    }

    // MARK: Comparing

    private mutating func compare() {
        guard let first = columns.first else { return }
        for leaf in first.leaves.indices {
            for position in 0..<first.leaves[leaf].tensor.count { note(leaf, position) }
        }
    }

    private mutating func note(_ leaf: Int, _ position: Int) {
        let numbers = columns.map { $0.leaves[leaf].tensor.element(position) }
        var row = Row(leaf: leaf, position: position, distance: -1, pair: (0, 0))
        var disagreeing: Row?
        for second in numbers.indices.dropFirst() {
            for first in 0..<second {
                let (a, b) = (numbers[first], numbers[second])
                let distance = a == b || a.isNaN && b.isNaN ? 0 : abs(a - b).isNaN ? .infinity : abs(a - b)
                if distance > row.distance { (row.distance, row.pair) = (distance, (first, second)) }
                guard !closeness.holds(a, b), distance > disagreeing?.distance ?? -1 else { continue }
                disagreeing = Row(leaf: leaf, position: position, distance: distance, pair: (first, second))
            }
        }
        if let disagreeing, disagreeing.distance > firstDisagreeing?.distance ?? -1 { firstDisagreeing = disagreeing }
        if worst.count < Self.mostElements || row.distance > worst[worst.count - 1].distance {
            worst.insert(row, at: worst.firstIndex { $0.distance < row.distance } ?? worst.count)
            if worst.count > Self.mostElements { worst.removeLast() }
        }
    }

    // MARK: Text

    func view(_ machine: Machine) throws -> View {
        let isOk = firstDisagreeing == nil && unlike == nil
        return View(
            ([columnText(of: rows)] + [verdict]).joined(separator: "\n"), fields: [("ok", .truth(isOk))],
            objection: isOk ? nil : try objection(machine))
    }

    private var rows: [[String]] {
        let header = columns.map(\.source)
        let count = columns.first?.leaves.reduce(0) { $0 + $1.tensor.count } ?? 0
        guard count > Self.mostElements, unlike == nil else { return [header, columns.map(text)] }
        return [["element"] + header]
            + worst.map { row in
                [place(of: row)] + columns.map { text($0.leaves[row.leaf].tensor, row.position) }
            }
    }

    private var verdict: String {
        if let unlike { return "differ: \(shape(of: unlike.first)) and \(shape(of: unlike.second))" }
        guard let row = firstDisagreeing else { return "agree" }
        let pair = [row.pair.first, row.pair.second].map { columns[$0].leaves[row.leaf].tensor }
        var (a, b) = (text(pair[0], row.position), text(pair[1], row.position))
        // `1` and `1.0000` are one number to whoever reads them
        if a == b || Double(a) == Double(b) {
            (a, b) = distinctTexts(pair[0].element(row.position), pair[1].element(row.position))
        }
        let place = place(of: row)
        return "differ: \(a) and \(b)" + (place.isEmpty ? "" : " at " + place)
    }

    private func objection(_ machine: Machine) throws -> String {
        guard let pair = firstDisagreeing?.pair ?? unlike else { return verdict }
        let (a, b) = (columns[pair.first], columns[pair.second])
        let difference = try machine.difference(a.value, b.value, agrees: closeness.holds)
        return "\(a.source) and \(b.source) do not agree: " + (difference?.sentence ?? verdict)
    }

    private func place(of row: Row) -> String {
        let leaf = columns[0].leaves[row.leaf]
        return leaf.path + (leaf.tensor.rank == 0 ? "" : placeText(leaf.tensor.shape.place(of: row.position)))
    }

    private func shape(of column: Int) -> String {
        let leaves = columns[column].leaves
        return leaves.count == 1 && leaves[0].path.isEmpty ? "\(leaves[0].tensor.shape)" : columns[column].value.outline
    }

    private func text(_ tensor: Tensor, _ position: Int) -> String {
        let value = tensor.element(position)
        if tensor.dtype == .bool { return value == 0 ? "False" : "True" }
        return numberText(value, tensor.dtype, digits: digits)
    }

    /// A few elements on one line, more as their shape.
    private func text(of column: AgreementColumn) -> String {
        let texts = column.leaves.map { OperationText(digits: digits).text($0.tensor) }
        return texts.count == 1 && column.leaves[0].path.isEmpty ? texts[0] : "(" + texts.joined(separator: ", ") + ")"
    }
}

/// Rows of columns, two spaces apart, each as wide as its widest entry.
func columnText(of rows: [[String]]) -> String {
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
        rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
        var line = ""
        for (column, text) in row.enumerated() {
            line += text
            if column + 1 < row.count { line += String(repeating: " ", count: widths[column] - text.count + 2) }
        }
        return line
    }.joined(separator: "\n")
}

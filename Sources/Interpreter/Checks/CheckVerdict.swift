import TensorEngine

/// What a check found out.
enum CheckVerdict: Equatable {
    case holds
    /// Everywhere but in these rows and columns; of a vector only places.
    case except(rows: [Int], columns: [Int], isVector: Bool)
    case fails(String)

    var text: String {
        switch self {
        case .holds: "holds"
        case .except(let rows, let columns, let isVector):
            "holds except "
                + [
                    Self.text("row", rows), Self.text(isVector ? "place" : "column", columns),
                ].compactMap(\.self).joined(separator: " and ")
        case .fails(let why): "fails: " + why
        }
    }

    /// `rows 0, 299`, with neighbours as `0..2`
    private static func text(_ word: String, _ indexes: [Int]) -> String? {
        guard !indexes.isEmpty else { return nil }
        var runs: [ClosedRange<Int>] = []
        for index in indexes {
            if let last = runs.last, last.upperBound + 1 == index {
                runs[runs.count - 1] = last.lowerBound...index
            } else {
                runs.append(index...index)
            }
        }
        let texts = runs.flatMap { run in
            run.count > 2 ? ["\(run.lowerBound)..\(run.upperBound)"] : run.map(String.init)
        }
        return word + (indexes.count == 1 ? " " : "s ") + texts.joined(separator: ", ")
    }

    func view(_ title: String) -> View {
        let objection: String? =
            switch self {
            case .holds: nil
            case .except: "\(title) \(text); a #> below the check may state that"
            case .fails: "\(title) \(text)"
            }
        let isOk = self == .holds
        return View(text, fields: [("ok", .truth(isOk))], objection: objection)
    }
}

extension Machine {
    /// Holds what one way of computing gave against what the other one gave, everywhere.
    func verdict(_ one: Value, _ other: Value, _ name: String) throws -> CheckVerdict {
        guard let a = try leaves(of: one), let b = try leaves(of: other) else {
            throw KindProblem.argument(
                function: name, parameter: "f", wanted: "a function that gives numbers",
                given: "one that gives \(one.kind)")
        }
        guard a.map(\.path) == b.map(\.path) else { return .fails("\(one.outline) and \(other.outline)") }
        for (left, right) in zip(a, b) {
            let closeness = Closeness.rounding(of: left.tensor, right.tensor)
            let difference = Difference(left.tensor, right.tensor) {
                closeness.holds($0, right.tensor.element($1))
            }
            guard let difference else { continue }
            if a.count == 1, left.tensor.shape == right.tensor.shape,
                let exceptions = Exceptions(left.tensor, right.tensor, closeness).verdict
            {
                return exceptions
            }
            return .fails(LeafDifference(path: left.path, difference: difference).impartialSentence)
        }
        return .holds
    }
}

extension Closeness {
    /// What rounding leaves between two ways to the same numbers, beside the largest of them.
    static func rounding(of a: Tensor, _ b: Tensor) -> Closeness {
        var largest = 0.0
        for tensor in [a, b] {
            for position in 0..<tensor.count {
                let size = abs(tensor.element(position))
                if size.isFinite, size > largest { largest = size }
            }
        }
        let share = a.dtype == .float32 || b.dtype == .float32 ? 1e-5 : 1e-9
        return .within(share * largest)
    }
}

/// The rows and columns that, left out, leave nothing that differs.
private struct Exceptions {
    private let planes: Planes
    /// For each place of a plane, whether any plane differs there.
    private var differs: [Bool]

    init(_ a: Tensor, _ b: Tensor, _ closeness: Closeness) {
        planes = Planes(b.shape)
        let size = planes.rows * planes.columns
        differs = Array(repeating: false, count: size)
        for position in 0..<b.count where !closeness.holds(a.element(position), b.element(position)) {
            differs[position % size] = true
        }
    }

    /// Nil where they are too many, or scattered: then it does not hold.
    var verdict: CheckVerdict? {
        guard planes.rows * planes.columns > 1 else { return nil }
        let rowCounts = counts(along: planes.rows) { $0 / planes.columns }
        let columnCounts = counts(along: planes.columns) { $0 % planes.columns }
        // a row that differs in most of its places is a row that is to be left out, however the columns are
        var rows = Set(rowCounts.indices.filter { planes.rows > 1 && 2 * rowCounts[$0] > planes.columns })
        var columns = Set(columnCounts.indices.filter { 2 * columnCounts[$0] > planes.rows })
        for place in differs.indices where differs[place] {
            let (row, column) = (place / planes.columns, place % planes.columns)
            if rows.contains(row) || columns.contains(column) { continue }
            if planes.rows > 1, rowCounts[row] > columnCounts[column] {
                rows.insert(row)
            } else {
                columns.insert(column)
            }
        }
        let left = (planes.rows - rows.count) * (planes.columns - columns.count)
        let covered = planes.rows * planes.columns - left
        guard left * 4 >= planes.rows * planes.columns, differs.count(where: \.self) * 2 >= covered else { return nil }
        return .except(rows: rows.sorted(), columns: columns.sorted(), isVector: planes.isVector)
    }

    private func counts(along size: Int, _ index: (Int) -> Int) -> [Int] {
        var counts = Array(repeating: 0, count: size)
        for place in differs.indices where differs[place] { counts[index(place)] += 1 }
        return counts
    }
}

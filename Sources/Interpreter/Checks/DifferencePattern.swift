import TensorEngine

/// What makes one block of numbers into the other: the mistake behind all of their differences at once.
package enum DifferencePattern: Equatable, Sendable {
    case transpose
    case negated
    /// Turned by half a circle; a vector runs backwards.
    case rotated(isVector: Bool)
    case upsideDown, mirrored
    case scaled(by: Double)
    case offset(by: Double)
    /// So many rows down and columns to the right; off the edge nothing is compared.
    case shifted(rows: Int, columns: Int, isVector: Bool)
    case reshaped
    /// Theirs has so many more rows and columns on each side.
    case cropped(rows: Int, columns: Int)
    case padded(rows: Int, columns: Int)

    package var sentence: String {
        switch self {
        case .transpose: "yours is the transpose"
        case .negated: "yours has the opposite sign"
        case .rotated(false): "yours is rotated by 180, as when the kernel is not flipped"
        case .rotated(true): "yours is reversed, as when the kernel is not flipped"
        case .upsideDown: "yours is upside down"
        case .mirrored: "yours is mirrored"
        case .scaled(let factor): "yours is " + Self.text(ofFactor: factor)
        case .offset(let amount): "yours is \(number(abs(amount))) too \(amount > 0 ? "large" : "small") everywhere"
        case .shifted(let rows, let columns, let isVector):
            "yours is shifted by " + Self.text(ofShift: rows, columns, isVector)
        case .reshaped: "yours has the same elements in another shape"
        case .cropped(let rows, let columns): "yours is theirs without the " + Self.text(ofBorder: rows, columns)
        case .padded(let rows, let columns): "yours has " + Self.text(ofBorder: rows, columns) + " more"
        }
    }

    private static func text(ofFactor factor: Double) -> String {
        let size = abs(factor)
        let amount = size < 1 ? "\(number(1 / size)) times too small" : "\(number(size)) times too large"
        return amount + (factor < 0 ? " and has the opposite sign" : "")
    }

    private static func text(ofShift rows: Int, _ columns: Int, _ isVector: Bool) -> String {
        let across = columns < 0 ? "left" : "right"
        if isVector { return "\(counted(columns, "place")) to the \(across)" }
        let down = rows == 0 ? nil : "\(counted(rows, "row")) \(rows < 0 ? "up" : "down")"
        let right = columns == 0 ? nil : "\(counted(columns, "column")) to the \(across)"
        return [down, right].compactMap(\.self).joined(separator: " and ")
    }

    private static func text(ofBorder rows: Int, _ columns: Int) -> String {
        if rows == columns { return "border of width \(rows)" }
        let parts = [rows == 0 ? nil : counted(rows, "row"), columns == 0 ? nil : counted(columns, "column")]
        return "border of " + parts.compactMap(\.self).joined(separator: " and ") + " on each side"
    }

    private static func counted(_ count: Int, _ word: String) -> String {
        abs(count) == 1 ? "one \(word)" : "\(abs(count)) \(word)s"
    }

    private static func number(_ value: Double) -> String { numberText(value, .float64, digits: 4) }

    private func number(_ value: Double) -> String { Self.number(value) }
}

/// Tries the patterns, those that explain every element before those that leave some out.
struct PatternSearch {
    private let yours: Tensor
    private let theirs: Tensor
    private let planes: Planes
    private let agrees: (Double, Int) -> Bool
    /// Of theirs, where the scale of the numbers is best seen.
    private let largest: (size: Double, position: Int)

    init(_ yours: Tensor, _ theirs: Tensor, agrees: @escaping (Double, Int) -> Bool) {
        self.yours = yours
        self.theirs = theirs
        self.agrees = agrees
        planes = Planes(theirs.shape)
        var largest = (size: 0.0, position: 0)
        for position in 0..<theirs.count {
            let size = abs(theirs.element(position))
            if size > largest.size, size.isFinite { largest = (size, position) }
        }
        self.largest = largest
    }

    var pattern: DifferencePattern? {
        guard theirs.count > 0, yours.count > 0 else { return nil }
        if yours.shape != theirs.shape { return ofOtherShape }
        return turned ?? calculated ?? shifted
    }

    // MARK: Elements in another order

    private var turned: DifferencePattern? {
        let (rows, columns) = (planes.rows, planes.columns)
        if rows == columns, rows > 1, holds({ at($0, $2, $1) }) { return .transpose }
        if planes.isVector {
            return columns > 1 && holds { at($0, $1, columns - 1 - $2) } ? .rotated(isVector: true) : nil
        }
        guard theirs.rank > 1 else { return nil }
        if rows > 1, columns > 1, holds({ at($0, rows - 1 - $1, columns - 1 - $2) }) {
            return .rotated(isVector: false)
        }
        if rows > 1, holds({ at($0, rows - 1 - $1, $2) }) { return .upsideDown }
        if columns > 1, holds({ at($0, $1, columns - 1 - $2) }) { return .mirrored }
        return nil
    }

    private func at(_ plane: Int, _ row: Int, _ column: Int) -> Double {
        yours.element((plane * planes.rows + row) * planes.columns + column)
    }

    private func holds(_ changed: (Int, Int, Int) -> Double) -> Bool {
        var position = 0
        for plane in 0..<planes.count {
            for row in 0..<planes.rows {
                for column in 0..<planes.columns {
                    guard fits(changed(plane, row, column), position) else { return false }
                    position += 1
                }
            }
        }
        return true
    }

    /// What was calculated back has been rounded once more than what is being checked.
    private func fits(_ number: Double, _ position: Int) -> Bool {
        agrees(number, position) || abs(number - theirs.element(position)) <= 1e-9 * largest.size
    }

    // MARK: Other numbers

    private var calculated: DifferencePattern? {
        guard largest.size > 0 else { return offset }
        if holds({ -at($0, $1, $2) }) { return .negated }
        let factor = yours.element(largest.position) / theirs.element(largest.position)
        guard factor.isFinite, factor != 0 else { return nil }
        let whole = abs(factor) < 1 ? 1 / (1 / factor).rounded() : factor.rounded()
        if abs(factor) != 1, isTelling(whole), holds({ at($0, $1, $2) / whole }) { return .scaled(by: whole) }
        if let offset { return offset }
        return isTelling(factor) && abs(factor - 1) > 1e-6 && holds({ at($0, $1, $2) / factor })
            ? .scaled(by: factor) : nil
    }

    /// Any two numbers have some ratio: one pair of them shows a pattern only if the ratio is whole and they are not.
    private func isTelling(_ factor: Double) -> Bool {
        guard factor.isFinite, factor != 0, abs(factor) != 1 else { return false }
        if (0..<theirs.count).lazy.filter({ theirs.element($0) != 0 }).prefix(2).count > 1 { return true }
        let ratio = max(abs(factor), 1 / abs(factor))
        return abs(ratio - ratio.rounded()) < 1e-6 && largest.size != largest.size.rounded()
    }

    private var offset: DifferencePattern? {
        let amount = yours.element(largest.position) - theirs.element(largest.position)
        guard theirs.count > 2, amount.isFinite, amount != 0, holds({ at($0, $1, $2) - amount }) else { return nil }
        return .offset(by: amount)
    }

    // MARK: Elements elsewhere

    private static let steps = [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)]

    private var shifted: DifferencePattern? {
        for (rows, columns) in Self.steps where isShifted(rows, columns) {
            return .shifted(rows: rows, columns: columns, isVector: planes.isVector)
        }
        return nil
    }

    /// What theirs has at a place yours has so many rows below and columns to the right of it.
    private func isShifted(_ rows: Int, _ columns: Int) -> Bool {
        let rowRange = overlap(planes.rows, rows)
        let columnRange = overlap(planes.columns, columns)
        // with less in common than that, it may be chance
        guard planes.count * rowRange.count * columnRange.count >= max(3, theirs.count / 2) else { return false }
        var isVaried = false
        let first = theirs.element(rowRange.lowerBound * planes.columns + columnRange.lowerBound)
        for plane in 0..<planes.count {
            for row in rowRange {
                for column in columnRange {
                    let position = (plane * planes.rows + row) * planes.columns + column
                    guard fits(at(plane, row + rows, column + columns), position) else { return false }
                    if theirs.element(position) != first { isVaried = true }
                }
            }
        }
        return isVaried
    }

    private func overlap(_ size: Int, _ step: Int) -> Range<Int> {
        let start = max(0, -step)
        return start..<max(start, size - max(0, step))
    }

    // MARK: Other shapes

    private var ofOtherShape: DifferencePattern? {
        let (a, b) = (yours.shape, theirs.shape)
        if a.rank == 2, b.rank == 2, a[0] == b[1], a[1] == b[0], holds({ yours.element($2 * a[1] + $1) }) {
            return .transpose
        }
        if yours.count == theirs.count {
            return (0..<theirs.count).allSatisfy { fits(yours.element($0), $0) } ? .reshaped : nil
        }
        guard a.rank == b.rank, a.rank > 1, planes.count == Planes(a).count else { return nil }
        return bordered
    }

    /// One of them is the inside of the other, as with and without padding.
    private var bordered: DifferencePattern? {
        let mine = Planes(yours.shape)
        let (rows, columns) = (planes.rows - mine.rows, planes.columns - mine.columns)
        guard rows % 2 == 0, columns % 2 == 0, (rows >= 0) == (columns >= 0) || rows == 0 || columns == 0 else {
            return nil
        }
        let (top, left) = (rows / 2, columns / 2)
        for plane in 0..<planes.count {
            for row in max(0, top)..<max(0, top) + min(mine.rows, planes.rows) {
                for column in max(0, left)..<max(0, left) + min(mine.columns, planes.columns) {
                    let own = (plane * mine.rows + row - top) * mine.columns + column - left
                    let position = (plane * planes.rows + row) * planes.columns + column
                    guard fits(yours.element(own), position) else { return nil }
                }
            }
        }
        return rows > 0 || columns > 0
            ? .cropped(rows: top, columns: left) : .padded(rows: -top, columns: -left)
    }
}

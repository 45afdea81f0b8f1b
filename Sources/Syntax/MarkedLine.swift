/// A line of source with marks and words under it.
struct MarkedLine {
    /// A run of columns.
    struct Mark {
        var columns: Range<Int>
        var text: String
        var isPrimary: Bool
    }

    /// A piece of a row under the line.
    struct Piece {
        var text: String
        var isPrimary: Bool
    }

    /// Tabs and control characters drawn as what takes a known number of columns.
    private(set) var text: String
    let number: Int
    private var marks: [Mark] = []
    private let span: Span
    /// The column at which each byte of the line begins, and one more for the end.
    private let columns: [Int]

    /// Bytes of a long line that are laid out on either side of what is marked.
    private static let reach = 2000

    /// - Parameter focus: the offset around which a long line is laid out.
    init(source: Source, index: Int, around focus: Int) {
        number = index + 1
        span = source.lineSpan(index).narrowed(to: Self.reach, around: focus, in: source)
        var text = ""
        var columns: [Int] = []
        var column = 0
        for character in source.text(span) {
            let drawn = Self.drawn(character)
            columns.append(contentsOf: repeatElement(column, count: character.utf8.count))
            column += drawn.displayWidth
            text += drawn
        }
        columns.append(column)
        self.text = text
        self.columns = columns
    }

    /// A program must not be able to steer the terminal that shows its errors.
    private static func drawn(_ character: Character) -> String {
        if character == "\t" { return "    " }
        if let ascii = character.asciiValue, (0x20..<0x7F).contains(ascii) { return String(character) }
        let isControl = character.unicodeScalars.contains {
            switch $0.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            case .format: $0 != "\u{200D}"
            default: false
            }
        }
        return isControl ? "?" : String(character)
    }

    /// A span that begins on this line; the rest of a longer one is not shown.
    mutating func mark(_ marked: Span, _ text: String, isPrimary: Bool) {
        let first = column(at: Int(marked.start))
        let last = column(at: Int(min(marked.end, span.end)))
        marks.append(Mark(columns: first..<max(first + 1, last), text: text, isPrimary: isPrimary))
    }

    private func column(at offset: Int) -> Int { columns[max(0, min(offset - Int(span.start), columns.count - 1))] }

    /// The line cut to the columns around its marks, with `...` where something is left out.
    func windowed(to width: Int) -> MarkedLine {
        let total = columns.last ?? 0
        let focus = marks.first { $0.isPrimary } ?? marks.first
        guard total > width, let focus else { return self }
        let room = width - 6
        let first = max(0, min(focus.columns.lowerBound - room / 2, total - room))
        var window = self
        window.text = (first > 0 ? "..." : "") + cut(first..<first + room) + (first + room < total ? "..." : "")
        let shift = (first > 0 ? 3 : 0) - first
        window.marks = marks.map { $0.moved(by: shift, within: 0..<room + 3) }
        return window
    }

    private func cut(_ wanted: Range<Int>) -> String {
        var cut = ""
        var column = 0
        for character in text {
            if wanted.contains(column) { cut.append(character) }
            column += character.displayWidth
            if column >= wanted.upperBound { break }
        }
        return cut
    }

    /// What stands under the line: the marks with the rightmost words, then the other words from right to left.
    func rows() -> [[Piece]] {
        let ordered = marks.sorted {
            ($0.columns.lowerBound, $0.isPrimary ? 1 : 0) < ($1.columns.lowerBound, $1.isPrimary ? 1 : 0)
        }
        var waiting = ordered.filter { !$0.text.isEmpty }
        var rows = [markRow(of: ordered)]
        if let last = waiting.last, last.columns.upperBound >= ordered.map(\.columns.upperBound).max() ?? 0 {
            rows[0].append(Piece(text: " " + last.text, isPrimary: false))
            waiting.removeLast()
        }
        while let last = waiting.popLast() { rows.append(wordRow(last, behind: waiting)) }
        return rows
    }

    private func markRow(of marks: [Mark]) -> [Piece] {
        let end = marks.map(\.columns.upperBound).max() ?? 0
        var signs = Array(repeating: Character(" "), count: end)
        for mark in marks where !mark.isPrimary { for column in mark.columns { signs[column] = "-" } }
        for mark in marks where mark.isPrimary { for column in mark.columns { signs[column] = "^" } }
        return Self.pieces(of: signs)
    }

    private static func pieces(of signs: [Character]) -> [Piece] {
        var pieces: [Piece] = []
        for sign in signs {
            let isPrimary = sign == "^"
            if let last = pieces.last, last.isPrimary == isPrimary {
                pieces[pieces.count - 1].text.append(sign)
            } else {
                pieces.append(Piece(text: String(sign), isPrimary: isPrimary))
            }
        }
        return pieces
    }

    /// One label's words below its mark, with a stroke for every label further left that is still to come.
    private func wordRow(_ mark: Mark, behind waiting: [Mark]) -> [Piece] {
        var lead = Array(repeating: Character(" "), count: mark.columns.lowerBound)
        for other in waiting where other.columns.lowerBound < lead.count { lead[other.columns.lowerBound] = "|" }
        return [Piece(text: String(lead) + mark.text, isPrimary: false)]
    }
}

extension Span {
    /// The part within so many bytes of an offset, from character to character.
    fileprivate func narrowed(to reach: Int, around focus: Int, in source: Source) -> Span {
        var first = max(Int(start), focus - reach)
        var last = min(Int(end), focus + reach)
        while first < last, first > Int(start), source.bytes[first] & 0xC0 == 0x80 { first += 1 }
        while last > first, last < Int(end), source.bytes[last] & 0xC0 == 0x80 { last -= 1 }
        return Span(first, last)
    }
}

extension MarkedLine.Mark {
    fileprivate func moved(by shift: Int, within window: Range<Int>) -> MarkedLine.Mark {
        var moved = self
        let first = max(window.lowerBound, min(columns.lowerBound + shift, window.upperBound - 1))
        let last = max(first + 1, min(columns.upperBound + shift, window.upperBound))
        moved.columns = first..<last
        return moved
    }
}

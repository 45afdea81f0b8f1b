import Literate
import Syntax

/// Goes through the lines of a cell's program, without the results that are written in it.
struct CellLines {
    private let source: Source
    private let painter: CodePainter
    private let last: Int
    private var next: Int
    /// Lines that are nothing but a result.
    private var resultLines: Set<Int> = []
    /// Where a result begins at the end of a line of code.
    private var cuts: [Int: Int] = [:]
    private let indentation: Int

    init(_ cell: LessonCell, _ tree: Tree, ink: Ink) {
        source = tree.source
        painter = CodePainter(source, code: cell.code, ink: ink)
        indentation = cell.fence?.indentation ?? 0
        next = source.lineIndex(at: Int(cell.code.start))
        let end = max(Int(cell.code.start), Int(cell.code.end) - 1)
        last = cell.code.range.isEmpty ? next - 1 : source.lineIndex(at: end)
        // a script begins after the end of its `#!` line
        if !cell.code.range.isEmpty, source.lineSpan(next).end == cell.code.start { next += 1 }
        for line in tree.annotations.flatMap(\.lines) {
            let index = source.lineIndex(at: Int(line.span.start))
            if line.isTrailing { cuts[index] = Int(line.span.start) } else { resultLines.insert(index) }
        }
    }

    /// The blanks before the result at the end of a line: they align it with those above and below.
    func gap(ofLine index: Int) -> String? {
        guard let cut = cuts[index] else { return nil }
        let line = source.bytes[Int(source.lineSpan(index).start)..<cut]
        let blanks = line.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.reversed()
        return String(decoding: blanks, as: UTF8.self)
    }

    /// The lines up to one that have not been given yet.
    mutating func take(through line: Int) -> [String] {
        guard next <= min(line, last) else { return [] }
        defer { next = min(line, last) + 1 }
        return (next...min(line, last)).filter { !resultLines.contains($0) }.map(text)
    }

    mutating func takeRest() -> [String] { take(through: last) }

    private func text(ofLine index: Int) -> String {
        let line = source.lineSpan(index)
        let blanks = source.bytes[line.range].prefix(indentation).prefix { $0 == UInt8(ascii: " ") }.count
        let end = cuts[index] ?? Int(line.end)
        return painter.text(Span(Int(line.start) + blanks, max(Int(line.start) + blanks, end))).withoutTrailingBlanks
    }
}

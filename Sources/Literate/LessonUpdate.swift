import Syntax

/// Writes fresh results into a lesson; every byte that need not change stays.
///
/// Only what disagrees is written, so an update of an updated lesson changes nothing.
package struct LessonUpdate: Sendable {
    package enum Extent: String, Sendable {
        /// The `#>` and `#!` that disagree: their numbers, or the whole text if its words changed.
        case disagreeing
        /// Also every `#>~`, and a new `#>` for each statement that shows something and has none.
        case all
    }

    package let source: Source
    /// In the order of the file.
    package let edits: [TextEdit]

    package init(_ report: LessonReport, extent: Extent = .disagreeing) {
        source = report.lesson.source
        var edits: [TextEdit] = []
        for cell in report.cells {
            let writer = ResultWriter(cell)
            for statement in cell.statements {
                edits += writer.renewals(of: statement)
                if extent == .all { edits += writer.additions(to: statement) }
            }
        }
        self.edits = edits.sorted { $0.span.start < $1.span.start }
    }

    package var isEmpty: Bool { edits.isEmpty }

    /// The whole file with the fresh results.
    package var bytes: [UInt8] { source.bytes(0..<source.bytes.count, with: edits) }

    /// What would change, as `diff -u` writes it.
    package var diff: String { UnifiedDiff(source, edits).text }

    /// Writes the file, unless somebody else changed it since it was read.
    package func write(to path: String) throws(FileProblem) {
        guard !isEmpty else { return }
        guard try FileSystem.read(path, name: source.name) == source.bytes else {
            throw .changedMeanwhile(name: source.name)
        }
        try FileSystem.write(bytes, to: path, name: source.name)
    }
}

extension LessonReport {
    /// What an update cannot mend: errors that nobody expected, and results that did not come at all.
    package var remainingProblems: [Diagnostic] {
        lesson.problems
            + cells.flatMap { cell -> [Diagnostic] in
                guard cell.status != .notStarted else { return [] }
                let mismatches = cell.checks.filter { $0.renewal == nil }.compactMap(\.mismatch)
                return cell.errors + mismatches.map { $0.diagnostic(in: lesson.source, cell: cell.cell) }
            }
    }
}

extension Source {
    /// The bytes of a range in which some edits, sorted and apart, are made.
    func bytes(_ range: Range<Int>, with edits: some Sequence<TextEdit>) -> [UInt8] {
        var result: [UInt8] = []
        var position = range.lowerBound
        for edit in edits {
            result += bytes[position..<Int(edit.span.start)]
            result += edit.text.utf8
            position = Int(edit.span.end)
        }
        return result + bytes[position..<range.upperBound]
    }
}

/// Knows how the results of one cell are written.
private struct ResultWriter {
    private let cell: CellReport
    private let source: Source

    init(_ cell: CellReport) {
        self.cell = cell
        source = cell.tree.source
    }

    /// What mends the checks of a statement that disagree.
    func renewals(of statement: StatementReport) -> [TextEdit] {
        statement.checks.flatMap { check -> [TextEdit] in
            guard let annotation = check.annotation, let renewal = check.renewal else { return [] }
            switch renewal {
            case .numbers(let edits): return edits
            case .block(let text): return edits(of: cell.tree.annotations[annotation], to: text)
            }
        }
    }

    /// The renewed `#>~` of a statement, or its first `#>`.
    func additions(to statement: StatementReport) -> [TextEdit] {
        guard case .finished = statement.ending else { return [] }
        let own = cell.tree.annotations.filter { $0.statement == statement.index }
        if let volatile = own.first(where: { $0.kind == .volatileResult }) {
            let old = volatile.lines.map { source.text(source.statedText(of: $0, volatile.kind)) }
            return old == ResultWriter.lines(of: statement.text) ? [] : edits(of: volatile, to: statement.text)
        }
        guard own.isEmpty, !statement.text.isEmpty, isLastOnItsLine(statement.index) else { return [] }
        return [addition(below: cell.tree.statements[statement.index].span, statement.text)]
    }

    /// Only the last statement of a line can have a `#>`.
    private func isLastOnItsLine(_ index: Int) -> Bool {
        let statements = cell.tree.statements
        guard index + 1 < statements.count else { return true }
        return lastLine(of: statements[index].span) < source.lineIndex(at: Int(statements[index + 1].span.start))
    }

    private func lastLine(of span: Span) -> Int { source.lineIndex(at: max(Int(span.start), Int(span.end) - 1)) }

    private func addition(below statement: Span, _ text: String) -> TextEdit {
        let line = source.lineSpan(lastLine(of: statement))
        let indent = String(repeating: " ", count: cell.cell.indentation)
        let lines = Self.lines(of: text).map { indent + Self.written("#>", $0) }
        let lineEnd = source.lineEnd(after: Int(line.end))
        return TextEdit(Span(Int(line.end), Int(line.end)), lines.map { lineEnd + $0 }.joined())
    }

    // MARK: - A whole comment

    private func edits(of annotation: Annotation, to text: String) -> [TextEdit] {
        guard let first = annotation.lines.first, let last = annotation.lines.last else { return [] }
        let lines = Self.lines(of: text).map { Self.written(annotation.kind.marker, $0) }
        let lineEnd = source.lineEnd(after: Int(first.span.end))
        let lineStart = source.lineStarts[source.lineIndex(at: Int(first.span.start))]
        if lines.isEmpty {
            let start = first.isTrailing ? codeEnd(before: first) : lineStart
            let end = first.isTrailing ? Int(last.span.end) : source.start(ofLine: lastLine(of: last.span) + 1)
            return [TextEdit(Span(start, end), "")]
        }
        let indent =
            first.isTrailing
            ? String(repeating: " ", count: cell.cell.indentation)
            : source.text(Span(lineStart, Int(first.span.start)))
        if first.isTrailing, lines.count > 1 {
            // rows of a tensor line up only below each other
            let below = lines.map { lineEnd + indent + $0 }.joined()
            return [TextEdit(Span(codeEnd(before: first), Int(last.span.end)), below)]
        }
        return [TextEdit(annotation.span, lines.joined(separator: lineEnd + indent))]
    }

    /// Where the code, or a comment of the author's, ends before a trailing `#>`.
    private func codeEnd(before line: Annotation.Line) -> Int {
        let start = source.lineStarts[source.lineIndex(at: Int(line.span.start))]
        return start + Int(source.trimmedEnd(Span(start, Int(line.span.start))).end) - start
    }

    private static func lines(of text: String) -> [String] {
        if text.isEmpty { return [] }
        return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            // a carriage return would end the comment on some screens
            let plain = line.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: " ") : $0 }
            return String(decoding: plain, as: UTF8.self).withoutTrailingBlanks
        }
    }

    private static func written(_ marker: String, _ line: String) -> String {
        line.isEmpty ? marker : marker + " " + line
    }
}

extension String {
    package var withoutTrailingBlanks: String {
        var text = Substring(self)
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}

extension Source {
    /// The line end that stands at an offset; where the text ends without one, the kind that its first line has.
    func lineEnd(after offset: Int) -> String {
        if offset < bytes.count { return bytes[offset] == UInt8(ascii: "\r") ? "\r\n" : "\n" }
        let first = Int(lineSpan(0).end)
        return first < bytes.count && bytes[first] == UInt8(ascii: "\r") ? "\r\n" : "\n"
    }
}

import Syntax

/// Edits of a file as `diff -u` would show them; since the edits are known, nothing has to be searched.
struct UnifiedDiff {
    /// Neighbouring lines that change together.
    private struct Change {
        var lines: Range<Int>
        var edits: [TextEdit]
    }

    private static let context = 3
    private let source: Source
    private let changes: [Change]
    /// Without the empty line after the last line end.
    private let lineCount: Int

    init(_ source: Source, _ edits: [TextEdit]) {
        self.source = source
        let ends = source.bytes.last == UInt8(ascii: "\n")
        lineCount = source.lineStarts.count - (ends || source.bytes.isEmpty ? 1 : 0)
        var changes: [Change] = []
        for edit in edits {
            let first = source.lineIndex(at: Int(edit.span.start))
            let last = source.lineIndex(at: max(Int(edit.span.start), Int(edit.span.end) - 1))
            if let previous = changes.last, first <= previous.lines.upperBound {
                changes[changes.count - 1].lines = previous.lines.lowerBound..<max(previous.lines.upperBound, last + 1)
                changes[changes.count - 1].edits.append(edit)
            } else {
                changes.append(Change(lines: first..<last + 1, edits: [edit]))
            }
        }
        self.changes = changes
    }

    var text: String {
        guard !changes.isEmpty else { return "" }
        var text = "--- \(source.name)\n+++ \(source.name)\n"
        var grown = 0
        for hunk in hunks { text += self.text(of: hunk, shiftedBy: &grown) }
        return text
    }

    /// Changes whose surroundings touch are shown together.
    private var hunks: [[Change]] {
        var hunks: [[Change]] = []
        for change in changes {
            if let last = hunks.last?.last, change.lines.lowerBound - last.lines.upperBound <= 2 * Self.context {
                hunks[hunks.count - 1].append(change)
            } else {
                hunks.append([change])
            }
        }
        return hunks
    }

    private func text(of hunk: [Change], shiftedBy grown: inout Int) -> String {
        guard let first = hunk.first, let last = hunk.last else { return "" }
        let start = max(0, first.lines.lowerBound - Self.context)
        let end = min(lineCount, last.lines.upperBound + Self.context)
        var body = ""
        var newCount = 0
        var line = start
        for change in hunk {
            newCount += change.lines.lowerBound - line
            body += lines(line..<change.lines.lowerBound, mark: " ")
            body += lines(change.lines, mark: "-")
            let new = newLines(of: change)
            newCount += new.count
            for line in new { body += marked(line, "+") }
            line = change.lines.upperBound
        }
        newCount += max(0, end - line)
        body += lines(line..<max(line, end), mark: " ")
        let header = "@@ -\(start + 1),\(end - start) +\(start + 1 + grown),\(newCount) @@\n"
        grown += newCount - (end - start)
        return header + body
    }

    private func lines(_ range: Range<Int>, mark: String) -> String {
        range.reduce(into: "") { text, line in
            text += marked(source.bytes[source.lineStarts[line]..<source.start(ofLine: line + 1)], mark)
        }
    }

    private func newLines(of change: Change) -> [ArraySlice<UInt8>] {
        let range = source.lineStarts[change.lines.lowerBound]..<source.start(ofLine: change.lines.upperBound)
        let bytes = source.bytes(range, with: change.edits)
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
            lines.append(bytes[start...offset])
            start = offset + 1
        }
        return start < bytes.count ? lines + [bytes[start...]] : lines
    }

    private func marked(_ line: ArraySlice<UInt8>, _ mark: String) -> String {
        let text = mark + String(decoding: line, as: UTF8.self)
        return line.last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
    }
}

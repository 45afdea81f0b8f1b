/// A half-open range of byte offsets into a source text.
package struct Span: Hashable, Sendable {
    package var start: Int32
    package var end: Int32

    package init(_ start: Int, _ end: Int) {
        self.start = Int32(start)
        self.end = Int32(end)
    }

    package init(from first: Span, to last: Span) {
        start = min(first.start, last.start)
        end = max(first.end, last.end)
    }

    package var range: Range<Int> { Int(start)..<Int(end) }
}

/// One text that a person wrote: its name, its bytes and where its lines begin.
///
/// Everything that points into a program points by byte offset into the whole file, so that a cell in the middle of a
/// lesson reports the lesson's own lines. Lines and columns are worked out only when somebody asks.
package final class Source: Sendable {
    /// As the user named it: `05_pooling.cl`, `<prompt>`.
    package let name: String
    package let bytes: [UInt8]
    /// The offset at which each line starts; a line ends with LF, CRLF or the end of the text.
    package let lineStarts: [Int]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
    }

    package convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The text of a span; invalid UTF-8 is repaired.
    package func text(_ span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

    /// The index, from 0, of the line that holds an offset.
    package func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The line's bytes without its line end.
    package func lineSpan(_ index: Int) -> Span {
        var end = index + 1 < lineStarts.count ? lineStarts[index + 1] : bytes.count
        let start = lineStarts[index]
        if end > start, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
        if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return Span(start, end)
    }

    /// Line and column, both from 1. The column counts characters by their display width.
    package func place(of offset: Int) -> (line: Int, column: Int) {
        let index = lineIndex(at: offset)
        let start = lineStarts[index]
        let before = String(decoding: bytes[start..<max(start, min(offset, bytes.count))], as: UTF8.self)
        return (index + 1, before.displayWidth + 1)
    }
}

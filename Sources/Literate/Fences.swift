import Syntax

/// A fenced block of Markdown, as CommonMark finds it.
package struct Fence: Equatable, Sendable {
    /// What stands after the opening marks, without the blanks around it.
    package var info: Span
    /// The opening line without its line end.
    package var openingLine: Span
    /// The lines between the two fence lines, line ends included.
    package var content: Span
    /// From the opening line up to where the line after the closing one begins.
    package var whole: Span
    /// How many blanks stand before the opening marks; they are no part of the lines below either.
    package var indentation: Int
}

/// Finds the fenced blocks of a text from an offset on; one that is not closed ends with the text.
package func fences(in source: Source, from offset: Int) -> [Fence] {
    var found: [Fence] = []
    var open: (mark: FenceMark, line: Int)?
    var html: HTMLBlock?
    for line in source.lineIndex(at: offset)..<source.lineStarts.count {
        // the first line may begin with a byte order mark, which is before the offset
        let text = source.lineSpan(line)
        let bytes = source.bytes[max(offset, Int(text.start))..<max(offset, Int(text.end))]
        if let opened = open {
            guard opened.mark.isClosed(by: bytes) else { continue }
            found.append(fence(opened, closedBy: line, in: source, from: offset))
            open = nil
        } else if let block = html {
            if block.ends(in: bytes) { html = nil }
        } else if let mark = FenceMark(opening: bytes) {
            open = (mark, line)
        } else if let block = HTMLBlock(opening: bytes), !block.ends(in: bytes) {
            html = block
        }
    }
    if let opened = open { found.append(fence(opened, closedBy: nil, in: source, from: offset)) }
    return found
}

private func fence(
    _ open: (mark: FenceMark, line: Int), closedBy closing: Int?, in source: Source, from offset: Int
) -> Fence {
    let line = source.lineSpan(open.line)
    let opening = Span(max(offset, Int(line.start)), Int(line.end))
    let contentStart = source.start(ofLine: open.line + 1)
    return Fence(
        info: source.trimmed(Span(Int(opening.start) + open.mark.indentation + open.mark.count, Int(opening.end))),
        openingLine: opening,
        content: Span(contentStart, closing.map { source.start(ofLine: $0) } ?? source.bytes.count),
        whole: Span(Int(opening.start), closing.map { source.start(ofLine: $0 + 1) } ?? source.bytes.count),
        indentation: open.mark.indentation)
}

/// The marks that open a fence: at least three backticks or tildes after at most three blanks.
private struct FenceMark {
    let character: UInt8
    let count: Int
    let indentation: Int

    init?(opening line: ArraySlice<UInt8>) {
        indentation = line.prefix { $0 == UInt8(ascii: " ") }.count
        let rest = line.dropFirst(indentation)
        guard indentation <= 3, let first = rest.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
            return nil
        }
        character = first
        count = rest.prefix { $0 == first }.count
        guard count >= 3 else { return nil }
        // ``` a ``` on one line is a code span, not a fence
        if first == UInt8(ascii: "`"), rest.dropFirst(count).contains(first) { return nil }
    }

    /// The same marks, at least as many, and nothing but blanks after them.
    func isClosed(by line: ArraySlice<UInt8>) -> Bool {
        let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
        let rest = line.dropFirst(blanks)
        let marks = rest.prefix { $0 == character }.count
        return blanks <= 3 && marks >= count
            && rest.dropFirst(marks).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}

/// The blocks of HTML in which CommonMark sees no fences: comments and what browsers show as it stands.
private struct HTMLBlock {
    private static let kinds: [(opening: String, closing: String)] = [
        ("<!--", "-->"), ("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>"),
        ("<textarea", "</textarea>"),
    ]
    private let closing: String

    init?(opening line: ArraySlice<UInt8>) {
        let blanks = line.prefix { $0 == UInt8(ascii: " ") }.count
        guard blanks <= 3, line.dropFirst(blanks).first == UInt8(ascii: "<") else { return nil }
        let text = String(decoding: line.dropFirst(blanks), as: UTF8.self).lowercased()
        guard let kind = Self.kinds.first(where: { text.hasPrefix($0.opening) }) else { return nil }
        closing = kind.closing
    }

    func ends(in line: ArraySlice<UInt8>) -> Bool {
        String(decoding: line, as: UTF8.self).lowercased().contains(closing)
    }
}

extension Source {
    /// Where a line begins; past the last line, the end of the text.
    func start(ofLine index: Int) -> Int { index < lineStarts.count ? lineStarts[index] : bytes.count }

    /// The span without the blanks at both of its ends.
    func trimmed(_ span: Span) -> Span {
        var (start, end) = (Int(span.start), Int(span.end))
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return Span(start, end)
    }
}

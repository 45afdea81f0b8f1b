/// A piece of prose as a reader sees it.
enum MarkdownBlock: Equatable {
    case heading(level: Int, String)
    case paragraph(String)
    /// An item of a list: its depth, its mark and its text.
    case item(depth: Int, mark: String, String)
    case quote([MarkdownBlock])
    case table([[String]])
    /// Code of another language, or text as it stands.
    case code([String])
    case formula(String)
    case rule
}

/// Reads the Markdown between cells: what lessons use of it, line by line.
struct MarkdownReader {
    private let lines: [Substring]
    private var position = 0
    private var blocks: [MarkdownBlock] = []
    private var paragraph: [Substring] = []

    static func read(_ text: String) -> [MarkdownBlock] {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            Substring(line.last == "\r" ? line.dropLast() : line)
        }
        return read(lines, depth: 0)
    }

    /// Quotes stand in quotes; deeper ones than anybody writes are paragraphs.
    private static let maximumDepth = 20
    private let depth: Int

    private static func read(_ lines: [Substring], depth: Int) -> [MarkdownBlock] {
        var reader = MarkdownReader(lines: lines, depth: depth)
        reader.run()
        return reader.blocks
    }

    private init(lines: [Substring], depth: Int) {
        self.lines = lines
        self.depth = depth
    }

    private mutating func run() {
        while position < lines.count {
            let line = lines[position]
            let text = line.trimmed
            position += 1
            if text.isEmpty {
                endParagraph()
            } else if let fence = fenceMark(of: text) {
                readCode(until: fence)
            } else if text.hasPrefix("$$") {
                readFormula(text)
            } else if text.hasPrefix("<!--") {
                skipComment(text)
            } else if let heading = heading(text) {
                add(heading)
            } else if isRule(text) {
                add(.rule)
            } else if text.hasPrefix(">"), depth < Self.maximumDepth {
                readQuote()
            } else if text.hasPrefix("|"), paragraph.isEmpty {
                readTable()
            } else if let item = item(line) {
                readItem(item)
            } else {
                paragraph.append(text)
            }
        }
        endParagraph()
    }

    private mutating func add(_ block: MarkdownBlock) {
        endParagraph()
        blocks.append(block)
    }

    private mutating func endParagraph() {
        if !paragraph.isEmpty { blocks.append(.paragraph(paragraph.joined(separator: " "))) }
        paragraph = []
    }

    private func heading(_ text: Substring) -> MarkdownBlock? {
        let level = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(level)
        guard 1...6 ~= level, rest.isEmpty || rest.first == " " else { return nil }
        return .heading(level: level, String(rest.trimmed))
    }

    private func isRule(_ text: Substring) -> Bool {
        guard let mark = text.first, mark == "-" || mark == "*" || mark == "_" else { return false }
        return text.allSatisfy { $0 == mark || $0 == " " } && text.filter { $0 == mark }.count >= 3
    }

    private func fenceMark(of text: Substring) -> Substring? {
        guard let first = text.first, first == "`" || first == "~" else { return nil }
        let marks = text.prefix { $0 == first }
        guard marks.count >= 3, first == "~" || !text.dropFirst(marks.count).contains("`") else { return nil }
        return marks
    }

    private mutating func readCode(until fence: Substring) {
        var code: [String] = []
        while position < lines.count {
            let line = lines[position]
            position += 1
            let text = line.trimmed
            if text.hasPrefix(fence), text.allSatisfy({ $0 == fence.first }) { break }
            code.append(String(line))
        }
        add(.code(code))
    }

    private mutating func readFormula(_ first: Substring) {
        var text = String(first.dropFirst(2))
        while !text.contains("$$"), position < lines.count {
            text += "\n" + lines[position]
            position += 1
        }
        if let end = text.firstRange(of: "$$") { text = String(text[..<end.lowerBound]) }
        add(.formula(text))
    }

    /// Authors' remarks are not for readers.
    private mutating func skipComment(_ first: Substring) {
        endParagraph()
        var text = first
        while !text.contains("-->"), position < lines.count {
            text = lines[position]
            position += 1
        }
    }

    private mutating func readQuote() {
        var inner: [Substring] = []
        position -= 1
        while position < lines.count, lines[position].trimmed.hasPrefix(">") {
            let text = lines[position].trimmed.dropFirst()
            inner.append(text.first == " " ? text.dropFirst() : text)
            position += 1
        }
        add(.quote(Self.read(inner, depth: depth + 1)))
    }

    private mutating func readTable() {
        var rows: [[String]] = []
        position -= 1
        while position < lines.count, lines[position].trimmed.hasPrefix("|") {
            let text = lines[position].trimmed
            let cells = text.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
            let row = (text.hasSuffix("|") ? cells.dropLast() : cells[...]).map { String($0.trimmed) }
            let isRuler = row.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 == "-" || $0 == ":" } }
            if !isRuler { rows.append(row) }
            position += 1
        }
        add(.table(rows))
    }

    /// The mark and the text of a list's item.
    private func item(_ line: Substring) -> (depth: Int, mark: String, text: Substring)? {
        let indentation = line.prefix { $0 == " " }.count
        let text = line.dropFirst(indentation)
        let depth = indentation / 2
        if let first = text.first, "-*+".contains(first), text.dropFirst().first == " " {
            return (depth, "•", text.dropFirst(2).trimmed)
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        guard 1...9 ~= digits.count, let mark = rest.first, mark == "." || mark == ")", rest.dropFirst().first == " "
        else { return nil }
        return (depth, digits + ".", rest.dropFirst(2).trimmed)
    }

    /// An item goes on in the indented lines below it.
    private mutating func readItem(_ item: (depth: Int, mark: String, text: Substring)) {
        var parts = [item.text]
        while position < lines.count {
            let next = lines[position]
            guard next.first == " ", !next.trimmed.isEmpty, self.item(next) == nil, fenceMark(of: next.trimmed) == nil
            else { break }
            parts.append(next.trimmed)
            position += 1
        }
        add(.item(depth: item.depth, mark: item.mark, parts.joined(separator: " ")))
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}

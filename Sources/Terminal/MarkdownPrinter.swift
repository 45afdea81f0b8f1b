import Interpreter
import Syntax

/// Sets prose for a terminal.
package struct MarkdownPrinter {
    /// Longer lines are tiring to read.
    package static let maximumWidth = 100
    private let width: Int
    private let ink: Ink

    package init(width: Int, ink: Ink) {
        self.width = max(20, min(width, Self.maximumWidth))
        self.ink = ink
    }

    /// The text with an empty line between its blocks; ends with a line end unless it is empty.
    package func text(of markdown: String) -> String {
        lines(of: MarkdownReader.read(markdown)).map { $0.painted(ink) + "\n" }.joined()
    }

    private func lines(of blocks: [MarkdownBlock]) -> [StyledText] {
        var lines: [StyledText] = []
        var previous: MarkdownBlock?
        for block in blocks {
            if let previous, !(previous.isItem && block.isItem) { lines.append(StyledText()) }
            lines += self.lines(of: block)
            previous = block
        }
        return lines
    }

    private func lines(of block: MarkdownBlock) -> [StyledText] {
        switch block {
        case .heading(let level, let text): heading(level, text)
        case .paragraph(let text): InlineReader.read(text).wrapped(to: width)
        case .item(let depth, let mark, let text):
            hanging(InlineReader.read(text), after: String(repeating: "  ", count: depth + 1) + mark + " ")
        case .quote(let blocks):
            MarkdownPrinter(width: width - 2, ink: ink).lines(of: blocks).map { line in
                var quoted = StyledText("│ ", .dim)
                quoted.append(line)
                return quoted
            }
        case .table(let rows): table(rows)
        case .code(let code): code.map { StyledText("    " + $0, .dim) }
        case .formula(let formula):
            TeX.text(formula).split(separator: "\n").map { StyledText("    " + $0, .italic) }
        case .rule: [StyledText(String(repeating: "─", count: min(width, 40)), .dim)]
        }
    }

    private func heading(_ level: Int, _ text: String) -> [StyledText] {
        let title = InlineReader.read(text).adding(.bold)
        guard level <= 2 else { return title.wrapped(to: width) }
        let lines = title.wrapped(to: width)
        let rule = String(repeating: level == 1 ? "═" : "─", count: lines.map(\.width).max() ?? 0)
        return lines + [StyledText(rule, .bold)]
    }

    private func hanging(_ text: StyledText, after mark: String) -> [StyledText] {
        let indent = String(repeating: " ", count: mark.displayWidth)
        return text.wrapped(to: max(10, width - indent.count)).enumerated().map { index, line in
            var result = StyledText(index == 0 ? mark : indent)
            result.append(line)
            return result
        }
    }

    private func table(_ rows: [[String]]) -> [StyledText] {
        let cells = rows.enumerated().map { index, row in
            row.map { InlineReader.read($0, look: index == 0 ? .bold : []) }
        }
        let columns = cells.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            cells.map { column < $0.count ? $0[column].width : 0 }.max() ?? 0
        }
        var lines = cells.map { line(of: $0, widths) }
        let ruler = widths.map { String(repeating: "─", count: $0) }.joined(separator: "──")
        if !lines.isEmpty { lines.insert(StyledText(ruler, .dim), at: 1) }
        return lines
    }

    private func line(of row: [StyledText], _ widths: [Int]) -> StyledText {
        var line = StyledText()
        for (column, cell) in row.enumerated() {
            line.append(cell)
            let isLast = column + 1 == row.count
            line.append(String(repeating: " ", count: isLast ? 0 : widths[column] - cell.width + 2))
        }
        return line
    }
}

extension MarkdownBlock {
    fileprivate var isItem: Bool {
        if case .item = self { true } else { false }
    }
}

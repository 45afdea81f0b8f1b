/// Words set in lines that fit.
struct PageText {
    let lines: [String]
    let size: Double

    static let lineHeight = 1.25

    /// Broken between words, and in a long one if need be; what is more than `most` lines ends in three dots.
    init(_ text: String, size: Double, width: Double, most: Int = 3) {
        self.size = size
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: true) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                let longer = line.isEmpty ? String(word) : line + " " + word
                if StrokeFont.width(longer, size) <= width {
                    line = longer
                    continue
                }
                if !line.isEmpty { lines.append(line) }
                line = String(word)
                while StrokeFont.width(line, size) > width, line.count > 1 {
                    let head = PageText.head(of: line, size, width)
                    lines.append(head)
                    line.removeFirst(head.count)
                }
            }
            if !line.isEmpty { lines.append(line) }
        }
        if lines.count > most { lines = lines[..<(most - 1)] + [lines[(most - 1)...].joined(separator: " ")] }
        self.lines = lines.map { PageText.shortened($0, size: size, width: width) }
    }

    var height: Double { Double(lines.count) * size * PageText.lineHeight }

    /// As much of the text as fits, with three dots where something is missing.
    static func shortened(_ text: String, size: Double, width: Double) -> String {
        guard StrokeFont.width(text, size) > width else { return text }
        return head(of: text, size, width - StrokeFont.width("…", size)) + "…"
    }

    private static func head(of text: String, _ size: Double, _ width: Double) -> String {
        var (head, used) = ("", 0.0)
        for character in text {
            used += StrokeFont.width(String(character), size)
            if used > width, !head.isEmpty { break }
            head.append(character)
        }
        return head
    }
}

/// Sizes of words and of the room around them, all alike in every kind of figure.
enum PageStyle {
    static let width = 640.0
    static let height = 480.0
    static let titleSize = 16.0
    static let labelSize = 14.0
    static let tickSize = 12.5
    static let room = 14.0
    /// Of a tick, and between it and its words.
    static let tickLength = 4.0
    static let gap = 5.0
    static let lineWidth = 2.0
    static let dotRadius = 3.2
}

/// Draws a diagnostic: the only place where a message becomes text.
///
///     error[shape-matmul]: the inner sizes differ: 3 and 4
///       --> 03_linear.cl:12:7  (cell "scores")
///        |
///     12 | s = X @ W + b
///        |     - ^ - W is (4, 10)   (line 8)
///        |     X is (64, 3)
///        = X @ W needs as many columns in X as rows in W
package struct DiagnosticRenderer: Sendable {
    /// Adds the colours of a terminal.
    package var colour: Bool
    /// Longer lines are cut to a window around what is marked.
    package var maximumLineWidth: Int

    package init(colour: Bool = false, maximumLineWidth: Int = 100) {
        self.colour = colour
        self.maximumLineWidth = max(20, maximumLineWidth)
    }

    /// The message in full; every line ends with a newline.
    package func render(_ diagnostic: Diagnostic) -> String {
        var text = heading(of: diagnostic) + "\n"
        let lines = markedLines(of: diagnostic)
        let margin = String(repeating: " ", count: lines.map { String($0.number).count }.max() ?? 1)
        if let place = place(of: diagnostic) { text += painted(margin + "--> ", .margin) + place + "\n" }
        if !lines.isEmpty { text += painted(margin + " |", .margin) + "\n" }
        var previous: Int?
        for line in lines {
            if let previous, line.number > previous + 1 { text += painted("...", .margin) + "\n" }
            text += draw(line, margin: margin)
            previous = line.number
        }
        for note in diagnostic.reasons + diagnostic.advice.map(\.phrase) {
            text += painted(margin + " = ", .margin) + note.harmless + "\n"
        }
        return text
    }

    private func heading(of diagnostic: Diagnostic) -> String {
        let style: Style = diagnostic.severity == .error ? .error : .note
        return painted("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", style) + ": "
            + painted(diagnostic.sentence.harmless, .sentence)
    }

    private func place(of diagnostic: Diagnostic) -> String? {
        guard let source = diagnostic.source else { return nil }
        let cell = diagnostic.cell.map { "  (\($0))" } ?? ""
        guard let span = diagnostic.span else { return source.name + cell }
        let place = source.place(of: Int(span.start))
        return "\(source.name):\(place.line):\(place.column)\(cell)"
    }

    /// The lines to show, in the order of the file, each with its marks from left to right.
    private func markedLines(of diagnostic: Diagnostic) -> [MarkedLine] {
        guard let source = diagnostic.source else { return [] }
        var marks: [(span: Span, text: String, isPrimary: Bool)] = diagnostic.labels.map { ($0.span, $0.text, false) }
        if let span = diagnostic.span { marks.append((span, "", true)) }
        var lines: [Int: MarkedLine] = [:]
        for mark in marks {
            let index = source.lineIndex(at: Int(mark.span.start))
            let focus = diagnostic.span.map { Int($0.start) } ?? Int(mark.span.start)
            let isFocusHere = source.lineIndex(at: focus) == index
            var line =
                lines[index]
                ?? MarkedLine(source: source, index: index, around: isFocusHere ? focus : Int(mark.span.start))
            line.mark(mark.span, mark.text.harmless, isPrimary: mark.isPrimary)
            lines[index] = line
        }
        return lines.values.sorted { $0.number < $1.number }.map { $0.windowed(to: maximumLineWidth) }
    }

    private func draw(_ line: MarkedLine, margin: String) -> String {
        let number = String(line.number)
        let padding = String(margin.dropFirst(number.count))
        var text = painted(padding + number + " | ", .margin) + line.text + "\n"
        for row in line.rows() {
            let drawn = row.map { painted($0.text, $0.isPrimary ? .error : .label) }.joined()
            text += painted(margin + " | ", .margin) + drawn + "\n"
        }
        return text
    }
}

extension DiagnosticRenderer {
    /// Colours that can be read on light and on dark ground.
    private enum Style: String {
        case error = "1;31"
        case note = "1;35"
        case sentence = "1"
        case margin = "34"
        case label = "36"
    }

    private func painted(_ text: String, _ style: Style) -> String {
        colour && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension String {
    /// Without characters that would steer the terminal: a message may quote what a program says.
    fileprivate var harmless: String {
        let isHarmless = { (scalar: Unicode.Scalar) in
            scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }
        if unicodeScalars.allSatisfy(isHarmless) { return self }
        var text = UnicodeScalarView()
        for scalar in unicodeScalars { text.append(isHarmless(scalar) ? scalar : "?") }
        return String(text)
    }
}

extension Diagnostic.Advice {
    /// The line that follows `=`.
    package var phrase: String {
        switch self {
        case .write(let text): "write \(text)"
        case .didYouMean(let text): "did you mean \(text)?"
        case .change(let edit, let line): "did you mean \(edit.text) at line \(line)?"
        case .delete(let text): "delete \(text)"
        case .see(let text): "see \(text)"
        }
    }
}

import Imaging
import Interpreter
import Literate
import Syntax

/// Shows a whole lesson with fresh results: on a terminal set for reading, elsewhere as the file has it.
package struct LessonPrinter: LessonObserver {
    package enum Layout: Equatable, Sendable {
        /// Fences, prose and code as in the file, for logs and pipes.
        case file
        /// Prose set in lines of at most this width, code behind a bar.
        case terminal(width: Int)
    }

    private let lesson: LessonFile
    private let streams: LessonStreams
    private let layout: Layout
    private let picture: (Sight) -> String?
    /// Waits for the reader after a question; nil when nobody is asked.
    private let ask: (() -> Void)?
    private var lines: CellLines?
    private var tree: Tree?
    /// Of statements whose line goes on with another one.
    private var waiting: [StatementReport] = []
    private var pictures: [String] = []
    private var hasBegun = false
    private let showsHiddenTests: Bool
    /// Of the cell at hand nothing but the verdict is shown.
    private var isHidden = false

    package init(
        _ lesson: LessonFile, _ streams: LessonStreams, layout: Layout, showsHiddenTests: Bool = false,
        picture: @escaping (Sight) -> String? = { _ in nil }, ask: (() -> Void)? = nil
    ) {
        self.lesson = lesson
        self.streams = streams
        self.layout = layout
        self.showsHiddenTests = showsHiddenTests
        self.picture = picture
        self.ask = ask
    }

    package mutating func receive(_ event: LessonEvent) {
        switch event {
        case .block(let block): show(block)
        case .cellBegan(let cell, let tree): begin(cell, tree)
        case .output where isHidden, .statementEnded where isHidden: break
        case .output(.picture(let image, let tint)): keep(.picture(image, tint: tint))
        case .output(.figure(let figure)): keep(.figure(figure))
        case .output(.note(let note)): streams.complain(note)
        case .output: break
        case .statementEnded(let statement, let cell): end(statement, cell)
        case .cellEnded(let cell): end(cell)
        }
    }

    package mutating func finish(_ report: LessonReport) {
        if !lesson.problems.isEmpty { write("\n") }
        lesson.problems.forEach(streams.tell)
        let look: Look = report.isGood ? [.bold, .green] : [.bold, .red]
        write("\n" + streams.outputInk.painted(report.summary.sentence, look) + "\n")
        streams.output.flush()
    }

    private mutating func keep(_ sight: Sight) { if let drawing = picture(sight) { pictures.append(drawing) } }

    private func write(_ text: String) { streams.output.write(text) }

    private var ink: Ink { streams.outputInk }

    // MARK: - Prose

    private mutating func show(_ block: LessonFile.Block) {
        switch (block, layout) {
        case (.prose(let span), .file), (.frontMatter(let span), .file): write(lesson.source.text(span))
        case (.frontMatter, .terminal(let width)):
            if let title = lesson.frontMatter.title { writeProse(titleHeading(title), width) }
        case (.prose(let span), .terminal(let width)): writeProse(lesson.source.text(span), width)
        // hints come when they are asked for, solutions not at all
        case (.hint, _), (.solution, _), (.byteOrderMark, _), (.cell, _): break
        }
    }

    /// The title, unless the prose begins with a heading of its own.
    private func titleHeading(_ title: String) -> String {
        guard let prose = lesson.firstProse, prose.split(separator: "\n").first?.hasPrefix("# ") == true else {
            return "# " + title
        }
        return ""
    }

    private mutating func writeProse(_ markdown: String, _ width: Int) {
        let text = MarkdownPrinter(width: width, ink: ink).text(of: markdown)
        guard !text.isEmpty, text != "\n" else { return }
        write((hasBegun ? "\n" : "") + text)
        hasBegun = true
    }

    // MARK: - Cells

    private mutating func begin(_ cell: LessonCell, _ tree: Tree) {
        lines = CellLines(cell, tree, ink: ink)
        self.tree = tree
        isHidden = cell.isHiddenTest && !showsHiddenTests
        switch layout {
        case .file: if let fence = cell.fence { write(lesson.source.text(fence.openingLine) + "\n") }
        case .terminal(let width):
            if hasBegun { write("\n") }
            hasBegun = true
            if let caption = cell.caption, !isHidden { write("  " + ink.painted(caption, .dim) + "\n") }
            if let question = cell.prediction { pose(question, of: cell, tree, width) }
        }
        streams.output.flush()
    }

    private func pose(_ question: String, of cell: LessonCell, _ tree: Tree, _ width: Int) {
        let text = MarkdownPrinter(width: width, ink: ink).text(of: "**Predict:** " + question)
        guard let ask else { return write(text) }
        var preview = CellLines(cell, tree, ink: ink)
        preview.takeRest().forEach(writeCode)
        write(text + ink.painted("(Enter shows the results)", .dim))
        streams.output.flush()
        ask()
    }

    private mutating func end(_ statement: StatementReport, _ cell: LessonCell) {
        guard let tree else { return }
        waiting.append(statement)
        let line = tree.lastLine(ofStatement: statement.index)
        if case .finished = statement.ending, statement.index + 1 < tree.statements.count,
            tree.firstLine(ofStatement: statement.index + 1) == line
        {
            return
        }
        var code = lines?.take(through: line) ?? []
        let lastLine = code.popLast()
        code.forEach(writeCode)
        showResults(after: lastLine, gap: lines?.gap(ofLine: line) ?? "", tree, cell)
        streams.output.flush()
    }

    private mutating func showResults(after line: String?, gap: String, _ tree: Tree, _ cell: LessonCell) {
        var line = line
        for statement in waiting {
            let result = StatementText(statement, tree)
            if case .file = layout, let code = line, let trailing = result.trailing {
                writeCode(code + gap + trailing)
                line = nil
            } else {
                if let code = line { writeCode(code, mark: result.lines.isEmpty ? result.mark : nil) }
                line = nil
                write(result, cell)
            }
            pictures.forEach(write)
            pictures = []
            complain(about: statement)
        }
        waiting = []
    }

    private mutating func end(_ cell: CellReport) {
        defer { (lines, tree) = (nil, nil) }
        if isHidden { return endHidden(cell) }
        (lines?.takeRest() ?? []).forEach(writeCode)
        if case .invalid(let diagnostics) = cell.ending { diagnostics.forEach(tell) }
        if let excuse = cell.excuse(in: lesson.cells) {
            write((layout == .file ? "# " : "    ") + ink.painted(excuse, .yellow) + "\n")
        }
        closeFence(of: cell.cell)
        streams.output.flush()
    }

    private func closeFence(of cell: LessonCell) {
        guard case .file = layout, let fence = cell.fence else { return }
        // an unclosed fence has no line to copy
        let mark = lesson.source.text(fence.openingLine).drop { $0 == " " }
        write(mark.prefix { $0 == mark.first } + "\n")
    }

    /// The name of a hidden test and what came of it, no more.
    private func endHidden(_ cell: CellReport) {
        let name = (layout == .file ? "# " : "  ") + (cell.cell.heading ?? cell.cell.name)
        write((layout == .file ? name : ink.painted(name, .dim)) + "  " + verdict(on: cell) + "\n")
        closeFence(of: cell.cell)
        streams.output.flush()
    }

    private func verdict(on cell: CellReport) -> String {
        switch cell.status {
        case .pass: painted(.agrees)
        case .fail: painted(.differs)
        default: cell.status.rawValue
        }
    }

    // MARK: - Lines

    private func writeCode(_ line: String) { writeCode(line, mark: nil) }

    private func writeCode(_ line: String, mark: Mark?) {
        switch layout {
        case .file: write(line + (mark.map { "  " + $0.symbol } ?? "") + "\n")
        case .terminal:
            let gutter = "  " + (mark.map(painted) ?? ink.painted("│", .dim))
            write(gutter + (line.isEmpty ? "" : " " + line) + "\n")
        }
    }

    private func write(_ result: StatementText, _ cell: LessonCell) {
        for (index, text) in result.lines.enumerated() {
            switch layout {
            case .file:
                let isLast = index + 1 == result.lines.count
                write(result.marker + (text.isEmpty ? "" : " " + text))
                write((isLast ? result.mark.map { "  " + $0.symbol } ?? "" : "") + "\n")
            case .terminal:
                let first = result.mark.map(painted) ?? ink.painted("→", .dim)
                write("  " + (index == 0 ? first : " ") + " " + text + "\n")
            }
        }
    }

    private func painted(_ mark: Mark) -> String { ink.painted(mark.symbol, [.bold, mark == .agrees ? .green : .red]) }

    private func complain(about statement: StatementReport) {
        for mismatch in statement.checks.compactMap(\.mismatch) {
            let line = lesson.source.place(of: Int(mismatch.span.start)).line
            let offer = mismatch.offer.map { ["write \($0)"] } ?? []
            let sentence = (["line \(line): \(mismatch.sentence)"] + mismatch.reasons + offer).joined(separator: "; ")
            write((layout == .file ? "# " : "    ") + ink.painted(Mark.differs.symbol + " " + sentence, .red) + "\n")
        }
        if case .failed(let diagnostic) = statement.ending { tell(diagnostic) }
    }

    private func tell(_ diagnostic: Diagnostic) {
        guard case .terminal = layout else { return streams.tell(diagnostic) }
        let text = DiagnosticRenderer(colour: ink.isColoured).render(diagnostic)
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) { write("    " + line + "\n") }
    }
}

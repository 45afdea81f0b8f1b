import Literate
import Syntax

/// Whether what a statement gave is what the lesson states.
enum Mark: Equatable {
    case agrees, differs

    var symbol: String { self == .agrees ? "✓" : "✗" }
}

/// What is to be seen of a statement that ran: its fresh result and a mark.
struct StatementText {
    /// Nil when nothing was checked.
    private(set) var mark: Mark?
    /// `#>`, `#>~` or `#!`.
    private(set) var marker = Annotation.Kind.result.marker
    private(set) var lines: [String] = []
    private var isTrailing = false

    init(_ statement: StatementReport, _ tree: Tree) {
        let own = tree.annotations.filter { $0.statement == statement.index }
        if own.contains(where: { $0.kind == .volatileResult }) { marker = Annotation.Kind.volatileResult.marker }
        isTrailing = own.first?.lines.first?.isTrailing ?? false
        if !statement.text.isEmpty {
            lines = statement.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        switch statement.ending {
        case .failedAsStated(let diagnostic):
            if lines.isEmpty { marker = Annotation.Kind.error.marker }
            lines.append("\(diagnostic.code): \(diagnostic.sentence)")
            lines += diagnostic.reasons
        case .finished, .failed, .notWritten, .notRun: break
        }
        let verdicts = statement.checks.map(\.verdict).filter { $0 != .notRun }
        if !verdicts.isEmpty { mark = verdicts.allSatisfy { $0 == .agrees } ? .agrees : .differs }
    }

    /// As it stands at the end of its line of code, where the lesson has it there and it is one line.
    var trailing: String? {
        guard isTrailing, lines.count == 1 else { return nil }
        return marker + " " + lines[0] + (mark.map { "  " + $0.symbol } ?? "")
    }
}

extension Tree {
    /// The line of the file on which a statement begins.
    func firstLine(ofStatement index: Int) -> Int { source.lineIndex(at: Int(statements[index].span.start)) }

    /// The line on which it ends.
    func lastLine(ofStatement index: Int) -> Int {
        let span = statements[index].span
        return source.lineIndex(at: max(Int(span.start), Int(span.end) - 1))
    }
}

extension LessonCell {
    /// What a terminal says above it: what it is, and the slides that it belongs to.
    var caption: String? {
        let parts = [heading, slides.isEmpty ? nil : slides.joined(separator: " ")].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "  ")
    }

    var heading: String? {
        switch role {
        case .plain: return nil
        case .exercise(let name): return "exercise \(name)"
        case .test(let test):
            return "test of \(test.exercise)" + (test.name.map { ": \($0)" } ?? "") + (test.isHidden ? " (hidden)" : "")
        }
    }

    /// The body of a hidden test is for those who may see the solutions.
    var isHiddenTest: Bool {
        if case .test(let test) = role { test.isHidden } else { false }
    }
}

extension LessonFile {
    /// The text that a reader meets first.
    var firstProse: String? {
        for case .prose(let span) in blocks { return source.text(span).drop { $0.isWhitespace }.description }
        return nil
    }
}

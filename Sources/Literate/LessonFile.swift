import Syntax

/// A `.cl` file taken apart: what is prose, what runs, and what is wrong with its form.
///
/// Every part is a span of the one `source`, so that messages name the file's own lines and `--update` can leave
/// every other byte alone.
package struct LessonFile: Sendable {
    /// The parts of the file in its order; together they are the whole file.
    package enum Block: Sendable {
        case byteOrderMark(Span)
        case frontMatter(Span)
        case prose(Span)
        /// An index into `cells`.
        case cell(Int)
        case hint(Hint)
        case solution(Solution)
    }

    package static let defaultDigits = 4

    package let source: Source
    package internal(set) var frontMatter = FrontMatter()
    package internal(set) var blocks: [Block] = []
    package internal(set) var cells: [LessonCell] = []
    package internal(set) var solutions: [Solution] = []
    package internal(set) var hints: [Hint] = []
    /// What is wrong with the front matter and with fences that do not run.
    package internal(set) var problems: [Diagnostic] = []
    /// It has neither front matter nor a fence: one program, and its output is nothing but the program's.
    package let isScript: Bool

    /// Takes the bytes of a file apart; a file that is not UTF-8 is refused.
    package init(name: String, bytes: [UInt8]) throws(FileProblem) {
        if let offset = firstInvalidUTF8(in: bytes) { throw .notUTF8(name: name, offset: offset) }
        source = Source(name: name, bytes: bytes)
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let front = FrontMatterReader(source, from: start)
        let text = Int(front.frontMatter.span?.end ?? Int32(start))
        let fences = fences(in: source, from: text)
        isScript = front.frontMatter.span == nil && fences.isEmpty
        frontMatter = front.frontMatter
        problems = front.problems
        if start > 0 { blocks.append(.byteOrderMark(Span(0, start))) }
        if isScript {
            cells = [LessonCell(number: 1, code: Span(startOfScript(after: start), bytes.count))]
            blocks.append(.cell(0))
        } else {
            if let span = frontMatter.span { blocks.append(.frontMatter(span)) }
            sort(fences, from: text)
        }
    }

    /// The decimals that a cell's results are shown and compared with.
    package func digits(of cell: LessonCell) -> Int { cell.digits ?? frontMatter.digits ?? Self.defaultDigits }

    /// The title, else the file's name.
    package var title: String { frontMatter.title ?? source.name }

    /// What a cell runs when the solutions stand in the exercises.
    func solution(of cell: LessonCell) -> Solution? {
        guard case .exercise(let name) = cell.role else { return nil }
        return solutions.first { $0.exercise == name }
    }

    // The kernel reads a script's `#!/usr/bin/env convlab run`, not we.
    private func startOfScript(after start: Int) -> Int {
        guard source.bytes.dropFirst(start).starts(with: "#!/".utf8) else { return start }
        return Int(source.lineSpan(0).end)
    }
}

// Sorting the fences into cells, hints, solutions and prose.
extension LessonFile {
    private mutating func sort(_ fences: [Fence], from start: Int) {
        var end = start
        func proseEnd(_ next: Int) -> Block? { next > end ? .prose(Span(end, next)) : nil }
        for fence in fences {
            guard let block = block(of: fence) else { continue }
            if let prose = proseEnd(Int(fence.whole.start)) { blocks.append(prose) }
            blocks.append(block)
            end = Int(fence.whole.end)
        }
        if let prose = proseEnd(source.bytes.count) { blocks.append(prose) }
        LessonNames(source: source).check(&self)
    }

    /// Nil for a fence that is prose.
    private mutating func block(of fence: Fence) -> Block? {
        var reader = FenceAttributeReader(source, info: fence.info)
        guard let kind = FenceKind(rawValue: reader.word) else { return nil }
        reader.readAttributes()
        var settings = FenceSettings(source: source, kind: kind, reader: reader)
        switch kind {
        case .cell:
            cells.append(settings.cell(of: fence, number: cells.count + 1))
            return .cell(cells.count - 1)
        case .hint:
            let hint = Hint(
                exercise: settings.exercise(of: fence), attempts: settings.attempts(), fence: fence)
            hints.append(hint)
            problems += settings.problems
            return .hint(hint)
        case .solution:
            let solution = Solution(exercise: settings.exercise(of: fence), fence: fence)
            solutions.append(solution)
            problems += settings.problems
            return .solution(solution)
        }
    }
}

/// The first word of a fence that is ours; every other fence is prose.
enum FenceKind: String {
    case cell = "cl", hint, solution

    /// In the order in which a message lists them.
    var keys: [String] {
        switch self {
        case .cell: ["id", "slide", "digits", "exercise", "test", "points", "name", "hidden", "credit", "predict"]
        case .hint: ["for", "after"]
        case .solution: ["for"]
        }
    }
}

/// The offset of the first byte that is no UTF-8, or nil.
private func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
        switch parser.parseScalar(from: &iterator) {
        case .valid(let encoded): offset += encoded.count
        case .error: return offset
        case .emptyInput: return nil
        }
    }
}

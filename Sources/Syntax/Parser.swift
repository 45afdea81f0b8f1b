/// What the parser makes of a cell.
package struct ParseResult: Sendable {
    /// A statement that could not be read stands in it as an expression statement that is `missing`, so that each
    /// annotation keeps its place.
    package var tree: Tree
    /// In the order of their places; empty: the tree may be run.
    package var diagnostics: [Diagnostic]
    /// Names before `=` or after `def`, `for`, `layer` of a cell that does not parse, so that no false unknown names follow.
    package var assignedNames: Set<String>
    /// The text ends inside a bracket, block or triple-quoted string: a prompt should read on.
    package var isIncomplete: Bool
}

/// Reads a program, or the cell that stands in a range of a lesson.
///
/// A lesson's fence may be indented; `indent` blanks are then no part of each line.
package func parse(_ source: Source, in range: Range<Int>? = nil, strippingIndent indent: Int = 0) -> ParseResult {
    let lexed = lex(source, in: range, strippingIndent: indent)
    var parser = Parser(source: source, lexed: lexed)
    parser.parseProgram()
    let text = range ?? 0..<source.bytes.count
    return parser.result(endsInBlock: parser.endsInBlock(of: text))
}

/// Reads tokens into a tree by recursive descent; what may be long is a loop, what may be deep is counted.
package struct Parser {
    /// Brackets, blocks, lambdas, conditionals, powers and prefix operators that may stand in each other.
    package static let maximumNesting = 200
    /// A file with more errors than that teaches nothing by listing them.
    static let maximumDiagnostics = 100

    /// What the statement at hand stands in.
    struct Surroundings {
        var isFunction = false
        var isLoop = false
        /// The surroundings did not parse: what is allowed in them is not known.
        var isUnknown = false
    }

    let source: Source
    let lexed: LexedText
    var tokens: [Token] { lexed.tokens }
    var position = 0
    /// The offset at which the last token that is text ended.
    var lastEnd = 0
    var tree: Tree
    var diagnostics: [Diagnostic]
    var depth = 0
    var surroundings = Surroundings()
    /// Where the text ends although a block must follow.
    var unfinishedFrom: Int?
    /// False while a suggestion is tried, which must not try further ones.
    var suggestsRewrites = true
    /// The token of the last foreign operator that was reported: several levels of precedence look at it.
    var reportedOperator = -1
    /// A stretch of tokens up to a line's end, remembered so that many errors on one long line stay cheap.
    private var checkedTokens = 0..<0

    init(source: Source, lexed: LexedText) {
        self.source = source
        self.lexed = lexed
        diagnostics = lexed.diagnostics
        unfinishedFrom = lexed.unfinishedFrom
        tree = Tree(source: source)
    }
}

/// A statement could not be read; the reason is in the diagnostics.
struct Abandoned: Error {
    /// The block below must not be read either.
    var takesBlock = false
    /// Nor the clauses after it: `except`, `finally`, `else`.
    var takesClauses = false
    /// The line at fault has been read to its end.
    var keepsLine = false
}

// Looking at tokens and stepping over them.
extension Parser {
    var current: Token { lexed.tokens[position] }

    func token(after distance: Int) -> Token { lexed.tokens[min(position + distance, lexed.tokens.count - 1)] }

    func at(_ symbol: Symbol) -> Bool { current.kind == .symbol(symbol) }

    func at(_ keyword: Keyword) -> Bool { current.kind == .keyword(keyword) }

    func at(name: String) -> Bool { current.kind == .name(name) }

    var isAtLineEnd: Bool { current.kind == .newline || current.kind == .end }

    mutating func advance() {
        switch current.kind {
        case .newline, .indent, .dedent, .end: break
        default: lastEnd = Int(current.span.end)
        }
        if position < lexed.tokens.count - 1 { position += 1 }
    }

    mutating func take(_ symbol: Symbol) -> Bool {
        guard at(symbol) else { return false }
        advance()
        return true
    }

    mutating func take(_ keyword: Keyword) -> Bool {
        guard at(keyword) else { return false }
        advance()
        return true
    }

    /// From an offset to the end of what has been read.
    func span(from start: Int) -> Span { Span(start, max(start, lastEnd)) }

    var start: Int { Int(current.span.start) }

    /// Where to point at the current token; at the end of a line, just behind the last character.
    var place: Span { isAtLineEnd ? Span(lastEnd, lastEnd) : current.span }

    /// The token's text; nil where the line ends.
    var found: String? { isAtLineEnd ? nil : source.text(current.span) }
}

// Saying what is wrong.
extension Parser {
    /// Reports a problem from which the parser can go on as if it were not there.
    ///
    /// - Parameter mend: what to write instead, where that is more than the problem itself can say.
    mutating func report(_ problem: some Problem, at span: Span, mend: Diagnostic.Edit? = nil) {
        guard !isLineBroken(), diagnostics.count < Self.maximumDiagnostics else { return }
        diagnostics.append(problem.diagnostic(in: source, at: span, mend: mend))
    }

    /// Reports a problem that ends the statement.
    mutating func fail(_ problem: SyntaxProblem, at span: Span, mend: Diagnostic.Edit? = nil) -> Abandoned {
        report(problem, at: span, mend: mend)
        return Abandoned()
    }

    /// The lexer has already said what is wrong with this line.
    private mutating func isLineBroken() -> Bool {
        guard !lexed.brokenLines.isEmpty else { return false }
        if !checkedTokens.contains(position) {
            var index = position
            while lexed.tokens[index].kind != .newline, lexed.tokens[index].kind != .end { index += 1 }
            checkedTokens = position..<index + 1
        }
        return lexed.brokenLines.contains(checkedTokens.upperBound - 1)
    }

    /// Counts one level of nesting; the caller uncounts it with `defer { depth -= 1 }`.
    mutating func enter() throws(Abandoned) {
        guard depth < Self.maximumNesting else {
            report(SyntaxProblem.nestedTooDeep(Self.maximumNesting), at: place)
            throw Abandoned(takesBlock: true)
        }
        depth += 1
    }
}

extension Parser {
    mutating func parseProgram() {
        var statements: [Statement] = []
        while current.kind != .end { parseLine(into: &statements) }
        tree.statements = statements
    }

    func result(endsInBlock: Bool) -> ParseResult {
        var result = ParseResult(tree: tree, diagnostics: diagnostics, assignedNames: [], isIncomplete: endsInBlock)
        let attached = attachAnnotations(lexed.comments, to: tree)
        result.tree.annotations = attached.annotations
        // Misplaced next to a line that did not parse, an annotation may well be right.
        if diagnostics.isEmpty { result.diagnostics = attached.diagnostics }
        result.diagnostics.sort { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
        if let unfinishedFrom, !lexed.holdsUnendedText {
            result.isIncomplete = result.diagnostics.allSatisfy { Int($0.span?.start ?? 0) >= unfinishedFrom }
        }
        if !result.diagnostics.isEmpty { result.assignedNames = namesAssigned(in: lexed.tokens, of: source) }
        return result
    }

    /// An indented block ends when the prompt hears an empty line, as in Python.
    func endsInBlock(of range: Range<Int>) -> Bool {
        guard diagnostics.isEmpty, lexed.tokens.dropLast().last?.kind == .dedent else { return false }
        let bytes = source.bytes[range.clamped(to: 0..<source.bytes.count)]
        var lineEnds = 0
        for byte in bytes.reversed() {
            if byte == UInt8(ascii: "\n") { lineEnds += 1 }
            if lineEnds == 2 { return false }
            if byte > UInt8(ascii: " ") { return true }
        }
        return true
    }
}

/// Names that the text would assign if it parsed: a guess from its tokens, too many rather than too few.
private func namesAssigned(in tokens: [Token], of source: Source) -> Set<String> {
    var assigned: Set<String> = []
    var namesOfLine: Set<String> = []
    var isHeader = false
    var lineEnd = 0
    for token in tokens {
        if Int(token.span.start) >= lineEnd {
            let line = source.lineIndex(at: Int(token.span.start))
            lineEnd = line + 1 < source.lineStarts.count ? source.lineStarts[line + 1] : .max
            namesOfLine = []
            isHeader = false
        }
        switch token.kind {
        case .name("layer"), .keyword(.def), .keyword(.for): isHeader = true
        case .name(let name):
            namesOfLine.insert(name)
            if isHeader { assigned.insert(name) }
        case .symbol(.assign):
            assigned.formUnion(namesOfLine)
            namesOfLine = []
        case .keyword(.in), .symbol(.colon), .newline: isHeader = false
        default: break
        }
    }
    return assigned
}

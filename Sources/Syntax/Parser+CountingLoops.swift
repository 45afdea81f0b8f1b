// The loops of C, which count in their head.
extension Parser {
    /// `for (i = 0; i < n; i++)`
    mutating func refuseCountingLoop() throws(Abandoned) {
        guard at(.openParenthesis), let closer = current.partner else { return }
        let semicolons = (position..<closer).prefix(30).filter { lexed.tokens[$0].kind == .symbol(.semicolon) }
        guard semicolons.count == 2 else { return }
        throw fail(.countingLoop, at: lexed.tokens[position - 1].span, mend: rangeLoop(semicolons, closer))
    }

    /// `for i in range(0, n):`
    private func rangeLoop(_ semicolons: [Int], _ closer: Int) -> Diagnostic.Edit? {
        let first = (position + 1..<semicolons[0]).first { lexed.tokens[$0].kind == .symbol(.assign) }
        guard let first, case .name(let name) = lexed.tokens[first - 1].kind, semicolons[0] + 3 < semicolons[1],
            lexed.tokens[semicolons[0] + 1].kind == .name(name), lexed.tokens[semicolons[0] + 2].kind == .symbol(.less)
        else { return nil }
        let start = text(of: first + 1..<semicolons[0])
        let stop = text(of: semicolons[0] + 3..<semicolons[1])
        let whole = Span(from: lexed.tokens[position - 1].span, to: lexed.tokens[closer].span)
        return offer("for \(name) in range(\(start == "0" ? "" : start + ", ")\(stop)):", insteadOf: whole)
    }

    private func text(of range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return source.text(Span(from: lexed.tokens[range.lowerBound].span, to: lexed.tokens[range.upperBound - 1].span))
    }
}

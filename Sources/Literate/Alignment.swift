import Interpreter

/// Lays expected tokens, of which `...` stands for any run, over actual ones.
package struct Alignment {
    /// Which expected token met which actual one.
    private(set) var pairs: [(expected: Int, actual: Int)] = []
    private let expected: [ResultToken]
    private let actual: [ActualToken]

    /// Nil when they do not fit; `matches` decides about single tokens.
    ///
    /// Each run between two `...` is taken where it first fits, which never spoils what follows, so there is nothing
    /// to take back.
    package init?(
        _ expected: [ResultToken], _ actual: [ActualToken], where matches: (ResultToken, ActualToken) -> Bool
    ) {
        self.expected = expected
        self.actual = actual
        let runs = expected.indices.split(omittingEmptySubsequences: false) { expected[$0].isEllipsis }
        guard let first = runs.first, let last = runs.last else { return nil }
        guard fits(first, at: 0, matches) else { return nil }
        if runs.count == 1 {
            guard expected.count == actual.count else { return nil }
            pair(first, at: 0)
            return
        }
        let lastStart = actual.count - last.count
        guard lastStart >= first.count, fits(last, at: lastStart, matches) else { return nil }
        pair(first, at: 0)
        var position = first.count
        for run in runs.dropFirst().dropLast() {
            guard let start = firstFit(of: run, from: position, to: lastStart, matches) else { return nil }
            pair(run, at: start)
            position = start + run.count
        }
        pair(last, at: lastStart)
    }

    private func fits(
        _ run: Range<Int>, at start: Int, _ matches: (ResultToken, ActualToken) -> Bool
    ) -> Bool {
        start + run.count <= actual.count
            && run.indices.allSatisfy { matches(expected[$0], actual[start + $0 - run.lowerBound]) }
    }

    private func firstFit(
        of run: Range<Int>, from start: Int, to end: Int, _ matches: (ResultToken, ActualToken) -> Bool
    ) -> Int? {
        guard start + run.count <= end else { return nil }
        return (start...(end - run.count)).first { fits(run, at: $0, matches) }
    }

    private mutating func pair(_ run: Range<Int>, at start: Int) {
        for index in run { pairs.append((index, start + index - run.lowerBound)) }
    }
}

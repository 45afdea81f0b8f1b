import Interpreter
import Syntax

/// Holds what a statement gave against what its `#>` states.
package struct ResultComparison {
    /// Nil when they agree.
    package private(set) var mismatch: Mismatch?
    package private(set) var renewal: Renewal?

    private let expected: ExpectedText
    private let agreement: Agreement

    package init(_ expected: ExpectedText, _ outputs: [Output], digits: Int) {
        self.expected = expected
        agreement = Agreement(digits: digits)
        let displayed = ActualText.tokens(of: outputs, elements: false)
        if expected.opensWithBracket {
            let elements = ActualText.tokens(of: outputs, elements: true)
            if compare(with: elements) { return }
            // `(tensor (28, 28) mean ..., 3)` opens with a bracket as well, and is what a person reads
            if elements == displayed || !expected.tokens.contains(.word("tensor")) { return }
        }
        _ = compare(with: displayed)
    }

    /// Notes the mismatch and what would mend it, if there is one; true when there is none or only numbers differ.
    private mutating func compare(with actual: [ActualToken]) -> Bool {
        (mismatch, renewal) = (nil, nil)
        if Alignment(expected.tokens, actual, where: agrees) != nil { return true }
        if let alignment = Alignment(expected.tokens, actual, where: isAlike) {
            noteNumbers(alignment, actual)
            return true
        }
        noteWords(actual)
        return false
    }

    private func agrees(_ expected: ResultToken, _ actual: ActualToken) -> Bool {
        if case .number(let wanted) = expected, case .number(let given) = actual {
            return agreement.accepts(wanted, given)
        }
        return isAlike(expected, actual)
    }

    /// Equal but for the values of numbers.
    private func isAlike(_ expected: ResultToken, _ actual: ActualToken) -> Bool {
        switch (expected, actual) {
        case (.number, .number): true
        case (.bracket(let wanted), .bracket(let given)): wanted == given
        case (.word(let wanted), .word(let given)): wanted == given
        default: false
        }
    }

    // MARK: - Saying where

    private mutating func noteNumbers(_ alignment: Alignment, _ actual: [ActualToken]) {
        var edits: [TextEdit] = []
        var count = 0
        for pair in alignment.pairs {
            guard case .number(let wanted) = expected.tokens[pair.expected],
                case .number(let given) = actual[pair.actual]
            else { continue }
            count += 1
            if agreement.accepts(wanted, given) { continue }
            let renewed = agreement.rewritten(wanted, as: given)
            edits.append(TextEdit(expected.spans[pair.expected], renewed))
            if mismatch != nil { continue }
            mismatch = Mismatch(
                difference: .number(
                    expected: wanted.text, actual: given.distinctText(from: wanted, digits: agreement.digits),
                    index: elementIndex(of: pair.actual, in: actual), differing: 0, of: 0),
                span: expected.spans[pair.expected], offer: agreement.isRounded(wanted, given) ? renewed : nil)
        }
        mismatch?.count(differing: edits.count, of: count)
        let detail = edits.count > 1 ? detail(actual) : ""
        mismatch?.detail = detail
        renewal = .numbers(edits)
    }

    private func difference(_ actual: [ActualToken]) -> Difference? {
        guard let wanted = NumberBlock<NumberText>(expected.tokens), let given = NumberBlock<ActualNumber>(actual) else {
            return nil
        }
        return given.difference(from: wanted, by: agreement)
    }

    /// What follows the first difference: where the others are, which is the largest, what they look like.
    private func detail(_ actual: [ActualToken]) -> String {
        guard let difference = difference(actual), let worst = difference.worst else { return "" }
        if let pattern = difference.pattern { return "; " + pattern.sentence }
        let texts = distinctTexts(worst.theirs, worst.yours)
        let place = ", most at \(placeText(worst.place)): expected \(texts.0), got \(texts.1)"
        return (difference.region.map { ", " + $0.text } ?? "") + place
    }

    /// Rectangles of numbers whose shapes differ; false if that is not all.
    private mutating func noteShapes(_ actual: [ActualToken]) -> Bool {
        guard let wanted = NumberBlock<NumberText>(expected.tokens), let given = NumberBlock<ActualNumber>(actual),
            wanted.shape != given.shape, let span = expected.spans.first
        else { return false }
        let pattern = given.difference(from: wanted, by: agreement)?.pattern
        mismatch = Mismatch(
            difference: .shapes(expected: "\(wanted.shape)", actual: "\(given.shape)"), span: span,
            detail: pattern.map { "; " + $0.sentence } ?? "")
        return true
    }

    private mutating func noteWords(_ actual: [ActualToken]) {
        renewal = nil
        if noteShapes(actual) { return }
        let wanted = expected.tokens
        let stated = firstDifference(from: actual)
        let isReached = stated < wanted.count
        let met = min(stated, actual.count)
        mismatch = Mismatch(
            difference: .words(
                expected: isReached ? expected.text(from: stated) : nil, actual: text(of: actual[met...])),
            span: isReached ? expected.spans[stated] : expected.end)
    }

    /// The first expected token that is not met; after `...` that is the first of the run that is nowhere.
    private func firstDifference(from actual: [ActualToken]) -> Int {
        let wanted = expected.tokens
        let shared = zip(wanted, actual).prefix { !$0.isEllipsis && isAlike($0, $1) }.count
        guard shared < wanted.count, wanted[shared].isEllipsis else { return shared }
        return shared + 1 < wanted.count ? shared + 1 : shared
    }

    /// A few tokens, as a person would write them; nil when there are none.
    private func text(of tokens: ArraySlice<ActualToken>) -> String? {
        guard !tokens.isEmpty else { return nil }
        var text = ""
        var followsBracket = true
        for token in tokens.prefix(12) {
            let isBracket = if case .bracket = token { true } else { false }
            text += (followsBracket || isBracket ? "" : " ") + token.text(digits: agreement.digits)
            followsBracket = isBracket
        }
        return text.shortened
    }
}

extension Mismatch {
    fileprivate mutating func count(differing: Int, of total: Int) {
        guard case .number(let expected, let actual, let index, _, _) = difference else { return }
        difference = .number(expected: expected, actual: actual, index: index, differing: differing, of: total)
    }
}

extension ActualNumber {
    /// As it is shown, but with every digit if the shown text is the expected one.
    fileprivate func distinctText(from expected: NumberText, digits: Int) -> String {
        let text = text(digits: digits)
        return text == expected.text ? "\(value)" : text
    }
}

/// The indexes of a number by the brackets around it: `[0, 2]`; empty outside of brackets and inside of braces.
func elementIndex(of position: Int, in tokens: [ActualToken]) -> [Int] {
    var open: [(bracket: Unicode.Scalar, index: Int)] = []
    for token in tokens[..<position] {
        switch token {
        case .bracket(let scalar) where scalar == "[" || scalar == "(" || scalar == "{": open.append((scalar, 0))
        case .bracket:
            _ = open.popLast()
            if !open.isEmpty { open[open.count - 1].index += 1 }
        case .number, .word:
            if !open.isEmpty { open[open.count - 1].index += 1 }
        }
    }
    return open.contains { $0.bracket == "{" } ? [] : open.map(\.index)
}

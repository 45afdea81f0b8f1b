import Interpreter
import Syntax

/// Holds what became of one statement against what the lesson states about it.
struct StatementJudge {
    let part: LessonProgram.Part
    let outputs: [Output]
    let digits: Int
    private(set) var checks: [Check]
    private(set) var ending = StatementReport.Ending.finished

    init(part: LessonProgram.Part, index: Int, digits: Int, outputs: [Output]) {
        self.part = part
        self.outputs = outputs
        self.digits = digits
        checks = part.checks(of: index)
    }

    mutating func judge(_ outcome: Outcome) {
        switch outcome {
        case .finished:
            for index in checks.indices { judge(&checks[index], disagreement: nil) }
        case .disagreed(let diagnostic):
            for index in checks.indices { judge(&checks[index], disagreement: diagnostic) }
            if checks.isEmpty { ending = .failed(named(diagnostic)) }
        case .failed(let diagnostic):
            judgeFailure(named(diagnostic))
        case .notWritten:
            ending = .notWritten
        }
    }

    private func named(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        // an error in a file that is used stands in no cell of this one
        if part.cell.fence != nil, diagnostic.source === part.tree.source { diagnostic.cell = part.cell.name }
        return diagnostic
    }

    private func judge(_ check: inout Check, disagreement: Diagnostic?) {
        switch check.kind {
        case .result:
            compare(&check)
            if let disagreement { check.explain(disagreement.sentence) }
        case .error:
            let stated = StatedError(part.tree, check)
            check.verdict = .differs(Mismatch(difference: .noError(expected: stated.code), span: check.span))
        case .expectation: judgeExpectation(&check, disagreement)
        }
    }

    /// Where several stand in a block, the first that does not hold ends it.
    private func judgeExpectation(_ check: inout Check, _ disagreement: Diagnostic?) {
        guard let disagreement else { return check.verdict = .agrees }
        let place = disagreement.source === part.tree.source ? disagreement.span : nil
        let isAmongOthers = checks.count { $0.kind == .expectation } > 1
        if isAmongOthers, let place, !check.span.range.contains(Int(place.start)) { return }
        check.verdict = .differs(
            Mismatch(difference: .doesNotHold(disagreement.sentence), span: place ?? check.span))
    }

    private func compare(_ check: inout Check) {
        guard let annotation = check.annotation else { return }
        let expected = ExpectedText(part.tree.annotations[annotation], in: part.tree.source)
        let comparison = ResultComparison(expected, outputs, digits: digits)
        check.verdict = comparison.mismatch.map(Check.Verdict.differs) ?? .agrees
        check.renewal = comparison.mismatch == nil ? nil : comparison.renewal ?? .block(outputs.text)
    }

    private mutating func judgeFailure(_ diagnostic: Diagnostic) {
        ending = .failed(diagnostic)
        for index in checks.indices where checks[index].kind == .error {
            ending = .failedAsStated(diagnostic)
            let stated = StatedError(part.tree, checks[index])
            checks[index].verdict =
                stated.mismatch(with: diagnostic, at: checks[index].span).map(Check.Verdict.differs) ?? .agrees
            if checks[index].mismatch != nil {
                let part = stated.renewedPart(in: diagnostic) ?? diagnostic.sentence
                checks[index].renewal = .block("\(diagnostic.code): \(part)")
            }
        }
        guard case .failedAsStated = ending else { return }
        // what it printed before it failed may be stated as well
        for index in checks.indices where checks[index].kind == .result { compare(&checks[index]) }
    }
}

/// What a `#!` says: `shape-matmul: 3 and 4`, where what follows the colon is a part of the message.
struct StatedError {
    private(set) var code: String
    private(set) var part: String

    init(_ tree: Tree, _ check: Check) {
        let lines = check.annotation.map { tree.annotations[$0].lines } ?? []
        let text = lines.map { tree.source.text(tree.source.statedText(of: $0, .error)) }.joined(separator: " ")
        let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        code = halves.first.map(Self.squeezed) ?? ""
        part = halves.count > 1 ? Self.squeezed(halves[1]) : ""
    }

    func mismatch(with diagnostic: Diagnostic, at span: Span) -> Mismatch? {
        guard code == diagnostic.code else {
            let actual = "\(diagnostic.code): \(diagnostic.sentence)"
            return Mismatch(difference: .otherError(expectedCode: code, actualCode: actual), span: span)
        }
        if part.isEmpty || Self.texts(of: diagnostic).contains(where: { $0.contains(part) }) { return nil }
        return Mismatch(difference: .otherSentence(expected: part, actual: diagnostic.sentence), span: span)
    }

    /// The part of the message that was meant, with the numbers that it has now; nil if its words changed.
    func renewedPart(in diagnostic: Diagnostic) -> String? {
        guard code == diagnostic.code, !part.isEmpty else { return nil }
        let wanted = Words(part)
        return Self.texts(of: diagnostic).lazy.compactMap { Words($0).text(of: wanted) }.first
    }

    /// All of it, as a lesson shows it, and each of its sentences.
    private static func texts(of diagnostic: Diagnostic) -> [String] {
        let lines = [diagnostic.sentence] + diagnostic.reasons
        return ([lines.joined(separator: " ")] + lines + diagnostic.labels.map(\.text)).map { squeezed($0[...]) }
    }

    /// A text in which every number counts as one and the same character.
    private struct Words {
        private var characters: [Character] = []
        /// What stands for each of them in the text.
        private var pieces: [String] = []

        init(_ text: String) {
            for character in text {
                let isPartOfNumber = character.isASCII && character.isNumber || character == "."
                if isPartOfNumber, characters.last == "0" {
                    pieces[pieces.count - 1].append(character)
                } else {
                    characters.append(isPartOfNumber ? "0" : character)
                    pieces.append(String(character))
                }
            }
        }

        /// The text where these words stand.
        func text(of wanted: Words) -> String? {
            let length = wanted.characters.count
            guard length > 0, length <= characters.count else { return nil }
            let start = (0...characters.count - length).first { characters[$0..<$0 + length].elementsEqual(wanted.characters) }
            return start.map { pieces[$0..<$0 + length].joined() }
        }
    }

    /// With single blanks and none at the ends: where a message breaks its lines is no part of it.
    private static func squeezed(_ text: Substring) -> String {
        text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    }
}

extension [Output] {
    /// What a person reads: what was printed and shown, line by line, without the last line end.
    package var text: String {
        var text = ""
        for output in self {
            switch output {
            case .printed(let printed): text += printed
            case .shown(let shown):
                if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
                text += shown.text + "\n"
            case .note, .picture, .figure: break
            }
        }
        if text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
        return text
    }
}

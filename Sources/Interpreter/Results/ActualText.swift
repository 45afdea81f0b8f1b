import TensorEngine

/// One token of what a statement really gave: a shown number is kept unrounded.
package enum ActualToken: Equatable {
    case number(ActualNumber)
    case bracket(Unicode.Scalar)
    case word(String)

    package func text(digits: Int) -> String {
        switch self {
        case .number(let number): number.text(digits: digits)
        case .bracket(let scalar): String(scalar)
        case .word(let word): word
        }
    }
}

/// A number that a statement printed or showed.
package struct ActualNumber: Equatable {
    package enum Origin: Equatable {
        /// Already rounded, as text.
        case printed(String)
        case shown(DType)
    }

    package var value: Double
    package var origin: Origin
    /// How far any expected number may be away: what rounding leaves beside the largest entry.
    package var slack: Double

    package init(value: Double, origin: Origin, slack: Double) {
        self.value = value
        self.origin = origin
        self.slack = slack
    }

    package static let leastSlack = 1e-15

    package func text(digits: Int) -> String {
        switch origin {
        case .printed(let text): text
        case .shown(let dtype): numberText(value, dtype, digits: digits)
        }
    }
}

/// Collects the tokens of a statement's outputs.
package struct ActualText {
    private(set) var tokens: [ActualToken] = []
    /// Text that may go on: `print(1, end="")` and what is printed next are one text.
    private var pending = ""

    /// The tokens of all outputs; with `elements` those of every element of large tensors.
    package static func tokens(of outputs: [Output], elements: Bool) -> [ActualToken] {
        var text = ActualText()
        for output in outputs {
            switch output {
            case .printed(let printed): text.pending += printed
            case .shown(let shown): text.add(shown, elements: elements)
            case .note, .picture, .figure: break
            }
        }
        text.flush(after: nil)
        return text.tokens
    }

    private mutating func add(_ shown: Shown, elements: Bool) {
        flush(after: nil)
        var previous: Unicode.Scalar?
        var pieces = (elements ? shown.allPieces() : shown.pieces)[...]
        while let piece = pieces.popFirst() {
            if case .number(let value, let dtype) = piece, standsFree(after: previous, before: pieces.first) {
                flush(after: previous)
                tokens.append(.number(shown.number(value, dtype)))
                previous = "0"
            } else {
                pending += piece.text(digits: shown.digits)
            }
        }
        flush(after: previous)
    }

    /// The number is a token by itself and not part of a word or of a number with its sign.
    private func standsFree(after previous: Unicode.Scalar?, before next: Shown.Piece?) -> Bool {
        if let last = pending.unicodeScalars.last ?? previous, last.joinsNumbers || last == "-" || last == "+" {
            return false
        }
        guard case .text(let text) = next, let first = text.unicodeScalars.first else { return next == nil }
        return !first.joinsNumbers
    }

    private mutating func flush(after previous: Unicode.Scalar?) {
        guard !pending.isEmpty else { return }
        for located in ResultTokenizer.tokens(of: pending, after: previous) {
            tokens.append(ActualToken(located.token))
        }
        pending = ""
    }
}

extension ActualToken {
    fileprivate init(_ token: ResultToken) {
        switch token {
        case .bracket(let scalar): self = .bracket(scalar)
        case .word(let word): self = .word(word)
        case .number(let number):
            self = .number(
                ActualNumber(value: number.value, origin: .printed(number.text), slack: ActualNumber.leastSlack))
        }
    }
}

extension Shown {
    fileprivate func number(_ value: Double, _ dtype: DType) -> ActualNumber {
        // an infinite entry must not excuse every other one
        let scale = largest.isFinite ? largest : 0
        let share = dtype == .float32 ? 1e-5 : 1e-12
        return ActualNumber(
            value: value, origin: .shown(dtype), slack: max(ActualNumber.leastSlack, share * scale))
    }
}

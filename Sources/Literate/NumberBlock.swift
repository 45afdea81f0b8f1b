import Interpreter
import TensorEngine

/// The numbers of a text that is one rectangle in brackets, and its shape.
struct NumberBlock<Number> {
    private(set) var numbers: [Number] = []
    private(set) var shape = Shape()

    enum Token {
        case open, close
        case number(Number)
        case other
    }

    /// Nil for every other text.
    init?(_ tokens: some Sequence<Token>) {
        // by depth: how many items an open bracket has so far, and how many all brackets there have
        var counts: [Int] = []
        var sizes: [Int?] = []
        var isClosed = false
        for token in tokens {
            guard !isClosed else { return nil }
            switch token {
            case .open:
                guard counts.count < Shape.maximumRank, numbers.isEmpty || counts.count < sizes.count else {
                    return nil
                }
                if !counts.isEmpty { counts[counts.count - 1] += 1 }
                counts.append(0)
                if sizes.count < counts.count { sizes.append(nil) }
            case .number(let number):
                guard !counts.isEmpty, counts.count == sizes.count else { return nil }
                counts[counts.count - 1] += 1
                numbers.append(number)
            case .close:
                guard let count = counts.popLast(), sizes[counts.count] ?? count == count else { return nil }
                sizes[counts.count] = count
                isClosed = counts.isEmpty
            case .other: return nil
            }
        }
        guard isClosed else { return nil }
        shape = Shape(sizes.map { $0 ?? 0 })
        guard shape.elementCount == numbers.count else { return nil }
    }
}

extension NumberBlock<NumberText> {
    init?(_ tokens: [ResultToken]) {
        self.init(
            tokens.lazy.map { token -> Token in
                switch token {
                case .number(let number): .number(number)
                case .bracket(let scalar): scalar.opens ? .open : .close
                case .word: .other
                }
            })
    }
}

extension NumberBlock<ActualNumber> {
    init?(_ tokens: [ActualToken]) {
        self.init(
            tokens.lazy.map { token -> Token in
                switch token {
                case .number(let number): .number(number)
                case .bracket(let scalar): scalar.opens ? .open : .close
                case .word: .other
                }
            })
    }

    /// How it differs from what was expected; nil if it does not, or if there is no memory to find out.
    func difference(from expected: NumberBlock<NumberText>, by agreement: Agreement) -> Difference? {
        guard let yours = try? Tensor(shape, numbers.map(\.value)),
            let theirs = try? Tensor(expected.shape, expected.numbers.map(\.value)),
            let slack = numbers.map(\.slack).max(), let origin = numbers.first?.origin
        else { return nil }
        return Difference(yours, theirs) { number, position in
            agreement.accepts(expected.numbers[position], ActualNumber(value: number, origin: origin, slack: slack))
        }
    }
}

extension Unicode.Scalar {
    fileprivate var opens: Bool { self == "[" || self == "(" || self == "{" }
}

/// One entry of a tape: where a value came from and what it is owed. Small and without references, because a loop
/// over plain numbers makes nothing else.
struct TapeNode {
    enum Kind: UInt8 {
        /// What the function was given.
        case input
        /// Element by element, where both the operands and the result are plain numbers: derivatives are numbers.
        case number
        /// Element by element: derivatives are numbers or kept tensors.
        case local
        /// Any other operation: the call is kept.
        case call
        /// A call whose operation has no gradient.
        case blocked
    }

    let kind: Kind
    /// The result is a plain float64 number, so what it is owed is one, too.
    let isNumber: Bool
    /// Truth values do not change gradually, so nothing is owed to them.
    let isFloat: Bool
    /// Two operands at most; a call has its own list of them.
    var first = Edge.none
    var second = Edge.none

    /// An operand that is itself on the tape, and the derivative with respect to it.
    struct Edge {
        let source: UInt32
        let kind: Kind
        private let payload: UInt64

        enum Kind: UInt8 { case none, number, nothing, kept }

        static let none = Edge(source: 0, kind: .none, payload: 0)
        static func number(_ value: Double, _ source: UInt32) -> Edge {
            Edge(source: source, kind: .number, payload: value.bitPattern)
        }
        /// Zero, whatever it meets.
        static func nothing(_ source: UInt32) -> Edge { Edge(source: source, kind: .nothing, payload: 0) }
        /// A tensor that the tape keeps.
        static func kept(_ place: Int, _ source: UInt32) -> Edge {
            Edge(source: source, kind: .kept, payload: UInt64(place))
        }

        /// The derivative, of a kind that is a number.
        @inline(__always) var number: Double { Double(bitPattern: payload) }
        /// Where the tape keeps the derivative; for a call, where the call is.
        var place: Int { Int(payload) }
    }
}

/// An operation as it happened, of the kinds that need more than derivatives.
struct TapeCall {
    let operation: Primitive
    let call: Primitive.Call
    /// Where this call's operands are in the tape's list of them.
    let operands: Range<Int>

    /// An operand that is itself on the tape.
    struct Operand {
        let source: UInt32
        let argument: UInt16
        let item: UInt32
    }
}

extension TapeNode {
    init(kind: Kind, like result: Tensor) {
        self.init(
            kind: kind, isNumber: result.rank == 0 && result.dtype == .float64, isFloat: result.dtype.isFloat)
    }
}

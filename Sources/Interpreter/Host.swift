import Imaging
import Syntax
import TensorEngine

/// The one way in which a session reaches the world. Terminal, lesson runner, grader and notebook each bring theirs.
package protocol Host: AnyObject {
    /// Called as it happens, so that a long loop's prints do not wait for its end.
    func receive(_ output: Output)
    /// The bytes of a file that the program names, or a `FileProblem`.
    func read(_ name: String) throws -> [UInt8]
    /// Writes a file whole or not at all; the name as the user shall see it, or a `FileProblem`.
    func write(_ name: String, _ bytes: [UInt8]) throws -> String
    /// The program of a file that `use` names in a source, or why there is none.
    func program(_ name: String, usedBy source: Source) throws -> UsedProgram
    /// Seconds on a clock that never goes back.
    func seconds() -> Double
    /// Ctrl-C was pressed since the statement began.
    func isInterrupted() -> Bool
}

/// What a statement lets a person see.
package enum Output: Sendable {
    /// By `print`, line ends included.
    case printed(String)
    /// An expression statement's value.
    case shown(Shown)
    /// A hint that stops nothing and is no part of a result.
    case note(Diagnostic)
    /// An image that `show` puts before the eyes, a gray one perhaps in the colours of a map; its line is `shown`.
    case picture(Picture, tint: ColourMap? = nil)
    /// A plot, likewise; each place where it is seen draws it in its own way.
    case figure(Figure)
}

/// A value's text, kept in pieces so that a checker sees the numbers unrounded.
package struct Shown: Sendable {
    package enum Piece: Sendable, Equatable {
        case text(String)
        /// Shown with the cell's digits, compared as it is.
        case number(Double, DType)
    }

    /// As it is displayed: a summary line for a large tensor.
    package var pieces: [Piece]
    /// Every element, for expected text that opens with a bracket. The same as `pieces` for small values.
    package var allPieces: @Sendable () -> [Piece]
    /// The largest magnitude among the value's numbers: agreement is relative to it.
    package var largest: Double
    package var digits: Int

    package init(pieces: [Piece], allPieces: @escaping @Sendable () -> [Piece], largest: Double, digits: Int) {
        self.pieces = pieces
        self.allPieces = allPieces
        self.largest = largest
        self.digits = digits
    }

    /// What a person reads.
    package var text: String { pieces.map { $0.text(digits: digits) }.joined() }
}

extension Shown.Piece {
    /// About as many bytes as its text has.
    var roughLength: Int {
        switch self {
        case .text(let text): text.utf8.count
        case .number: 8
        }
    }

    package func text(digits: Int) -> String {
        switch self {
        case .text(let text): text
        case .number(let value, let dtype): numberText(value, dtype, digits: digits)
        }
    }
}

/// A file that a program uses, parsed: which of its parts run is the host's to know.
package struct UsedProgram: Sendable {
    /// The same for the same file, however it is named.
    package var path: String
    /// In the order in which they run.
    package var trees: [Tree]

    package init(path: String, trees: [Tree]) {
        self.path = path
        self.trees = trees
    }
}

/// How a statement ended.
package enum Outcome: Sendable {
    case finished
    case failed(Diagnostic)
    /// It reached `...`, a part that the student has still to write.
    case notWritten
    /// An `expect`, `agree` or `check` that did not hold; the diagnostic says how.
    case disagreed(Diagnostic)
}

/// What bounds a program. Each `nil` is unlimited.
package struct Limits: Sendable, Equatable {
    package var seconds: Double?
    /// Bytes, for tensors, lists, strings and images together.
    package var memory: Int? = 2_000_000_000
    /// Rounds of loops and calls.
    package var steps: Int?
    /// Calls within calls.
    package var depth = 10_000

    package init() {}
}

package struct Settings: Sendable {
    /// Decimals shown.
    package var digits = 4
    package var seed: UInt64 = 0
    package var dtype = DType.float64
    package var limits = Limits()

    package init() {}
}

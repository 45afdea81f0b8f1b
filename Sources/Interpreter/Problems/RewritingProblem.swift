import Syntax
import TensorEngine

/// A problem that says what to write instead in the words of the program that met it.
protocol RewritingProblem: Problem {
    /// Nil where the general `mend` says it as well as can be.
    func mend(_ failed: FailedText) -> String?
    /// The same where there are several ways.
    func mends(_ failed: FailedText) -> [String]
}

extension RewritingProblem {
    func mends(_ failed: FailedText) -> [String] { mend(failed).map { [$0] } ?? [] }
}

/// How the program wrote the expression that failed.
struct FailedText {
    var whole: String
    /// What the mend takes the place of.
    var span: Span
    /// Operands of an operator, arguments of a call; of a field or a method the receiver first.
    var operands: [String] = []
    /// `0 < x < 1`, link by link.
    var links: [String] = []

    /// Longer text is no good example of anything.
    static let maximumLength = 40
}

extension FailedText {
    /// Nil if the expression is too long to be repeated.
    init?(_ id: ExpressionID, _ tree: Tree) {
        whole = tree.text(of: id)
        span = tree.span(of: id)
        guard whole.utf8.count <= FailedText.maximumLength, !whole.contains("\n") else { return nil }
        switch tree[id] {
        case .binary(_, let left, let right): operands = [left, right].map(tree.text(of:))
        case .unary(.not, let operand): (whole, span) = (tree.text(of: operand), tree.span(of: operand))
        case .field(let base, _): operands = [tree.text(of: base)]
        case .call(let callee, let arguments):
            if case .field(let receiver, _) = tree[callee] { operands = [tree.text(of: receiver)] }
            operands += arguments.map { tree.text(of: $0.value) }
        case .comparison(var left, let comparisons):
            for link in comparisons {
                links.append("(\(tree.text(of: left)) \(link.comparison.rawValue) \(tree.text(of: link.operand)))")
                left = link.operand
            }
        default: break
        }
    }
}

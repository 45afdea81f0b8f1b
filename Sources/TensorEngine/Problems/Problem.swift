/// What went wrong, as facts, with the sentences beside them. Whoever shows it adds the place and the operands.
public protocol Problem: Error, Sendable {
    /// Stable, `family-what`, as in `shape-matmul`.
    var code: String { get }
    /// One plain sentence, no capital, no full stop.
    var sentence: String { get }
    /// Why, with the formula's numbers filled in.
    var reasons: [String] { get }
    /// What to write instead, only where it would work: `axis=0`, `reshape(x, (2, 3))`.
    var mend: String? { get }
}

extension Problem {
    public var reasons: [String] { [] }
    public var mend: String? { nil }
}

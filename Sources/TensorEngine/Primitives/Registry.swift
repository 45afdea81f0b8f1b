/// Every operation of the engine: the one list of the families' lists.
extension Primitive: CaseIterable {
    public static let allCases: [Primitive] =
        making + shaping + joining
        + elementwise + arithmetic + comparisons + logic
        + reductions + scans + ordering
        + linearAlgebra + indexing
        + signals + filters + moves + sizes

    /// The operation of this name.
    public static func named(_ name: String) -> Primitive? { byName[name] }

    private static let byName = Dictionary(allCases.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

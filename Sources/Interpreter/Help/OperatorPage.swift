import TensorEngine

/// What help says about a sign: the primitive behind it.
enum OperatorPage {
    static let primitives: [String: Primitive] = [
        "@": .matmul, "+": .add, "-": .subtract, "*": .multiply, "/": .divide, "//": .floorDivide, "%": .remainder,
        "**": .power, "==": .equal, "!=": .notEqual, "<": .less, "<=": .lessEqual, ">": .greater, ">=": .greaterEqual,
        "&": .logicalAnd, "|": .logicalOr, "~": .logicalNot,
    ]
}

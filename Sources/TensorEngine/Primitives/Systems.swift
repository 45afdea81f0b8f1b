/// Square matrices as systems of equations, and what their factors tell.
extension Primitive {
    public static let inv = Primitive(
        "inv", .linear, "The inverse of a square matrix, or of each in a stack.", formula: #"X X^{-1} = I"#,
        [.tensor()],
        examples: ["inv([[2, 0], [0, 4]])  #> [[0.5, 0], [0, 0.25]]"],
        refuses: ["matrices that are not square", "singular ones"], numpy: "np.linalg.inv(x)",
        related: ["solve", "det"],
        gradient: .rule { call, upstream, _ in
            let turned = try swapAxes(.tensor(call.result), .whole(-1), .whole(-2))
            return try -matmul(matmul(turned, upstream), turned)
        },
        sample: { [.tensor(try wellConditioned(&$0))] },
        body: .kernel(
            { try squareType("inv", $0.tensor(0)) },
            { arguments, result in
                try eachSquare(arguments.tensor(0)) { factors, place in
                    guard !factors.isSingular else { throw ValueProblem.singular(operation: "inv") }
                    let n = factors.size
                    for column in 0..<n {
                        let unit = (0..<n).map { $0 == column ? 1.0 : 0 }
                        for (row, value) in try factors.solution(of: unit).enumerated() {
                            result.setElement((place * n + row) * n + column, to: value)
                        }
                    }
                }
            }))

    public static let det = Primitive(
        "det", .linear, "The determinant of a square matrix, or of each in a stack.", formula: #"\det X"#, [.tensor()],
        examples: ["det([[2, 1], [0, 3]])  #> 6"], refuses: ["matrices that are not square"],
        numpy: "np.linalg.det(x)", related: ["inv", "trace_of"],
        gradient: .rule { call, upstream, _ in
            let axes = Argument.wholes([-2, -1])
            return try expandDims(.tensor(upstream), axes) * cofactors(call.x)
        },
        sample: { [.tensor(try wellConditioned(&$0))] },
        body: .kernel(
            { arguments in
                let type = try squareType("det", arguments.tensor(0))
                return TensorType(Shape(type.shape.dropLast(2)), type.dtype)
            },
            { arguments, result in
                try eachSquare(arguments.tensor(0)) { factors, place in
                    result.setElement(place, to: factors.determinant)
                }
            }))

    public static let solve: Primitive = Primitive(
        "solve", .linear, "The x with a @ x = b, for a vector b or for each column of a matrix b.", formula: "A x = b",
        [.tensor("a"), .tensor("b")], examples: ["solve([[2, 0], [0, 4]], [2, 2])  #> [1, 0.5]"],
        refuses: ["an a that is not square", "a singular one"], numpy: "np.linalg.solve(a, b)", related: ["inv"],
        gradient: .rule { call, upstream, operand in
            let owed = try solve(transpose(call.x), upstream)
            if operand.argument == 1 { return owed }
            if owed.rank == 1 { return try -outer(owed, call.result) }
            return try -matmul(owed, transpose(call.result))
        },
        sample: { [.tensor(try wellConditioned(&$0)), .tensor(try Samples.numbers([3, 2], &$0))] },
        body: .kernel(
            { arguments in
                let (a, b) = (arguments.tensor(0), arguments.tensor(1))
                let square = try squareType("solve", a)
                guard a.rank == 2 else {
                    throw ShapeProblem.rank(operation: "solve", wants: "one matrix at a time", a.shape)
                }
                guard b.rank == 1 || b.rank == 2, b.shape[0] == a.shape[0] else {
                    throw ShapeProblem.solve(a.shape, b.shape)
                }
                return TensorType(b.shape, DType.wider(square.dtype, b.dtype))
            },
            { arguments, result in
                let b = arguments.tensor(1)
                let columns = b.rank == 1 ? 1 : b.shape[1]
                try eachSquare(arguments.tensor(0)) { factors, _ in
                    guard !factors.isSingular else { throw ValueProblem.singular(operation: "solve") }
                    for column in 0..<columns {
                        let wanted = (0..<factors.size).map { b.element($0 * columns + column) }
                        for (row, value) in try factors.solution(of: wanted).enumerated() {
                            result.setElement(row * columns + column, to: value)
                        }
                    }
                }
            }))

    public static let rank = Primitive(
        "rank", .linear, "How many rows of a matrix are independent, counted by its singular values.", [.tensor()],
        examples: ["rank([[1, 2], [2, 4]])  #> 1"], refuses: ["more than two axes"],
        numpy: "np.linalg.matrix_rank(x)", related: ["det", "solve"],
        gradient: .none(because: "a rank does not change gradually"),
        sample: { [.tensor(try Samples.numbers([3, 4], &$0))] },
        body: .kernel(
            { arguments in
                let shape = arguments.tensor(0).shape
                guard shape.rank <= 2 else { throw ShapeProblem.rank(operation: "rank", wants: "a matrix", shape) }
                return TensorType([], .float64)
            },
            { arguments, result in
                let x = arguments.tensor(0)
                guard x.rank == 2 else {
                    return result.setElement(0, to: x.elements.contains { $0 != 0 } ? 1 : 0)
                }
                let values = try MemoryBudget.current.whileHolding(2 * x.count * MemoryLayout<Double>.size) {
                    try SingularValues(of: x.elements, rows: x.shape[0], columns: x.shape[1]).values
                }
                let precision = x.dtype == .float32 ? Double(Float.ulpOfOne) : Double.ulpOfOne
                let largest = values.reduce(0, Swift.max)
                let tolerance = largest * Double(Swift.max(x.shape[0], x.shape[1])) * precision
                result.setElement(0, to: Double(values.count { $0 > tolerance }))
            }))

    private static func squareType(_ name: String, _ x: Tensor) throws -> TensorType {
        guard x.rank >= 2, x.shape[x.rank - 1] == x.shape[x.rank - 2] else {
            throw ShapeProblem.square(operation: name, x.shape)
        }
        return TensorType(x.shape, x.dtype.asFloat)
    }

    /// Factors each matrix of a stack. Whether one is singular shows only here, so this may refuse where other kernels
    /// may not.
    private static func eachSquare(_ x: Tensor, _ body: (Factors, _ place: Int) throws -> Void) throws {
        let n = x.shape[x.rank - 1]
        for place in 0..<x.shape.dropLast(2).reduce(1, *) {
            try MemoryBudget.current.whileHolding(n * n * MemoryLayout<Double>.size) {
                let entries = (0..<(n * n)).map { x.element(place * n * n + $0) }
                try body(try Factors(of: entries, size: n), place)
            }
        }
    }

    /// A strong diagonal, far from singular.
    private static func wellConditioned(_ random: inout RandomNumbers) throws -> Tensor {
        let x = try Samples.numbers([3, 3], from: -1...1, &random)
        for i in 0..<3 { x.setElement(i * 4, to: x.element(i * 4) + 4) }
        return x
    }
}

/// Products of matrices and vectors.
extension Primitive {
    static let linearAlgebra: [Primitive] = [
        matmul, dot, outer, diag, traceOf, einsum, inv, solve, det, rank,
    ]

    public static let matmul = Primitive(
        "matmul", .linear,
        "The matrix product a @ b; stacks of matrices broadcast, vectors count as a row or a column; of masks a mask.",
        formula: #"c_{ij} = \sum_k a_{ik} b_{kj}"#, [.tensor("a"), .tensor("b")],
        examples: ["matmul([[1, 2], [3, 4]], [1, 1])  #> [3, 7]", "[[1, 2]] @ [[3], [4]]  #> [[11]]"],
        refuses: ["inner sizes that differ", "plain numbers"], numpy: "np.matmul(a, b)",
        related: ["dot", "outer", "einsum"], gradient: .rule(matmulGradient),
        sample: { [.tensor(try Samples.numbers([2, 3, 4], &$0)), .tensor(try Samples.numbers([4, 5], &$0))] },
        body: .kernel(
            { arguments in
                let (a, b) = (arguments.tensor(0), arguments.tensor(1))
                let product = try MatrixProduct(a.shape, b.shape)
                return TensorType(product.result, DType.wider(a.dtype, b.dtype))
            },
            { arguments, result in
                let (a, b) = (arguments.tensor(0), arguments.tensor(1))
                try MatrixProduct(a.shape, b.shape).run(a, b, into: result)
            }))

    public static let dot = Primitive(
        "dot", .linear, "The inner product of vectors, the matrix product of matrices, a times b of plain numbers.",
        formula: #"\sum_i a_i b_i"#, [.tensor("a"), .tensor("b")],
        examples: ["dot([1, 2], [3, 4])  #> 11"], refuses: ["inner sizes that differ"], numpy: "np.dot(a, b)",
        related: ["matmul", "outer"],
        sample: { [.tensor(try Samples.numbers([4], &$0)), .tensor(try Samples.numbers([4], &$0))] },
        body: .composed { arguments in
            let (a, b) = (arguments.tensor(0), arguments.tensor(1))
            if a.isPlainNumber || b.isPlainNumber { return [try multiply(arguments[0], arguments[1])] }
            if b.rank <= 2 { return [try matmul(arguments[0], arguments[1])] }
            // NumPy's rule for more axes: the last of a meets the last but one of b.
            let order = [b.rank - 2] + b.shape.indices.filter { $0 != b.rank - 2 }
            let moved = try transpose(arguments[1], .wholes(order))
            guard a.shape[a.rank - 1] == moved.shape[0] else { throw ShapeProblem.matmul(a.shape, b.shape) }
            let columns = moved.shape.elementCount(from: 1)
            let flat = try reshape(.tensor(moved), .wholes([moved.shape[0], columns]))
            let sizes = a.shape.dropLast() + moved.shape.dropFirst()
            return [try reshape(.tensor(matmul(arguments[0], .tensor(flat))), .wholes(Array(sizes)))]
        })

    public static let outer = Primitive(
        "outer", .linear, "Each element of a times each element of b: a matrix with a row for each element of a.",
        formula: #"c_{ij} = a_i b_j"#, [.tensor("a"), .tensor("b")],
        examples: ["outer([1, 2], [3, 4])  #> [[3, 4], [6, 8]]"], numpy: "np.outer(a, b)",
        related: ["dot", "matmul"],
        sample: { [.tensor(try Samples.numbers([3], &$0)), .tensor(try Samples.numbers([4], &$0))] },
        body: .composed { arguments in
            let column = try reshape(arguments[0], .wholes([arguments.tensor(0).count, 1]))
            let row = try reshape(arguments[1], .wholes([1, arguments.tensor(1).count]))
            // As a product of matrices, because one element is never stretched to none.
            if column.count == 0 || row.count == 0 { return [try matmul(.tensor(column), .tensor(row))] }
            return [try multiply(.tensor(column), .tensor(row))]
        })

    private static let offset = Parameter("k", .whole, default: .whole(0))

    public static let diag: Primitive = Primitive(
        "diag", .linear,
        "The diagonal of a matrix as a vector, or the matrix with a vector as its diagonal; k moves it.",
        [.tensor(), offset],
        examples: ["diag([[1, 2], [3, 4]])  #> [1, 4]", "diag([1, 2])  #> [[1, 0], [0, 2]]"],
        refuses: ["more than two axes"], numpy: "np.diag(x, k)", related: ["eye", "trace_of"],
        gradient: .moves { try diag.result($0) },
        sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .whole(1)] },
        body: .kernel(
            { arguments in
                let x = arguments.tensor(0)
                let diagonal = try Diagonal(x.shape, offset: arguments.whole(1))
                return TensorType(x.rank == 1 ? diagonal.matrix : [diagonal.length], x.dtype)
            },
            { arguments, result in
                let x = arguments.tensor(0)
                let diagonal = try Diagonal(x.shape, offset: arguments.whole(1))
                if x.rank == 2 { return x.gather(into: result, steps: [diagonal.step], offset: diagonal.start) }
                result.fill(with: 0)
                result.scatter(x, steps: [diagonal.step], offset: diagonal.start)
            }))

    public static let traceOf = Primitive(
        "trace_of", .linear, "The sum of the diagonal of a matrix.", formula: #"\sum_i x_{ii}"#, [.tensor()],
        examples: ["trace_of([[1, 2], [3, 4]])  #> 5"], refuses: ["anything but matrices"], numpy: "np.trace(x)",
        related: ["diag", "det"], sample: { [.tensor(try Samples.numbers([3, 4], &$0))] },
        body: .composed { arguments in
            let shape = arguments.tensor(0).shape
            guard shape.rank == 2 else { throw ShapeProblem.rank(operation: "trace_of", wants: "matrices", shape) }
            return [try sum(.tensor(diag(arguments[0], .whole(0))), .none, .flag(false))]
        })
}

/// Where the diagonal of a matrix lies, or of the matrix that a vector makes.
private struct Diagonal {
    let matrix: Shape
    let length: Int
    let start: Int
    let step: Int

    init(_ shape: Shape, offset: Int) throws {
        guard shape.rank == 1 || shape.rank == 2 else {
            throw ShapeProblem.rank(operation: "diag", wants: "vectors and matrices", shape)
        }
        // Beyond every axis all offsets are alike, and small ones cannot overflow.
        guard offset.magnitude <= Int32.max else { throw LimitProblem.size("an offset of \(offset)") }
        if shape.rank == 1 {
            let side = shape[0] + Int(offset.magnitude)
            matrix = try Shape(checking: [side, side])
        } else {
            matrix = shape
        }
        let (rows, columns) = (matrix[0], matrix[1])
        length = Swift.max(0, Swift.min(rows + Swift.min(offset, 0), columns - Swift.max(offset, 0)))
        start = length == 0 ? 0 : offset >= 0 ? offset : -offset * columns
        step = columns + 1
    }
}

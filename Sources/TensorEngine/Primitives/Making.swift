/// Tensors from sizes and numbers.
extension Primitive {
    static let making: [Primitive] = [
        zeros, ones, full, eye, arange, linspace, zerosLike, onesLike, oneHot, tril, triu, meshgrid,
    ]

    static let isConstant = Gradient.none(because: "it does not depend on any number")

    public static let zeros = constant(
        "zeros", "A tensor of this shape, all 0.", 0, examples: ["zeros(2, 3)  #> [[0, 0, 0], [0, 0, 0]]"],
        numpy: "np.zeros(shape)", related: ["ones", "full", "zeros_like"])
    public static let ones = constant(
        "ones", "A tensor of this shape, all 1.", 1, examples: ["ones(3)  #> [1, 1, 1]"], numpy: "np.ones(shape)",
        related: ["zeros", "full", "ones_like"])

    private static func constant(
        _ name: String, _ summary: String, _ value: Double, examples: [String], numpy: String, related: [String]
    ) -> Primitive {
        Primitive(
            name, .make, summary, [Parameter("shape", .shape), .dtype], examples: examples, numpy: numpy,
            related: related, gradient: isConstant, sample: { _ in [.shape([2, 3]), .none] },
            body: .kernel(
                { TensorType($0.shape(0), $0.dtype(1) ?? .float64) },
                { $1.fill(with: value) }))
    }

    public static let full = Primitive(
        "full", .make, "A tensor of this shape, all value; a value with axes is repeated to fill it.",
        [Parameter("shape", .shape), .tensor("value"), .dtype],
        examples: ["full((2, 2), 7)  #> [[7, 7], [7, 7]]"], refuses: ["a value that does not stretch to the shape"],
        numpy: "np.full(shape, value)", related: ["zeros", "ones"], gradient: .linear { _, upstream, _ in upstream },
        sample: { [.shape([2, 3]), .tensor(try Samples.numbers([3], &$0)), .none] },
        body: .kernel(
            { arguments in
                let (shape, value) = (arguments.shape(0), arguments.tensor(1))
                guard value.shape.stretches(to: shape) else {
                    throw ShapeProblem.write(value: value.shape, place: shape)
                }
                return TensorType(shape, value.dtype == .bool ? .bool : arguments.dtype(2) ?? value.dtype)
            },
            { arguments, result in
                let value = try arguments.tensor(1).converted(to: result.dtype)
                value.gather(into: result, steps: value.shape.steps(stretchedTo: result.shape))
            }))

    public static let zerosLike = like(
        "zeros_like", "Zeros of the shape and dtype of x.", 0, examples: ["zeros_like([1, 2])  #> [0, 0]"],
        numpy: "np.zeros_like(x)", related: ["zeros"])
    public static let onesLike = like(
        "ones_like", "Ones of the shape and dtype of x.", 1, examples: ["ones_like([3, 4])  #> [1, 1]"],
        numpy: "np.ones_like(x)", related: ["ones"])

    private static func like(
        _ name: String, _ summary: String, _ value: Double, examples: [String], numpy: String, related: [String]
    ) -> Primitive {
        Primitive(
            name, .make, summary, [.tensor()], examples: examples, numpy: numpy, related: related,
            gradient: .zero, sample: { [.tensor(try Samples.numbers([2, 3], &$0))] },
            body: .kernel(
                { TensorType($0.tensor(0).shape, $0.tensor(0).dtype) },
                { $1.fill(with: value) }))
    }

    public static let eye = Primitive(
        "eye", .make, "The identity matrix (n, n), or (n, m) with ones on its diagonal.",
        [Parameter("n", .whole), Parameter("m", .whole, default: Argument.none), .dtype],
        examples: ["eye(2)  #> [[1, 0], [0, 1]]"], numpy: "np.eye(n, m)", related: ["diag"], gradient: isConstant,
        sample: { _ in [.whole(3), .whole(4), .none] },
        body: .kernel(
            { arguments in
                let n = arguments.whole(0)
                let shape = try Shape(checking: [n, arguments.optionalWhole(1) ?? n])
                return TensorType(shape, arguments.dtype(2) ?? .float64)
            },
            { _, result in
                result.fill(with: 0)
                for i in 0..<Swift.min(result.shape[0], result.shape[1]) {
                    result.setElement(i * (result.shape[1] + 1), to: 1)
                }
            }))

    public static let oneHot = Primitive(
        "one_hot", .make, "A row of zeros with a 1 at the label, for each of labels: shape (..., classes).",
        [.tensor("labels"), Parameter("classes", .whole), .dtype],
        examples: ["one_hot([0, 2], 3)  #> [[1, 0, 0], [0, 0, 1]]"],
        refuses: ["labels that are not whole numbers from 0 to below classes"],
        numpy: "np.eye(classes)[labels.astype(int)]", gradient: .none(because: "labels do not change gradually"),
        sample: { [.tensor(try $0.randint(0, 4, [3])), .whole(4), .none] },
        body: .kernel(
            { arguments in
                let (labels, classes) = (arguments.tensor(0), arguments.whole(1))
                let shape = try Shape(checking: Array(labels.shape) + [classes])
                for label in labels.elements where !(label >= 0 && label < Double(classes) && label == label.rounded())
                {
                    throw ValueProblem.label(label, classes: classes)
                }
                return TensorType(shape, arguments.dtype(2) ?? .float64)
            },
            { arguments, result in
                let (labels, classes) = (arguments.tensor(0), arguments.whole(1))
                result.fill(with: 0)
                for row in 0..<labels.count { result.setElement(row * classes + Int(labels.element(row)), to: 1) }
            }))

    public static let tril = triangle(
        "tril", "x with zeros above its diagonal, or above the k-th one over it.",
        examples: ["tril([[1, 2], [3, 4]])  #> [[1, 0], [3, 4]]"], numpy: "np.tril(x, k)", related: ["triu"],
        keeps: { column, row, k in column - row <= k })
    public static let triu = triangle(
        "triu", "x with zeros below its diagonal, or below the k-th one over it.",
        examples: ["triu([[1, 2], [3, 4]])  #> [[1, 2], [0, 4]]"], numpy: "np.triu(x, k)", related: ["tril"],
        keeps: { column, row, k in column - row >= k })

    /// Of the last two axes, like NumPy's: a stack of matrices gives a stack of triangles.
    private static func triangle(
        _ name: String, _ summary: String, examples: [String], numpy: String, related: [String],
        keeps: @escaping @Sendable (_ column: Int, _ row: Int, _ k: Int) -> Bool
    ) -> Primitive {
        Primitive(
            name, .make, summary, [.tensor(), Parameter("k", .whole, default: .whole(0))], examples: examples,
            refuses: ["vectors"], numpy: numpy, related: related,
            gradient: .linear { call, upstream, _ in try named(name)?(.tensor(upstream), call.arguments[1]) },
            sample: { [.tensor(try Samples.numbers([3, 4], &$0)), .whole(1)] },
            body: .kernel(
                { arguments in
                    let x = arguments.tensor(0)
                    guard x.rank >= 2 else {
                        throw ShapeProblem.rank(operation: name, wants: "matrices", x.shape)
                    }
                    return TensorType(x.shape, x.dtype)
                },
                { arguments, result in
                    let (x, k) = (arguments.tensor(0), arguments.whole(1))
                    let (rows, columns) = (x.shape[x.rank - 2], x.shape[x.rank - 1])
                    x.copy(into: result)
                    for position in 0..<x.count
                    where !keeps(position % columns, position / columns % rows, k) {
                        result.setElement(position, to: 0)
                    }
                }))
    }

    public static let meshgrid = Primitive(
        "meshgrid", .make, "Coordinates of a grid: one tensor for each vector, repeated over the others.",
        [
            Parameter("vectors", .tensors, variadic: true),
            Parameter("indexing", .choice(["xy", "ij"]), default: .choice("xy"), keywordOnly: true),
        ],
        examples: ["meshgrid([1, 2], [3, 4])  #> ([[1, 2], [1, 2]], [[3, 3], [4, 4]])"],
        refuses: ["anything but vectors"], numpy: "np.meshgrid(*vectors, indexing=indexing)",
        givesTuple: true,
        sample: { [.tensors([try Samples.numbers([2], &$0), try Samples.numbers([3], &$0)]), .choice("xy")] },
        body: .composed { arguments in
            let vectors = arguments.tensors(0)
            for vector in vectors where vector.rank != 1 {
                throw ShapeProblem.rank(operation: "meshgrid", wants: "vectors", vector.shape)
            }
            // "xy" counts columns first: the first two axes change places.
            var axes = Array(vectors.indices)
            if arguments.choice(1) == "xy", axes.count > 1 { axes.swapAt(0, 1) }
            var sizes = [Int](repeating: 1, count: axes.count)
            for (vector, axis) in zip(vectors, axes) { sizes[axis] = vector.count }
            let shape = try Shape(checking: sizes)
            return try zip(vectors, axes).map { vector, axis in
                var lying = [Int](repeating: 1, count: axes.count)
                lying[axis] = vector.count
                let line = try reshape(.tensor(vector), .wholes(lying))
                return try full(.shape(shape), .tensor(line), .dtype(line.dtype))
            }
        })
}

extension Tensor {
    /// For a kernel whose result nobody has seen yet.
    package func fill(with value: Double) {
        switch dtype {
        case .bool: mutablePointer(UInt8.self).update(repeating: value == 0 ? 0 : 1, count: count)
        case .float32: mutablePointer(Float.self).update(repeating: Float(value), count: count)
        case .float64: mutablePointer(Double.self).update(repeating: value, count: count)
        }
    }
}

import TensorEngine

extension Builtin {
    static let tracing: [Builtin] = [
        Builtin(
            "trace(operation, *arguments, at, of=\"output\")", "Signals",
            "How one element of a convolution or a pool comes about: the window, the kernel, the products and their sum; with of=\"input\" which elements of the result one element of the image reaches.",
            examples: [
                "trace(conv2d, [[1, 2], [3, 4]], [[1, 0], [0, 1]], at=(0, 0)).value  #> 5",
                "trace(max_pool2d, [[1, 2, 3, 4], [5, 6, 7, 8]], 2, at=(0, 1)).window  #> [[3, 4], [7, 8]]",
                "trace(conv2d, ones(3, 3), ones(2, 2), at=(1, 1), of=\"input\").outputs  #> [[0, 0], [0, 1], [1, 0], [1, 1]]",
            ]
        ) { call in
            let operation = try call.value("operation")
            guard case .builtin(let builtin) = operation, case .primitive(let primitive) = builtin.body else {
                throw TraceProblem.operation(operation.kind)
            }
            let of = try call.keyword("of").map { try call.string($0, "of") } ?? "output"
            guard of == "output" || of == "input" else {
                throw WordProblem(function: "trace", parameter: "of", given: of, words: ["output", "input"])
            }
            guard let at = call.keyword("at") else { throw TraceProblem.place(of: of, shape: nil) }
            let machine = call.machine
            let arguments = try Binding(machine: machine, primitive: primitive).arguments(call.rest(), call.allNamed())
            guard let reading = try primitive.windows(arguments) else { throw TraceProblem.operation(builtin.name) }
            if arguments.values.contains(where: \.isTraced) {
                throw GradProblem.none(operation: "trace", because: "it draws numbers; \(builtin.name) itself can be differentiated")
            }
            let result = try primitive(arguments)[0]
            let x = arguments.tensor(0)
            let shape = of == "input" ? x.shape : result.shape
            let place = try machine.place(at, for: shape, of: of)
            return .view(
                of == "input"
                    ? try PathTrace(reading, from: place, x: x, result: result, digits: machine.digits).view
                    : try WindowTrace(reading, at: place, result: result, digits: machine.digits).view)
        }
    ]
}

extension Machine {
    /// The indexes of one element: a number for a vector, else a tuple.
    fileprivate func place(_ value: Value, for shape: Shape, of side: String) throws -> [Int] {
        let items = value.currentNumber == nil ? try items(of: value) : [value]
        guard items.count == shape.rank, items.allSatisfy({ $0.currentNumber != nil }) else {
            throw TraceProblem.place(of: side, shape: shape)
        }
        return try items.map { try whole($0.currentNumber ?? 0) }
    }
}

/// What `trace` cannot draw.
enum TraceProblem: Problem {
    /// Not an operation with a window: its name or kind.
    case operation(String)
    case place(of: String, shape: Shape?)

    var code: String {
        switch self {
        case .operation: "type-trace"
        case .place: "call-place"
        }
    }

    var sentence: String {
        switch self {
        case .operation(let name): "trace follows a window over an image, and \(name) has none"
        case .place(let side, nil): "trace needs `at`, the place of one element of the \(side)"
        case .place(let side, let shape?): "the \(side) is \(shape), so `at` takes \(shape.rank == 1 ? "1 index" : "\(shape.rank) indexes")"
        }
    }

    var reasons: [String] {
        switch self {
        case .operation:
            ["it knows " + Primitive.allCases.filter(\.hasWindows).map(\.name).joined(separator: ", ")]
        case .place(_, nil): ["at=(row, column) of an image, at=(channel, row, column) where there are channels"]
        case .place(_, let shape?):
            ["at=(" + shape.map { "0..\($0 - 1)" }.joined(separator: ", ") + (shape.rank == 1 ? ",)" : ")")]
        }
    }
}

extension Argument {
    fileprivate var isTraced: Bool { if case .tensor(let tensor) = self { tensor.isTraced } else { false } }
}

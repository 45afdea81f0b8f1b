import TensorEngine

extension Builtin {
    /// Functions to functions, as in JAX: `grad(f)` is a function of the same arguments.
    static let derivatives: [Builtin] = [
        transform(
            "grad(f, wrt=None)",
            "The gradient of a function that gives one number, by its first argument or those that wrt names.",
            examples: [
                "grad(x -> x**3)(2)  #> 12",
                "f(x1, x2) = ln(x1) + x1*x2 - sin(x2)\ngrad(f, wrt=\"all\")(2, 5)  #> (5.5, 1.7163)",
                "grad(W -> sum(W**2))([[1, 2], [3, 4]])  #> [[2, 4], [6, 8]]",
                "grad(grad(x -> x**3))(2)  #> 12",
            ]
        ) { call in try call.result(try valueAndGrad(call.number)(call.tensors).gradients) },
        transform(
            "value_and_grad(f, wrt=None)", "A function's value together with its gradient, from one run.",
            examples: ["value_and_grad(x -> x**2)(3)  #> (9, 6)"]
        ) { call in
            let (value, gradients) = try valueAndGrad(call.number)(call.tensors)
            return .tuple(try Tuple([Value(try value.withoutTape), try call.result(gradients)]))
        },
        transform(
            "jacobian(f, wrt=None)",
            "The derivative of every element of the result by every element of the argument: the axes of the result, then those of the argument.",
            examples: [
                "jacobian(x -> x**2)([1, 2])  #> [[2, 0], [0, 4]]",
                "jacobian(softmax)([0, 0])  #> [[0.25, -0.25], [-0.25, 0.25]]",
            ]
        ) { call in try call.result(try jacobian(call.tensor)(call.tensors)) },
        transform(
            "hessian(f, wrt=None)", "All second derivatives of a function that gives one number: the axes of the argument twice.",
            examples: ["hessian(x -> x[0]**2 * x[1])([1, 2])  #> [[4, 2], [2, 0]]"]
        ) { call in
            let rows = try call.tensors.indices.map { row in
                try call.result(try jacobian { try valueAndGrad(call.number)($0).gradients[row] }(call.tensors))
            }
            return try call.result(rows)
        },
        numgrad, vjp, jvp, gradcheck, backprop, terms,
    ]

    /// A builtin that takes a function and `wrt=` and gives a function.
    private static func transform(
        _ signature: String, _ summary: String, examples: [String],
        _ body: @escaping @Sendable (DifferentiatedCall) throws -> Value
    ) -> Builtin {
        let transform = String(signature.prefix { $0 != "(" })
        return Builtin(signature, "Derivatives", summary, examples: examples) { call in
            let function = try call.function("f")
            let wrt = try call.optional("wrt")
            let words = wrt.map { ", wrt=" + call.machine.oneLine($0) } ?? ""
            return DerivedFunction.made(of: function, by: transform, settings: words) { function, machine, positional, named in
                try body(try DifferentiatedCall(machine, transform, function, wrt: wrt, positional, named))
            }
        }
    }

    private static let numgrad = Builtin(
        "numgrad(f, h=1e-06, method=\"central\", wrt=None)", "Derivatives",
        "The gradient by difference quotients, in float64: (f(x + h) - f(x - h)) / 2h, or (f(x + h) - f(x)) / h with method=\"forward\".",
        examples: [
            "numgrad(x -> x**2)(3)  #> 6.0000", "numgrad(x -> x**2, h=0.1, method=\"forward\")(3)  #> 6.1000",
        ]
    ) { call in
        let function = try call.function("f")
        let h = try call.optional("h").map { try call.number($0, "h") } ?? 1e-6
        let word = try call.optional("method").map { try call.string($0, "method") } ?? "central"
        guard let method = DifferenceMethod(rawValue: word) else { throw DerivativeProblem.method(word) }
        let wrt = try call.optional("wrt")
        return DerivedFunction.made(of: function, by: "numgrad") { function, machine, positional, named in
            let call = try DifferentiatedCall(machine, "numgrad", function, wrt: wrt, positional, named)
            let quotient = GradProblem.none(operation: "numgrad", because: "differences of rounded numbers have no derivative worth the name; grad(grad(f)) has")
            if call.tensors.contains(where: \.isTraced) { throw quotient }
            let number = { (tensors: [Tensor]) throws -> Tensor in
                let value = try call.number(at: tensors)
                // by way of what the function took along
                if value.isTraced { throw quotient }
                return value
            }
            return try call.result(try numericGradients(number, at: call.tensors, h: h, method: method))
        }
    }

    private static let vjp = Builtin(
        "vjp(f, x, g)", "Derivatives",
        "A function's value, and what reaches x when g reaches the value: g times the Jacobian; several arguments stand in a tuple.",
        examples: [
            "vjp(x -> x**2, [1, 2], [1, 10])  #> ([1, 4], [2, 40])", "vjp((x, y) -> x * y, (2, 3), 5)  #> (6, (15, 10))",
        ]
    ) { call in
        let (direct, upstream) = try directional("vjp", &call, "g")
        var outputs: TensorTree?
        let pullback = try Pullback(
            { tensors in
                let tree = try direct.tree(at: tensors)
                outputs = tree
                return tree.tensors
            }, direct.tensors)
        guard let outputs else { return .none }
        let seeds = try outputs.tensors(of: upstream, named: "g", call.machine)
        let value = try outputs.filled(try pullback.values.map { try $0.withoutTape }, dtype: call.machine.dtype)
        return .tuple(try Tuple([value, try direct.result(try pullback(seeds))]))
    }

    private static let jvp = Builtin(
        "jvp(f, x, v)", "Derivatives",
        "A function's value, and how fast it changes when x moves along v: the Jacobian times v; several arguments stand in a tuple.",
        examples: [
            "jvp(x -> x**2, [1, 2], [1, 0])  #> ([1, 4], [2, 0])", "jvp((x, y) -> x * y, (2, 3), (1, 0))  #> (6, 3)",
        ]
    ) { call in
        let (direct, direction) = try directional("jvp", &call, "v")
        let tangents = try direct.tensors(of: direction, named: "v")
        var outputs: TensorTree?
        let (values, products) = try TensorEngine.jvp(
            { tensors in
                let tree = try direct.tree(at: tensors)
                outputs = tree
                return tree.tensors
            }, direct.tensors, tangents)
        guard let outputs else { return .none }
        let parts = try [values, products].map { part in
            try outputs.filled(try part.map { try $0.withoutTape }, dtype: call.machine.dtype)
        }
        return .tuple(try Tuple(parts))
    }

    /// The call that `vjp(f, x, g)` and `jvp(f, x, v)` state, and their last argument.
    private static func directional(
        _ name: String, _ call: inout BuiltinCall, _ last: String
    ) throws -> (call: DifferentiatedCall, direction: Value) {
        let function = try call.function("f")
        let x = try call.value("x")
        let direction = try call.value(last)
        if case .tuple(let tuple) = x, function.parameterNames.count != 1 {
            return (try DifferentiatedCall(call.machine, name, function, wrt: .text(Text("all")), tuple.items, []), direction)
        }
        return (try DifferentiatedCall(call.machine, name, function, wrt: nil, [x], []), direction)
    }
}

extension TensorTree {
    /// The tensors of a value that stands for one of this form: what arrives at it, or where it moves.
    fileprivate func tensors(of other: Value, named name: String, _ machine: Machine) throws -> [Tensor] {
        try tensors(of: other, beside: value, name, machine)
    }

    private func tensors(of other: Value, beside own: Value, _ name: String, _ machine: Machine) throws -> [Tensor] {
        func mismatch() -> any Error { DerivativeProblem.tree(what: name, wanted: own.outline, given: other.outline) }
        switch own {
        case .tuple(let tuple):
            guard case .tuple(let others) = other, others.items.count == tuple.items.count else { throw mismatch() }
            return try zip(tuple.items, others.items).flatMap { try tensors(of: $1, beside: $0, name, machine) }
        case .list(let list):
            let items = try other.isTree || other.isTensor ? machine.items(of: other) : []
            guard items.count == list.items.count else { throw mismatch() }
            return try zip(list.items, items).flatMap { try tensors(of: $1, beside: $0, name, machine) }
        case .dictionary(let dictionary):
            guard case .dictionary(let others) = other, others.keys.count == dictionary.keys.count else { throw mismatch() }
            return try dictionary.keys.flatMap { key in
                guard let part = others[key] else { throw mismatch() }
                return try tensors(of: part, beside: dictionary[key] ?? .none, name, machine)
            }
        default:
            guard let tensor = try machine.tensorOperand(other) else { throw mismatch() }
            return [tensor]
        }
    }
}

extension DifferentiatedCall {
    /// One tensor for each leaf of the chosen arguments.
    fileprivate func tensors(of direction: Value, named name: String) throws -> [Tensor] {
        guard givesTuple else { return try trees[0].tensors(of: direction, named: name, machine) }
        guard case .tuple(let tuple) = direction, tuple.items.count == trees.count else {
            throw DerivativeProblem.tree(what: name, wanted: "a tuple of \(trees.count)", given: direction.outline)
        }
        return try zip(trees, tuple.items).flatMap { try $0.tensors(of: $1, named: name, machine) }
    }
}

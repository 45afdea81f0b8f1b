import TensorEngine

extension Builtin {
    /// The names that may stand after `check`, in the order in which help lists them.
    package static let checks: [Builtin] = [
        check(
            "shift_equivariant(f, x, shift=1, wrap=False)",
            "f of the shifted x is f(x), shifted: zeros come in, or with wrap=True what left.",
            [
                "check shift_equivariant(x -> 2*x, [1, 2, 3, 4])  #> holds",
                "check shift_equivariant(x -> cumsum(x), [1, 2, 3, 4], shift=1, wrap=True)  #> fails: ...",
            ]
        ) { call in
            let (f, x) = (try call.function("f"), try call.value("x"))
            let shift = try call.shift()
            let (one, other) = (try call.apply(f, try shift.of(x, &call)), try call.apply(f, x))
            guard let unshifted = try call.machine.tensorOperand(other), unshifted.rank >= max(1, shift.rank) else {
                return .fails("f(x) is \(other.outline), which has no rows and columns to shift")
            }
            return try call.machine.verdict(one, try shift.of(other, &call), call.builtin.name)
        },
        check(
            "shift_invariant(f, x, shift=1, wrap=False)", "f of the shifted x is f(x).",
            ["check shift_invariant(x -> max(x), [0, 3, 1, 0], shift=1)  #> holds"]
        ) { call in
            let (f, x) = (try call.function("f"), try call.value("x"))
            let shift = try call.shift()
            return try call.machine.verdict(
                try call.apply(f, try shift.of(x, &call)), try call.apply(f, x), call.builtin.name)
        },
        check(
            "linear(f, x, y, a=2, b=-3)", "f(a*x + b*y) is a*f(x) + b*f(y).",
            [
                "check linear(x -> conv1d(x, [1, -1]), [1, 2, 4], [0, 5, 1])  #> holds",
                "check linear(x -> x + 1, 1, 2)  #> fails: -3 differs from -5; f(0) is not 0",
            ]
        ) { call in try call.linearVerdict() },
        check(
            "commutes(f, g, x)", "f(g(x)) is g(f(x)).",
            [
                "check commutes(relu, x -> max_pool2d(x, 2), [[1, -2], [-3, -4]])  #> holds",
                "check commutes(x -> x + 1, x -> 2*x, 3)  #> fails: 7 differs from 8",
            ]
        ) { call in
            let (f, g, x) = (try call.function("f"), try call.function("g"), try call.value("x"))
            let (one, other) = (try call.apply(f, try call.apply(g, x)), try call.apply(g, try call.apply(f, x)))
            return try call.machine.verdict(one, other, call.builtin.name)
        },
        check(
            "adjoint(f, g, x, y)", "dot(f(x), y) is dot(x, g(y)): g takes back through f what comes in at its output.",
            ["A = [[1, 2, 3], [4, 5, 6]]\ncheck adjoint(x -> A @ x, y -> A.T @ y, [1, 0, 2], [5, 7])  #> holds"]
        ) { call in try call.adjointVerdict() },
        check(
            "same_function(f, g, shape=())",
            "f and g agree, 1e-9 relative, at 100 random points (of this shape) where both have values.",
            [
                "check same_function(x -> sin(2*x), x -> 2*sin(x)*cos(x))  #> holds",
                "check same_function(x -> log(x**2), x -> 2*log(x))  #> holds",
            ]
        ) { call in try call.sameFunctionVerdict() },
    ]

    package static func check(named name: String) -> Builtin? { checks.first { $0.name == name } }

    private static func check(
        _ signature: String, _ summary: String, _ examples: [String],
        body: @escaping @Sendable (inout BuiltinCall) throws -> CheckVerdict
    ) -> Builtin {
        Builtin(signature, "Checks", summary, examples: examples) { call in
            .view(try body(&call).view(call.builtin.name))
        }
    }
}

extension BuiltinCall {
    func apply(_ function: Value, _ arguments: Value...) throws -> Value { try machine.call(function, arguments) }

    // MARK: Shifts

    /// A move of the last axes, with zeros or with what left on the other side.
    struct Shifting {
        var amount: Value
        /// How many axes it moves; 0 if one amount is meant for each that there is.
        var rank: Int
        var wraps: Bool

        func of(_ x: Value, _ call: inout BuiltinCall) throws -> Value {
            var amount = amount
            if rank == 0, let tensor = try call.machine.tensorOperand(x), tensor.rank > 1 {
                amount = .tuple(try Tuple([amount, amount]))
            }
            let move: Primitive = wraps ? .roll : .shift
            let binding = Binding(machine: call.machine, primitive: move)
            return try call.machine.value(of: move, try binding.arguments([x, amount], []))
        }
    }

    mutating func shift() throws -> Shifting {
        let amount = try optional("shift") ?? .number(1)
        let wraps = try optional("wrap").map { try machine.truth($0) } ?? false
        let rank = if case .number = amount.settled { 0 } else { try machine.items(of: amount).count }
        return Shifting(amount: amount, rank: rank, wraps: wraps)
    }

    // MARK: Linearity

    mutating func linearVerdict() throws -> CheckVerdict {
        let (f, x, y) = (try function("f"), try value("x"), try value("y"))
        let a = try optional("a") ?? .number(2)
        let b = try optional("b") ?? .number(-3)
        func combined(_ x: Value, _ y: Value) throws -> Value {
            try machine.binary(.add, try machine.binary(.multiply, a, x), try machine.binary(.multiply, b, y))
        }
        let verdict = try machine.verdict(
            try apply(f, try combined(x, y)), try combined(try apply(f, x), try apply(f, y)), builtin.name)
        guard case .fails(let why) = verdict else { return verdict }
        let ofNothing = try apply(f, try machine.binary(.multiply, .number(0), x))
        let isZero = try machine.leaves(of: ofNothing)?.allSatisfy { leaf in
            (0..<leaf.tensor.count).allSatisfy { leaf.tensor.element($0) == 0 }
        }
        return .fails(why + (isZero == false ? "; f(0) is not 0" : ""))
    }

    // MARK: Adjoints

    mutating func adjointVerdict() throws -> CheckVerdict {
        let (f, g, x, y) = (try function("f"), try function("g"), try value("x"), try value("y"))
        let (forward, back) = (try apply(f, x), try apply(g, y))
        for (name, result) in [("f", forward), ("g", back)] where try machine.leaves(of: result) == nil {
            throw KindProblem.argument(
                function: builtin.name, parameter: name, wanted: "a function that gives numbers",
                given: "one that gives \(result.kind)")
        }
        guard let left = try product("f(x)", forward, "y", y), let right = try product("x", x, "g(y)", back) else {
            throw wrong("x", "numbers and tensors", x)
        }
        switch (left, right) {
        case (.success(let a), .success(let b)):
            // the products may nearly cancel: what counts is how large they were
            if abs(a.sum - b.sum) <= 1e-9 * max(a.size, b.size) { return .holds }
            let (one, other) = distinctTexts(a.sum, b.sum)
            return .fails("dot(f(x), y) is \(one) and dot(x, g(y)) is \(other)")
        case (.failure(let unlike), _), (_, .failure(let unlike)): return .fails(unlike.sentence)
        }
    }

    private struct UnlikeShapes: Error {
        var sentence: String
    }

    /// The sum of all products, and of their magnitudes; nil if one holds something else than numbers.
    private func product(
        _ leftName: String, _ left: Value, _ rightName: String, _ right: Value
    ) throws -> Result<(sum: Double, size: Double), UnlikeShapes>? {
        guard let a = try machine.leaves(of: left), let b = try machine.leaves(of: right) else { return nil }
        guard a.map(\.path) == b.map(\.path), a.map(\.tensor.shape) == b.map(\.tensor.shape) else {
            return .failure(
                UnlikeShapes(sentence: "\(leftName) is \(left.outline), but \(rightName) is \(right.outline)"))
        }
        var (sum, size) = (0.0, 0.0)
        for (one, other) in zip(a, b) {
            for position in 0..<one.tensor.count {
                let term = one.tensor.element(position) * other.tensor.element(position)
                sum += term
                size += abs(term)
            }
        }
        return .success((sum, size))
    }
}

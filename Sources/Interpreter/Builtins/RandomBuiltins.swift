import TensorEngine

extension Builtin {
    /// Samples of the session's generator.
    static let random: [Builtin] = [
        drawing("rand(*shape)", "Numbers from 0 to below 1, each as likely as the other.", ["seed(0); rand(2).shape  #> (2,)"]) { call in
            let shape = try call.shape()
            return Value(try call.machine.session.random.rand(shape, call.machine.dtype))
        },
        drawing("randn(*shape)", "Numbers of the normal distribution with mean 0 and deviation 1.", ["seed(0); randn(2, 3).shape  #> (2, 3)"]) { call in
            let shape = try call.shape()
            return Value(try call.machine.session.random.randn(shape, call.machine.dtype))
        },
        drawing("randint(low, high, shape)", "Whole numbers from low to before high.", ["seed(0); max(randint(0, 3, (50,))) < 3  #> True"]) { call in
            let low = try call.whole("low")
            let high = try call.whole("high")
            let shape = try call.shape()
            return Value(try call.machine.session.random.randint(low, high, shape, call.machine.dtype))
        },
        drawing("permutation(n)", "The numbers 0 to n-1 in random order.", ["seed(0); sort(permutation(4))  #> [0, 1, 2, 3]"]) { call in
            let count = try call.whole("n")
            guard count >= 0 else { throw call.wrong("n", "a count", .number(Double(count))) }
            let length = try Shape(checking: [count]).elementCount
            try call.machine.hold(2 * length * MemoryLayout<Int>.stride)
            return .tensor(try Tensor([count], call.machine.session.random.permutation(count).map(Double.init), dtype: call.machine.dtype))
        },
        drawing("choice(xs, n=None)", "A random item, or n of them.", ["seed(0); choice([7, 7])  #> 7"]) { call in
            let items = try call.machine.items(of: try call.value("xs"))
            guard !items.isEmpty else { throw ListProblem.range(index: 0, count: 0, kind: "a list") }
            guard let count = try call.optional("n") else { return items[call.machine.session.random.whole(below: items.count)] }
            let wanted = max(0, try call.whole(count, "n"))
            try call.machine.hold(Footprint.values(try Shape(checking: [wanted]).elementCount))
            let chosen = (0..<wanted).map { _ in items[call.machine.session.random.whole(below: items.count)] }
            return try bracketed(chosen, dtype: call.machine.dtype)
        },
        Builtin("seed(n)", "Make", "Starts the random numbers anew.", examples: ["seed(7); a = rand(3); seed(7); expect a == rand(3)"]) { call in
            let seed = try call.whole("n")
            call.machine.session.random = RandomNumbers(seed: UInt64(bitPattern: Int64(seed)))
            return .none
        },
    ]

    private static func drawing(
        _ signature: String, _ summary: String, _ examples: [String], body: @escaping @Sendable (inout BuiltinCall) throws -> Value
    ) -> Builtin {
        Builtin(signature, "Make", summary, examples: examples, drawsRandomNumbers: true, body: body)
    }
}

import TensorEngine

extension Builtin {
    /// Reductions that Python also uses on several arguments.
    static let reductions: [Builtin] = [extremum("max", "largest", .max) { $0 > $1 }, extremum("min", "smallest", .min) { $0 < $1 }]

    /// `max(x, axis=...)` of a tensor, `max(a, b)` of plain numbers; libraries disagree about `max(0, x)`.
    private static func extremum(
        _ name: String, _ adjective: String, _ primitive: Primitive, _ wins: @escaping @Sendable (Double, Double) -> Bool
    ) -> Builtin {
        let example = name == "max" ? ["max([1, 5, 2])  #> 5", "max([[1, 2], [3, 0]], axis=1)  #> [2, 3]", "max(3, 7)  #> 7"]
            : ["min([4, 1, 2])  #> 1", "min([[1, 2], [3, 0]], axis=1)  #> [1, 0]", "min(3, 7)  #> 3"]
        return Builtin(
            "\(name)(x, *, axis=None, keepdims=False)", "Reduce",
            "The \(adjective) element of a tensor, along axis if it is given, or the \(adjective) of several plain numbers.",
            examples: example
        ) { call in
            let values = call.rest()
            guard values.count > 1 else { return try reduced(primitive, values, &call) }
            let numbers = try values.map { value -> Double in
                if case .tensor = value { throw ReductionProblem.positional(name) }
                guard let number = value.currentNumber else { throw call.wrong("x", "numbers", value) }
                return number
            }
            if values.contains(where: \.isTraced) {
                return Value(try primitive(.tensor(try Tensor.stacking(values)), .none, .flag(false)))
            }
            var best = numbers[0]
            for number in numbers.dropFirst() where wins(number, best) || number.isNaN { best = number }
            return .number(best)
        }
    }

    private static func reduced(_ primitive: Primitive, _ values: [Value], _ call: inout BuiltinCall) throws -> Value {
        let named = ["axis", "keepdims"].compactMap { name in call.keyword(name).map { (name, $0) } }
        try call.finish()
        let binding = Binding(machine: call.machine, primitive: primitive)
        return try call.machine.value(of: primitive, try binding.arguments(values, named))
    }
}

/// Arguments whose meaning depends on the library that a reader comes from.
enum ReductionProblem: Problem {
    case positional(String)

    var code: String { "call-positional" }

    var sentence: String {
        switch self {
        case .positional(let name): "\(name) of several arguments is for plain numbers"
        }
    }

    var reasons: [String] {
        switch self {
        case .positional(let name):
            [
                "element by element: \(name)imum(a, b), as NumPy and PyTorch write it",
                "along an axis: \(name)(x, axis=1)",
            ]
        }
    }
}

import TensorEngine

extension BuiltinCall {
    /// Draws points of its own, so that a check changes no random numbers of the lesson.
    mutating func sameFunctionVerdict() throws -> CheckVerdict {
        let (f, g) = (try function("f"), try function("g"))
        let shape = try optional("shape").map { shape in
            try Binding(machine: machine, primitive: .zeros).shape([shape], builtin.name)
        }
        let count = try argumentCount(f, g)
        var points = PointSource(shape: shape ?? [], count: count, dtype: machine.dtype)
        var found = SameFunctionSearch()
        while found.compared < SameFunctionSearch.wanted, points.drawn < SameFunctionSearch.mostPoints {
            let point = try points.next()
            try machine.clock.checkTime()
            try found.compare(try machine.call(f, point), try machine.call(g, point), at: point, machine)
        }
        return found.verdict
    }

    /// How many arguments both take.
    private func argumentCount(_ f: Value, _ g: Value) throws -> Int {
        let counts = [f, g].map { function -> Int in
            switch function {
            case .function(let function): function.code.requiredCount
            case .builtin(let builtin):
                if case .primitive(let primitive) = builtin.body {
                    primitive.parameters.count { $0.defaultValue == nil && !$0.isKeywordOnly }
                } else {
                    1
                }
            default: 1
            }
        }
        guard counts[0] > 0 else { throw unlike("f", "a function of at least one argument", "one of none") }
        guard counts[0] == counts[1] else {
            throw unlike("g", "a function of as many arguments as f has, \(counts[0])", "one of \(counts[1])")
        }
        return counts[0]
    }

    private func unlike(_ parameter: String, _ wanted: String, _ given: String) -> KindProblem {
        .argument(function: builtin.name, parameter: parameter, wanted: wanted, given: given)
    }
}

/// Random points, near and far from 0.
private struct PointSource {
    private var random = RandomNumbers(seed: 0)
    private let shape: Shape
    private let count: Int
    private let dtype: DType
    private(set) var drawn = 0

    private static let scales = [1, 0.3, 3, 10]

    init(shape: Shape, count: Int, dtype: DType) {
        self.shape = shape
        self.count = count
        self.dtype = dtype
    }

    mutating func next() throws -> [Value] {
        let scale = Self.scales[drawn % Self.scales.count]
        drawn += 1
        return try (0..<count).map { _ in
            if shape.rank == 0 { return .number(scale * random.normal()) }
            let tensor = try random.randn(shape, dtype)
            for position in 0..<tensor.count { tensor.setElement(position, to: scale * tensor.element(position)) }
            return .tensor(tensor)
        }
    }
}

/// Compares two functions point by point, where both have finite values.
private struct SameFunctionSearch {
    static let wanted = 100
    static let mostPoints = 2000
    /// With fewer points than that nothing is shown.
    private static let enough = 10

    private(set) var compared = 0
    private var differing = 0
    private var firstDifference: (point: String, sentence: String)?

    mutating func compare(_ one: Value, _ other: Value, at point: [Value], _ machine: Machine) throws {
        guard let a = try machine.leaves(of: one), let b = try machine.leaves(of: other) else {
            throw KindProblem.argument(
                function: "same_function", parameter: "f", wanted: "functions that give numbers",
                given: "one that gives \(one.kind)")
        }
        guard isFinite(a), isFinite(b) else { return }
        compared += 1
        let difference =
            a.map(\.path) == b.map(\.path)
            ? try machine.difference(one, other, agrees: Closeness.sameFunction.holds)?.impartialSentence
            : "\(one.outline) and \(other.outline)"
        guard let difference else { return }
        differing += 1
        if firstDifference == nil {
            firstDifference = (point.map { text(of: $0) }.joined(separator: ", "), difference)
        }
    }

    private func text(of value: Value) -> String {
        if case .number(let number) = value { return numberText(number, .float64, digits: 4) }
        return value.outline
    }

    private func isFinite(_ leaves: [Leaf]) -> Bool {
        leaves.allSatisfy { leaf in (0..<leaf.tensor.count).allSatisfy { leaf.tensor.element($0).isFinite } }
    }

    var verdict: CheckVerdict {
        if let (point, sentence) = firstDifference {
            return .fails("at \(differing) of \(compared) points, first at \(point): \(sentence)")
        }
        guard compared >= Self.enough else {
            return .fails("only \(compared) of \(Self.mostPoints) random points lie where both have values")
        }
        return .holds
    }
}

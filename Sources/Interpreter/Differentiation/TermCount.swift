import TensorEngine

/// How many derivatives a computation needs that are not identically zero: forwards, of every named value with respect
/// to every weight before it, and backwards, of the result with respect to everything.
struct TermCount {
    /// A weight, or an element of a value that an assignment named.
    private struct Quantity {
        let name: String
        let isWeight: Bool
        /// 0 of a weight; among named values only.
        var level = 0
        /// Quantities that it was computed from, with nothing named in between.
        var sources: Set<Int> = []
        /// Weights that it depends on, in any way.
        var weights: Set<Int> = []
    }

    private var quantities: [Quantity] = []
    private var result: Int?

    init(_ computation: Computation) throws {
        // by node and element: the quantities that it depends on
        var reached: [[Set<Int>]] = []
        for (place, node) in computation.nodes.enumerated() {
            let isWeight = place < computation.inputCount
            let sources = isWeight ? [] : try TermCount.sources(of: node, reached)
            guard isWeight || node.isAssigned || place == computation.result else {
                reached.append(sources)
                continue
            }
            reached.append(
                (0..<node.value.count).map { element in
                    [add(node, element, isWeight: isWeight, sources: isWeight ? [] : sources[element])]
                })
            if place == computation.result { result = quantities.count - 1 }
        }
    }

    private mutating func add(_ node: Computation.Node, _ element: Int, isWeight: Bool, sources: Set<Int>) -> Int {
        let shape = node.value.shape
        let name = shape.rank == 0 ? node.name : isWeight ? "\(node.name)\(element + 1)" : node.name + placeText(shape.place(of: element))
        var quantity = Quantity(name: name, isWeight: isWeight, sources: sources)
        quantity.level = isWeight ? 0 : 1 + (sources.map { quantities[$0].level }.max() ?? 0)
        quantity.weights = sources.reduce(into: []) { all, source in
            if quantities[source].isWeight { all.insert(source) } else { all.formUnion(quantities[source].weights) }
        }
        quantities.append(quantity)
        return quantities.count - 1
    }

    // MARK: Which element depends on which

    private static func sources(of node: Computation.Node, _ reached: [[Set<Int>]]) throws -> [Set<Int>] {
        var sources = Array(repeating: Set<Int>(), count: node.value.count)
        let generic = try node.step.goesElementByElement ? node.step : genericStep(node)
        for path in node.inputs {
            let own = generic.operandValue(path.operand)
            for (element, upstream) in try units(like: node.value).enumerated() {
                let elements =
                    try generic.goesElementByElement
                    ? [stretched(element, node.value.shape, to: own.shape)] : nonzeros(generic.pull(upstream, to: path.operand))
                for other in elements { sources[element].formUnion(reached[path.node][other]) }
            }
        }
        return sources
    }

    /// The operation of numbers that are not special: a product with a weight that happens to be 0 is a term, too.
    private static func genericStep(_ node: Computation.Node) throws -> Recording.Step {
        var random = RandomNumbers(seed: 1)
        return try node.step.replacing(
            try node.inputs.map { path in
                let shape = node.step.operandValue(path.operand).shape
                return (path.operand, try random.rand(shape, .float64) + 1)
            })
    }

    private static func units(like value: Tensor) throws -> [Tensor] {
        try (0..<value.count).map { element in
            let unit = try Tensor(value.shape, Array(repeating: 0.0, count: value.count))
            unit.setElement(element, to: 1)
            return unit
        }
    }

    private static func nonzeros(_ tensor: Tensor?) -> [Int] {
        guard let tensor else { return [] }
        return (0..<tensor.count).filter { tensor.element($0) != 0 }
    }

    /// The element of a stretched operand that stands at a place of the result.
    private static func stretched(_ element: Int, _ shape: Shape, to own: Shape) -> Int {
        let place = shape.place(of: element).suffix(own.rank)
        return zip(place, own).reduce(0) { $0 * $1.1 + ($1.1 == 1 ? 0 : $1.0) }
    }

    // MARK: Rows

    private struct Row {
        var names: [String]
        var terms: Int
        var others: [String]
    }

    /// Level by level: the values, the weights they depend on, and how many pairs there are.
    private var forward: [Row] {
        levels.map { values in
            let weights = values.reduce(into: Set<Int>()) { $0.formUnion(quantities[$1].weights) }
            return Row(
                names: names(values), terms: values.reduce(0) { $0 + quantities[$1].weights.count }, others: names(weights.sorted()))
        }
    }

    /// From the result on: what is new at each level, and the derivatives that are carried over from the one before.
    private var backward: [Row] {
        guard let result else { return [] }
        var needed: Set<Int> = [result]
        var rows: [Row] = []
        for values in levels.reversed() {
            let own = values.filter(needed.contains)
            guard !own.isEmpty else { continue }
            let used = own.reduce(into: Set<Int>()) { $0.formUnion(quantities[$1].sources) }
            // complete only when nothing of a lower level uses it as well
            let lowest = Set(lowestUser.filter { quantities[$0.value].level == quantities[own[0]].level }.keys)
            needed.formUnion(used)
            let new = used.filter(lowest.contains).sorted()
            rows.append(
                Row(names: names(new), terms: new.count, others: own == [result] ? [] : names(own)))
        }
        return rows
    }

    /// For each quantity the user of the lowest level.
    private var lowestUser: [Int: Int] {
        var users: [Int: Int] = [:]
        for (user, quantity) in quantities.enumerated() {
            for source in quantity.sources where quantities[users[source] ?? user].level >= quantity.level { users[source] = user }
        }
        return users
    }

    private var levels: [[Int]] {
        let values = quantities.indices.filter { !quantities[$0].isWeight }
        let highest = values.map { quantities[$0].level }.max() ?? 0
        return (1...max(1, highest)).map { level in values.filter { quantities[$0].level == level } }.filter { !$0.isEmpty }
    }

    private func names(_ places: [Int]) -> [String] { places.map { quantities[$0].name } }

    // MARK: Text

    var view: View {
        let (forward, backward) = (forward, backward)
        let carried = backward.map(\.others.count)
        let above = columnText(
            of: [["value", "weight", "terms"]]
                + forward.map { [runs($0.names), runs($0.others), String($0.terms)] }
                + [["total", "", String(forward.reduce(0) { $0 + $1.terms })]])
        let below = columnText(
            of: [["new", "terms", "carried"]]
                + backward.map { row in
                    [runs(row.names), String(row.terms), row.others.isEmpty ? "0" : "\(row.others.count)  \(runs(row.others))"]
                }
                + [["total", String(backward.reduce(0) { $0 + $1.terms }), String(carried.reduce(0, +))]])
        let name = result.map { quantities[$0].name } ?? "result"
        func vector(_ counts: [Int]) -> Value {
            (try? Tensor(counts.map(Double.init))).map { .tensor($0) } ?? .none
        }
        return View(
            "forward: d(value)/d(weight)\n\(above)\nbackward: d(\(name))/d(...)\n\(below)",
            fields: [
                ("forward", vector(forward.map(\.terms))), ("backward", vector(backward.map(\.terms))),
                ("carried", vector(carried)),
            ])
    }

    /// `w1..w4 z1 z2`: three or more numbers in a row are shortened.
    private func runs(_ names: [String]) -> String {
        var parts: [String] = []
        var start = 0
        while start < names.count {
            var end = start
            while end + 1 < names.count, follows(names[end + 1], names[end]) { end += 1 }
            if end - start >= 2 {
                parts.append("\(names[start])..\(names[end])")
            } else {
                parts += names[start...end]
            }
            start = end + 1
        }
        return parts.joined(separator: " ")
    }

    /// Whether `w5` comes after `w4`.
    private func follows(_ later: String, _ earlier: String) -> Bool {
        func parts(_ name: String) -> (stem: Substring, number: Int)? {
            let digits = name.reversed().prefix { $0.isASCII && $0.isWholeNumber }.count
            guard let number = Int(name.suffix(digits)) else { return nil }
            return (name.dropLast(digits), number)
        }
        guard let a = parts(earlier), let b = parts(later) else { return false }
        return a.stem == b.stem && b.number == a.number + 1
    }
}

extension Builtin {
    static let terms = Builtin(
        "terms(f)", "Derivatives",
        "A function that counts the derivatives which forward and reverse accumulation need of f, by the elements of its first argument.",
        examples: [
            "def f(w, x):\n    z = w[0] * x\n    l = w[1] * z\n    return l\nt = terms(f)([2, 3], 5)\n(t.forward, t.backward, t.carried)  #> ([1, 2], [2, 1], [0, 1])"
        ]
    ) { call in
        let function = try call.function("f")
        return DerivedFunction.made(of: function, by: "terms") { function, machine, positional, named in
            let looked = try DifferentiatedCall(machine, "terms", function, wrt: nil, positional, named)
            return .view(try TermCount(Computation(of: looked)).view)
        }
    }
}

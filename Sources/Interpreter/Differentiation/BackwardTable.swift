import TensorEngine

/// A computation read backwards: what reaches each node, one product for each path to it.
struct BackwardTable {
    private let computation: Computation
    private let texts: OperationText
    private var adjoints: [Tensor?]
    /// What came along each path, by node; in the order of the rows.
    private var paths: [[String]]

    init(_ computation: Computation, digits: Int) throws {
        self.computation = computation
        texts = OperationText(digits: digits)
        adjoints = Array(repeating: nil, count: computation.nodes.count)
        paths = Array(repeating: [], count: computation.nodes.count)
        for (node, users) in computation.uses.enumerated().reversed() { try gather(node, from: users) }
    }

    /// The nodes stand in an order in which whoever uses a node comes after it.
    private mutating func gather(_ node: Int, from users: [(node: Int, path: Computation.Path)]) throws {
        if node == computation.result {
            adjoints[node] = try Tensor(plainNumber: 1)
            paths[node].append("1")
        }
        for (user, path) in users {
            let step = computation.nodes[user].step
            guard let upstream = adjoints[user], let product = try step.pull(upstream, to: path.operand) else { continue }
            adjoints[node] = try adjoints[node].map { try $0 + product } ?? product
            paths[node].append(try text(of: path, through: user, upstream) + " (\(computation.nodes[user].name))")
        }
    }

    /// `1 * 0.5`, or the rule in words.
    private func text(of path: Computation.Path, through user: Int, _ upstream: Tensor) throws -> String {
        let node = computation.nodes[user]
        guard let local = try node.local(path) else {
            return texts.rule(node.step, path.operand, result: node.name) { argument in
                computation.name(of: argument, in: node) ?? texts.text(node.step.call.arguments.tensor(argument))
            }
        }
        let product = "\(texts.text(upstream)) * \(texts.text(local))"
        return node.step.operandValue(path.operand).shape == node.value.shape || node.isInnerProduct ? product : "sum(\(product))"
    }

    var view: View {
        var rows = [["node", "formula", "value", "adjoint", "= upstream * local (through)"]]
        for (place, node) in computation.nodes.enumerated() {
            rows.append([
                node.name, node.formula ?? "input", texts.text(node.value), adjoints[place].map(texts.text) ?? "0",
                "= " + (paths[place].isEmpty ? "0" : paths[place].joined(separator: " + ")),
            ])
        }
        return computation.view(columnText(of: rows)) { place in
            [("adjoint", adjoints[place] ?? (try? Primitive.zeros(.shape(computation.nodes[place].value.shape), .dtype(.float64))))]
                .compactMap { name, tensor in tensor.map { (name, Value($0)) } }
        }
    }
}

extension Computation.Node {
    /// A product of two vectors, whose local derivatives are the vectors.
    var isInnerProduct: Bool {
        guard let name = step.operation?.name, name == "dot" || name == "matmul" else { return false }
        return step.call.arguments.tensor(0).rank <= 1 && step.call.arguments.tensor(1).rank <= 1
    }

    /// The local derivative; nil of an operation that needs a rule in words.
    func local(_ path: Computation.Path) throws -> Tensor? {
        if isInnerProduct { return step.call.arguments.tensor(1 - path.operand.argument) }
        return try step.localDerivative(path.operand)
    }
}

extension Computation {
    /// The node that an argument is.
    func name(of argument: Int, in node: Node) -> String? {
        node.inputs.first { $0.operand.argument == argument }.map { nodes[$0.node].name }
    }

    /// A table as a value: shown as its text, with a view of each node as a field.
    func view(_ text: String, _ fields: (_ node: Int) -> [(name: String, value: Value)]) -> View {
        let parts = nodes.enumerated().map { place, node -> (name: String, value: Value) in
            let own = fields(place)
            let words = own.map { "\($0.name) \($0.value.outline)" }.joined(separator: ", ")
            let inputs = node.inputs.map { Value.text(Text(nodes[$0.node].name)) }
            let locals = node.inputs.map { path -> Value in
                guard let local = try? node.local(path) else { return .none }
                return Value(local)
            }
            let standard: [(name: String, value: Value)] = [
                ("value", Value(node.value)), ("formula", .text(Text(node.formula ?? "input"))),
                ("inputs", (try? Tuple(inputs)).map { .tuple($0) } ?? .none), ("local", (try? Tuple(locals)).map { .tuple($0) } ?? .none),
            ]
            let title = "\(node.name) = \(node.formula ?? "input"), value \(Value(node.value).outline), \(words)"
            return (node.name, .view(View(title, fields: standard + own)))
        }
        return View(text, fields: parts, parts: nodes.map(\.name))
    }
}

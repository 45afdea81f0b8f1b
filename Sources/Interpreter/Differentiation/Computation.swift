import TensorEngine

/// A computation that somebody looks at: its nodes in the order in which a table or a drawing shows them.
struct Computation {
    /// A value, and where it came from.
    struct Node {
        /// A parameter's, that of an assignment, or `v1`.
        let name: String
        /// `x1 * x2`, with the names of other nodes; nil for an input.
        let formula: String?
        let value: Tensor
        /// The nodes that it was computed from, one for each argument.
        let inputs: [Path]
        /// How it was computed; nil for an input.
        let step: Recording.Step
        /// The longest way from an input or a literal.
        let level: Int
        /// An assignment of the function gave it its name.
        let isAssigned: Bool
    }

    /// One argument of an operation that is itself a node.
    struct Path {
        /// Position among the nodes.
        let node: Int
        let operand: Primitive.Operand
    }

    let nodes: [Node]
    let inputCount: Int
    /// The node that is the result; nil where the result does not depend on the inputs.
    let result: Int?

    /// For each node those that use it, with the argument that it is there, in the order of the rows.
    var uses: [[(node: Int, path: Path)]] {
        var uses = Array(repeating: [(node: Int, path: Path)](), count: nodes.count)
        for (user, node) in nodes.enumerated() {
            for path in node.inputs { uses[path.node].append((user, path)) }
        }
        return uses
    }
}

/// What is noted while a function runs that somebody looks at: the operations, and the names that values were given.
final class ComputationLook {
    let recording = Recording()
    private(set) var names: [Int: String] = [:]
    private var counts: [String: Int] = [:]
    private let inputCount: Int

    init(inputCount: Int) { self.inputCount = inputCount }

    /// A value bears the first name that it is given; a name that is given again is numbered.
    func name(_ value: Value, _ name: String) {
        guard let tensor = value.recorded, let step = recording.step(of: tensor), step >= inputCount, names[step] == nil else { return }
        counts[name, default: 0] += 1
        let count = counts[name] ?? 1
        names[step] = count == 1 ? name : "\(name).\(count)"
    }
}

extension Value {
    /// What a tape may know.
    fileprivate var recorded: Tensor? {
        switch self {
        case .traced(let tensor), .tensor(let tensor): tensor
        default: nil
        }
    }
}

extension Computation {
    /// Runs a call while everything is noted.
    ///
    /// - Parameter mayHaveAxes: the result may be any tensor, else it must be one number.
    init(of call: DifferentiatedCall, mayHaveAxes: Bool = false) throws {
        let machine = call.machine
        let inputs = call.leafNames
        let look = ComputationLook(inputCount: inputs.count)
        let named = try call.naming()
        let outer = machine.look
        machine.look = look
        defer { machine.look = outer }
        let value = try look.recording.run(call.tensors) { tensors in
            try mayHaveAxes ? named.tensor(at: tensors) : named.number(at: tensors)
        }
        var builder = Builder(
            steps: look.recording.steps, names: look.names, inputs: inputs, taken: call.function.mentionedNames,
            digits: machine.digits)
        nodes = builder.nodes()
        inputCount = inputs.count
        result = look.recording.step(of: value).map { builder.positions[$0] }
    }

    /// Puts the steps in the order of their levels and names them.
    private struct Builder {
        let steps: [Recording.Step]
        var names: [Int: String]
        let inputs: [String]
        let taken: Set<String>
        let digits: Int
        /// Where each step stands among the nodes.
        private(set) var positions: [Int] = []
        private let assigned: Set<Int>

        init(steps: [Recording.Step], names: [Int: String], inputs: [String], taken: Set<String>, digits: Int) {
            (self.steps, self.names, self.inputs, self.taken, self.digits) = (steps, names, inputs, taken, digits)
            assigned = Set(names.keys)
        }

        mutating func nodes() -> [Node] {
            var levels = Array(repeating: 0, count: steps.count)
            for place in steps.indices {
                levels[place] = (steps[place].sources.map { levels[$0.step] + 1 }.max() ?? 0)
            }
            let order = steps.indices.sorted { (levels[$0], $0) < (levels[$1], $1) }
            positions = Array(repeating: 0, count: steps.count)
            for (position, step) in order.enumerated() { positions[step] = position }
            nameTheRest(order)
            return order.map { place in
                let step = steps[place]
                let formula = step.operation.map { operation in
                    OperationText(digits: digits).formula(operation, step.call.arguments) { argument, item in
                        step.sources.first { $0.operand == .init(argument: argument, item: item) }.flatMap { names[$0.step] }
                    }
                }
                return Node(
                    name: names[place] ?? "", formula: formula, value: step.value,
                    inputs: step.sources.map { Path(node: positions[$0.step], operand: $0.operand) }, step: step,
                    level: levels[place], isAssigned: assigned.contains(place))
            }
        }

        private mutating func nameTheRest(_ order: [Int]) {
            for (place, name) in inputs.enumerated() { names[place] = name }
            var number = 0
            let used = taken.union(names.values)
            for place in order where names[place] == nil {
                repeat { number += 1 } while used.contains("v\(number)")
                names[place] = "v\(number)"
            }
        }
    }
}

extension DifferentiatedCall {
    /// The name of each leaf: `x1`, `p.W`.
    var leafNames: [String] { zip(chosen, trees).flatMap { position, tree in tree.paths.map { names[position] + $0 } } }

    /// The same call of a function whose assignments name their values.
    fileprivate func naming() throws -> DifferentiatedCall {
        guard case .function(let function) = function else { return self }
        let session = machine.session!
        let key = ObjectIdentifier(function.code)
        var template = session.namingTemplates[key]
        if template == nil {
            template = try Compiler.namingTemplate(of: function.code, globals: machine.globals, dtype: machine.dtype)
            if let template {
                session.keep(template.code)
                session.namingTemplates[key] = template
            }
        }
        guard let template else { return self }
        let cells = template.captures.map { source -> Cell in
            switch source {
            case .register(let place), .capture(let place): function.captures[place]
            }
        }
        return replacing(.function(Function(template.code, captures: cells, defaults: function.defaultValues)))
    }
}

extension Value {
    /// Names that stand in a function's text, which numbered nodes must not bear.
    fileprivate var mentionedNames: Set<String> {
        guard case .function(let function) = self, let definition = function.code.definition else { return [] }
        let use =
            switch definition.body {
            case .expression(let body): NameUse(of: body, in: function.code.tree)
            case .block(let statements): NameUse(of: statements, in: function.code.tree)
            }
        return use.mentioned.union(use.assigned).union(function.code.parameters.map(\.name))
    }
}

/// A function that runs once while everything is kept, to be looked at: which operation took what and gave what.
///
/// Operations made of others are one step each, as a reader of the program sees them.
package final class Recording {
    package struct Step {
        /// Nil for an input.
        package let operation: Primitive?
        package let call: Primitive.Call
        /// The operands that are steps themselves, in the order of the parameters.
        package let sources: [(operand: Primitive.Operand, step: Int)]

        package var value: Tensor { call.result }
    }

    private let tape = Tape(isComplete: true)
    private var inputs: [Tensor] = []

    package init() {}

    /// Runs the function on inputs, which are the first steps.
    package func run<Result>(_ inputs: [Tensor], _ f: ([Tensor]) throws -> Result) throws -> Result {
        self.inputs = inputs
        return try tape.whileRecording { try f(try inputs.map { try tape.input($0) }) }
    }

    /// The step that gave a tensor; nil for one that does not depend on the inputs.
    package func step(of tensor: Tensor) -> Int? { tape.node(of: tensor) }

    package var steps: [Step] {
        let first = inputs.map { Step(operation: nil, call: .init(Arguments([]), result: $0), sources: []) }
        return first + tape.nodes.dropFirst(inputs.count).map { node in
            let call = tape.calls[node.first.place]
            let sources = tape.operands[call.operands].map {
                (operand: Primitive.Operand(argument: Int($0.argument), item: Int($0.item)), step: Int($0.source))
            }
            return Step(operation: call.operation, call: call.call, sources: sources)
        }
    }
}

extension Recording.Step {
    /// What reaches an operand when `upstream` reaches this step; nil for nothing.
    package func pull(_ upstream: Tensor, to operand: Primitive.Operand) throws -> Tensor? {
        guard let operation, call.tensor(operand).dtype.isFloat else { return nil }
        if case .ofParts = operation.gradient {
            return try call.pull(upstream, to: operand, by: .same { try operation.evaluate($0)[0] })
        }
        return try call.pull(upstream, to: operand, by: operation.gradient)
    }

    /// Whether each element of the value depends on one element of each operand.
    package var goesElementByElement: Bool {
        switch operation?.gradient {
        case .plain, .local: true
        default: false
        }
    }

    /// The same operation of other numbers in place of operands that are steps.
    package func replacing(_ operands: [(operand: Primitive.Operand, value: Tensor)]) throws -> Recording.Step {
        guard let operation else { return self }
        var arguments = call.arguments
        for (operand, value) in operands {
            arguments = Primitive.Call(arguments, result: call.result).replacing(operand, by: value)
        }
        let result = try operation.result(arguments)
        return Recording.Step(operation: operation, call: .init(arguments, result: result), sources: sources)
    }

    /// The derivative with respect to an operand where the operation goes element by element, else nil.
    package func localDerivative(_ operand: Primitive.Operand) throws -> Tensor? {
        guard goesElementByElement, let local = try operation?.gradient.derivative(call.point, operand.argument) else {
            return nil
        }
        switch local {
        case .number(let number): return try Tensor(plainNumber: number)
        case .truth(let truth): return try Tensor(plainNumber: truth ? 1 : 0)
        case .elements(let tensor): return tensor
        case .mask(let mask): return try mask.converted(to: .float64)
        case .nothing, .role, .later: return try Tensor(plainNumber: 0)
        }
    }

    /// How fast the value changes when operands do; nil where it does not.
    package func push(_ moving: [(operand: Primitive.Operand, tangent: Tensor)]) throws -> Tensor? {
        guard let operation else { return nil }
        if case .none = operation.gradient { return nil }
        let floats = moving.filter { call.tensor($0.operand).dtype.isFloat }
        guard !floats.isEmpty else { return nil }
        let run = { (values: [Tensor]) throws -> [Tensor] in
            var arguments = call.arguments
            for (value, moved) in zip(values, floats) {
                arguments = Primitive.Call(arguments, result: call.result).replacing(moved.operand, by: value)
            }
            return [try operation.result(arguments)]
        }
        return try jvp(run, floats.map { call.tensor($0.operand) }, floats.map(\.tangent)).products[0]
    }

    package func operandValue(_ operand: Primitive.Operand) -> Tensor { call.tensor(operand) }
}

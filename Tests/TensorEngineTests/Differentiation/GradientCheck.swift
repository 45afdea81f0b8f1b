import TensorEngine

/// Holds an operation's derivative against difference quotients, in random directions, first and second order.
///
/// A direction turns a whole Jacobian into one number, so that each comparison costs two runs of the operation.
struct GradientCheck {
    let primitive: Primitive
    let arguments: Arguments
    private let operands: [Primitive.Operand]
    private let point: [Tensor]
    private let random: RandomBox

    /// What a closure draws from.
    private final class RandomBox {
        var numbers: RandomNumbers
        init(seed: UInt64) { numbers = RandomNumbers(seed: seed) }
    }

    init(_ primitive: Primitive, _ arguments: Arguments, seed: UInt64 = 0) throws {
        self.primitive = primitive
        let random = RandomBox(seed: seed &+ 100)
        self.random = random
        operands = GradientCheck.operands(of: arguments)
        // Off the ties and kinks that a sample may have; those have tests of their own.
        let point = try operands.map { operand in
            let x = GradientCheck.tensor(arguments, operand)
            return try x + GradientCheck.direction(x.shape, random, scale: 0.03)
        }
        self.point = point
        self.arguments = try GradientCheck.replacing(operands, by: point, in: arguments)
    }

    /// Empty where the rule is right.
    func failures() throws -> [String] {
        guard !point.isEmpty else { return [] }
        let weights = try primitive(arguments).map { try GradientCheck.direction($0.shape, random) }
        func value(_ x: [Tensor]) throws -> Tensor {
            let results = try primitive(GradientCheck.replacing(operands, by: x, in: arguments))
            return try GradientCheck.weighted(results, weights)
        }
        let first = try compare(value, h: 1e-6, "first order")
        let inner = try point.map { try GradientCheck.direction($0.shape, random) }
        return try first + compare({ try GradientCheck.weighted(grad(value)($0), inner) }, h: 1e-5, "second order")
    }

    private func compare(_ f: @escaping ([Tensor]) throws -> Tensor, h: Double, _ order: String) throws -> [String] {
        let along = try point.map { try GradientCheck.direction($0.shape, random) }
        let analytic = try GradientCheck.weighted(grad(f)(point), along).element(0)
        let up = try f(zip(point, along).map { try $0 + h * $1 }).element(0)
        let down = try f(zip(point, along).map { try $0 - h * $1 }).element(0)
        let numeric = (up - down) / (2 * h)
        let error = (analytic - numeric).magnitude / max(1, analytic.magnitude, numeric.magnitude)
        return error < 2e-6 ? [] : ["\(primitive.name), \(order): rule \(analytic), numeric \(numeric)"]
    }

    private static func direction(_ shape: Shape, _ random: RandomBox, scale: Double = 1) throws -> Tensor {
        try Tensor(shape, (0..<shape.elementCount).map { _ in (2 * random.numbers.uniform() - 1) * scale })
    }

    private static func weighted(_ results: [Tensor], _ weights: [Tensor]) throws -> Tensor {
        try zip(results, weights).reduce(Tensor(plainNumber: 0)) { try $0 + Primitive.sum($1.0 * $1.1) }
    }

    /// Tensors of whole numbers are labels or places, which are not moved.
    private static func operands(of arguments: Arguments) -> [Primitive.Operand] {
        func isGradual(_ x: Tensor) -> Bool {
            x.dtype.isFloat && (x.rank == 0 || x.elements.contains { $0 != $0.rounded() })
        }
        return arguments.values.enumerated().flatMap { position, argument -> [Primitive.Operand] in
            switch argument {
            case .tensor(let x): isGradual(x) ? [.init(argument: position)] : []
            case .tensors(let all):
                all.indices.filter { isGradual(all[$0]) }.map { .init(argument: position, item: $0) }
            default: []
            }
        }
    }

    private static func tensor(_ arguments: Arguments, _ operand: Primitive.Operand) -> Tensor {
        if case .tensors(let all) = arguments[operand.argument] { return all[operand.item] }
        return arguments.tensor(operand.argument)
    }

    private static func replacing(
        _ operands: [Primitive.Operand], by tensors: [Tensor], in arguments: Arguments
    ) throws -> Arguments {
        var changed = arguments
        for (operand, tensor) in zip(operands, tensors) {
            if case .tensors(var all) = changed[operand.argument] {
                all[operand.item] = tensor
                changed.values[operand.argument] = .tensors(all)
            } else {
                changed.values[operand.argument] = .tensor(tensor)
            }
        }
        return changed
    }
}

extension Primitive {
    /// Whether its derivative can be held against difference quotients.
    var isDifferentiable: Bool {
        switch gradient {
        case .none, .zero: false
        default: true
        }
    }

    /// A copy whose derivative is off by one part in a hundred: what the suite must find.
    var withWrongRule: Primitive {
        let wrong = Gradient.rule { call, upstream, operand in
            let right = try self.trueProduct(call, upstream, operand)
            return try 1.01 * right
        }
        return Primitive(
            name, family, summary, parameters, examples: examples, gradient: wrong, sample: sample, body: body)
    }

    private func trueProduct(_ call: Call, _ upstream: Tensor, _ operand: Operand) throws -> Tensor {
        func replaced(_ x: Tensor) -> Arguments {
            var arguments = call.arguments
            if case .tensors(var all) = arguments[operand.argument] {
                all[operand.item] = x
                arguments.values[operand.argument] = .tensors(all)
            } else {
                arguments.values[operand.argument] = .tensor(x)
            }
            return arguments
        }
        let x: Tensor =
            if case .tensors(let all) = call.arguments[operand.argument] { all[operand.item] } else {
                call.arguments.tensor(operand.argument)
            }
        return try vjp({ try self(replaced($0))[0] }, x, upstream).product
    }
}

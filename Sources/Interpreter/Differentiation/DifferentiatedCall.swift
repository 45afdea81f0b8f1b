import TensorEngine

/// One call of a function that is to be differentiated: its arguments, and by which of them.
struct DifferentiatedCall {
    let machine: Machine
    /// `grad`, for messages.
    let transform: String
    private(set) var function: Value
    /// In the order of the function's parameters as far as they have one.
    let arguments: [Value]
    private let named: [(String, Value)]
    /// What each argument is called.
    let names: [String]
    /// Positions of the arguments that are differentiated by.
    let chosen: [Int]
    /// Whether the result is a tuple with one part for each of them.
    let givesTuple: Bool
    let trees: [TensorTree]
    /// Every evaluation draws the same random numbers.
    private let randomNumbers: RandomNumbers

    init(
        _ machine: Machine, _ transform: String, _ function: Value, wrt: Value?, _ positional: [Value],
        _ named: [(String, Value)], otherwiseAll: Bool = false
    ) throws {
        self.machine = machine
        self.transform = transform
        self.function = function
        (arguments, self.named) = try function.bound(positional, named, machine)
        let parameters = function.parameterNames
        names = arguments.indices.map { $0 < parameters.count ? parameters[$0] : "argument \($0 + 1)" }
        let choice = try Choice(wrt, otherwiseAll: otherwiseAll).positions(among: names, of: function)
        (chosen, givesTuple) = (choice.positions, choice.isTuple)
        randomNumbers = machine.session.random
        let (arguments, names) = (arguments, names)
        trees = try choice.positions.map { position in
            try TensorTree(arguments[position]) { kind in
                DerivativeProblem.argument(transform: transform, parameter: names[position], kind: kind)
            }
        }
    }

    /// All leaves of the chosen arguments, one behind the other.
    var tensors: [Tensor] { trees.flatMap(\.tensors) }

    /// What the function gives when the chosen arguments have these leaves.
    func value(at tensors: [Tensor]) throws -> Value {
        var filled = arguments
        for (position, argument) in zip(chosen, try arguments(from: tensors)) { filled[position] = argument }
        machine.session.random = randomNumbers
        return try machine.call(function, filled, named: named)
    }

    /// The same call of another function with the same parameters.
    func replacing(_ function: Value) -> DifferentiatedCall {
        var call = self
        call.function = function
        return call
    }

    /// The leaves as arguments again.
    func arguments(from tensors: [Tensor]) throws -> [Value] { try trees(with: tensors.map { Value($0) }) }

    /// One result for each leaf, in the form in which the caller wants it: a tree, or a tuple of trees.
    func result(_ tensors: [Tensor]) throws -> Value { try result(try tensors.map { Value(try $0.withoutTape) }) }

    func result(_ leaves: [Value]) throws -> Value { try joined(try trees(with: leaves)) }

    /// The trees of the chosen arguments with other leaves.
    private func trees(with leaves: [Value]) throws -> [Value] {
        var rest = leaves[...]
        return try trees.map { tree in
            let own = rest.prefix(tree.tensors.count)
            rest = rest.dropFirst(own.count)
            return try tree.mapped(Array(own), dtype: machine.dtype)
        }
    }

    private func joined(_ parts: [Value]) throws -> Value { givesTuple ? .tuple(try Tuple(parts)) : parts[0] }

    /// The function as the engine differentiates it, if it gives one number.
    func number(at tensors: [Tensor]) throws -> Tensor {
        let value = try value(at: tensors)
        switch value {
        case .number(let number): return try Tensor(plainNumber: number)
        case .traced(let tensor): return tensor
        case .tensor(let tensor) where tensor.dtype.isFloat: throw GradProblem.scalar(tensor.shape)
        case .list, .tuple:
            guard let tensor = try machine.tensorOperand(value) else { throw unfit(value.kind) }
            throw GradProblem.scalar(tensor.shape)
        default: throw unfit(value.kind)
        }
    }

    /// The function's value as one tensor.
    func tensor(at tensors: [Tensor]) throws -> Tensor {
        let value = try value(at: tensors)
        guard let tensor = try machine.tensorOperand(value), tensor.dtype.isFloat else { throw unfit(value.kind) }
        return tensor
    }

    /// The function's value as the tensors of a tree.
    func tree(at tensors: [Tensor]) throws -> TensorTree { try TensorTree(try value(at: tensors), unfit: unfit) }

    private func unfit(_ kind: String) -> any Error {
        DerivativeProblem.result(transform: transform, function: function.title, kind: kind)
    }
}

/// What `wrt=` says.
private enum Choice {
    case first, all
    case one(String)
    case several([String])

    init(_ wrt: Value?, otherwiseAll: Bool) throws {
        switch wrt {
        case nil, .some(.none): self = otherwiseAll ? .all : .first
        case .text(let text): self = text.string == "all" ? .all : .one(text.string)
        case .tuple(let tuple): self = .several(try Choice.texts(tuple.items))
        case .list(let list): self = .several(try Choice.texts(list.items))
        case .some(let other): throw DerivativeProblem.wrt(kind: other.kind)
        }
    }

    private static func texts(_ items: [Value]) throws -> [String] {
        try items.map { item in
            guard case .text(let text) = item else { throw DerivativeProblem.wrt(kind: "a tuple with \(item.kind)") }
            return text.string
        }
    }

    func positions(among names: [String], of function: Value) throws -> (positions: [Int], isTuple: Bool) {
        func position(_ name: String) throws -> Int {
            guard let found = names.firstIndex(of: name) else {
                throw DerivativeProblem.noParameter(
                    function: function.title, name: name, nearest: nearestName(name, among: names), parameters: names)
            }
            return found
        }
        switch self {
        case .first:
            guard !names.isEmpty else {
                throw CallProblem.missing(function: function.title, parameter: "x", signature: "there is nothing to differentiate by")
            }
            return ([0], false)
        case .all: return (Array(names.indices), true)
        case .one(let name): return ([try position(name)], false)
        case .several(let names): return (try names.map(position), true)
        }
    }
}

extension Value {
    /// The arguments of a call in the order of the parameters, defaults filled in; those of a builtin stay as they are.
    fileprivate func bound(
        _ positional: [Value], _ named: [(String, Value)], _ machine: Machine
    ) throws -> (positional: [Value], named: [(String, Value)]) {
        guard case .function(let function) = self else { return (positional, named) }
        return (try machine.arguments(of: function, positional, named), [])
    }
}

extension Machine {
    /// Calls a function with arguments by name, too, which only builtins have left.
    func call(_ function: Value, _ arguments: [Value], named: [(String, Value)]) throws -> Value {
        guard !named.isEmpty, case .builtin(let builtin) = function else { return try call(function, arguments) }
        return try builtin.call(self, arguments, names: named)
    }
}

import Syntax
import TensorEngine

/// Binds the arguments of a call to a primitive's parameters, by what the registry says of them.
struct Binding {
    let machine: Machine
    let primitive: Primitive

    private var name: String { primitive.name }
    private var signature: String { primitive.signature }

    func arguments(_ positional: [Value], _ named: [(String, Value)]) throws -> Arguments {
        let parameters = primitive.parameters
        let positional = try wholeTrees(positional, named)
        // the common case: as many positional arguments as parameters without defaults
        var bound: [Argument?] = Array(repeating: nil, count: parameters.count)
        var next = 0
        for (place, parameter) in parameters.enumerated() where !parameter.isKeywordOnly {
            guard next < positional.count else { break }
            let takesRest = parameter.isVariadic || (parameter.kind == .shape && isLastPositional(place))
            if takesRest {
                bound[place] = try rest(Array(positional[next...]), parameter)
                next = positional.count
            } else {
                bound[place] = try argument(positional[next], parameter)
                next += 1
            }
        }
        if next < positional.count { throw tooMany(positional.count, next) }
        for (keyword, value) in named { try bind(keyword, value, into: &bound) }
        return Arguments(try parameters.indices.map { try bound[$0] ?? defaultValue(parameters[$0]) })
    }

    /// `sum(tree)`, without an axis, is of all leaves together.
    private func wholeTrees(_ positional: [Value], _ named: [(String, Value)]) throws -> [Value] {
        guard positional.count == 1, positional[0].isTree, Binding.ofWholeTrees.contains(name),
            !named.contains(where: { $0.0 == "axis" }), try machine.tensorOperand(positional[0]) == nil
        else { return positional }
        return [.tensor(try machine.allLeaves(of: positional[0]))]
    }

    private static let ofWholeTrees: Set<String> = ["sum", "max", "min", "norm"]

    private func isLastPositional(_ place: Int) -> Bool {
        primitive.parameters[(place + 1)...].allSatisfy(\.isKeywordOnly)
    }

    private func tooMany(_ given: Int, _ taken: Int) -> CallProblem {
        let keywords = primitive.parameters.filter { $0.isKeywordOnly && $0.name != "dtype" }.map(\.name)
        if !keywords.isEmpty {
            let readings = Binding.readings[name] ?? [keywords[0]]
            return .keywordOnly(function: name, parameters: readings, signature: signature)
        }
        return .tooMany(function: name, given: given, most: taken, signature: signature)
    }

    private func bind(_ keyword: String, _ value: Value, into bound: inout [Argument?]) throws {
        let names = primitive.parameters.map(\.name)
        guard let place = names.firstIndex(of: keyword) else {
            let nearest = Binding.foreignNames[keyword].flatMap { names.contains($0) ? $0 : nil }
            throw CallProblem.unknownKeyword(
                function: name, keyword: keyword, nearest: nearest ?? nearestName(keyword, among: names), signature: signature)
        }
        guard bound[place] == nil else { throw CallProblem.twice(function: name, parameter: keyword) }
        bound[place] = try argument(value, primitive.parameters[place])
    }

    /// What libraries make of one positional argument more.
    private static let readings = ["split": ["sections", "size"]]

    /// What other libraries call the same parameter.
    static let foreignNames = [
        "dim": "axis", "keepdim": "keepdims", "kernel_size": "k", "weight": "w", "bias": "b", "input": "x", "a": "x",
        "pad_width": "n", "axes": "axis",
    ]

    private func defaultValue(_ parameter: Parameter) throws -> Argument {
        if parameter.kind == .dtype { return .dtype(machine.dtype) }
        guard let value = parameter.defaultValue else {
            throw CallProblem.missing(function: name, parameter: parameter.name, signature: signature)
        }
        return value
    }

    // MARK: Kinds

    private func argument(_ value: Value, _ parameter: Parameter) throws -> Argument {
        if case .none = value, let defaultValue = parameter.defaultValue {
            if parameter.kind == .dtype { return .dtype(machine.dtype) }
            if case .none = defaultValue { return .none }
        }
        switch parameter.kind {
        case .tensor: return .tensor(try tensor(value, parameter))
        case .tensors: return .tensors(try tensors(value, parameter))
        case .number: return .number(try number(value, parameter))
        case .whole: return .whole(try whole(value, parameter))
        case .wholes: return try wholes(value, parameter)
        case .wholesOrWord(let words):
            if case .text(let text) = value { return .choice(try word(text.string, words, parameter)) }
            return try wholes(value, parameter)
        case .margins: return try margins(value, parameter)
        case .axis:
            if case .none = value { return .none }
            return .whole(try whole(value, parameter))
        case .axes: return try axes(value, parameter)
        case .shape: return .shape(try shape([value], name))
        case .flag:
            guard let flag = value.currentNumber, flag == 0 || flag == 1 else { throw wrong(parameter, "True or False", value) }
            return .flag(flag == 1)
        case .choice(let words):
            guard case .text(let text) = value else { throw wrong(parameter, "one of " + listing(words), value) }
            return .choice(try word(text.string, words, parameter))
        case .numberOrChoice(let words):
            if case .text(let text) = value { return .choice(try word(text.string, words, parameter)) }
            return .number(try number(value, parameter))
        case .text:
            guard case .text(let text) = value else { throw wrong(parameter, "a string", value) }
            return .text(text.string)
        case .dtype: return .dtype(try dtype(value, parameter))
        case .index: throw wrong(parameter, "an index", value)
        }
    }

    /// What a variadic parameter, or a shape that is spread, takes.
    private func rest(_ values: [Value], _ parameter: Parameter) throws -> Argument {
        switch parameter.kind {
        case .tensors: return .tensors(try values.map { try tensor($0, parameter) })
        case .shape: return .shape(try shape(values, name))
        default:
            if values.count == 1 { return try argument(values[0], parameter) }
            return .wholes(try values.map { try whole($0, parameter) })
        }
    }

    private func tensor(_ value: Value, _ parameter: Parameter) throws -> Tensor {
        if let tensor = try machine.tensorOperand(value) { return tensor }
        if case .builtin(let builtin) = value, builtin.family == Primitive.Family.kernels.rawValue {
            throw KindProblem.kernel(builtin.name)
        }
        throw wrong(parameter, "a tensor", value)
    }

    private func tensors(_ value: Value, _ parameter: Parameter) throws -> [Tensor] {
        let items: [Value]
        switch value {
        case .tuple(let tuple): items = tuple.items
        case .list(let list): items = list.items
        case .tensor(let tensor) where tensor.rank > 0: items = try tensor.rows()
        default: throw wrong(parameter, "a tuple of tensors", value)
        }
        return try items.map { try tensor($0, parameter) }
    }

    private func number(_ value: Value, _ parameter: Parameter) throws -> Double {
        if case .traced = value { throw DerivativeProblem.setting(function: name, parameter: parameter.name) }
        guard let number = value.plainNumber else { throw wrong(parameter, "a number", value) }
        return number
    }

    private func whole(_ value: Value, _ parameter: Parameter) throws -> Int {
        guard let number = value.currentNumber else { throw wrong(parameter, "a whole number", value) }
        return try machine.whole(number)
    }

    private func wholes(_ value: Value, _ parameter: Parameter) throws -> Argument {
        if case .number = value.settled { return .whole(try whole(value, parameter)) }
        guard let list = try wholeList(value) else { throw wrong(parameter, "a whole number or a tuple of them", value) }
        return .wholes(list)
    }

    private func axes(_ value: Value, _ parameter: Parameter) throws -> Argument {
        if case .none = value { return .none }
        return try wholes(value, parameter)
    }

    /// `1`, `(1, 2)`, `((1, 1), (0, 2))`
    private func margins(_ value: Value, _ parameter: Parameter) throws -> Argument {
        if case .tuple(let tuple) = value, tuple.items.contains(where: { $0.currentNumber == nil }) {
            return .nested(try tuple.items.map { try wholeRow($0, parameter) })
        }
        if case .tensor(let tensor) = value, tensor.rank == 2 {
            return .nested(try tensor.rows().map { try wholeRow($0, parameter) })
        }
        return try wholes(value, parameter)
    }

    private func wholeRow(_ value: Value, _ parameter: Parameter) throws -> [Int] {
        guard let row = try wholeList(value) else { throw wrong(parameter, "a tuple of pairs", value) }
        return row
    }

    private func wholeList(_ value: Value) throws -> [Int]? {
        switch value {
        case .tuple, .list, .tensor, .range:
            let items = try machine.items(of: value)
            guard items.allSatisfy({ $0.currentNumber != nil }) else { return nil }
            return try items.map { try machine.whole($0.currentNumber ?? 0) }
        default: return nil
        }
    }

    /// `zeros(2, 3)`, `zeros((2, 3))`, `zeros([2, 3])`
    func shape(_ values: [Value], _ function: String) throws -> Shape {
        var sizes: [Int]?
        if values.count == 1, values[0].currentNumber == nil {
            sizes = try wholeList(values[0])
        } else if values.allSatisfy({ $0.currentNumber != nil }) {
            sizes = try values.map { try machine.whole($0.currentNumber ?? 0) }
        }
        guard let sizes else {
            let odd = values.first { $0.currentNumber == nil } ?? .none
            throw KindProblem.argument(function: function, parameter: "shape", wanted: "whole numbers", given: odd.kind)
        }
        return try Shape(checking: sizes)
    }

    private func word(_ given: String, _ words: [String], _ parameter: Parameter) throws -> String {
        guard words.contains(given) else {
            throw WordProblem(function: name, parameter: parameter.name, given: given, words: words)
        }
        return given
    }

    private func dtype(_ value: Value, _ parameter: Parameter) throws -> DType {
        switch value {
        case .dtype(let dtype): return dtype
        case .builtin(let builtin) where builtin.name == "bool": return .bool
        case .builtin(let builtin) where builtin.name == "float": return .float64
        default: throw wrong(parameter, "float32, float64 or bool", value)
        }
    }

    private func wrong(_ parameter: Parameter, _ wanted: String, _ value: Value) -> KindProblem {
        .argument(function: name, parameter: parameter.name, wanted: wanted, given: value.kind)
    }
}

/// A word that is not among those that a parameter takes.
struct WordProblem: Problem {
    var function: String
    var parameter: String
    var given: String
    var words: [String]

    var code: String { "value-word" }
    var sentence: String { "\(function) does not know \(parameter)=\(quoted(given))" }
    var reasons: [String] { ["it knows \(listing(words))"] }
    var nearest: String? { nearestName(given, among: words).map(quoted) }
}

/// `"full", "same" or "valid"`
private func listing(_ words: [String]) -> String {
    let texts = words.map(quoted)
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " or " + last
}

/// The candidate that was probably meant; named apart from the methods that are called `nearest` too.
func nearestName(_ word: String, among candidates: some Sequence<String>) -> String? {
    nearest(word, among: candidates)
}

import TensorEngine

/// A function of the language that is not written in it.
///
/// Operations on tensors come from the engine's registry and are bound by what they say of their parameters; none has
/// code here. What needs the language itself (printing, text, calling functions back) is written natively, in the
/// family files beside this one.
package final class Builtin: Sendable {
    package enum Body: Sendable {
        case primitive(Primitive)
        case native(@Sendable (inout BuiltinCall) throws -> Value)
    }

    package let name: String
    package let family: String
    /// One sentence.
    package let summary: String
    /// As it is called: `print(*values, sep=" ", end="\n")`.
    package let signature: String
    /// Programs that run, each with its result.
    package let examples: [String]
    /// Its result depends on the random numbers drawn so far.
    package let drawsRandomNumbers: Bool
    let body: Body
    /// The usual call, straight from the registers that hold its arguments; nil where only `body` will do.
    let direct: Direct?

    /// Of a function that a transform made of another one: the names of its parameters.
    let derivedParameters: [String]?

    typealias Direct = @Sendable (UnsafeMutablePointer<Value>, Int) -> Value?

    init(
        _ signature: String, _ family: String, _ summary: String, examples: [String], drawsRandomNumbers: Bool = false,
        direct: Direct? = nil, body: @escaping @Sendable (inout BuiltinCall) throws -> Value
    ) {
        name = String(signature.prefix { $0 != "(" && $0 != " " })
        self.family = family
        self.summary = summary
        self.signature = signature
        self.examples = examples
        self.drawsRandomNumbers = drawsRandomNumbers
        self.body = .native(body)
        self.direct = direct
        derivedParameters = nil
    }

    /// A function that a transform made of another one, `grad(f)`: whatever arguments come are for that one.
    init(derived name: String, parameters: [String], _ body: @escaping DerivedFunction.Body) {
        self.name = name
        family = "Derivatives"
        summary = "A function made of another one."
        signature = name
        examples = []
        drawsRandomNumbers = false
        direct = nil
        derivedParameters = parameters
        self.body = .native { call in try body(call.machine, call.rest(), call.allNamed()) }
    }

    init(_ primitive: Primitive) {
        name = primitive.name
        family = primitive.family.rawValue
        summary = primitive.summary
        signature = primitive.signature
        examples = primitive.examples
        drawsRandomNumbers = false
        body = .primitive(primitive)
        direct = nil
        derivedParameters = nil
    }

    func call(_ machine: Machine, _ positional: [Value], names: [(String, Value)]?) throws -> Value {
        switch body {
        case .native(let body):
            var call = BuiltinCall(machine: machine, builtin: self, positional: positional, named: names ?? [])
            let result = try body(&call)
            try call.finish()
            return result
        case .primitive(let primitive):
            if primitive.family == .elementwise, positional.contains(where: \.isTree) {
                return try machine.leafByLeaf(positional) { try self.call(machine, $0, names: names) }
            }
            let binding = Binding(machine: machine, primitive: primitive)
            return try machine.value(of: primitive, try binding.arguments(positional, names ?? []))
        }
    }
}

extension Machine {
    /// What a primitive gives: a value, or a tuple of several.
    func value(of primitive: Primitive, _ arguments: Arguments) throws -> Value {
        let results = try primitive(arguments)
        if results.count == 1, !primitive.givesTuple { return Value(results[0]) }
        return .tuple(try Tuple(results.map(Value.init)))
    }
}

// MARK: - The registry

extension Builtin {
    /// Every builtin, in the order in which help lists them.
    package static let all: [Builtin] =
        Primitive.allCases.filter { $0.family != .index && !overridden.contains($0.name) }.map { Builtin($0) }
        + reductions + joining + making + containers + text + output + random + pictures + plots + grids + derivatives + symbolic
        + graphs + tracing + animations

    /// Methods of strings and dicts; `x.f()` finds them by the type of x.
    package static let methods: [Builtin] = textMethods + dictMethods

    /// Primitives that the language calls in a way of its own.
    private static let overridden: Set<String> = ["max", "min", "concat"]

    private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { $1 })

    package static let names: [String] = all.map(\.name)

    package static func named(_ name: String) -> Builtin? { byName[name] }

    /// What a name means as long as the program does not assign it.
    static func value(named name: String) -> Value? {
        Constant.named(name)?.value ?? named(name).map(Value.builtin)
    }

    /// Names that mean something before the program says so.
    package static func isKnown(_ name: String) -> Bool { value(named: name) != nil }
}

extension Primitive {
    /// `sum(x, *, axis=None, keepdims=False)`, as Python writes it.
    package var signature: String {
        var parts: [String] = []
        var isPastStar = false
        for parameter in parameters {
            if parameter.isKeywordOnly, !isPastStar {
                isPastStar = true
                if !parameters.contains(where: \.isVariadic) { parts.append("*") }
            }
            let star = parameter.isVariadic ? "*" : ""
            parts.append(star + parameter.name + (parameter.defaultValue.map { "=\($0.text)" } ?? ""))
        }
        return "\(name)(\(parts.joined(separator: ", ")))"
    }
}

extension Argument {
    /// As a signature writes a default.
    fileprivate var text: String {
        switch self {
        case .none: "None"
        case .flag(let flag): flag ? "True" : "False"
        case .whole(let whole): String(whole)
        case .number(let number): numberText(number, .float64, digits: 6)
        case .choice(let word), .text(let word): quoted(word)
        case .wholes(let wholes): "(" + wholes.map(String.init).joined(separator: ", ") + ")"
        default: "..."
        }
    }
}

// MARK: - Calls of native builtins

/// The arguments of one call of a native builtin; what it does not ask for by name is an error in the end.
package struct BuiltinCall {
    let machine: Machine
    let builtin: Builtin
    private(set) var positional: [Value]
    private var named: [(String, Value)]
    private var asked: [String] = []
    /// What people call a parameter who come from elsewhere.
    var foreignNames: [String: String] = [:]
    private var taken = 0

    init(machine: Machine, builtin: Builtin, positional: [Value], named: [(String, Value)]) {
        self.machine = machine
        self.builtin = builtin
        self.positional = positional
        self.named = named
    }

    var count: Int { positional.count }

    /// The next positional argument, or the one of that name.
    mutating func value(_ name: String) throws -> Value {
        guard let value = try optional(name) else {
            throw CallProblem.missing(function: builtin.name, parameter: name, signature: builtin.signature)
        }
        return value
    }

    mutating func optional(_ name: String) throws -> Value? {
        let byName = keyword(name)
        guard taken < positional.count else { return byName }
        if byName != nil { throw CallProblem.twice(function: builtin.name, parameter: name) }
        taken += 1
        return positional[taken - 1]
    }

    /// All positional arguments that are left.
    mutating func rest() -> [Value] {
        defer { taken = positional.count }
        return Array(positional[taken...])
    }

    /// All named arguments.
    mutating func allNamed() -> [(String, Value)] {
        defer { named = [] }
        return named
    }

    mutating func keyword(_ name: String) -> Value? {
        asked.append(name)
        guard let position = named.firstIndex(where: { $0.0 == name }) else { return nil }
        return named.remove(at: position).1
    }

    /// No named argument is left that nobody asked for.
    func finishNamed() throws {
        if let (name, _) = named.first {
            throw CallProblem.unknownKeyword(
                function: builtin.name, keyword: name, nearest: nearestName(name), signature: builtin.signature)
        }
    }

    func finish() throws {
        try finishNamed()
        guard taken >= positional.count else {
            throw CallProblem.tooMany(
                function: builtin.name, given: positional.count, most: taken, signature: builtin.signature)
        }
    }

    private func nearestName(_ name: String) -> String? {
        foreignNames[name] ?? Binding.foreignNames[name].flatMap { asked.contains($0) ? $0 : nil } ?? Interpreter.nearestName(name, among: asked)
    }

    // MARK: Kinds

    mutating func whole(_ name: String) throws -> Int {
        let value = try value(name)
        return try whole(value, name)
    }

    func whole(_ value: Value, _ name: String) throws -> Int {
        guard let number = value.currentNumber else { throw wrong(name, "a whole number", value) }
        return try machine.whole(number)
    }

    mutating func number(_ name: String) throws -> Double {
        let value = try value(name)
        return try number(value, name)
    }

    func number(_ value: Value, _ name: String) throws -> Double {
        guard let number = value.currentNumber else { throw wrong(name, "a number", value) }
        return number
    }

    mutating func string(_ name: String) throws -> String {
        let value = try value(name)
        return try string(value, name)
    }

    func string(_ value: Value, _ name: String) throws -> String {
        guard case .text(let text) = value else { throw wrong(name, "a string", value) }
        return text.string
    }

    mutating func tensor(_ name: String) throws -> Tensor {
        let value = try value(name)
        guard let tensor = try machine.tensorOperand(value) else { throw wrong(name, "a tensor", value) }
        return tensor
    }

    mutating func function(_ name: String) throws -> Value {
        let value = try value(name)
        switch value {
        case .function, .builtin: return value
        default: throw wrong(name, "a function", value)
        }
    }

    /// Sizes, in brackets or spread over the arguments that are left.
    mutating func shape() throws -> Shape {
        let binding = Binding(machine: machine, primitive: .zeros)
        let given = rest()
        return try binding.shape(given.isEmpty ? keyword("shape").map { [$0] } ?? [] : given, builtin.name)
    }

    func wrong(_ parameter: String, _ wanted: String, _ value: Value) -> any Error {
        KindProblem.argument(function: builtin.name, parameter: parameter, wanted: wanted, given: value.kind)
    }
}

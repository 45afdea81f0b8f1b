import TensorEngine

extension Builtin {
    /// Formulas of functions, and how often functions are called.
    static let symbolic: [Builtin] = [
        Builtin(
            "symbolic(f, wrt=None)", "Derivatives",
            "The derivative of a function of plain numbers as a formula, by its first parameter or by the one that is named.",
            examples: [
                "symbolic(x -> sin(x) * x**2, \"x\")  #> x**2 * cos(x) + 2 * x * sin(x)",
                "f(x1, x2) = ln(x1) + x1*x2 - sin(x2)\nsymbolic(f, \"x2\")(2, 5)  #> 1.7163",
                "symbolic(symbolic(x -> x**3))  #> 6 * x",
                "symbolic(x -> x * x).tree_size  #> 7",
            ]
        ) { call in
            let function = try call.function("f")
            let wanted = try call.optional("wrt").flatMap { value -> String? in
                switch value {
                case .none: return nil
                case .text(let text): return text.string
                default: throw call.wrong("wrt", "a parameter's name as a string", value)
                }
            }
            return .function(try SymbolicDerivative(of: function, withRespectTo: wanted, call.machine).made())
        },
        Builtin(
            "latex(f)", "Derivatives",
            "The formula of a function, or of a string that holds one, in TeX: what a lesson puts between dollars.",
            examples: [
                #"latex((x1, x2) -> ln(x1) + x1*x2 - sin(x2))  #> "\\ln x_1 + x_1 x_2 - \\sin x_2""#,
                #"latex(symbolic(x -> 1/x))  #> "-\\frac{1}{x^2}""#,
                #"latex("1 / (1 + exp(-a))")  #> "\\frac{1}{1 + e^{-a}}""#,
            ]
        ) { call in
            var reader: FormulaReader
            let formula: Int
            switch try call.value("f") {
            case .text(let text):
                reader = FormulaReader(nil, parameters: [])
                formula = try reader.read(text.string, [:])
            case let function:
                guard function.isCallable else { throw call.wrong("f", "a function or a formula as a string", function) }
                reader = FormulaReader(call.machine, parameters: function.parameterNames)
                formula = try reader.formula(of: function, function.parameterNames)
            }
            try reader.graph.checkCanBeWritten(formula)
            return .text(Text(FormulaTeX(graph: reader.graph, digits: call.machine.digits).text(formula)))
        },
        Builtin(
            "calls(f, g)", "Derivatives", "How often g(f) calls f.",
            examples: [
                "f(x) = x**2\ncalls(f, g -> g(g(1)) + g(2))  #> 3",
            ]
        ) { call in
            let (f, user) = (try call.function("f"), try call.function("g"))
            let counter = CallCounter(f)
            let counted = try counter.made(by: call.machine)
            _ = try call.machine.call(user, [.function(counted)])
            return .number(Double(counter.count))
        },
    ]
}

/// Counts the calls of a function by standing before it.
private final class CallCounter: @unchecked Sendable {
    // a program runs on one thread
    private(set) var count = 0
    private let function: Value

    init(_ function: Value) { self.function = function }

    /// A function of the same parameters that counts and calls the other one.
    func made(by machine: Machine) throws -> Function {
        let counted = Builtin("counted(f)", "Derivatives", "Counts and calls.", examples: []) { [self] call in
            count += 1
            return try call.machine.call(function, call.rest())
        }
        return try FormulaFunction(like: function, calling: counted, origin: function.title).made(by: machine)
    }
}

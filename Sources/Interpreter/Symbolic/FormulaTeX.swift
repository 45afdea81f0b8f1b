import TensorEngine

/// Writes a formula in TeX as the slides do, ready to stand between dollars.
struct FormulaTeX {
    let graph: FormulaGraph
    let digits: Int

    private enum Binding: Int, Comparable {
        /// Holds an operator that only brackets keep together.
        case relation, sum
        case product
        /// `\sin x`: what follows might be taken for its operand.
        case function
        case power, atom

        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    private typealias Written = (text: String, binding: Binding)

    func text(_ place: Int) -> String { written(place).text }

    private func written(_ place: Int) -> Written {
        switch graph[place] {
        case .number(let value): (number(value), value < 0 ? .sum : .atom)
        case .name(let name): (TeXName(name).text, .atom)
        case .apply(let operation, let operands):
            switch operands.count {
            case 1: unary(operation, operands[0])
            case 2: binary(operation, operands[0], operands[1])
            default: call(operation, operands)
            }
        }
    }

    private func text(_ place: Int, atLeast binding: Binding) -> String {
        let (text, own) = written(place)
        return own < binding ? bracketed(text) : text
    }

    private func bracketed(_ text: String) -> String { #"\left("# + text + #"\right)"# }

    /// `1.5e-07` as the power of ten that it is.
    private func number(_ value: Double) -> String {
        let text = numberText(value, .float64, digits: digits)
        if !value.isFinite { return text.replacing("inf", with: #"\infty"#) }
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else { return text }
        var mantissa = text[..<mark]
        if mantissa.contains(".") { while let last = mantissa.last, last == "0" || last == "." { mantissa.removeLast() } }
        return mantissa + #" \cdot 10^{\#(exponent)}"#
    }

    // MARK: Operators

    private func binary(_ operation: String, _ left: Int, _ right: Int) -> Written {
        switch operation {
        case "add": (text(left, atLeast: .sum) + " + " + unsigned(right), .sum)
        case "subtract": (text(left, atLeast: .sum) + " - " + unsigned(right, atLeast: .product), .sum)
        case "multiply": (product(left, right), .product)
        case "divide": fraction(left, right)
        case "power": power(left, right)
        case "floor_divide": (#"\left\lfloor \frac{\#(text(left))}{\#(text(right))} \right\rfloor"#, .atom)
        case "remainder": (text(left, atLeast: .product) + #" \bmod "# + text(right, atLeast: .product), .sum)
        default:
            if let relation = Self.relations[operation] {
                (text(left, atLeast: .sum) + relation + text(right, atLeast: .sum), .relation)
            } else {
                call(operation, [left, right])
            }
        }
    }

    private static let relations = [
        "less": " < ", "less_equal": #" \le "#, "greater": " > ", "greater_equal": #" \ge "#, "equal": " = ", "not_equal": #" \ne "#,
    ]

    /// A right operand, in brackets if a sign would follow the operator.
    private func unsigned(_ place: Int, atLeast binding: Binding = .sum) -> String {
        let text = text(place, atLeast: binding)
        return text.hasPrefix("-") ? bracketed(text) : text
    }

    private func product(_ left: Int, _ right: Int) -> String {
        let (first, second) = (text(left, atLeast: .product), text(right, atLeast: .product))
        let isName = if case .name = graph[left] { true } else { false }
        let mightMislead = second.first?.isNumber == true || endsInFunction(left) || (isName && second.hasPrefix(#"\left("#))
        return first + (mightMislead ? #" \cdot "# : " ") + second
    }

    /// Whether what follows could be taken for part of it.
    private func endsInFunction(_ place: Int) -> Bool {
        if case .apply("multiply", let operands) = graph[place] { return endsInFunction(operands[1]) }
        let (text, binding) = written(place)
        return binding == .function && !text.hasSuffix(#"\right)"#)
    }

    private func fraction(_ above: Int, _ below: Int) -> Written {
        if case .number(let value) = graph[above], value < 0 {
            return (#"-\frac{\#(number(-value))}{\#(text(below))}"#, .sum)
        }
        return (#"\frac{\#(text(above))}{\#(text(below))}"#, .product)
    }

    private func power(_ base: Int, _ exponent: Int) -> Written {
        let raised = script("^", text(exponent))
        if case .number(let value) = graph[exponent], value == value.rounded(), value > 0,
            case .apply(let function, let operands) = graph[base], let name = Self.powered[function] {
            return (name + raised + argument(operands[0]), .function)
        }
        return (text(base, atLeast: .atom) + raised, .power)
    }

    private func script(_ mark: String, _ text: String) -> String { mark + (text.count == 1 ? text : "{\(text)}") }

    // MARK: Functions

    /// Whose powers are written on the name: `\sin^2 x`.
    private static let powered = [
        "sin": #"\sin"#, "cos": #"\cos"#, "tan": #"\tan"#, "sinh": #"\sinh"#, "cosh": #"\cosh"#, "tanh": #"\tanh"#,
    ]

    private static let prefixed = powered.merging([
        "arctan": #"\arctan"#, "ln": #"\ln"#, "log": #"\ln"#, "log2": #"\log_2"#, "log10": #"\log_{10}"#,
    ]) { $1 }

    private static let called = [
        "sigmoid": #"\sigma"#, "relu": #"\mathrm{ReLU}"#, "leaky_relu": #"\mathrm{LeakyReLU}"#, "sign": #"\mathrm{sgn}"#,
        "maximum": #"\max"#, "minimum": #"\min"#,
    ]

    private func unary(_ operation: String, _ operand: Int) -> Written {
        switch operation {
        case "negative": return ("-" + text(operand, atLeast: .product), .sum)
        case "exp": return ("e" + script("^", text(operand)), .power)
        case "sqrt": return (#"\sqrt{\#(text(operand))}"#, .atom)
        case "abs": return (#"\left|\#(text(operand))\right|"#, .atom)
        case "floor": return (#"\left\lfloor \#(text(operand)) \right\rfloor"#, .atom)
        case "ceil": return (#"\left\lceil \#(text(operand)) \right\rceil"#, .atom)
        default:
            guard let name = Self.prefixed[operation] else { return call(operation, [operand]) }
            return (name + argument(operand), .function)
        }
    }

    /// Of a function that needs no brackets around a single letter.
    private func argument(_ operand: Int) -> String {
        switch graph[operand] {
        case .name: " " + text(operand)
        case .number(let value) where value >= 0: " " + text(operand)
        default: bracketed(text(operand))
        }
    }

    private func call(_ operation: String, _ operands: [Int]) -> Written {
        let texts = operands.map(text)
        if operation == "where" {
            let cases = #"\#(texts[1]) & \text{if } \#(texts[0]) \\ \#(texts[2]) & \text{otherwise}"#
            return (#"\begin{cases} \#(cases) \end{cases}"#, .sum)
        }
        let name = Self.called[operation] ?? TeXName(operation).text
        return (name + bracketed(texts.joined(separator: ", ")), .atom)
    }
}

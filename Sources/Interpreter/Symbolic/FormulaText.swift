/// Writes a formula as the language does: blanks around `+ - * /`, none around `**`, brackets only where needed.
struct FormulaText {
    let form: NormalForm
    /// What an operation is called by.
    let callee: (String) -> String
    /// Numbers, rounded to be read or in full to be computed with.
    let number: (Double) -> String

    private enum Binding: Int, Comparable {
        case comparison, sum, product, sign, power, atom

        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    func text(_ place: Int) -> String { written(place).text }

    private func written(_ place: Int) -> (text: String, binding: Binding) {
        switch form[place] {
        case .number(let ratio): (number(ratio.value), ratio.value < 0 ? .sign : .atom)
        case .name(let name): (form.names[name], .atom)
        case .sum(let terms): (sum(terms), .sum)
        case .product(let factors): product(factors)
        case .power: product([place])
        case .apply(let operation, let operands): apply(operation, operands)
        }
    }

    private func text(_ place: Int, atLeast binding: Binding) -> String {
        let (text, own) = written(place)
        return own < binding ? "(\(text))" : text
    }

    private func sum(_ terms: [Int]) -> String {
        terms.enumerated().map { position, term in
            let text = text(term, atLeast: position == 0 ? .sum : .product)
            guard position > 0 else { return text }
            return text.hasPrefix("-") ? " - " + text.dropFirst() : " + " + text
        }.joined()
    }

    // MARK: Products

    private func product(_ factors: [Int]) -> (text: String, binding: Binding) {
        var coefficient = 1.0
        var (above, below): ([String], [String]) = ([], [])
        for factor in factors {
            if let ratio = form.number(at: factor) {
                coefficient = ratio.value
            } else if case .power(let base, let exponent) = form[factor], let ratio = form.number(at: exponent), ratio.value < 0 {
                below.append(power(base, ratio.value == -1 ? nil : number(-ratio.value)))
            } else if case .power(let base, let exponent) = form[factor] {
                above.append(power(base, text(exponent, atLeast: .atom)))
            } else {
                above.append(text(factor, atLeast: .sign))
            }
        }
        let isNegated = coefficient == -1 && !above.isEmpty
        if above.isEmpty || (coefficient != 1 && !isNegated) { above.insert(number(coefficient), at: 0) }
        let isPower = above.count == 1 && below.isEmpty && factors.count == 1
        var text = (isNegated ? "-" : "") + above.joined(separator: " * ")
        if !below.isEmpty { text += " / " + (below.count == 1 ? below[0] : "(" + below.joined(separator: " * ") + ")") }
        return (text, isPower ? .power : .product)
    }

    private func power(_ base: Int, _ exponent: String?) -> String {
        guard let exponent else { return text(base, atLeast: .power) }
        return text(base, atLeast: .atom) + "**" + exponent
    }

    // MARK: Operations

    private func apply(_ operation: String, _ operands: [Int]) -> (text: String, binding: Binding) {
        if let symbol = Self.symbols[operation], operands.count == 2 {
            let binding: Binding = operation.hasSuffix("divide") || operation == "remainder" ? .product : .comparison
            let texts = operands.map { text($0, atLeast: binding == .product ? .sign : .sum) }
            return (texts.joined(separator: " \(symbol) "), binding)
        }
        return (callee(operation) + "(" + operands.map(text).joined(separator: ", ") + ")", .atom)
    }

    static let symbols = [
        "floor_divide": "//", "remainder": "%", "less": "<", "less_equal": "<=", "greater": ">", "greater_equal": ">=",
        "equal": "==", "not_equal": "!=",
    ]
}

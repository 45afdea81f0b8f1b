// Products and powers.
extension NormalForm {
    mutating func product(_ factors: [Int]) -> Int {
        var coefficient = Ratio.one
        var exponents: [Int: Int] = [:]
        var bases: [Int] = []
        var open = Array(factors.reversed())
        while let factor = open.popLast() {
            switch self[factor] {
            case .number(let ratio): coefficient = coefficient * ratio
            case .product(let inner): open += inner.reversed()
            default:
                let (base, exponent) = powerParts(of: factor)
                if let known = exponents[kind(base)] {
                    exponents[kind(base)] = sum([known, exponent])
                } else {
                    exponents[kind(base)] = exponent
                    bases.append(base)
                }
            }
        }
        if coefficient == .zero { return number(.zero) }
        let powers = ordered(bases).map { power($0, exponents[kind($0)] ?? number(.one)) }
        return joined(coefficient, powers)
    }

    /// Powers of which none is a product; one may have become a number.
    private mutating func joined(_ coefficient: Ratio, _ powers: [Int]) -> Int {
        var coefficient = coefficient
        var factors: [Int] = []
        for power in powers {
            if let ratio = number(at: power) { coefficient = coefficient * ratio } else { factors.append(power) }
        }
        if factors.isEmpty { return number(coefficient) }
        if coefficient != .one { factors.insert(number(coefficient), at: 0) }
        return factors.count == 1 ? factors[0] : add(.product(factors))
    }

    private mutating func powerParts(of factor: Int) -> (base: Int, exponent: Int) {
        if case .power(let base, let exponent) = self[factor] { return (base, exponent) }
        return (factor, number(.one))
    }

    /// Names first, in their order.
    private func ordered(_ bases: [Int]) -> [Int] {
        let named = bases.compactMap { base -> (name: Int, base: Int)? in
            if case .name(let name) = self[base] { (name, base) } else { nil }
        }
        let rest = bases.filter { base in !named.contains { $0.base == base } }
        return named.sorted { $0.name < $1.name }.map(\.base) + rest
    }

    mutating func power(_ base: Int, _ exponent: Int) -> Int {
        let wanted = number(at: exponent)
        if wanted == .zero { return number(.one) }
        if wanted == .one { return base }
        if let ratio = number(at: base) {
            if ratio == .one { return base }
            if let wanted, let result = ratio.power(wanted) { return number(result) }
        }
        if let wanted, wanted.isWhole {
            switch self[base] {
            case .power(let inner, let first): return power(inner, product([first, exponent]))
            // so that what is divided by is divided by factor by factor
            case .product(let factors): return product(factors.map { power($0, exponent) })
            default: break
            }
        }
        return add(.power(base: base, exponent: exponent))
    }
}

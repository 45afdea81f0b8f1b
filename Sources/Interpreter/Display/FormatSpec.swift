import TensorEngine

/// Python's format specification: `[[fill]align][sign][0][width][,][.precision][type]`.
struct FormatSpec {
    var fill: Character = " "
    var align: Character?
    var sign: Character = "-"
    var width = 0
    var groups = false
    var precision: Int?
    var type: Character?

    /// Nil if the text is no specification.
    init?(_ text: String) {
        var rest = Substring(text)
        if let second = rest.dropFirst().first, "<>^=".contains(second) {
            fill = rest.removeFirst()
            align = rest.removeFirst()
        } else if let first = rest.first, "<>^=".contains(first) {
            align = rest.removeFirst()
        }
        if let first = rest.first, "+- ".contains(first) { sign = rest.removeFirst() }
        if rest.first == "0" {
            rest.removeFirst()
            if align == nil { (fill, align) = ("0", "=") }
        }
        guard let width = FormatSpec.number(&rest, otherwise: 0) else { return nil }
        self.width = width
        if rest.first == "," || rest.first == "_" {
            groups = true
            rest.removeFirst()
        }
        if rest.first == "." {
            rest.removeFirst()
            guard rest.first?.isWholeNumber == true, let places = FormatSpec.number(&rest, otherwise: 0) else { return nil }
            precision = places
        }
        if let first = rest.first, "deEfFgGs%bxXo".contains(first) { type = rest.removeFirst() }
        guard rest.isEmpty else { return nil }
    }

    /// At most 1000: wider text helps nobody.
    private static func number(_ rest: inout Substring, otherwise: Int) -> Int? {
        let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
        guard !digits.isEmpty else { return otherwise }
        rest.removeFirst(digits.count)
        guard let number = Int(digits), number <= 1000 else { return nil }
        return number
    }

    /// A number in this form; nil where the type does not fit it.
    func apply(_ value: Double, plain: String) -> String? {
        guard let digits = body(abs(value), plain: plain) else { return nil }
        let minus = value < 0 || (value == 0 && value.sign == .minus && type != nil && type != "d")
        return pad(minus ? "-" : sign == "-" ? "" : String(sign), grouped(digits), defaultAlign: ">")
    }

    func apply(_ text: String) -> String? {
        guard type == nil || type == "s" else { return nil }
        return pad("", precision.map { String(text.prefix($0)) } ?? text, defaultAlign: "<")
    }

    private func body(_ size: Double, plain: String) -> String? {
        guard size.isFinite else { return size.isNaN ? "nan" : "inf" }
        switch type {
        case nil:
            return precision.map { generalText(size, digits: max($0, 1)) } ?? (plain.hasPrefix("-") ? String(plain.dropFirst()) : plain)
        case "d": return whole(size).map { String($0) }
        case "b": return whole(size).map { String($0, radix: 2) }
        case "o": return whole(size).map { String($0, radix: 8) }
        case "x": return whole(size).map { String($0, radix: 16) }
        case "X": return whole(size).map { String($0, radix: 16, uppercase: true) }
        case "f", "F": return fixedText(size, decimals: precision ?? 6)
        case "e": return exponentText(size, decimals: precision ?? 6)
        case "E": return exponentText(size, decimals: precision ?? 6).uppercased()
        case "g": return generalText(size, digits: max(precision ?? 6, 1))
        case "G": return generalText(size, digits: max(precision ?? 6, 1)).uppercased()
        case "%": return fixedText(size * 100, decimals: precision ?? 6) + "%"
        default: return nil
        }
    }

    private func whole(_ size: Double) -> Int? { size == size.rounded() && size < 0x1p53 ? Int(size) : nil }

    private func grouped(_ digits: String) -> String {
        guard groups else { return digits }
        let whole = digits.prefix { $0.isWholeNumber }
        var result = ""
        for (position, digit) in whole.enumerated() {
            if position > 0, (whole.count - position) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result + digits.dropFirst(whole.count)
    }

    private func pad(_ sign: String, _ body: String, defaultAlign: Character) -> String {
        let missing = width - sign.count - body.count
        guard missing > 0 else { return sign + body }
        func filling(_ count: Int) -> String { String(repeating: fill, count: count) }
        switch align ?? defaultAlign {
        case "<": return sign + body + filling(missing)
        case "^": return filling(missing / 2) + sign + body + filling(missing - missing / 2)
        case "=": return sign + filling(missing) + body
        default: return filling(missing) + sign + body
        }
    }
}

extension Machine {
    /// A value in braces: by its specification, or as `print` writes it.
    func format(_ value: Value, spec: Value) throws -> Value {
        guard case .text(let text) = spec, !text.string.isEmpty else { return value }
        try checkText(of: [value])
        guard let form = FormatSpec(text.string) else {
            throw KindProblem.format(kind: value.kind, spec: text.string)
        }
        let result: String?
        switch value.settled {
        case .number(let number): result = form.apply(number, plain: self.text(value))
        case .truth(let truth) where form.type != nil: result = form.apply(truth ? 1 : 0, plain: truth ? "1" : "0")
        case .tensor(let tensor) where form.type != nil || form.precision != nil: return .text(Text(try formatted(tensor, form, text.string)))
        default: result = form.apply(self.text(value))
        }
        guard let result else { throw KindProblem.format(kind: value.outline, spec: text.string) }
        return .text(Text(result))
    }

    /// Every element by the same specification.
    private func formatted(_ tensor: Tensor, _ form: FormatSpec, _ spec: String) throws -> String {
        try hold(tensor.count * (Display.pieceFootprint + form.width))
        func part(_ value: Value) throws -> String {
            if case .tensor(let tensor) = value { return try formatted(tensor, form, spec) }
            guard let number = value.plainNumber, let text = form.apply(number, plain: self.text(value)) else {
                throw KindProblem.format(kind: value.outline, spec: spec)
            }
            return text
        }
        return "[" + (try tensor.rows().map(part)).joined(separator: ", ") + "]"
    }
}

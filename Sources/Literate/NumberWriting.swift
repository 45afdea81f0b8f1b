import Interpreter

extension Agreement {
    /// The actual number, written as the expected one was where that agrees, else as it is shown.
    package func rewritten(_ expected: NumberText, as actual: ActualNumber) -> String {
        if let text = sameForm(expected, actual.value), accepts(NumberText(text), actual) { return text }
        return actual.text(digits: digits)
    }

    /// As many decimals as before, and an exponent if there was one.
    private func sameForm(_ expected: NumberText, _ value: Double) -> String? {
        guard value.isFinite, expected.value.isFinite, expected.decimals <= 40 else { return nil }
        let text: String
        if expected.exponent != nil {
            text = decimalText(value, decimals: expected.decimals, hasExponent: true)
        } else if abs(value) < 1e15 {
            text = decimalText(value, decimals: expected.decimals, hasExponent: false)
        } else {
            return nil
        }
        let isZero = text.first == "-" && text.allSatisfy { "-0.".contains($0) }
        let unsigned = isZero ? String(text.dropFirst()) : text
        return expected.hasPoint && expected.decimals == 0 ? unsigned + "." : unsigned
    }
}

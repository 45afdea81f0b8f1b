import Glibc
import TensorEngine

/// A number as the language shows it, with at most `digits` decimals.
///
/// In this order: whole numbers below 2^53 without a point; very large and very small ones with an exponent; the
/// shortest text that reads back, if it has few enough decimals; else rounded, zeros kept.
package func numberText(_ value: Double, _ dtype: DType, digits: Int) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let size = abs(value)
    if size < 0x1p53, value == value.rounded() { return String(Int(value)) }
    if size >= 1e6 || size < smallest(digits) { return exponentText(value, decimals: digits) }
    if let short = shortText(value, dtype), decimals(of: short) <= digits { return short }
    return fixedText(value, decimals: digits)
}

/// 10 to the power of minus `digits`, as the number that is nearest to it.
private func smallest(_ digits: Int) -> Double { Double("1e-\(digits)") ?? 0 }

/// The shortest text without an exponent that reads back as the same number of its type.
private func shortText(_ value: Double, _ dtype: DType) -> String? {
    let text = dtype == .float32 ? Float(value).description : value.description
    return text.contains("e") ? nil : text
}

private func decimals(of text: String) -> Int {
    text.firstIndex(of: ".").map { text.utf8.distance(from: text.index(after: $0), to: text.endIndex) } ?? 0
}

/// `%.{decimals}f`, correctly rounded.
func fixedText(_ value: Double, decimals: Int) -> String { formatted("%.*f", value, decimals) }

/// `%.{decimals}e`: `1.2346e-05`
func exponentText(_ value: Double, decimals: Int) -> String { formatted("%.*e", value, decimals) }

/// `%.{digits}g`
func generalText(_ value: Double, digits: Int) -> String { formatted("%.*g", value, digits) }

private func formatted(_ format: String, _ value: Double, _ decimals: Int) -> String {
    let places = min(max(decimals, 0), 400)
    return withVaList([Int32(places), value]) { arguments in
        // the longest is -1.797...e308 in full: a sign, 309 digits, a point and the places
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 312 + places + 1) { buffer in
            let length = Int(vsnprintf(buffer.baseAddress, buffer.count, format, arguments))
            return String(decoding: buffer[..<length].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }
}

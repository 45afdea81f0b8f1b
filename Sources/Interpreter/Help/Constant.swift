import TensorEngine

/// A name that stands for one value.
package struct Constant: Sendable {
    package let name: String
    package let summary: String
    package let example: String
    private let content: Content

    private enum Content: Sendable {
        case number(Double)
        case dtype(DType)
    }

    package static let all = [
        Constant(
            name: "pi", summary: "The circumference of a circle of diameter 1.", example: "pi  #> 3.1416",
            content: .number(.pi)),
        Constant(
            name: "e", summary: "The base of the natural logarithm.", example: "ln(e)  #> 1",
            content: .number(2.718281828459045)),
        Constant(
            name: "inf", summary: "Infinity: larger than every number.", example: "max(1, inf)  #> inf",
            content: .number(.infinity)),
        Constant(
            name: "nan", summary: "Not a number: what 0/0 gives; it equals nothing, not even itself.",
            example: "nan == nan  #> False", content: .number(.nan)),
        Constant(
            name: "float32", summary: "The element type of 32 bits, about 7 digits.",
            example: "zeros(2, dtype=float32).dtype  #> float32", content: .dtype(.float32)),
        Constant(
            name: "float64", summary: "The element type of 64 bits, about 16 digits; the default.",
            example: "zeros(2).dtype  #> float64", content: .dtype(.float64)),
    ]

    package static func named(_ name: String) -> Constant? { all.first { $0.name == name } }

    var value: Value {
        switch content {
        case .number(let number): .number(number)
        case .dtype(let dtype): .dtype(dtype)
        }
    }

    var page: String { "\(name)\n\n    \(summary)\n\n    \(example)\n" }
}

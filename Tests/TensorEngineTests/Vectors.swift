import Foundation
import TensorEngine
import Testing

/// One call of vectors.txt with what NumPy gives for it.
struct Vector: Sendable, CustomTestStringConvertible {
    let line: String
    let primitive: Primitive
    let arguments: Arguments
    let expected: [Tensor]

    var testDescription: String { String(line.prefix(200)) }

    static let lines: [String] = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/vectors.txt")
        return (try? String(contentsOf: path, encoding: .utf8))?.split(separator: "\n").map(String.init) ?? []
    }()

    /// Those that can be read; a test holds that it is all of them.
    static let all = lines.compactMap { try? Vector($0) }

    struct Unreadable: Error { let text: String }

    init(_ line: String) throws {
        self.line = line
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard let primitive = Primitive.named(fields[0]), let arrow = fields.firstIndex(of: "=>") else {
            throw Unreadable(text: line)
        }
        self.primitive = primitive
        var given: [String: String] = [:]
        for field in fields[1..<arrow] {
            let parts = field.split(separator: "=", maxSplits: 1).map(String.init)
            given[parts[0]] = parts[1]
        }
        arguments = Arguments(
            try primitive.parameters.map { parameter in
                if let text = given[parameter.name] { return try Vector.argument(text, for: parameter.kind) }
                guard let value = parameter.defaultValue else { throw Unreadable(text: line) }
                return value
            })
        expected = try fields[(arrow + 1)...].map(Vector.tensor)
    }

    private static func argument(_ text: String, for kind: Parameter.Kind) throws -> Argument {
        guard text != "none" else { return .none }
        let mark = text.prefix { $0 != ":" }
        let rest = String(text.dropFirst(mark.count + 1))
        switch mark {
        case "t": return .tensor(try tensor(rest))
        case "T": return .tensors(try parts(rest, ";").map(tensor))
        case "n": return .number(Double(rest) ?? .nan)
        case "w": return .whole(Int(rest) ?? 0)
        case "ws": return kind == .shape ? .shape(Shape(wholes(rest))) : .wholes(wholes(rest))
        case "f": return .flag(rest == "True")
        case "c": return kind == .text ? .text(rest) : .choice(rest)
        case "i": return .index(try parts(rest, ";").map(item))
        default: throw Unreadable(text: text)
        }
    }

    private static func item(_ text: String) throws -> IndexItem {
        let words = parts(text, " ")
        switch words[0] {
        case "new": return .newAxis
        case "...": return .ellipsis
        case "at": return .at(Int(words[1]) ?? 0)
        case "slice": return .slice(start: Int(words[1]), stop: Int(words[2]), step: Int(words[3]))
        default:
            let tensor = try tensor(String(text.dropFirst(5)))
            return tensor.dtype == .bool ? .mask(tensor) : .list(tensor)
        }
    }

    /// `float64(2,3)1.0 2.0 ...`
    private static func tensor(_ text: String) throws -> Tensor {
        guard let open = text.firstIndex(of: "("), let close = text.firstIndex(of: ")"),
            let dtype = DType.allCases.first(where: { $0.description == text[..<open] })
        else { throw Unreadable(text: text) }
        let shape = Shape(wholes(String(text[text.index(after: open)..<close])))
        let values = parts(String(text[text.index(after: close)...]), " ").compactMap(Double.init)
        return try Tensor(shape, values, dtype: dtype)
    }

    private static func wholes(_ text: String) -> [Int] { parts(text, ",").compactMap { Int($0) } }

    private static func parts(_ text: String, _ separator: Character) -> [String] {
        text.split(separator: separator).map(String.init)
    }
}

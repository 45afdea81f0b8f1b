import Foundation
import TensorEngine
import Testing

/// The registry as the script that makes vectors reads it; the signal families have a script of their own.
@Suite("The list of NumPy expressions")
struct ExpressionsTests {
    static let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors/expressions.txt")

    @Test("is what the registry says; RECORD=1 rewrites it")
    func isFresh() throws {
        let signals = Set(Primitive.allSignalFamilies.map(\.name))
        let text = Primitive.allCases.filter { $0.numpy != nil && !signals.contains($0.name) }.map(line).joined(separator: "\n") + "\n"
        if ProcessInfo.processInfo.environment["RECORD"] != nil {
            try text.write(to: Self.path, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.path, encoding: .utf8) == text, "run with RECORD=1, then make_vectors.py")
    }

    private func line(_ primitive: Primitive) -> String {
        let parameters = primitive.parameters.map { parameter in
            parameter.name + (parameter.defaultValue.map { "=" + python($0) } ?? "")
        }
        return [primitive.name, parameters.joined(separator: "; "), primitive.numpy ?? ""].joined(separator: "\t")
    }

    private func python(_ argument: Argument) -> String {
        switch argument {
        case .number(let value): "\(value)"
        case .whole(let value): "\(value)"
        case .wholes(let values): "(" + values.map { "\($0)," }.joined() + ")"
        case .flag(let value): value ? "True" : "False"
        case .choice(let word): "\"\(word)\""
        default: "None"
        }
    }
}

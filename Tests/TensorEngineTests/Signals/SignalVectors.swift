import Foundation
import TensorEngine

/// One call with the result that an independent program (make_vectors.py) has computed.
struct SignalVector: Sendable, CustomStringConvertible {
    let description: String
    let primitive: Primitive
    let arguments: Arguments
    let result: Tensor

    /// Those of vectors.json, which lies beside this file.
    static let all: [SignalVector] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "vectors.json")
        do {
            let entries = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [[String: Any]] ?? []
            return try entries.enumerated().map { try SignalVector($1, number: $0) }
        } catch {
            fatalError("\(file.path): \(error)")
        }
    }()

    private init(_ entry: [String: Any], number: Int) throws {
        let name = entry["op"] as? String ?? "?"
        guard let primitive = Primitive.allSignalFamilies.first(where: { $0.name == name }),
            let given = entry["arguments"] as? [String: Any], let result = entry["result"]
        else { throw VectorError.unknown(name) }
        self.primitive = primitive
        arguments = try primitive.bound(given)
        self.result = try tensor(result)
        let shown = given.sorted { $0.key < $1.key }.map { key, value in
            "\(key)=\(((value as? [String: Any])?["shape"]).map { "\($0)" } ?? "\(value)")"
        }
        description = "\(number) \(name) " + shown.joined(separator: " ").filter { $0 != "\n" }
    }
}

enum VectorError: Error {
    case unknown(String), parameter(String), value(String)
}

extension Primitive {
    package static var allSignalFamilies: [Primitive] { signals + moves + filters + sizes }

    /// The primitive of a name, for tests that write calls down.
    static func signal(_ name: String) throws -> Primitive {
        guard let found = allSignalFamilies.first(where: { $0.name == name }) else { throw VectorError.unknown(name) }
        return found
    }

    /// Binds keyword arguments as read from JSON; the others take their defaults.
    func bound(_ given: [String: Any]) throws -> Arguments {
        for name in given.keys where !parameters.contains(where: { $0.name == name }) {
            throw VectorError.parameter("\(self.name): \(name)")
        }
        return Arguments(
            try parameters.map { parameter in
                if let value = given[parameter.name] { return try argument(value, parameter.kind) }
                guard let value = parameter.defaultValue else {
                    throw VectorError.parameter("\(self.name) needs \(parameter.name)")
                }
                return value
            })
    }
}

/// A JSON value as an argument of this kind.
private func argument(_ value: Any, _ kind: Parameter.Kind) throws -> Argument {
    if value is NSNull { return .none }
    switch kind {
    case .tensor: return .tensor(try tensor(value))
    case .number: return .number((value as? NSNumber)?.doubleValue ?? .nan)
    case .flag: return .flag((value as? NSNumber)?.boolValue ?? false)
    case .choice: return .choice(value as? String ?? "?")
    case .shape: return .shape(Shape(value as? [Int] ?? []))
    case .whole: return .whole(value as? Int ?? -1)
    case .wholes, .axes, .wholesOrWord, .margins:
        if let word = value as? String { return .choice(word) }
        if let one = value as? Int { return .whole(one) }
        if let pairs = value as? [[Int]] { return .nested(pairs) }
        if let several = value as? [Int] { return .wholes(several) }
    default: break
    }
    throw VectorError.value("\(value)")
}

private func tensor(_ value: Any) throws -> Tensor {
    if let tensor = value as? Tensor { return tensor }
    if value is [Any] || value is NSNumber { return try Tensor(nested: value) }
    guard let entry = value as? [String: Any], let shape = entry["shape"] as? [Int],
        let values = entry["values"] as? [Any], let name = entry["dtype"] as? String
    else { throw VectorError.value("\(value)") }
    let dtype = DType.allCases.first { $0.description == name } ?? .float64
    let numbers = values.map { ($0 as? NSNumber)?.doubleValue ?? Double($0 as? String ?? "") ?? .nan }
    return try Tensor(Shape(shape), numbers, dtype: dtype)
}

extension Tensor {
    /// Nested rows of numbers, as a program would write them.
    init(nested value: Any) throws {
        var sizes: [Int] = [], numbers: [Double] = []
        var first: Any = value
        while let items = first as? [Any] {
            sizes.append(items.count)
            guard let next = items.first else { break }
            first = next
        }
        func collect(_ value: Any) {
            if let items = value as? [Any] {
                items.forEach(collect)
            } else {
                numbers.append((value as? NSNumber)?.doubleValue ?? .nan)
            }
        }
        collect(value)
        try self.init(Shape(sizes), numbers)
    }
}

/// Runs an operation as a program would: positions do not matter, missing parameters take their defaults.
func run(_ name: String, _ arguments: [String: Any]) throws -> Tensor {
    let primitive = try Primitive.signal(name)
    return try primitive(primitive.bound(arguments))[0]
}

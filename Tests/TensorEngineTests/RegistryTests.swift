import TensorEngine
import Testing

@Suite("Every operation of the registry")
struct RegistryTests {
    @Test("has a name of its own")
    func uniqueNames() {
        let names = Primitive.allCases.map(\.name)
        #expect(Set(names).count == names.count)
        for primitive in Primitive.allCases { #expect(Primitive.named(primitive.name) === primitive) }
    }

    @Test("says what it does in one sentence", arguments: Primitive.allCases)
    func summary(_ primitive: Primitive) {
        #expect(primitive.summary.hasSuffix("."))
        #expect(!primitive.summary.dropLast().contains(". "))
    }

    @Test("has examples that state their results", arguments: Primitive.allCases)
    func examples(_ primitive: Primitive) {
        #expect(!primitive.examples.isEmpty)
        for example in primitive.examples { #expect(example.contains("  #> ")) }
    }

    @Test("says what it is in NumPy, or has vectors from PyTorch's definition", arguments: Primitive.allCases)
    func numpy(_ primitive: Primitive) {
        #expect(primitive.numpy != nil || SignalVector.all.contains { $0.primitive === primitive })
    }

    @Test("names related operations that exist", arguments: Primitive.allCases)
    func related(_ primitive: Primitive) {
        for name in primitive.related { #expect(Primitive.named(name) != nil, "\(name)") }
    }

    @Test("has parameters with names of their own, keyword-only ones last", arguments: Primitive.allCases)
    func parameters(_ primitive: Primitive) {
        #expect(Set(primitive.parameters.map(\.name)).count == primitive.parameters.count)
        let firstKeyword = primitive.parameters.firstIndex(where: \.isKeywordOnly) ?? primitive.parameters.count
        for parameter in primitive.parameters[firstKeyword...] { #expect(parameter.isKeywordOnly) }
    }

    @Test("accepts what it draws, and gives what its shape rule promised", arguments: Primitive.allCases)
    func sample(_ primitive: Primitive) throws {
        for seed in 0..<5 as Range<UInt64> {
            var random = RandomNumbers(seed: seed)
            let arguments = Arguments(try primitive.sample(&random))
            #expect(arguments.values.count == primitive.parameters.count)
            let results = try primitive(arguments)
            if case .kernel(let rule, _) = primitive.body {
                #expect(results.map { TensorType($0.shape, $0.dtype) } == [try rule(arguments)])
            }
        }
    }

    @Test("computes the same on every CPU level", arguments: Primitive.allCases)
    func levels(_ primitive: Primitive) throws {
        var random = RandomNumbers(seed: 1)
        let arguments = Arguments(try primitive.sample(&random))
        let base = try Kernels.whileUsing(level: 0) { try primitive(arguments) }
        for level in Kernels.levels.indices.dropFirst() {
            let other = try Kernels.whileUsing(level: level) { try primitive(arguments) }
            for (a, b) in zip(base, other) {
                if primitive.family == .elementwise {
                    #expect(a.elements.map(\.bitPattern) == b.elements.map(\.bitPattern))
                } else {
                    #expect(Agreement.of(a.elements, b.elements) == nil)
                }
            }
        }
    }
}

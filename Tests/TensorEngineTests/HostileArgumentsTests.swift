import TensorEngine
import Testing

/// Whatever a program writes ends in a result or in a problem with a sentence, never in a trap.
@Suite("Hostile arguments")
struct HostileArgumentsTests {
    @Test("end in a result or a problem", arguments: Primitive.allCases)
    func neverTrap(_ primitive: Primitive) throws {
        let budget = MemoryBudget(limit: 4_000_000)
        try budget.whileCurrent {
            var random = RandomNumbers(seed: 7)
            for _ in 0..<400 {
                let arguments = Arguments(try primitive.parameters.map { try hostile($0, &random) })
                do {
                    for result in try primitive(arguments) { _ = result.elements.count }
                } catch {
                    let problem = try #require(error as? any Problem, "\(error)")
                    #expect(!problem.sentence.isEmpty && !problem.code.isEmpty)
                    #expect(problem.reasons.allSatisfy { !$0.isEmpty })
                }
            }
        }
        #expect(budget.inUse == 0)
    }

    @Test("end in a gradient or a problem", arguments: Primitive.allCases.filter(\.isDifferentiable))
    func neverTrapBackwards(_ primitive: Primitive) throws {
        let budget = MemoryBudget(limit: 4_000_000)
        try budget.whileCurrent {
            var random = RandomNumbers(seed: 8)
            for _ in 0..<300 {
                let arguments = try primitive.parameters.map { try hostile($0, &random) }
                let tensors = arguments.compactMap { if case .tensor(let x) = $0 { x } else { nil } }
                do {
                    _ = try grad { (x: [Tensor]) in
                        var left = x[...]
                        let traced = arguments.map { argument in
                            if case .tensor = argument { Argument.tensor(left.removeFirst()) } else { argument }
                        }
                        return try primitive(Arguments(traced)).reduce(Tensor(plainNumber: 0)) {
                            try $0 + Primitive.sum($1)
                        }
                    }(tensors)
                } catch {
                    let problem = try #require(error as? any Problem, "\(error)")
                    #expect(!problem.sentence.isEmpty && !problem.code.isEmpty)
                }
            }
        }
        #expect(budget.inUse == 0)
    }

    private static let wholes = [0, 1, -1, 2, 3, -2, 7, 1 << 31, -(1 << 31), (1 << 53) - 1, 1 - (1 << 53), .max, .min]
    private static let numbers = [0, 1, -1, 0.5, 3, 1e300, -1e300, 1e-300, .infinity, -.infinity, .nan]
    private static let shapes: [Shape] = [
        [], [0], [1], [3], [0, 3], [3, 0], [2, 3], [3, 3], [1, 3], [3, 1], [2, 3, 3], [1, 2, 1, 2, 1, 2, 1, 2],
    ]

    private func hostile(_ parameter: Parameter, _ random: inout RandomNumbers) throws -> Argument {
        if let value = parameter.defaultValue, random.whole(below: 4) == 0 { return value }
        switch parameter.kind {
        case .tensor: return .tensor(try tensor(&random))
        case .tensors: return .tensors(try (0..<random.whole(below: 4)).map { _ in try tensor(&random) })
        case .number: return .number(pick(Self.numbers, &random))
        case .whole, .axis: return .whole(pick(Self.wholes, &random))
        case .wholes, .axes: return .wholes((0..<random.whole(below: 5)).map { _ in pick(Self.wholes, &random) })
        case .wholesOrWord(let words):
            return random.whole(below: 2) == 0 ? .choice(pick(words, &random)) : .whole(pick(Self.wholes, &random))
        case .margins:
            let rows = (0..<random.whole(below: 3)).map { _ in (0..<2).map { _ in pick(Self.wholes, &random) } }
            return random.whole(below: 2) == 0 ? .nested(rows) : .whole(pick(Self.wholes, &random))
        case .shape: return .shape(pick(Self.shapes, &random))
        case .flag: return .flag(random.whole(below: 2) == 0)
        case .choice(let words): return .choice(pick(words, &random))
        case .numberOrChoice(let words):
            return random.whole(below: 2) == 0 ? .choice(pick(words, &random)) : .number(pick(Self.numbers, &random))
        case .text:
            return .text(pick(["ij,jk->ik", "ii", "", "->", "i->ii", "ij->k", "...", ",", "é", "i,i,i->i"], &random))
        case .dtype: return .dtype(pick(DType.allCases, &random))
        case .index: return .index(try (0..<random.whole(below: 5)).map { _ in try item(&random) })
        }
    }

    private func tensor(_ random: inout RandomNumbers) throws -> Tensor {
        let shape = pick(Self.shapes, &random)
        let values = (0..<shape.elementCount).map { _ in pick(Self.numbers, &random) }
        return try Tensor(shape, values, dtype: pick(DType.allCases, &random))
    }

    private func item(_ random: inout RandomNumbers) throws -> IndexItem {
        switch random.whole(below: 6) {
        case 0: return .at(pick(Self.wholes, &random))
        case 1: return .ellipsis
        case 2: return .newAxis
        case 3: return .mask(try tensor(&random).converted(to: .bool))
        case 4: return .list(try tensor(&random))
        default:
            let bounds = (0..<3).map { _ in random.whole(below: 3) == 0 ? nil : pick(Self.wholes, &random) }
            return .slice(start: bounds[0], stop: bounds[1], step: bounds[2])
        }
    }

    private func pick<T>(_ choices: [T], _ random: inout RandomNumbers) -> T {
        choices[random.whole(below: choices.count)]
    }
}

import TensorEngine
import Testing

@Suite("A computation that is looked at")
struct RecordingTests {
    private static func recorded(_ primitive: Primitive, _ inputs: [Tensor]) throws -> Recording {
        let recording = Recording()
        _ = try recording.run(inputs) { try primitive(Arguments($0.map { .tensor($0) })) }
        return recording
    }

    @Test("has a step for each operation, also for one that is made of others and for plain numbers") func steps() throws {
        let recording = Recording()
        _ = try recording.run([Tensor([1, 2]), Tensor(plainNumber: 3)]) { try Primitive.softplus($0[0]) * ($0[1] * $0[1]) }
        #expect(recording.steps.map { $0.operation?.name } == [nil, nil, "softplus", "multiply", "multiply"])
        #expect(recording.steps[4].sources.map(\.step) == [2, 3])
    }

    @Test("keeps outer tapes right: a gradient around it is the same") func nested() throws {
        let slope = try grad { (x: Tensor) in
            let recording = Recording()
            return try recording.run([x]) { try Primitive.softplus($0[0]) * $0[0] }
        }(Tensor(plainNumber: 0))
        // ln 2, the derivative of x ln(1 + e^x) at 0
        #expect(abs(slope.element(0) - 0.6931471805599453) < 1e-12)
    }

    @Test("names the first operation whose own rule is wrong", arguments: [Primitive.matmul, .sin, .multiply])
    func wrongRule(_ primitive: Primitive) throws {
        let operands = [try Tensor([2, 2], [1, 2, 3, 5]), try Tensor([2, 2], [2, 7, 1, 3])]
        let inputs = Array(operands.prefix(primitive.parameters.count))
        #expect(try Self.recorded(primitive, inputs).firstWrongRule() == nil)
        #expect(try Self.recorded(primitive.withWrongRule, inputs).firstWrongRule()?.operation.name == primitive.name)
    }

    @Test("names the operation that bends between two points", arguments: [Primitive.relu, .abs])
    func kink(_ primitive: Primitive) throws {
        let (below, above) = (try Tensor([1, -1e-6]), try Tensor([1, 1e-6]))
        let found = try Recording.firstKink(
            between: Self.recorded(primitive, [below]), and: Self.recorded(primitive, [above]))
        #expect(found === primitive)
        #expect(try Recording.firstKink(
            between: Self.recorded(.sin, [below]), and: Self.recorded(.sin, [above])) == nil)
    }
}

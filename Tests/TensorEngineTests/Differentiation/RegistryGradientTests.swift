import TensorEngine
import Testing

@Suite("The derivative of every operation of the registry")
struct RegistryGradientTests {
    static let differentiable = Primitive.allCases.filter(\.isDifferentiable)

    @Test("agrees with difference quotients, first and second order", arguments: differentiable)
    func agreement(_ primitive: Primitive) throws {
        for seed in 0..<3 as Range<UInt64> {
            var random = RandomNumbers(seed: seed)
            let arguments = Arguments(try primitive.sample(&random))
            let failures = try GradientCheck(primitive, arguments, seed: seed).failures()
            #expect(failures.isEmpty, "\(failures)")
        }
    }

    @Test("agrees for every way to call it", arguments: GradientCase.all)
    func cases(_ example: GradientCase) throws {
        let failures = try GradientCheck(example.primitive, Arguments(example.arguments)).failures()
        #expect(failures.isEmpty, "\(failures)")
    }

    @Test("is found where it is wrong, and named", arguments: differentiable)
    func plantedFaults(_ primitive: Primitive) throws {
        var random = RandomNumbers(seed: 0)
        let arguments = Arguments(try primitive.sample(&random))
        guard try primitive(arguments).count == 1 else { return }
        let failures = try GradientCheck(primitive.withWrongRule, arguments).failures()
        #expect(failures.contains { $0.hasPrefix("\(primitive.name),") })
    }

    @Test("comes from a rule, from the parts or from a stated reason", arguments: Primitive.allCases)
    func stated(_ primitive: Primitive) {
        switch (primitive.gradient, primitive.body) {
        case (.ofParts, .kernel): Issue.record("\(primitive.name) has a kernel and no rule")
        case (.none(let reason), _): #expect(!reason.isEmpty)
        default: break
        }
    }

    @Test("is float32 for float32, and the same number", arguments: differentiable)
    func float32(_ primitive: Primitive) throws {
        var random = RandomNumbers(seed: 3)
        let arguments = Arguments(try primitive.sample(&random))
        guard
            let position = arguments.values.firstIndex(where: { argument in
                if case .tensor(let x) = argument { x.dtype.isFloat && x.rank > 0 } else { false }
            })
        else { return }
        func gradient(_ dtype: DType) throws -> Tensor {
            try grad { (x: Tensor) in
                var changed = arguments
                changed.values[position] = .tensor(x)
                return try Primitive.sum(primitive(changed)[0])
            }(arguments.tensor(position).converted(to: dtype))
        }
        let single = try gradient(.float32)
        #expect(single.dtype == .float32)
        #expect(Agreement.of(single.elements, try gradient(.float64).elements, tolerance: 2e-4) == nil)
    }

    @Test("is refused with the stated reason, where nothing else leads to the value", arguments: Primitive.allCases)
    func refused(_ primitive: Primitive) throws {
        guard case .none(let reason) = primitive.gradient else { return }
        var random = RandomNumbers(seed: 0)
        let arguments = Arguments(try primitive.sample(&random))
        guard case .tensor(let x)? = arguments.values.first, x.dtype.isFloat else { return }
        let error = #expect(throws: GradProblem.self) {
            try grad { (x: Tensor) in
                var changed = arguments
                changed.values[0] = .tensor(x)
                return try Primitive.sum(primitive(changed)[0])
            }(x)
        }
        #expect(error?.code == "grad-none")
        #expect(error?.reasons == [reason])
    }
}

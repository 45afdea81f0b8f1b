import Interpreter
import TensorEngine
import Testing

/// The registry writes each local derivative down twice: as a rule on tensors, and as a formula beside it.
@Suite("The formula of a derivative says the same as the rule beside it")
struct SymbolicTableTests {
    static let primitives = Primitive.allCases.filter { !$0.derivatives.isEmpty }

    @Test("and every elementwise function that has a rule has a formula")
    func complete() {
        let withoutFormula = Primitive.allCases.filter { primitive in
            guard primitive.family == .elementwise, primitive.derivatives.isEmpty else { return false }
            switch primitive.gradient {
            case .zero, .none: return false
            default: return true
            }
        }
        // clip is read as the two operations that it is made of, where as a choice between formulas
        #expect(withoutFormula.map(\.name).sorted() == ["clip", "where"])
    }

    @Test("at random points", arguments: primitives)
    func agree(_ primitive: Primitive) throws {
        var random = RandomNumbers(seed: 5)
        for _ in 0..<4 {
            let arguments = try primitive.sample(&random)
            let numbers = arguments.compactMap { argument -> Double? in
                switch argument {
                case .tensor(let tensor): tensor.element(1)
                case .number(let number): number
                default: nil
                }
            }
            for position in primitive.derivatives.indices {
                let rule = try grad { (x: Tensor) in
                    var changed = Arguments(arguments)
                    for (place, number) in numbers.enumerated() {
                        if case .tensor = arguments[place] { changed.values[place] = .tensor(try Tensor(plainNumber: number)) }
                    }
                    changed.values[position] = .tensor(x)
                    return try primitive(changed)[0]
                }(Tensor(plainNumber: numbers[position])).element(0)
                let names = primitive.parameters.map(\.name).joined(separator: ", ")
                let operands = numbers.map { "\($0)" }.joined(separator: ", ")
                let program = """
                    f(\(names)) = \(primitive.name)(\(names))
                    expect symbolic(f, "\(primitive.parameters[position].name)")(\(operands)) ~ \(rule) within 1e-12
                    """
                let report = try run(program, named: "\(primitive.name).cl")
                #expect(report.isGood, "\n\(report.rendered)")
            }
        }
    }
}

import TensorEngine
import Testing

@Suite("Tensors")
struct TensorTests {
    @Test("are values: writing to a copy leaves the original alone")
    func copies() throws {
        let original = try Tensor([1, 2, 3])
        var copy = original
        try copy.write(Tensor(plainNumber: 9), at: [.at(0)])
        #expect(original.elements == [1, 2, 3])
        #expect(copy.elements == [9, 2, 3])
    }

    @Test("written while unique keep their memory")
    func inPlace() throws {
        var x = try Tensor([1, 2, 3])
        let before = x.pointer(Double.self)
        try x.write(Tensor([7, 8]), at: [.slice(start: 1, stop: nil, step: nil)])
        #expect(x.pointer(Double.self) == before)
        #expect(x.elements == [1, 7, 8])
    }

    @Test("written to themselves read what they were")
    func ontoThemselves() throws {
        var x = try Tensor([1, 2, 3])
        try x.write(x, at: [.slice(start: nil, stop: nil, step: -1)])
        #expect(x.elements == [3, 2, 1])
    }

    @Test("refused a write stay as they were")
    func refused() throws {
        var x = try Tensor([1, 2, 3])
        #expect(throws: ShapeProblem.self) { try x.write(Tensor([1, 2]), at: [.ellipsis]) }
        #expect(throws: IndexProblem.self) { try x.write(Tensor(plainNumber: 0), at: [.at(3)]) }
        #expect(x.elements == [1, 2, 3])
    }

    @Test("grow by rows")
    func grow() throws {
        var x = try Tensor([0, 2], [Double]())
        for i in 0..<100 as Range<Int> { try x.appendRow(Tensor([Double(i), -Double(i)])) }
        #expect(x.shape == [100, 2])
        #expect(x.element(199) == -99)
    }

    @Test("of shape () never change the other operand's dtype")
    func plainNumbers() throws {
        let narrow = Argument.tensor(try Tensor([2], [1, 2], dtype: .float32))
        let half = Argument.tensor(try Tensor(plainNumber: 0.5))
        #expect(try Primitive.multiply(narrow, half).dtype == .float32)
        #expect(try Primitive.multiply(half, half).dtype == .float64)
        let total = Argument.tensor(try Primitive.sum(half, .none, .flag(false)))
        #expect(try Primitive.multiply(narrow, total).dtype == .float32)
    }
}

import TensorEngine
import Testing

@Suite("Limits")
struct LimitsTests {
    @Test(
        "sizes that no tensor can have are problems, not traps",
        arguments: [
            [1_000_000_000, 1_000_000_000], [1 << 40], [0, 1 << 40], [.max, .max], [1 << 30, 1 << 30, 0],
            [Int](repeating: 2, count: 9),
        ])
    func sizes(_ sizes: [Int]) { #expect(throws: LimitProblem.self) { try Shape(checking: sizes) } }

    @Test("what the system has not is a problem, too")
    func noMemory() throws {
        let shape = try Shape(checking: [2_000_000_000, 4_000_000])
        #expect(throws: LimitProblem.self) { try Primitive.zeros(.shape(shape), .none) }
    }

    @Test("a budget holds while operations run, and gets back what it lent")
    func budget() throws {
        let budget = MemoryBudget(limit: 100_000)
        try budget.whileCurrent {
            let x = try Primitive.zeros(.shape([100, 100]), .none)
            #expect(throws: LimitProblem.self) { try Primitive.add(.tensor(x), .tensor(x)) }
            #expect(budget.inUse > 80_000)
        }
        #expect(budget.inUse == 0)
    }

    @Test("lists that would lead to too many places are refused before there are any")
    func places() throws {
        let long = try Primitive.zeros(.shape([100_000]), .none)
        let tall = try Primitive.zeros(.shape([100_000, 1]), .none)
        let x = try Primitive.zeros(.shape([3, 3]), .none)
        try MemoryBudget(limit: 1_000_000_000).whileCurrent {
            #expect(throws: LimitProblem.self) { try Primitive.index(.tensor(x), .index([.list(long), .list(tall)])) }
        }
    }

    @Test("too many axes are a problem wherever they would arise")
    func rank() throws {
        let x = try Primitive.zeros(.shape([1, 1, 1, 1, 1, 1, 1, 1]), .none)
        #expect(throws: LimitProblem.self) { try Primitive.expandDims(.tensor(x), .wholes([0])) }
        #expect(throws: LimitProblem.self) { try Primitive.stack(.tensors([x]), .whole(0)) }
        #expect(throws: LimitProblem.self) { try Primitive.index(.tensor(x), .index([.newAxis])) }
    }
}

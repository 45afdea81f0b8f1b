import TensorEngine
import Testing

/// Long loops: no recursion, and memory in proportion to what was done.
@Suite("Long tapes")
struct LongTapeTests {
    @Test("a million operations are recorded, walked and freed")
    func million() throws {
        let budget = MemoryBudget(limit: .max)
        try budget.whileCurrent {
            let gradient = try grad { (x: Tensor) in
                var y = x
                for _ in 0..<1_000_000 { y = try y + x }
                return y
            }(Tensor(plainNumber: 1))
            #expect(gradient.element(0) == 1_000_001)
        }
        #expect(budget.inUse == 0)
    }

    /// The most that a body took at once, by trying limits.
    private func fits(_ limit: Int, _ body: () throws -> Void) -> Bool {
        let budget = MemoryBudget(limit: limit)
        return (try? budget.whileCurrent(body)) != nil
    }

    @Test("filling n elements takes memory in proportion to n")
    func filling() throws {
        func fill(_ n: Int) throws {
            let gradient = try grad { (x: Tensor) in
                var y = try Primitive.zeros(.shape([n]), .none)
                for i in 0..<n { try y.write(Double(i) * x, at: [.at(i)]) }
                return try Primitive.sum(y)
            }(Tensor(plainNumber: 1))
            #expect(gradient.element(0) == Double(n * (n - 1) / 2))
        }
        // n copies of n elements would be 32 MB for 2000.
        #expect(fits(3_000_000) { try fill(2000) })
    }

    @Test("a running update that reads what it wrote takes memory in proportion to n")
    func running() throws {
        let n = 2000
        let fitted = fits(4_000_000) {
            let gradient = try grad { (x: Tensor) in
                var y = try Primitive.full(.shape([n]), .tensor(x), .none)
                for i in 1..<n {
                    let before = try Primitive.index(.tensor(y), .index([.at(i - 1)]))
                    try y.write(before + x, at: [.at(i)])
                }
                return try Primitive.index(.tensor(y), .index([.at(n - 1)]))
            }(Tensor(plainNumber: 1))
            #expect(gradient.element(0) == Double(n))
        }
        #expect(fitted)
    }
}

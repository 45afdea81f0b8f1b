import TensorEngine
import Testing

/// Whole sentences: a message changes here first.
@Suite("Problems")
struct ProblemTests {
    private func zeros(_ sizes: Int...) throws -> Argument { .tensor(try Primitive.zeros(.shape(Shape(sizes)), .none)) }

    /// What a person reads: code, sentence, reasons.
    private func text(_ call: () throws -> Tensor) -> [String] {
        do {
            return ["\(try call().shape)"]
        } catch let problem as any Problem {
            return [problem.code, problem.sentence] + problem.reasons
        } catch { return ["\(error)"] }
    }

    @Test("of products name the inner sizes")
    func matmul() throws {
        let (x, w) = (try zeros(64, 3), try zeros(4, 10))
        #expect(
            text { try Primitive.matmul(x, w) } == [
                "shape-matmul", "the inner sizes differ: 3 and 4",
                "@ needs as many columns on its left as rows on its right",
            ])
    }

    @Test("of broadcasting name the sizes that meet")
    func broadcast() throws {
        let (a, b) = (try zeros(2, 3), try zeros(4))
        #expect(
            text { try Primitive.add(a, b) } == [
                "shape-broadcast", "the shapes (2, 3) and (4,) do not fit together",
                "from the last axis on, sizes must be equal or 1; here 3 meets 4",
            ])
    }

    @Test("of stretching both sides spell out both readings")
    func outer() throws {
        let (a, b) = (try zeros(64), try zeros(64, 1))
        #expect(
            text { try Primitive.subtract(a, b) } == [
                "shape-outer", "(64,) and (64, 1) would both be stretched to (64, 64)",
                "each with each, as in NumPy: reshape (64,) to (1, 64) first",
                "element by element: reshape (64, 1) to (64,) first",
            ])
        let (row, column) = (try zeros(1, 64), try zeros(64, 1))
        #expect(text { try Primitive.subtract(row, column) } == ["(64, 64)"])
    }

    @Test("of an empty side say that one never stretches to none")
    func empty() throws {
        let (a, b) = (try zeros(0), try zeros(1))
        #expect(
            text { try Primitive.add(a, b) } == [
                "shape-broadcast", "(0,) and (1,) do not fit together: one side is empty",
                "an axis of 1 is never stretched to 0; concat((a, b)) joins",
            ])
        let (batch, bias) = (try zeros(0, 3), try zeros(3))
        #expect(text { try Primitive.add(batch, bias) } == ["(0, 3)"])
    }

    @Test("of axes say which there are")
    func axis() throws {
        let x = try zeros(2, 3)
        #expect(
            text { try Primitive.sum(x, .wholes([2]), .flag(false)) } == [
                "shape-axis", "there is no axis 2 in (2, 3)", "it has axes 0 to 1, or -2 to -1 from the end",
            ])
        #expect(
            text { try Primitive.softmax(x, .none) } == [
                "shape-axis", "softmax of (2, 3) needs an axis", "it has 2 axes; write axis=-1 for the last",
            ])
    }

    @Test("of reshaping count the elements")
    func reshape() throws {
        let x = try zeros(2, 3)
        #expect(
            text { try Primitive.reshape(x, .wholes([4, 2])) } == [
                "shape-reshape", "(2, 3) cannot become (4, 2)", "it has 6 elements, and 4 * 2 = 8",
            ])
        #expect(
            text { try Primitive.reshape(x, .wholes([4, -1])) } == [
                "shape-reshape", "(2, 3) cannot become (4, -1)", "6 elements do not divide by 4",
            ])
    }

    @Test("of indexes say which there are")
    func index() throws {
        let x = try zeros(3)
        #expect(
            text { try Primitive.index(x, .index([.at(3)])) } == [
                "index-range", "there is no entry 3 along axis 0, which has 3",
                "indexes run from 0 to 2, or from -3 to -1 counted from the end",
            ])
        let half = try Tensor([1.5])
        #expect(
            text { try Primitive.index(x, .index([.list(half)])) }.prefix(2) == ["index-whole", "1.5 is not whole"])
    }

    @Test("of types say what would do")
    func types() throws {
        let mask = Argument.tensor(try Tensor([2], [0, 1], dtype: .bool))
        #expect(text { try Primitive.subtract(mask, mask) }.first == "type-truth")
        #expect(text { try Primitive.negative(mask) }.first == "type-truth")
        let numbers = try zeros(2)
        #expect(
            text { try Primitive.logicalAnd(numbers, mask) }.prefix(2) == [
                "type-logical", "& takes truth values, not float64",
            ])
    }

    @Test("of singular matrices say so")
    func singular() throws {
        let x = try zeros(2, 2)
        #expect(text { try Primitive.inv(x) }.prefix(2) == ["value-singular", "inv of a singular matrix"])
        #expect(
            text { try Primitive.max(zeros(0), .none, .flag(false)) }.prefix(2) == [
                "shape-empty", "max of nothing: the shape is (0,)",
            ])
    }
}

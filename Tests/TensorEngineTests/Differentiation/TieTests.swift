import TensorEngine
import Testing

@Suite("Ties and kinks")
struct TieTests {
    private func gradient(
        _ x: [Double], _ shape: Shape? = nil, _ f: @escaping (Tensor) throws -> Tensor
    ) throws -> [Double] {
        try grad(f)(Tensor(shape ?? [x.count], x)).elements
    }

    private func at(_ x: Double, _ f: @escaping (Tensor) throws -> Tensor) throws -> Double {
        try grad(f)(Tensor(plainNumber: x)).element(0)
    }

    @Test("max and min take the first winner in row-major order")
    func extremes() throws {
        #expect(try gradient([1, 3, 3, 2]) { try Primitive.max($0) } == [0, 1, 0, 0])
        #expect(try gradient([2, 1, 1]) { try Primitive.min($0) } == [0, 1, 0])
        let byColumn = try gradient([5, 5, 5, 5], [2, 2]) {
            try Primitive.sum(Primitive.max(.tensor($0), .wholes([0]), .flag(false)))
        }
        #expect(byColumn == [1, 1, 0, 0])
        let ofBoth = try gradient([5, 5, 5, 5], [2, 2]) {
            try Primitive.max(.tensor($0), .wholes([1, 0]), .flag(false))
        }
        #expect(ofBoth == [1, 0, 0, 0])
    }

    @Test("maximum and minimum give equals to the first operand")
    func binary() throws {
        let zero = try Tensor(plainNumber: 0)
        #expect(try at(0) { try Primitive.maximum($0, zero) } == 1)
        #expect(try at(0) { try Primitive.maximum(zero, $0) } == 0)
        #expect(try at(0) { try Primitive.minimum($0, zero) } == 1)
    }

    @Test("relu, abs, sign, step and roundings are flat where they have no derivative")
    func kinks() throws {
        for f in [Primitive.relu, .abs, .sign, .step, .floor, .ceil, .round] {
            #expect(try at(0) { try f($0) } == 0, "\(f.name)")
        }
        #expect(try at(0) { try Primitive.leakyReLU(.tensor($0), .number(0.1)) } == 0.1)
    }

    @Test("powers are as in JAX at 0")
    func powers() throws {
        func slope(_ x: Double, _ c: Double) throws -> Double {
            try at(x) { try Primitive.power($0, Tensor(plainNumber: c)) }
        }
        #expect(try slope(0, 0) == 0)
        #expect(try slope(3, 0) == 0)
        #expect(try slope(0, 1) == 1)
        #expect(try slope(0, 2) == 0)
        #expect(try slope(0, 0.5) == .infinity)
        // the exponent's: 0^b ln 0 counts as 0
        #expect(try at(2) { try Primitive.power(Tensor(plainNumber: 0), $0) } == 0)
        // with both traced, no NaN comes from 0 times inf
        let both = try grad { (x: [Tensor]) in try Primitive.power(x[0], x[1]) }(
            [Tensor(plainNumber: 0), Tensor(plainNumber: 0)])
        #expect(both.map { $0.element(0) } == [0, 0])
    }

    @Test("second derivatives of powers are right at 0")
    func secondPowers() throws {
        #expect(try at(0) { try grad { try Primitive.power($0, Tensor(plainNumber: 2)) }($0) } == 2)
        #expect(try at(0) { try grad { try Primitive.power($0, Tensor(plainNumber: 1)) }($0) } == 0)
    }

    @Test("the norm of nothing has no direction")
    func norm() throws {
        #expect(try gradient([0, 0]) { try Primitive.norm($0) } == [0, 0])
        #expect(Agreement.of(try gradient([3, 4]) { try Primitive.norm($0) }, [0.6, 0.8]) == nil)
    }

    @Test("a product with zeros has its derivative")
    func products() throws {
        #expect(try gradient([2, 0, 5]) { try Primitive.prod($0) } == [0, 10, 0])
        #expect(try gradient([0, 0, 5]) { try Primitive.prod($0) } == [0, 0, 0])
    }

    @Test("pooling takes the first winner, and padding never wins")
    func pools() throws {
        func pool(_ x: [Double], _ shape: Shape, padding: Int) throws -> [Double] {
            try gradient(x, shape) {
                try Primitive.sum(
                    Primitive.maxPool2d(
                        .tensor($0), .whole(2), .none, .whole(padding), .whole(1), .flag(false), .flag(false)))
            }
        }
        #expect(try pool([7, 7, 7, 7], [2, 2], padding: 0) == [1, 0, 0, 0])
        let lowest = -Double.infinity
        #expect(try pool([lowest, lowest, lowest, lowest], [2, 2], padding: 1) == [1, 1, 1, 1])
        #expect(try pool([1, .nan, 9, 2], [2, 2], padding: 0) == [0, 1, 0, 0])
    }

    @Test("a window of padding alone owes nothing to anyone")
    func emptyWindow() throws {
        let gradient = try gradient([3], [1, 1]) {
            try Primitive.sum(
                Primitive.maxPool2d(
                    .tensor($0), .whole(2), .whole(1), .whole(2), .whole(3), .flag(false), .flag(false)))
        }
        // Along each axis the windows read -2 and 1, then -1 and 2, and there is only element 0.
        #expect(gradient == [0])
    }

    @Test("of places written twice the last value counts")
    func lastWrite() throws {
        let items = [IndexItem.list(try Tensor([0, 0]))]
        let gradient = try gradient([5, 6]) {
            try Primitive.sum(Primitive.indexUpdate(.tensor(Tensor([1, 2])), .index(items), .tensor($0)))
        }
        #expect(gradient == [0, 1])
    }

    @Test("the determinant of a singular matrix has its derivative")
    func singular() throws {
        #expect(try gradient([1, 2, 2, 4], [2, 2]) { try Primitive.det($0) } == [4, -2, -2, 1])
    }

    @Test("sqrt of a mask's other branch stays out")
    func branches() throws {
        let gradient = try gradient([-1, 4]) { x in
            let positive = try Primitive.greater(x, Tensor(plainNumber: 0))
            return try Primitive.sum(Primitive.where(.tensor(positive), .tensor(x), .tensor(Tensor(plainNumber: 0))))
        }
        #expect(gradient == [0, 1])
    }
}

import TensorEngine
import Testing

@Suite("Transforms")
struct TransformTests {
    private func number(_ value: Double) throws -> Tensor { try Tensor(plainNumber: value) }

    @Test("grad is with respect to one argument or to several")
    func several() throws {
        let f = { (x: [Tensor]) in try Primitive.log(x[0]) + x[0] * x[1] - Primitive.sin(x[1]) }
        let (value, gradients) = try valueAndGrad(f)([number(2), number(5)])
        #expect(Agreement.of([value.element(0)], [11.652071455223084]) == nil)
        #expect(Agreement.of(gradients.map { $0.element(0) }, [5.5, 1.7163378145367738]) == nil)
    }

    @Test("a constant has gradient 0, and nothing accumulates between calls")
    func constants() throws {
        let three = try number(3)
        let f = grad { (_: Tensor) in three }
        #expect(try f(number(1)).element(0) == 0)
        let square = grad { (x: Tensor) in try x * x }
        for _ in 0..<3 { #expect(try square(three).element(0) == 6) }
    }

    @Test("the same tensor as argument and as constant is told apart")
    func captured() throws {
        let c = try number(3)
        #expect(try grad { (x: Tensor) in try x * c }(c).element(0) == 3)
    }

    @Test("derivatives nest, and do not confuse each other")
    func nesting() throws {
        // d/dx of x d/dy (x + y) is 1, and 2 where the two derivatives are confused.
        let f = grad { (x: Tensor) in try x * grad { (y: Tensor) in try x + y }(x) }
        #expect(try f(number(1)).element(0) == 1)
        let mixed = grad { (x: Tensor) in try grad { (y: Tensor) in try x * x * y * y }(x) }
        // d/dx of 2 x^3
        #expect(try mixed(number(2)).element(0) == 24)
    }

    /// From SymPy: `diff(f, x, k).subs(x, Rational(7, 10)).evalf(25)` for k = 1, 2, 3.
    static let scalars: [(String, @Sendable (Tensor) throws -> Tensor, [Double])] = [
        (
            "sin(x) x^3", { try Primitive.sin($0) * Primitive.power($0, Tensor(plainNumber: 3)) },
            [1.2093408704779853, 4.73338365029217, 10.398976812253903]
        ),
        (
            "exp(sin(x))", { try Primitive.exp(Primitive.sin($0)) },
            [1.4566392950360747, -0.11281116823489049, -3.419707631274328]
        ),
        (
            "log(1 + x^2)", { try Primitive.log($0 * $0 + 1) },
            [0.9395973154362416, 0.45943876401963873, -2.1245793088103837]
        ),
        (
            "tanh(x) / x", { try Primitive.tanh($0) / $0 },
            [-0.3266327839376377, -0.1628096317380587, 0.8714588179963038]
        ),
        (
            "sqrt(x) exp(-x)", { try Primitive.sqrt($0) * Primitive.exp(-$0) },
            [-0.11870659241330075, -0.39003594650084533, 1.5649889530406589]
        ),
        (
            "sigmoid(x)", { try Primitive.sigmoid($0) },
            [0.22171287329310904, -0.07457878844034181, -0.07322671581020831]
        ),
        (
            "x^2.5", { try Primitive.power($0, Tensor(plainNumber: 2.5)) },
            [1.4641550464346322, 3.137475099502783, 2.241053642501988]
        ),
        ("x^x", { try Primitive.power($0, $0) }, [0.5011861886935787, 1.4353626510390711, 0.7654552712144113]),
        (
            "arctan(x) cosh(x)", { try Primitive.arctan($0) * Primitive.cosh($0) },
            [1.3056820686684643, 0.993285090408191, 1.9120528071483498]
        ),
        (
            "softplus(x)", { try Primitive.softplus($0) },
            [0.6681877721681662, 0.22171287329310904, -0.07457878844034181]
        ),
    ]

    @Test("third derivatives agree with SymPy", arguments: scalars.indices)
    func third(_ position: Int) throws {
        let (name, f, expected) = Self.scalars[position]
        let x = try number(0.7)
        let orders = [grad(f), grad(grad(f)), grad(grad(grad(f)))]
        let found = try orders.map { try $0(x).element(0) }
        #expect(Agreement.of(found, expected, tolerance: 1e-11) == nil, "\(name)")
    }

    @Test("jvp agrees with vjp, and nests")
    func products() throws {
        let f = { (x: Tensor) in try Primitive.sin(x) * Primitive.sum(x) }
        let (x, v, u) = (try Tensor([1, 2, 3]), try Tensor([0.5, -1, 2]), try Tensor([1, 0.25, -3]))
        let forward = try jvp(f, x, v), backward = try vjp(f, x, u)
        #expect(forward.value.elements == backward.value.elements)
        let left = zip(forward.product.elements, u.elements).reduce(0) { $0 + $1.0 * $1.1 }
        let right = zip(backward.product.elements, v.elements).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(left - right) < 1e-12)
        let nested = grad { (x: Tensor) in try jvp({ try $0 * $0 * $0 }, x, Tensor(plainNumber: 1)).product }
        #expect(try nested(number(2)).element(0) == 12)
    }

    @Test("the Jacobian is the same by rows and by columns")
    func jacobians() throws {
        let wide = { (x: Tensor) in try Primitive.index(.tensor(x * x), .index([.slice(start: 0, stop: 2, step: nil)]))
        }
        let byRows = try jacobian(wide)(Tensor([1, 2, 3]))
        #expect(byRows.shape == [2, 3])
        #expect(byRows.elements == [2, 0, 0, 0, 4, 0])
        let tall = { (x: Tensor) in try Primitive.concat(.tensors([x * x, 3 * x]), .whole(0)) }
        let byColumns = try jacobian(tall)(Tensor([1, 2]))
        #expect(byColumns.shape == [4, 2])
        #expect(byColumns.elements == [2, 0, 0, 4, 3, 0, 0, 3])
    }

    @Test("Jacobians nest and Hessians are symmetric")
    func hessians() throws {
        let f = { (x: Tensor) in try Primitive.logsumexp(x) }
        let p = try Primitive.softmax(Tensor([1, 2, 0.5])).elements
        let expected = (0..<9).map { (i: Int) in (i / 3 == i % 3 ? p[i / 3] : 0) - p[i / 3] * p[i % 3] }
        #expect(Agreement.of(try hessian(f)(Tensor([1, 2, 0.5])).elements, expected) == nil)
        let third = try jacobian(hessian { try Primitive.sum($0 * $0 * $0) })(Tensor([1, 2]))
        #expect(third.shape == [2, 2, 2])
        #expect(third.elements == [6, 0, 0, 0, 0, 0, 0, 6])
    }

    @Test("numeric gradients agree, central better than forward, and are float64")
    func numeric() throws {
        let f = { (x: Tensor) in try Primitive.sum(Primitive.exp(x)) }
        let x = try Tensor([2], [0.5, 1], dtype: .float32)
        let exact = try grad(f)(x.converted(to: .float64)).elements
        let central = try numericGradient(f, at: x), forward = try numericGradient(f, at: x, method: .forward)
        #expect(central.dtype == .float64)
        #expect(Agreement.of(central.elements, exact, tolerance: 1e-9) == nil)
        #expect(Agreement.of(forward.elements, exact, tolerance: 1e-5) == nil)
        #expect(abs(forward.element(1) - exact[1]) > abs(central.element(1) - exact[1]))
    }

    @Test("the gradient of several numbers is refused and offers what there is")
    func scalar() throws {
        let error = #expect(throws: GradProblem.self) { try grad { (x: Tensor) in try x * x }(Tensor([1, 2])) }
        #expect(error?.code == "grad-scalar")
        #expect(error?.mend?.contains("jacobian") == true)
        #expect(error?.reasons.contains { $0.contains("sum") } == true)
    }

    @Test("comparisons are masks inside a derivative, and no derivative alone")
    func comparisons() throws {
        let relu = { (x: Tensor) in try Primitive.sum(x * Primitive.greater(x, Tensor(plainNumber: 0))) }
        #expect(try grad(relu)(Tensor([-1, 2])).elements == [0, 1])
        #expect(try hessian(relu)(Tensor([-1, 2])).elements == [0, 0, 0, 0])
        let count = { (x: Tensor) in try Primitive.sum(Primitive.greater(x, Tensor(plainNumber: 0))) }
        #expect(throws: GradProblem.self) { try grad(count)(Tensor([-1, 2])) }
    }

    @Test("seeds of another shape are refused")
    func seeds() throws {
        #expect(throws: GradProblem.self) { try vjp({ try $0 * $0 }, Tensor([1, 2]), Tensor([1])) }
        #expect(throws: GradProblem.self) { try jvp({ try $0 * $0 }, Tensor([1, 2]), Tensor([1])) }
    }

    @Test("a traced tensor that outlives its tape is a constant")
    func escaped() throws {
        nonisolated(unsafe) var leaked: Tensor?
        _ = try grad { (x: Tensor) in
            leaked = try x * x
            return try 2 * x
        }(number(3))
        let nine = try #require(leaked)
        #expect(nine.element(0) == 9)
        #expect(try grad { (x: Tensor) in try x * nine }(number(1)).element(0) == 9)
    }

    @Test("writing to a traced tensor is recorded")
    func writing() throws {
        let f = grad { (x: Tensor) in
            var y = x
            try y.write(x * x, at: [.slice(start: nil, stop: nil, step: nil)])
            try y.write(Tensor(plainNumber: 7), at: [.at(0)])
            return try Primitive.sum(y)
        }
        #expect(try f(Tensor([1, 2, 3])).elements == [0, 4, 6])
        let appended = grad { (x: Tensor) in
            var y = try Tensor([1, 2])
            try y.appendRow(x)
            return try Primitive.sum(y * y)
        }
        #expect(try appended(number(3)).element(0) == 6)
    }
}

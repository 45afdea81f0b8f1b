import ConvLabKit
import Testing

/// Derivatives of Swift closures, as a package uses them that knows the library product alone.
@Suite("Closures are differentiated without the language")
struct DerivativeTests {
    @Test("grad of a function of a vector, and of several arguments")
    func gradients() throws {
        let square = { (x: Tensor) in try Primitive.sum(x * x) }
        #expect(try grad(square)(Tensor([1, 2, 3])).elements == [2, 4, 6])
        // S0-01: ln(x1) + x1 x2 - sin(x2) at (2, 5)
        let slide = { (x: [Tensor]) in try Primitive.ln(x[0]) + x[0] * x[1] - Primitive.sin(x[1]) }
        let found = try grad(slide)([Tensor(plainNumber: 2), Tensor(plainNumber: 5)]).map { $0.element(0) }
        #expect(abs(found[0] - 5.5) < 1e-12 && abs(found[1] - (2 - 0.28366218546322625)) < 1e-12)
    }

    @Test("grad nests to any order")
    func nested() throws {
        let power = { (x: Tensor) in try x * x * x * x }
        let at = try Tensor(plainNumber: 1.5)
        #expect(try grad(power)(at).element(0) == 4 * 3.375)
        #expect(try grad(grad(power))(at).element(0) == 12 * 2.25)
        #expect(try grad(grad(grad(power)))(at).element(0) == 24 * 1.5)
    }

    @Test("The Jacobian of softmax is diag(s) - s s^T")
    func softmaxJacobian() throws {
        let x = try Tensor([1, 2, 3])
        let softmax = { (x: Tensor) in try Primitive.softmax(.tensor(x), .none) }
        let s = try softmax(x).elements, rows = try jacobian(softmax)(x)
        #expect(rows.shape == [3, 3])
        for i in 0..<3 {
            for j in 0..<3 {
                #expect(abs(rows.element(3 * i + j) - s[i] * ((i == j ? 1 : 0) - s[j])) < 1e-15)
            }
        }
    }

    @Test("The Jacobian of a gradient is the Hessian, and vjp and jvp are its products with vectors")
    func products() throws {
        let cube = { (x: Tensor) in try Primitive.sum(x * x * x) }
        #expect(try jacobian(grad(cube))(Tensor([1, 2])).elements == [6, 0, 0, 12])
        let squares = { (x: Tensor) in try x * x }
        #expect(try vjp(squares, Tensor([1, 2]), Tensor([1, 10])).product.elements == [2, 40])
        #expect(try jvp(squares, Tensor([1, 2]), Tensor([1, 0])).product.elements == [2, 0])
        let (value, gradient) = try valueAndGrad(cube)(Tensor([1, 2]))
        #expect(value.element(0) == 9 && gradient.elements == [3, 12])
    }

    @Test("Loops and branches are what Swift makes of them; difference quotients agree")
    func control() throws {
        let f = { (x: Tensor) -> Tensor in
            var y = x
            for round in 0..<3 { y = round == 1 ? try Primitive.sin(y) : try y * y + x }
            return try Primitive.sum(y)
        }
        let x = try Tensor([0.3, -0.7]), h = 1e-6
        let slopes = try grad(f)(x).elements
        for place in 0..<2 {
            var up = x.elements, down = x.elements
            up[place] += h
            down[place] -= h
            let quotient = try (f(Tensor(up)).element(0) - f(Tensor(down)).element(0)) / (2 * h)
            #expect(abs(slopes[place] - quotient) < 1e-8)
        }
    }

    @Test("A gradient of more than one number is refused, with a reason")
    func refused() throws {
        #expect { try grad { (x: Tensor) in try x * x }(Tensor([1, 2])) } throws: { error in
            (error as? any Problem)?.code == "grad-scalar"
        }
    }
}

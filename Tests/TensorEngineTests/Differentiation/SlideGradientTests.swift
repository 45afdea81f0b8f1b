import TensorEngine
import Testing

/// The derivatives that the slides print, or that follow from them.
@Suite("Derivatives on the slides")
struct SlideGradientTests {
    private let a = [1.0, 2, 3, 4, 5, 6, 7, 8, 9]
    private let upstream = [0.0, 2, -1, 1, -2, 0, 2, -1, 1, -2, 0, 2, -1, 1, -2, 0]
    private let excitations = [-1.0, 2, -3, -4, 3, 1, -2, -5, 0, -1, 5, 4, 2, 2, 6, 7]

    private func matrix(_ rows: Int, _ values: [Double]) throws -> Tensor {
        try Tensor([rows, values.count / rows], values)
    }

    private func kernel() throws -> Tensor { try matrix(2, [1, 2, 3, 4]) }

    @Test("S0-12, S0-13: the softmax Jacobian")
    func softmax() throws {
        let x = try Primitive.log(Tensor([1, 2, 3]))
        let jacobian = try jacobian { try Primitive.softmax($0) }(x)
        #expect(Agreement.of(jacobian.elements.map { $0 * 36 }, [5, -2, -3, -2, 8, -6, -3, -6, 9]) == nil)
    }

    @Test("S0-14: the softmax Jacobian times a vector, backward without building it")
    func softmaxProduct() throws {
        let x = try Primitive.log(Tensor([1, 2, 3]))
        let product = try vjp({ try Primitive.softmax($0) }, x, Tensor([1, 0, 0])).product
        #expect(Agreement.of(product.elements, [5.0 / 36, -2.0 / 36, -3.0 / 36]) == nil)
    }

    @Test("S0-33: the sum of a correlation")
    func sumOfCorrelation() throws {
        let gradients = try grad { (x: [Tensor]) in try Primitive.sum(Primitive.conv2d(x[0], x[1])) }(
            [matrix(3, a), kernel()])
        #expect(gradients[0].elements == [1, 3, 2, 4, 10, 6, 3, 7, 4])
        #expect(gradients[1].elements == [12, 16, 24, 28])
    }

    @Test("S1-53, S1-56: kernel and input gradient of a correlation")
    func correlation() throws {
        let owed = try matrix(2, [1, 0, 2, -1])
        let products = try vjp({ [try Primitive.conv2d($0[0], $0[1])] }, [matrix(3, a), kernel()], [owed]).products
        #expect(products[0].elements == [1, 2, 0, 5, 7, -2, 6, 5, -4])
        #expect(products[1].elements == [4, 6, 10, 12])
    }

    @Test("S1-56: zeros behind the image, so that the result has its size")
    func padded() throws {
        let gradient = try grad { (x: Tensor) in
            let wide = try Primitive.pad(
                .tensor(x), .nested([[0, 2], [0, 2]]), .choice("constant"), .number(0), .none)
            return try Primitive.sum(Primitive.conv2d(wide, matrix(3, a)))
        }(matrix(5, (1...25).map(Double.init)))
        let rows: [Double] = [1, 3, 6, 6, 6, 5, 12, 21, 21, 21] + [12, 27, 45, 45, 45].repeated(3)
        #expect(gradient.elements == rows)
    }

    @Test("S1-59: the input gradient of a convolution is a correlation")
    func dual() throws {
        let owed = try matrix(2, [1, 0, 2, -1])
        let product = try vjp(
            { x in
                try Primitive.convolve2d(
                    .tensor(x), .tensor(kernel()), .choice("valid"), .choice("fill"), .number(0))
            }, matrix(3, a), owed
        ).product
        #expect(product.elements == [4, 3, 0, 10, 3, -3, 4, 0, -1])
    }

    @Test("S2-20, S2-24, S2-27: a full convolution")
    func fullConvolution() throws {
        let products = try vjp(
            { x in
                [try Primitive.convolve2d(.tensor(x[0]), .tensor(x[1]), .choice("full"), .choice("fill"), .number(0))]
            }, [matrix(3, a), kernel()], [matrix(4, upstream)]
        ).products
        #expect(products[0].elements == [-2, 8, 3, -7, -2, 8, -2, -7, -2])
        #expect(products[1].elements == [-4, 11, -19, -4])
    }

    @Test("S2-33: what reaches a maximum of relus")
    func maxPool() throws {
        let owed = try matrix(2, [10, 20, 30, 40])
        let product = try vjp(
            { x in
                try Primitive.maxPool2d(
                    .tensor(Primitive.relu(x)), .whole(2), .none, .whole(0), .whole(1), .flag(false), .flag(false))
            }, matrix(4, excitations), owed
        ).product
        #expect(product.elements == [0, 0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 30, 0, 0, 40])
    }

    @Test("S2-34: what reaches a mean of relus")
    func averagePool() throws {
        let owed = try matrix(2, [10, 20, 30, 40])
        let pooled = try vjp(
            { x in
                try Primitive.avgPool2d(
                    .tensor(Primitive.relu(x)), .whole(2), .none, .whole(0), .flag(false), .flag(true), .flag(false))
            }, matrix(4, excitations), owed)
        #expect(pooled.value.elements == [1.5, 0, 1, 5.5])
        #expect(pooled.product.elements == [0, 2.5, 0, 0, 2.5, 2.5, 0, 0, 0, 0, 10, 10, 7.5, 7.5, 10, 10])
    }
}

extension [Double] {
    fileprivate func repeated(_ count: Int) -> [Double] { (0..<count).flatMap { _ in self } }
}

/// The kernel of an operation that goes element by element, for whoever needs nothing else of the operation.
enum DirectKernel: Sendable {
    case unary(UnaryKernel)
    case binary(BinaryKernel)
    case comparison(ComparisonKernel)
}

// Of single numbers, by the same kernels.
extension UnaryKernel {
    func value(_ x: Double) -> Double {
        var (x, y) = (x, 0.0)
        f64(1, &x, &y)
        return y
    }
}

extension BinaryKernel {
    func value(_ a: Double, _ b: Double) -> Double {
        var (a, b, y) = (a, b, 0.0)
        f64(1, &a, 0, &b, 0, &y)
        return y
    }
}

extension ComparisonKernel {
    func value(_ a: Double, _ b: Double) -> Bool {
        var (a, b, y) = (a, b, UInt8(0))
        f64(1, &a, 0, &b, 0, &y)
        return y != 0
    }
}

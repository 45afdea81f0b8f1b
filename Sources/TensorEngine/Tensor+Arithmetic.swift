/// The operators, as the language has them; each may refuse, so each is written with `try`.
extension Tensor {
    public static func + (a: Tensor, b: Tensor) throws -> Tensor { try Primitive.add(a, b) }
    public static func - (a: Tensor, b: Tensor) throws -> Tensor { try Primitive.subtract(a, b) }
    public static func * (a: Tensor, b: Tensor) throws -> Tensor { try Primitive.multiply(a, b) }
    public static func / (a: Tensor, b: Tensor) throws -> Tensor { try Primitive.divide(a, b) }
    public static prefix func - (x: Tensor) throws -> Tensor { try Primitive.negative(x) }

    public static func + (a: Tensor, b: Double) throws -> Tensor { try Primitive.add(a, b) }
    public static func - (a: Tensor, b: Double) throws -> Tensor { try Primitive.subtract(a, b) }
    public static func * (a: Tensor, b: Double) throws -> Tensor { try Primitive.multiply(a, b) }
    public static func / (a: Tensor, b: Double) throws -> Tensor { try Primitive.divide(a, b) }
    public static func + (a: Double, b: Tensor) throws -> Tensor { try Primitive.add(a, b) }
    public static func - (a: Double, b: Tensor) throws -> Tensor { try Primitive.subtract(a, b) }
    public static func * (a: Double, b: Tensor) throws -> Tensor { try Primitive.multiply(a, b) }
    public static func / (a: Double, b: Tensor) throws -> Tensor { try Primitive.divide(a, b) }
}

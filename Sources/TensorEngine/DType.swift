/// The type of a tensor's elements.
public enum DType: UInt8, Sendable, CaseIterable, CustomStringConvertible {
    case bool, float32, float64

    public var byteCount: Int {
        switch self {
        case .bool: 1
        case .float32: 4
        case .float64: 8
        }
    }

    public var isFloat: Bool { self != .bool }

    public var description: String {
        switch self {
        case .bool: "bool"
        case .float32: "float32"
        case .float64: "float64"
        }
    }

    /// What two tensors become together: the wider of the two, as in NumPy.
    public static func wider(_ a: DType, _ b: DType) -> DType { a.rawValue >= b.rawValue ? a : b }
}

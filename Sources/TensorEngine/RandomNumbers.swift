/// Philox 4x32-10. (to be written)
public struct RandomNumbers: Sendable {
    public init(seed: UInt64) {}
}

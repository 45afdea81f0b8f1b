/// A small generator with a fixed seed (xorshift), so that a failure can be repeated.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    mutating func roll(_ sides: Int) -> Int { Int(next() >> 33) % max(1, sides) }

    mutating func chance(_ share: Double) -> Bool { Double(next() >> 11) * 0x1p-53 < share }

    /// - Precondition: there is something to pick.
    mutating func pick<Element>(_ items: [Element]) -> Element { items[roll(items.count)] }
}

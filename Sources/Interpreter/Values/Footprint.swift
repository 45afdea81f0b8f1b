import TensorEngine

/// What values take on the heap, in bytes: what a memory limit counts.
///
/// A little above the truth rather than below it: an object's header, the allocator's own, its rounding, and buffers by
/// how far they may have grown.
enum Footprint {
    static let value = MemoryLayout<Value>.stride
    /// An object with a few fields.
    static let object = 64
    /// What the library and the allocator add to a buffer.
    static let buffer = 48
    /// An entry of a dict: its place among the keys, its place in the table, and the room that both keep free.
    static let entry = 160

    /// A buffer of values.
    static func values(_ count: Int) -> Int { count == 0 ? 0 : buffer + count * value }

    /// A string's buffer; short ones stand in the string itself.
    static func text(_ string: String) -> Int {
        let count = string.utf8.count
        return count > 15 ? buffer + count : 0
    }
}

/// Finds a text in others by its bytes, as Python does, in time that grows with the lengths and not with their product.
///
/// Source: Knuth, Morris, Pratt: Fast pattern matching in strings (1977).
struct TextSearch {
    private let part: [UInt8]
    /// For each byte of the part: where to go on in it when the next one differs.
    private let fallbacks: [Int]

    /// What a search for such a part takes in memory.
    static func footprint(_ part: String) -> Int { part.utf8.count * 10 }

    /// - Parameter part: not empty.
    init(_ part: String) {
        let bytes = Array(part.utf8)
        var fallbacks = [0]
        fallbacks.reserveCapacity(bytes.count)
        var length = 0
        for byte in bytes.dropFirst() {
            while length > 0, byte != bytes[length] { length = fallbacks[length - 1] }
            if byte == bytes[length] { length += 1 }
            fallbacks.append(length)
        }
        self.part = bytes
        self.fallbacks = fallbacks
    }

    /// Calls `body` with what stands between the occurrences.
    func forEachGap(in text: String, _ body: (Substring) throws -> Void) rethrows {
        var start = text.startIndex
        while let found = firstOccurrence(in: text[start...]) {
            try body(text[start..<found])
            start = text.utf8.index(found, offsetBy: part.count)
        }
        try body(text[start...])
    }

    func isIn(_ text: String) -> Bool { firstOccurrence(in: text[...]) != nil }

    func firstOccurrence(in text: Substring) -> String.Index? {
        var text = text
        let offset = text.withUTF8 { bytes -> Int? in
            var length = 0
            for (position, byte) in bytes.enumerated() {
                while length > 0, byte != part[length] { length = fallbacks[length - 1] }
                if byte == part[length] { length += 1 }
                if length == part.count { return position + 1 - length }
            }
            return nil
        }
        return offset.map { text.utf8.index(text.startIndex, offsetBy: $0) }
    }
}

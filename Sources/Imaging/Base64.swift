/// Bytes as letters, by RFC 4648, for pictures within text.
package func base64(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
        let bits = group[0] << 16 | group[1] << 8 | group[2]
        let letters = [18, 12, 6, 0].map { base64Alphabet[bits >> $0 & 63] }
        let count = min(3, bytes.count - start) + 1
        text += letters[..<count]
        text += Array(repeating: UInt8(ascii: "="), count: 4 - count)
    }
    return String(decoding: text, as: UTF8.self)
}

private let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// Writes texts that follow no grammar: tokens in any order, and programs with pieces cut, doubled and exchanged.
struct TokenSoup {
    private var dice: Dice

    init(seed: Int) { dice = Dice(seed: seed) }

    mutating func soup() -> String {
        (0..<(5 + dice.roll(60))).map { _ in dice.pick(Self.tokens) }.joined(separator: dice.pick(["", " ", " "]))
    }

    mutating func mutated(_ program: String) -> String {
        var bytes = Array(program.utf8)
        for _ in 0...dice.roll(4) { mutate(&bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let start = dice.roll(bytes.count)
        let end = min(bytes.count, start + dice.roll(12))
        switch dice.roll(6) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(contentsOf: bytes[start..<end], at: dice.roll(bytes.count))
        case 2: bytes.insert(contentsOf: dice.pick(Self.tokens).utf8, at: start)
        case 3: bytes[start] = UInt8(truncatingIfNeeded: dice.roll(256))
        case 4: bytes.swapAt(start, dice.roll(bytes.count))
        default: bytes.removeLast(bytes.count - start)
        }
    }

    private static let tokens = [
        "def", "for", "in", "if", "else", "elif", "while", "return", "use", "layer", "lambda", "expect", "agree", "check",
        "within", "assert", "pass", "and", "or", "not", "is", "None", "True", "x", "f", "range", "zeros", "sum", "(", ")", "[",
        "]", "{", "}", ":", ",", ".", ";", "=", "==", "->", "|>", "+", "-", "*", "**", "/", "//", "%", "@", "~", "&", "<", ">=",
        "+=", "...", "\n", "\n    ", "\n  ", "1", "0.5", "1e999", "1_0", "0x1f", "\"a\"", "'", "\"\"\"", "f\"{", "}\"", "#>", "#!",
        "#>~", "#", "\\", "\t", "\r\n", "\u{0}", "é", "−", "×", "“", "👩‍👧", "\u{FEFF}", "$", "?", "!", "`",
    ]
}

extension String {
    /// The number of terminal columns that the text takes; a tab counts as one.
    package var displayWidth: Int {
        // Nearly every line of a program is ASCII, where a byte is a column (but CR LF would be one character).
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.displayWidth }
    }
}

extension Character {
    /// The number of terminal columns that the character takes: 0, 1 or 2.
    package var displayWidth: Int {
        if isASCII { return utf8.count }
        var width = 0
        for scalar in unicodeScalars { width = max(width, scalar.displayWidth) }
        return width
    }
}

extension Unicode.Scalar {
    fileprivate var displayWidth: Int {
        if value < 0x300 { return value == 0xAD ? 0 : 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return value == 0xFE0F ? 2 : 0
        case .format: return 0
        default: return isWide ? 2 : 1
        }
    }

    /// East Asian wide and fullwidth, and the emoji that terminals draw in two columns.
    private var isWide: Bool {
        guard value >= 0x1100 else { return false }
        if properties.isEmojiPresentation { return true }
        return Self.wideRanges.contains { $0.contains(value) }
    }

    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F1E6...0x1F1FF, 0x20000...0x3FFFD,
    ]
}

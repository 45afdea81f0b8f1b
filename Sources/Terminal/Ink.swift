/// How a piece of text looks on a terminal.
package struct Look: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let bold = Look(rawValue: 1)
    package static let dim = Look(rawValue: 2)
    package static let italic = Look(rawValue: 4)
    package static let underlined = Look(rawValue: 8)
    package static let red = Look(rawValue: 16)
    package static let green = Look(rawValue: 32)
    package static let yellow = Look(rawValue: 64)
    package static let blue = Look(rawValue: 128)
    package static let magenta = Look(rawValue: 256)
    package static let cyan = Look(rawValue: 512)

    /// The sixteen basic colours follow the theme of the reader's terminal, so they can be read on any background.
    private static let codes: [(look: Look, code: String)] = [
        (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underlined, "4"), (.red, "31"), (.green, "32"), (.yellow, "33"),
        (.blue, "34"), (.magenta, "35"), (.cyan, "36"),
    ]

    fileprivate var codes: String {
        Self.codes.filter { contains($0.look) }.map(\.code).joined(separator: ";")
    }
}

/// Paints text with escape sequences, or not at all.
package struct Ink: Sendable {
    package var isColoured: Bool

    package init(isColoured: Bool) { self.isColoured = isColoured }

    package func painted(_ text: String, _ look: Look) -> String {
        guard isColoured, !look.isEmpty, !text.isEmpty else { return text }
        return "\u{1B}[\(look.codes)m\(text)\u{1B}[0m"
    }

    /// The same for the text of a prompt, which readline measures: the marks say what takes no room.
    package func paintedPrompt(_ text: String, _ look: Look) -> String {
        guard isColoured else { return text }
        return "\u{1}\u{1B}[\(look.codes)m\u{2}\(text)\u{1}\u{1B}[0m\u{2}"
    }
}

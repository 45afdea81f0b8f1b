import Syntax

/// One attribute of a fence line: `hidden`, `id=pool`, `name="odd length"`.
struct FenceAttribute: Equatable {
    var key: String
    var keySpan: Span
    /// Nil for a flag.
    var value: String?
    var valueSpan: Span
}

/// Splits a fence's info text into its first word and its attributes.
struct FenceAttributeReader {
    private let source: Source
    private var position: Int
    private let end: Int
    private(set) var word = ""
    private(set) var attributes: [FenceAttribute] = []
    private(set) var problems: [Diagnostic] = []

    init(_ source: Source, info: Span) {
        self.source = source
        position = Int(info.start)
        end = Int(info.end)
        word = readText { !Self.isBlank($0) && $0 != UInt8(ascii: "{") }
    }

    /// Reads what stands after the word; only our own fences have attributes.
    mutating func readAttributes() {
        skipBlanks()
        guard position < end else { return }
        guard source.bytes[position] == UInt8(ascii: "{") else {
            return report(.attributesNotBraced, from: position, to: end)
        }
        position += 1
        while readAttribute() {}
        if position < end { report(.attributesNotBraced, from: position, to: end) }
    }

    /// Reads one attribute; false after the closing brace or at an error.
    private mutating func readAttribute() -> Bool {
        skipBlanks()
        let start = position
        guard position < end else {
            report(.attributesNotBraced, from: max(0, end - 1), to: end)
            return false
        }
        if source.bytes[position] == UInt8(ascii: "}") {
            position += 1
            skipBlanks()
            return false
        }
        let key = readText(while: Self.isKey)
        guard !key.isEmpty else {
            report(.attributeText, from: start, to: end)
            position = end
            return false
        }
        let keySpan = Span(start, position)
        let (value, valueSpan) = readValue() ?? (nil, keySpan)
        attributes.append(FenceAttribute(key: key, keySpan: keySpan, value: value, valueSpan: valueSpan))
        return true
    }

    private mutating func readValue() -> (String?, Span)? {
        guard position < end, source.bytes[position] == UInt8(ascii: "=") else { return nil }
        position += 1
        let start = position
        guard position < end, source.bytes[position] == UInt8(ascii: "\"") else {
            let word = readText { !Self.isBlank($0) && $0 != UInt8(ascii: "}") }
            return (word, Span(start, position))
        }
        position += 1
        let text = readText { $0 != UInt8(ascii: "\"") }
        if position < end { position += 1 } else { report(.textNotClosed, from: start, to: end) }
        return (text, Span(start, position))
    }

    private mutating func readText(while isPart: (UInt8) -> Bool) -> String {
        let start = position
        while position < end, isPart(source.bytes[position]) { position += 1 }
        return source.text(Span(start, position))
    }

    private mutating func skipBlanks() {
        while position < end, Self.isBlank(source.bytes[position]) { position += 1 }
    }

    private mutating func report(_ problem: LessonProblem, from start: Int, to end: Int) {
        problems.append(problem.diagnostic(in: source, at: Span(start, end)))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func isKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: byte >= 0x80
        }
    }
}

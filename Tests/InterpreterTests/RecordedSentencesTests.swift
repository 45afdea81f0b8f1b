import Foundation
import Testing

/// Every message is recorded: each sentence in the sources of the problems is held against the recorded snapshots.
///
/// A new case without a program that meets it is found here. What stands between quotation marks is a sentence; each
/// `\(...)` in it may be anything.
@Suite struct RecordedSentencesTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let sources = tests.deletingLastPathComponent().appending(path: "Sources")

    /// What no short program meets, or what is another thing each time.
    private static let exceptions = [
        "which the system has not": "there is memory", "are in use": "how much is in use is another number each time",
        "this takes longer than": "hangs on the clock", "stopped by Ctrl-C": "typed under TerminalTests",
        "Globals.capacity": "a program of that many names is no short one", "too many values at once": "likewise",
        "too long to jump": "likewise",
        "nested in each other": "likewise", "this byte is no UTF-8": "a program in these tests is a text",
        "is not built yet": "all is built that is not in the works",
        "stands outside a function": "the parser says it first",
        "stands outside a loop": "likewise", "this is not a whole expression": "likewise",
        "only a variable's elements": "likewise", "the keys differ": "there is always a first that does",
        "tensors cannot stand for": "for whoever differentiates without the language",
        "needs at least one frame": "the shape of no frames is refused first",
        "has more axes than a page": "no operation that can be traced has",
    ]

    /// `sentence` is a property of other things, too.
    private static let others = ["DifferencePattern.swift", "Session+Cost.swift"]

    @Test("Every sentence of a problem is in a recorded message", arguments: ["Interpreter", "TensorEngine", "Syntax"])
    func isRecorded(module: String) throws {
        let recorded = try Self.texts(in: Self.tests, endingWith: ".txt").map(\.text).joined(separator: "\n")
        var count = 0
        for (name, text) in try Self.texts(in: Self.sources.appending(path: module), endingWith: ".swift") {
            if Self.others.contains(name) { continue }
            for sentence in SwiftText(text).literals(inProperty: "sentence") where sentence.isTelling {
                count += 1
                if Self.exceptions.keys.contains(where: { sentence.source.contains($0) }) { continue }
                #expect(
                    sentence.matches(somewhereIn: recorded), "\(name): no recorded message says: \(sentence.source)")
            }
        }
        #expect(count > 40)
    }

    private static func texts(in folder: URL, endingWith ending: String) throws -> [(name: String, text: String)] {
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(ending) && (ending != ".txt" || $0.contains("Snapshots/")) }.map {
            (URL(filePath: $0).lastPathComponent, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }
}

/// Source text of Swift, as far as strings and braces go.
private struct SwiftText {
    private let characters: [Character]

    init(_ text: String) { characters = Array(text) }

    /// The strings in the bodies of all properties of this name.
    func literals(inProperty name: String) -> [Literal] {
        let head = Array("var \(name): String {")
        return characters.indices.filter { characters[$0...].starts(with: head) }
            .flatMap { literals(inBlockFrom: $0 + head.count) }
    }

    private func literals(inBlockFrom start: Int) -> [Literal] {
        var found: [Literal] = []
        var depth = 1
        var index = start
        while index < characters.count, depth > 0 {
            switch characters[index] {
            case "{": depth += 1
            case "}": depth -= 1
            case "/" where characters[index...].starts(with: "//"): while characters[index] != "\n" { index += 1 }
            case "\"":
                let end = endOfString(from: index)
                found.append(Literal(Array(characters[index + 1..<end - 1])))
                index = end - 1
            default: break
            }
            index += 1
        }
        return found
    }

    /// Behind the closing quotation mark.
    private func endOfString(from start: Int) -> Int {
        var index = start + 1
        while characters[index] != "\"" {
            if characters[index...].starts(with: "\\(") {
                index = endOfBrackets(from: index + 2)
            } else {
                index += characters[index] == "\\" ? 2 : 1
            }
        }
        return index + 1
    }

    private func endOfBrackets(from start: Int) -> Int {
        var depth = 1
        var index = start
        while depth > 0 {
            switch characters[index] {
            case "(": depth += 1
            case ")": depth -= 1
            case "\"": index = endOfString(from: index) - 1
            default: break
            }
            index += 1
        }
        return index
    }

    /// What stands in a string: pieces of text between what is computed.
    struct Literal {
        let source: String
        private var pieces = [""]

        init(_ characters: [Character]) {
            source = String(characters)
            let text = SwiftText(source)
            var index = 0
            while index < characters.count {
                guard characters[index] == "\\", index + 1 < characters.count else {
                    pieces[pieces.count - 1].append(characters[index])
                    index += 1
                    continue
                }
                if characters[index + 1] == "(" {
                    index = text.endOfBrackets(from: index + 2)
                    pieces.append("")
                } else {
                    pieces[pieces.count - 1].append(characters[index + 1] == "n" ? "\n" : characters[index + 1])
                    index += 2
                }
            }
        }

        /// A word of its own would be found anywhere.
        var isTelling: Bool { pieces.joined().count(where: \.isLetter) > 5 }

        /// All pieces in their order on one line.
        func matches(somewhereIn text: String) -> Bool {
            let pattern = pieces.map(NSRegularExpression.escapedPattern(for:)).joined(separator: ".*")
            return text.range(of: pattern, options: .regularExpression) != nil
        }
    }
}

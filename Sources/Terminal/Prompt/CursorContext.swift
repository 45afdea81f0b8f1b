/// What stands before the cursor, so far as completion needs to know.
///
/// A text that is being typed is seldom a program, so that neither lexer nor parser could say it.
enum CursorContext: Equatable {
    /// Nothing but blanks on this line.
    case indentation
    /// `:lo`
    case command(String)
    /// `:load 05`, with the command's name.
    case commandArgument(command: String, String)
    /// A string that is an argument of a call, or stands after `use`.
    case text(of: String, String)
    /// `x.sh`; the chain is `["x"]`, and nil where it is more than names.
    case member(of: Receiver, String)
    /// `con`, as an argument of `call` if that is a name.
    case name(String, call: String?)
    /// A comment or a number, where nothing is to complete.
    case nothing

    enum Receiver: Equatable {
        case names([String])
        case string
        /// A call, an index or brackets.
        case expression
    }

    init(before text: String) {
        if text.hasPrefix(":") {
            self = Self.command(text.dropFirst())
            return
        }
        let line = text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
        if line.allSatisfy({ $0 == " " }) {
            self = .indentation
            return
        }
        var scan = Scan(Array(text))
        scan.run()
        self = scan.context
    }

    private static func command(_ text: Substring) -> CursorContext {
        guard let blank = text.firstIndex(of: " ") else { return .command(String(text)) }
        return .commandArgument(command: String(text[..<blank]), String(text[blank...].drop { $0 == " " }))
    }
}

/// Goes over the text once and keeps what is open at its end: brackets, a string, a comment.
private struct Scan {
    private let characters: [Character]
    private var position = 0
    private var brackets: [Int] = []
    /// Where the open string's text begins.
    private var string: Int?
    private var isInComment = false

    init(_ characters: [Character]) { self.characters = characters }

    mutating func run() {
        while position < characters.count {
            switch characters[position] {
            case "#": skipComment()
            case "\"", "'": skipString()
            case "(", "[", "{":
                brackets.append(position)
                position += 1
            case ")", "]", "}":
                _ = brackets.popLast()
                position += 1
            default: position += 1
            }
        }
    }

    private mutating func skipComment() {
        while position < characters.count, characters[position] != "\n" { position += 1 }
        isInComment = position == characters.count
    }

    private mutating func skipString() {
        let quote = characters[position]
        let isTriple = characters[position...].starts(with: [quote, quote, quote])
        let ending = Array(repeating: quote, count: isTriple ? 3 : 1)
        position += ending.count
        let start = position
        while position < characters.count {
            if characters[position...].starts(with: ending) {
                position += ending.count
                return
            }
            // a string that its line does not close ends with it
            if !isTriple, characters[position] == "\n" { return }
            position += characters[position] == "\\" ? 2 : 1
        }
        string = start
    }

    var context: CursorContext {
        if isInComment { return .nothing }
        if let string { return contextOfString(from: string) }
        let start = startOfName(endingAt: characters.count)
        let prefix = String(characters[start...])
        if prefix.first?.isNumber ?? false { return .nothing }
        if let dot = indexBefore(start), characters[dot] == "." { return member(prefix, dot: dot) }
        return .name(prefix, call: calledName)
    }

    private func contextOfString(from start: Int) -> CursorContext {
        let quote = start - 1
        let before = skippingBlanks(before: quote)
        let name = String(characters[startOfName(endingAt: before)..<before])
        guard name != "use" else { return .text(of: name, String(characters[start...])) }
        return calledName.map { .text(of: $0, String(characters[start...])) } ?? .nothing
    }

    private func member(_ prefix: String, dot: Int) -> CursorContext {
        var names: [String] = []
        var end = dot
        while true {
            let start = startOfName(endingAt: end)
            let name = String(characters[start..<end])
            if name.first?.isNumber ?? false { return .nothing }
            guard !name.isEmpty else {
                let isString = end > 0 && (characters[end - 1] == "\"" || characters[end - 1] == "'")
                return .member(of: isString ? .string : .expression, prefix)
            }
            names.insert(name, at: 0)
            guard start > 0, characters[start - 1] == "." else { return .member(of: .names(names), prefix) }
            end = start - 1
        }
    }

    /// The name before the innermost open parenthesis.
    private var calledName: String? {
        guard let bracket = brackets.last, characters[bracket] == "(" else { return nil }
        let start = startOfName(endingAt: bracket)
        return start < bracket ? String(characters[start..<bracket]) : nil
    }

    private func startOfName(endingAt end: Int) -> Int {
        var start = end
        while start > 0, characters[start - 1].isPartOfName { start -= 1 }
        return start
    }

    private func skippingBlanks(before end: Int) -> Int {
        var end = end
        while end > 0, characters[end - 1] == " " { end -= 1 }
        return end
    }

    private func indexBefore(_ index: Int) -> Int? { index > 0 ? index - 1 : nil }
}

extension Character {
    fileprivate var isPartOfName: Bool { isLetter || isNumber || self == "_" }
}

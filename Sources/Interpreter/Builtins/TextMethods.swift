import TensorEngine

/// Methods of strings: what they give is what Python's give.
extension Builtin {
    static let textMethods: [Builtin] = writing + parting + asking

    // MARK: Written in another way

    private static let writing: [Builtin] = [
        method("upper(s)", "The string in capital letters.", ["\"ab\".upper()  #> \"AB\""]) { string, call in
            // a letter may become three
            try call.text(of: 3 * string.utf8.count) { string.uppercased() }
        },
        method("lower(s)", "The string in small letters.", ["\"AB\".lower()  #> \"ab\""]) { string, call in
            try call.text(of: 3 * string.utf8.count) { string.lowercased() }
        },
        method("capitalize(s)", "The first character as a capital, the others small.", ["\"aB\".capitalize()  #> \"Ab\""]) { string, call in
            try call.text(of: 3 * string.utf8.count) { string.prefix(1).uppercased() + string.dropFirst().lowercased() }
        },
        method("title(s)", "Each word with a capital.", ["\"big cat\".title()  #> \"Big Cat\""]) { string, call in
            try call.text(of: 3 * string.utf8.count) { titled(string) }
        },
        method("strip(s, chars=None)", "The string without blanks, or these characters, at its ends.", ["\" a \".strip()  #> \"a\"", "\"--a-\".strip(\"-\")  #> \"a\""]) { string, call in
            .text(Text(String(trimmed(string, try call.unwanted(), atStart: true, atEnd: true))))
        },
        method("lstrip(s, chars=None)", "The string without blanks, or these characters, at its start.", ["\" a \".lstrip()  #> \"a \""]) { string, call in
            .text(Text(String(trimmed(string, try call.unwanted(), atStart: true, atEnd: false))))
        },
        method("rstrip(s, chars=None)", "The string without blanks, or these characters, at its end.", ["\" a \".rstrip()  #> \" a\""]) { string, call in
            .text(Text(String(trimmed(string, try call.unwanted(), atStart: false, atEnd: true))))
        },
        method("ljust(s, width, fill=\" \")", "The string with fill after it, up to width characters.", ["\"ab\".ljust(4, \".\")  #> \"ab..\""]) { string, call in
            try call.padded(string) { room, _ in (0, room) }
        },
        method("rjust(s, width, fill=\" \")", "The string with fill before it, up to width characters.", ["\"ab\".rjust(4, \".\")  #> \"..ab\""]) { string, call in
            try call.padded(string) { room, _ in (room, 0) }
        },
        method("center(s, width, fill=\" \")", "The string with fill on both sides, up to width characters.", ["\"ab\".center(6, \".\")  #> \"..ab..\""]) { string, call in
            // the odd one stands where Python puts it
            try call.padded(string) { room, width in
                let left = room / 2 + (room & width & 1)
                return (left, room - left)
            }
        },
        method("zfill(s, width)", "The string with zeros before it, after its sign, up to width characters.", ["\"-7\".zfill(4)  #> \"-007\""]) { string, call in
            let sign = string.hasPrefix("-") || string.hasPrefix("+") ? String(string.prefix(1)) : ""
            let room = max(0, try call.whole("width") - string.count)
            return try call.text(of: string.utf8.count + room) {
                sign + String(repeating: "0", count: room) + string.dropFirst(sign.count)
            }
        },
    ]

    // MARK: Parts

    private static let parting: [Builtin] = [
        method("split(s, sep=None)", "The parts between blanks, or between sep.", ["\"a b\".split()  #> [\"a\", \"b\"]"]) { string, call in
            let machine = call.machine
            var parts: [Value] = []
            func add(_ part: Substring) throws {
                parts.append(.text(Text(String(part))))
                try machine.hold(Footprint.value)
                try machine.checkBounds(after: part.utf8.count)
            }
            if let separator = try call.optional("sep") {
                guard case .text(let text) = separator, !text.string.isEmpty else { throw call.wrong("sep", "a string", separator) }
                try machine.check(bytes: TextSearch.footprint(text.string))
                try TextSearch(text.string).forEachGap(in: string, add)
            } else {
                try string.forEachWord(add)
            }
            return try bracketed(parts, dtype: machine.dtype)
        },
        method("join(s, parts)", "The parts with the string between them.", ["\", \".join([\"a\", \"b\"])  #> \"a, b\""]) { string, call in
            let parts = try call.machine.items(of: try call.value("parts")).map { part -> String in
                guard case .text(let text) = part else { throw call.wrong("parts", "strings", part) }
                return text.string
            }
            let gaps = string.utf8.count.multipliedReportingOverflow(by: max(0, parts.count - 1))
            try call.machine.check(bytes: gaps.overflow ? .max : parts.reduce(gaps.partialValue) { $0 + $1.utf8.count })
            return .text(Text(parts.joined(separator: string)))
        },
        method("replace(s, old, new)", "The string with every old replaced by new.", ["\"aba\".replace(\"a\", \"c\")  #> \"cbc\""]) { string, call in
            let old = try call.string("old")
            let new = try call.string("new")
            guard !old.isEmpty else { return .text(Text(string)) }
            return .text(Text(try call.machine.replacing(old, in: string, with: new)))
        },
    ]

    // MARK: Questions

    private static let asking: [Builtin] = [
        method("find(s, part)", "The position of the first part, or -1.", ["\"banana\".find(\"na\")  #> 2"]) { string, call in
            let part = try call.string("part")
            guard !part.isEmpty else { return .number(0) }
            try call.machine.check(bytes: TextSearch.footprint(part))
            try call.machine.checkBounds(after: string.utf8.count)
            let before = TextSearch(part).firstOccurrence(in: string[...]).map { string[..<$0] }
            return .number(before.map { Double($0.count) } ?? -1)
        },
        method("count(s, part)", "How often part occurs, without overlaps.", ["\"banana\".count(\"a\")  #> 3"]) { string, call in
            let part = try call.string("part")
            try call.machine.checkBounds(after: string.utf8.count)
            guard !part.isEmpty else { return .number(Double(string.count + 1)) }
            try call.machine.check(bytes: TextSearch.footprint(part))
            var gaps = 0
            TextSearch(part).forEachGap(in: string) { _ in gaps += 1 }
            return .number(Double(gaps - 1))
        },
        method("startswith(s, prefix)", "Whether the string begins with prefix.", ["\"abc\".startswith(\"ab\")  #> True"]) { string, call in .truth(string.hasPrefix(try call.string("prefix"))) },
        method("endswith(s, suffix)", "Whether the string ends with suffix.", ["\"abc\".endswith(\"bc\")  #> True"]) { string, call in .truth(string.hasSuffix(try call.string("suffix"))) },
        method("isdigit(s)", "Whether the string has only digits, and any.", ["\"12\".isdigit()  #> True"]) { string, _ in
            .truth(!string.isEmpty && string.allSatisfy(\.isWholeNumber))
        },
        method("isalpha(s)", "Whether the string has only letters, and any.", ["\"a1\".isalpha()  #> False"]) { string, _ in
            .truth(!string.isEmpty && string.allSatisfy(\.isLetter))
        },
        method("isalnum(s)", "Whether the string has only letters and digits, and any.", ["\"a1\".isalnum()  #> True"]) { string, _ in
            .truth(!string.isEmpty && string.allSatisfy { $0.isLetter || $0.isWholeNumber })
        },
        method("isspace(s)", "Whether the string has only blanks, and any.", ["\" \".isspace()  #> True"]) { string, _ in
            .truth(!string.isEmpty && string.allSatisfy(\.isWhitespace))
        },
        method("isupper(s)", "Whether the string has capital letters and no small ones.", ["\"A1\".isupper()  #> True"]) { string, _ in
            .truth(string.contains(where: \.isUppercase) && !string.contains(where: \.isLowercase))
        },
        method("islower(s)", "Whether the string has small letters and no capital ones.", ["\"a1\".islower()  #> True"]) { string, _ in
            .truth(string.contains(where: \.isLowercase) && !string.contains(where: \.isUppercase))
        },
    ]

    private static func method(
        _ signature: String, _ summary: String, _ examples: [String],
        _ body: @escaping @Sendable (String, inout BuiltinCall) throws -> Value
    ) -> Builtin {
        Builtin(signature, "Other", summary, examples: examples) { call in try body(try call.string("s"), &call) }
    }
}

extension BuiltinCall {
    /// A text of at most so many bytes, made only if there is room for it.
    fileprivate func text(of bytes: Int, _ make: () -> String) throws -> Value {
        try machine.check(bytes: bytes)
        return .text(Text(make()))
    }

    /// The characters to strip: nil for blanks.
    fileprivate mutating func unwanted() throws -> String? {
        guard let given = try optional("chars"), given.kind != Value.none.kind else { return nil }
        return try string(given, "chars")
    }

    /// The string with fill on its sides, as `share` divides the room that is left up to the width.
    fileprivate mutating func padded(_ string: String, _ share: (_ room: Int, _ width: Int) -> (Int, Int)) throws -> Value {
        let width = try whole("width")
        let fill = try optional("fill")
        let character = try fill.map { try self.string($0, "fill") } ?? " "
        guard character.count == 1 else { throw wrong("fill", "a string of one character", fill ?? .none) }
        try machine.checkBounds(after: string.utf8.count)
        let room = max(0, width - string.count)
        let (before, after) = share(room, width)
        let bytes = room.multipliedReportingOverflow(by: character.utf8.count)
        return try text(of: bytes.overflow ? .max : bytes.partialValue &+ string.utf8.count) {
            String(repeating: character, count: before) + string + String(repeating: character, count: after)
        }
    }
}

extension Machine {
    /// Every `old` of the string replaced by `new`.
    fileprivate func replacing(_ old: String, in string: String, with new: String) throws -> String {
        try check(bytes: TextSearch.footprint(old))
        let search = TextSearch(old)
        var size = -new.utf8.count
        try search.forEachGap(in: string) {
            size += $0.utf8.count + new.utf8.count
            try meter.count($0.utf8.count)
        }
        try check(bytes: size)
        var result = ""
        result.reserveCapacity(size)
        var isFirst = true
        search.forEachGap(in: string) {
            if !isFirst { result += new }
            result += $0
            isFirst = false
        }
        return result
    }
}

extension String {
    /// Calls `body` with each run of characters that are no blanks.
    fileprivate func forEachWord(_ body: (Substring) throws -> Void) rethrows {
        var rest = self[...]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let end = rest.firstIndex(where: \.isWhitespace) ?? rest.endIndex
            try body(rest[..<end])
            rest = rest[end...]
        }
    }
}

/// Python's title(): a letter is a capital where none stands before it.
private func titled(_ string: String) -> String {
    var result = ""
    var isInWord = false
    for character in string {
        result += isInWord ? character.lowercased() : character.uppercased()
        isInWord = character.isLetter
    }
    return result
}

func trimmedBlanks(_ string: String) -> String { String(trimmed(string, nil, atStart: true, atEnd: true)) }

/// - Parameter unwanted: nil for blanks.
private func trimmed(_ string: String, _ unwanted: String?, atStart: Bool, atEnd: Bool) -> Substring {
    let set = unwanted.map(Set.init)
    let goes: (Character) -> Bool = { set?.contains($0) ?? $0.isWhitespace }
    var rest = Substring(string)
    while atStart, let first = rest.first, goes(first) { rest.removeFirst() }
    while atEnd, let last = rest.last, goes(last) { rest.removeLast() }
    return rest
}

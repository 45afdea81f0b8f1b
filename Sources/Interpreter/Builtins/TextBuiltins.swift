import TensorEngine

extension Builtin {
    static let text: [Builtin] = [
        Builtin("str(x)", "Other", "A value as print writes it.", examples: ["str(1.50)  #> \"1.5\""]) { call in
            let value = try call.value("x")
            try call.machine.checkText(of: [value])
            return .text(Text(call.machine.text(value)))
        }
    ]

    // MARK: Methods of strings

    static let textMethods: [Builtin] = [
        method("upper(s)", "The string in capital letters.", ["\"ab\".upper()  #> \"AB\""]) { string, call in
            // a letter may become three
            try call.machine.check(bytes: 3 * string.utf8.count)
            return .text(Text(string.uppercased()))
        },
        method("lower(s)", "The string in small letters.", ["\"AB\".lower()  #> \"ab\""]) { string, call in
            try call.machine.check(bytes: 3 * string.utf8.count)
            return .text(Text(string.lowercased()))
        },
        method("strip(s)", "The string without blanks at its ends.", ["\" a \".strip()  #> \"a\""]) { string, _ in .text(Text(trimmedBlanks(string))) },
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
        method("startswith(s, prefix)", "Whether the string begins with prefix.", ["\"abc\".startswith(\"ab\")  #> True"]) { string, call in .truth(string.hasPrefix(try call.string("prefix"))) },
        method("endswith(s, suffix)", "Whether the string ends with suffix.", ["\"abc\".endswith(\"bc\")  #> True"]) { string, call in .truth(string.hasSuffix(try call.string("suffix"))) },
    ]

    private static func method(
        _ signature: String, _ summary: String, _ examples: [String],
        _ body: @escaping @Sendable (String, inout BuiltinCall) throws -> Value
    ) -> Builtin {
        Builtin(signature, "Other", summary, examples: examples) { call in try body(try call.string("s"), &call) }
    }

    /// The method of a value's type; the list is closed.
    static func method(_ name: String, of value: Value) -> Builtin? {
        switch value {
        case .text: textMethods.first { $0.name == name }
        case .dictionary: dictMethods.first { $0.name == name }
        default: nil
        }
    }

    /// What may stand after the point of such a value: its type's own methods, or any function for what has none.
    static func methodNames(of value: Value) -> [String] {
        switch value {
        case .text: textMethods.map(\.name)
        case .dictionary: dictMethods.map(\.name)
        default: names
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

func trimmedBlanks(_ string: String) -> String {
    var rest = Substring(string)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
}

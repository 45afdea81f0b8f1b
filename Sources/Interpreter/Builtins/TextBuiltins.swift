import TensorEngine

extension Builtin {
    static let text: [Builtin] = [
        Builtin("str(x)", "Other", "A value as print writes it.", examples: ["str(1.50)  #> \"1.5\""]) { call in
            .text(Text(call.machine.text(try call.value("x"))))
        }
    ]

    // MARK: Methods of strings

    static let textMethods: [Builtin] = [
        method("upper(s)", "The string in capital letters.", ["\"ab\".upper()  #> \"AB\""]) { string, _ in .text(Text(string.uppercased())) },
        method("lower(s)", "The string in small letters.", ["\"AB\".lower()  #> \"ab\""]) { string, _ in .text(Text(string.lowercased())) },
        method("strip(s)", "The string without blanks at its ends.", ["\" a \".strip()  #> \"a\""]) { string, _ in .text(Text(trimmedBlanks(string))) },
        method("split(s, sep=None)", "The parts between blanks, or between sep.", ["\"a b\".split()  #> [\"a\", \"b\"]"]) { string, call in
            let parts: [String]
            if let separator = try call.optional("sep") {
                guard case .text(let text) = separator, !text.string.isEmpty else { throw call.wrong("sep", "a string", separator) }
                parts = string.split(separator: text.string, omittingEmptySubsequences: false).map(String.init)
            } else {
                parts = string.split(whereSeparator: \.isWhitespace).map(String.init)
            }
            return try bracketed(parts.map { .text(Text($0)) }, dtype: call.machine.dtype)
        },
        method("join(s, parts)", "The parts with the string between them.", ["\", \".join([\"a\", \"b\"])  #> \"a, b\""]) { string, call in
            let parts = try call.machine.items(of: try call.value("parts")).map { part -> String in
                guard case .text(let text) = part else { throw call.wrong("parts", "strings", part) }
                return text.string
            }
            return .text(Text(parts.joined(separator: string)))
        },
        method("replace(s, old, new)", "The string with every old replaced by new.", ["\"aba\".replace(\"a\", \"c\")  #> \"cbc\""]) { string, call in
            let old = try call.string("old")
            let new = try call.string("new")
            return .text(Text(old.isEmpty ? string : string.replacing(old, with: new)))
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

func trimmedBlanks(_ string: String) -> String {
    var rest = Substring(string)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
}

import TensorEngine

extension Builtin {
    static let text: [Builtin] = [
        Builtin("str(x)", "Other", "A value as print writes it.", examples: ["str(1.50)  #> \"1.5\""]) { call in
            let value = try call.value("x")
            try call.machine.checkText(of: [value])
            return .text(Text(call.machine.text(value)))
        },
        Builtin("ord(c)", "Other", "The number of a character in Unicode.", examples: ["ord(\"a\")  #> 97"]) { call in
            let string = try call.string("c")
            guard string.unicodeScalars.count == 1, let scalar = string.unicodeScalars.first else {
                throw call.wrong("c", "a string of one character", .text(Text(string)))
            }
            return .number(Double(scalar.value))
        },
        Builtin("chr(n)", "Other", "The character with this number in Unicode.", examples: ["chr(98)  #> \"b\""]) { call in
            let number = try call.value("n")
            guard let scalar = UInt32(exactly: try call.whole(number, "n")).flatMap(Unicode.Scalar.init) else {
                throw call.wrong("n", "the number of a character", number)
            }
            return .text(Text(String(scalar)))
        },
    ]

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

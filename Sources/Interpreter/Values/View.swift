/// What a look at a computation gives: a value that is shown as a text, and has fields.
package final class View {
    /// As it is shown; a `#>` compares the numbers that stand in it.
    package let text: String
    package let fields: [(name: String, value: Value)]
    /// Of a check: what does not hold, in one sentence. Nil where all is well or nothing was claimed.
    package let objection: String?

    init(
        _ text: String, fields: [(name: String, value: Value)] = [], objection: String? = nil, parts: [String] = []
    ) {
        self.parts = parts
        self.text = text
        self.fields = fields
        self.objection = objection
    }

    /// Looked up in brackets as well, counted and looped over: the names of its parts.
    let parts: [String]

    package subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }
}

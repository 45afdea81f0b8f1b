import TensorEngine

/// Trees that do not match leaf by leaf.
enum TreeProblem: Problem {
    case keys([Dict.Key], [Dict.Key])
    case lengths(Int, Int)
    case kinds(String, String)

    var code: String { "tree-shape" }

    var sentence: String {
        switch self {
        case .keys(let left, let right):
            if let extra = left.first(where: { !right.contains($0) }) {
                "left has \(extra.text), right has not"
            } else if let extra = right.first(where: { !left.contains($0) }) {
                "right has \(extra.text), left has not"
            } else {
                "the keys differ"
            }
        case .lengths(let left, let right): "left has \(left) item\(left == 1 ? "" : "s"), right has \(right)"
        case .kinds(let left, let right): "left is \(left), right is \(right)"
        }
    }

    var reasons: [String] { ["arithmetic on tuples, lists and dicts goes leaf by leaf"] }
}

extension Dict.Key {
    /// As the language writes it.
    var text: String {
        switch self {
        case .text(let string): quoted(string)
        case .number(let number): numberText(number, .float64, digits: 4)
        case .truth(let truth): truth ? "True" : "False"
        case .tuple(let keys): keys.count == 1 ? "(\(keys[0].text),)" : "(" + keys.map(\.text).joined(separator: ", ") + ")"
        }
    }
}

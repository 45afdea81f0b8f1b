import TensorEngine

/// `x.sort()` as a statement: in Python it changes x, here its value would be dropped.
struct LostMethodProblem: Problem {
    var method: String
    /// What stands before the point, and between the parentheses.
    var place: String
    var arguments: [String]
    /// Known only when the program runs.
    var receiverIsDict = false

    /// Python's methods that change what they are called on.
    static let names: Set<String> = [
        "sort", "reverse", "extend", "insert", "pop", "popitem", "remove", "clear", "update", "fill", "setdefault",
    ]

    /// PyTorch's end in an underscore.
    static func mayLose(_ method: String) -> Bool {
        names.contains(method) || (method.count > 1 && method.last == "_" && !method.hasPrefix("_"))
    }

    var code: String { "lost-write" }
    var sentence: String { "`\(place).\(method)(\(arguments.isEmpty ? "" : "..."))` changes nothing here: values change only by assignment" }
    var mend: String? { receiverIsDict ? dictMend : method.last == "_" ? inPlaceMend : listMend }

    private var first: String { arguments.first ?? "" }

    private var listMend: String? {
        switch (method, arguments.count) {
        case ("sort", 0): "\(place) = sort(\(place))"
        case ("reverse", 0): "\(place) = reversed(\(place))"
        case ("extend", 1): "\(place) = concat((\(place), \(first)))"
        case ("insert", 2): "\(place) = concat((\(place)[:\(first)], [\(arguments[1])], \(place)[\(first):]))"
        case ("pop", 0): "\(place) = \(place)[:-1]"
        case ("pop", 1): first == "0" ? "\(place) = \(place)[1:]" : nil
        case ("remove", 1): "\(place) = [item for item in \(place) if item != \(first)]"
        case ("clear", 0): "\(place) = []"
        case ("fill", 1): "\(place) = full(\(place).shape, \(first))"
        default: nil
        }
    }

    private var dictMend: String? {
        switch (method, arguments.count) {
        case ("clear", 0): "\(place) = {}"
        case ("update", 1): "for key, value in \(first).items(): \(place)[key] = value"
        case ("pop", 1): "\(place) = {key: value for key, value in \(place).items() if key != \(first)}"
        default: nil
        }
    }

    /// `x.add_(v)`
    private var inPlaceMend: String? {
        let name = String(method.dropLast())
        let signs = ["add": "+=", "sub": "-=", "mul": "*=", "div": "/="]
        if let sign = signs[name], arguments.count == 1 { return "\(place) \(sign) \(first)" }
        if name == "zero" { return "\(place) = zeros_like(\(place))" }
        if name == "fill", arguments.count == 1 { return "\(place) = full(\(place).shape, \(first))" }
        guard Builtin.named(name) != nil else { return nil }
        return "\(place) = \(name)(\(([place] + arguments).joined(separator: ", ")))"
    }
}

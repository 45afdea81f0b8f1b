import Syntax
import TensorEngine

// What a prompt tells about the names of a running program: for completion and for `:type`.
extension Session {
    /// The names that the program has given values, sorted.
    package var assignedNames: [String] {
        machine.globals.names.filter { name in
            // a builtin that was mentioned is a global as well
            if case .builtin(let builtin)? = value(of: name) { return Builtin.named(name) !== builtin }
            return machine.globals.isAssigned(name) && Builtin.value(named: name) == nil
        }.sorted()
    }

    /// Whether the program has given a name a value of its own: a builtin that was mentioned is a global as well.
    package func hasGivenMeaning(to name: String) -> Bool {
        switch machine.globals[name] {
        case nil, .undefined?: false
        case .builtin(let builtin)?: Builtin.named(name) !== builtin
        default: true
        }
    }

    /// The names that a statement needs and nobody has given a value; a function may mention what is still to come.
    package func unknownNames(of tree: Tree, statement index: Int) -> [Diagnostic] {
        var single = tree
        single.statements = [tree.statements[index]]
        let later = NameUse(of: single.statements, in: tree).neededInside
        var search = NameSearch(tree: single, known: Set(assignedNames), everywhere: later)
        search.run()
        return search.diagnostics
    }

    /// The parameters of a function of the program, or else of the builtin of that name.
    package func parameterNames(of function: String) -> [String] {
        if case .function(let function)? = value(of: function) { return function.code.parameters.map(\.name) }
        guard let builtin = Builtin.named(function) else { return [] }
        if case .primitive(let primitive) = builtin.body {
            return primitive.parameters.filter { !$0.isVariadic }.map(\.name)
        }
        return builtin.signatureNames
    }

    /// The fields and methods of the value that a chain of names stands for; `["d", "W"]` is `d.W`.
    ///
    /// Where the value is not known before the program runs, those of a tensor.
    package func memberNames(of chain: [String]) -> [String] {
        guard let value = value(of: chain) else { return Self.tensorMembers }
        switch value {
        case .text: return Builtin.textMethods.map(\.name)
        case .dictionary(let dictionary): return dictionary.fieldNames + Builtin.dictMethods.map(\.name)
        case .function(let function): return function.view?.fields.map(\.name) ?? []
        case .view(let view): return view.fields.map(\.name)
        case .builtin, .dtype, .none, .undefined: return []
        default: return Self.tensorMembers + assignedFunctions
        }
    }

    package static let textMembers = Builtin.textMethods.map(\.name)

    /// `x.f(a)` is `f(x, a)`, so that every function of a tensor is a method of it.
    private static let tensorMembers: [String] =
        ["shape", "T", "size", "ndim", "dtype"]
        + Builtin.all.filter { builtin in
            guard case .primitive(let primitive) = builtin.body else { return builtin.signatureNames.first == "x" }
            return primitive.parameters.first?.kind == .tensor
        }.map(\.name)

    private var assignedFunctions: [String] {
        assignedNames.filter { if case .function? = value(of: $0) { true } else { false } }
    }

    private func value(of chain: [String]) -> Value? {
        guard let root = chain.first, var value = value(of: root) else { return nil }
        for field in chain.dropFirst() {
            guard case .dictionary(let dictionary) = value, let entry = dictionary[.text(field)] else { return nil }
            value = entry
        }
        return value
    }

    // MARK: - Types

    /// What kind of value an expression has, with its shape: `tensor (3, 4) float64`. Nothing that it does remains.
    package func type(of expression: Tree) throws(Diagnostic) -> String {
        var tree = expression
        guard tree.statements.count == 1, case .expression(let value) = tree.statements[0].kind else {
            let span = tree.statements.first?.span
            throw Diagnostic(code: "syntax-expression", ":type takes one expression", source: tree.source, span: span)
        }
        if let unknown = unknownNames(of: tree, statement: 0).first { throw unknown }
        // no program can write this name
        let name = "(type)"
        tree.statements[0].kind = .assign([tree.add(.name(name), tree.statements[0].span)], value)
        let moment = moment(before: tree, statement: 0)
        defer { goBack(to: moment) }
        switch run(tree, statement: 0) {
        case .finished, .notWritten: return self.value(of: name)?.typeText ?? "None"
        case .failed(let diagnostic), .disagreed(let diagnostic): throw diagnostic
        }
    }
}

extension Value {
    /// What kind of value it is, with its size: `tensor (3, 4) float64`.
    var typeText: String {
        switch self {
        case .none, .undefined: "None"
        case .tensor(let tensor): "tensor \(tensor.shape) \(tensor.dtype)"
        case .number, .traced: "number"
        case .truth: "truth value"
        case .text(let text): "string of \(text.string.count) characters"
        case .function(let function): function.code.firstLine
        case .builtin(let builtin): builtin.signature
        case .list, .tuple, .dictionary: withoutArticle(outline)
        default: withoutArticle(kind)
        }
    }

    private func withoutArticle(_ text: String) -> String { text.hasPrefix("a ") ? String(text.dropFirst(2)) : text }
}

extension Dict {
    /// The keys that can stand after a dot.
    fileprivate var fieldNames: [String] {
        keys.compactMap { key in
            guard case .text(let text) = key, text.first?.isLetter ?? false,
                text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
            else { return nil }
            return text
        }
    }
}

extension Builtin {
    /// `sep` and `end` of `print(*values, sep=" ", end="\n")`: a native builtin says its parameters there alone.
    fileprivate var signatureNames: [String] {
        signature.drop { $0 != "(" }.dropFirst().split(separator: ",").compactMap { part in
            let name = part.drop { $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
            return name.isEmpty ? nil : String(name)
        }
    }
}

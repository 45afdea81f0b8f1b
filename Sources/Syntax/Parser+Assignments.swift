extension Parser {
    /// An expression, an assignment or an augmented assignment.
    mutating func parseExpressionStatement() throws(Abandoned) -> Statement.Kind {
        try refuseHabits()
        if at(.ellipsis), token(after: 1).kind == .newline || token(after: 1).kind == .end {
            advance()
            return .notWritten
        }
        let expression = try parseExpressionList()
        if at(.assign) { return try parseAssignment(to: expression) }
        if let operation = augmentedOperator { return try parseAugmented(expression, operation) }
        if at(.colon) { try refuseVariableAnnotation(of: expression) }
        return .expression(expression)
    }

    private mutating func parseAssignment(to first: ExpressionID) throws(Abandoned) -> Statement.Kind {
        var targets: [ExpressionID] = []
        var value = first
        while at(.assign) {
            targets.append(try target(value))
            advance()
            value = try parseExpressionList()
        }
        return .assign(targets, value)
    }

    private mutating func parseAugmented(
        _ place: ExpressionID, _ operation: BinaryOperator
    ) throws(Abandoned) -> Statement.Kind {
        let sign = current.span
        if case .tuple = tree[place] { throw fail(.augmentedTuple, at: sign) }
        _ = try target(place)
        advance()
        return .augmented(place, operation, try parseExpressionList())
    }

    private var augmentedOperator: BinaryOperator? {
        guard case .symbol(let symbol) = current.kind, symbol.rawValue.hasSuffix("=") else { return nil }
        switch symbol {
        case .plusAssign, .minusAssign, .starAssign, .slashAssign, .doubleSlashAssign, .percentAssign, .atAssign,
            .powerAssign, .ampersandAssign, .barAssign:
            return BinaryOperator(rawValue: String(symbol.rawValue.dropLast()))
        default: return nil
        }
    }

    /// What can be assigned to: a name, an index, a field, or several of them, which become a tuple.
    mutating func target(_ id: ExpressionID) throws(Abandoned) -> ExpressionID {
        try enter()
        defer { depth -= 1 }
        switch tree[id] {
        case .name: return id
        case .index, .field:
            try requireNamedRoot(of: id)
            return id
        case .tuple(let items) where !items.isEmpty: return try tupleTarget(items, replacing: id, isTuple: true)
        case .list(let items) where !items.isEmpty: return try tupleTarget(items, replacing: id, isTuple: false)
        default:
            throw fail(.notAssignable(tree.kindName(of: id), text: tree.text(of: id)), at: tree.span(of: id))
        }
    }

    private mutating func tupleTarget(
        _ items: [ExpressionID], replacing id: ExpressionID, isTuple: Bool
    ) throws(Abandoned) -> ExpressionID {
        var targets: [ExpressionID] = []
        for item in items { targets.append(try target(item)) }
        return isTuple && targets == items ? id : tree.add(.tuple(targets), tree.span(of: id))
    }

    /// `f(x)[0] = 1` would change a value that nobody holds.
    private mutating func requireNamedRoot(of id: ExpressionID) throws(Abandoned) {
        var root = id
        while true {
            switch tree[root] {
            case .index(let left, _), .field(let left, _): root = left
            case .name: return
            default: throw fail(.placeInTemporary(tree.text(of: root)), at: tree.span(of: root))
            }
        }
    }

    /// The targets of a `for`, up to its `in`.
    mutating func parseLoopTarget() throws(Abandoned) -> ExpressionID {
        let first = start
        var items = [try parseOneLoopTarget()]
        guard at(.comma) else { return items[0] }
        while take(.comma), !at(.in) { items.append(try parseOneLoopTarget()) }
        return tree.add(.tuple(items), span(from: first))
    }

    private mutating func parseOneLoopTarget() throws(Abandoned) -> ExpressionID {
        if at(.star) { throw fail(.starredTarget, at: current.span) }
        return try target(try parsePostfix())
    }
}

extension Tree {
    /// What an expression is called in a message.
    func kindName(of id: ExpressionID) -> String {
        switch self[id] {
        case .number: "a number"
        case .string, .formatted: "a text"
        case .boolean, .none, .ellipsis: "a constant"
        case .call: "the result of a call"
        case .lambda: "a function"
        case .comparison: "a comparison"
        case .comprehension: "a comprehension"
        case .dictionary: "a dictionary"
        case .tuple, .list: "an empty bracket"
        default: "a computed value"
        }
    }
}

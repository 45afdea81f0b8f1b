import Syntax

/// Which names a piece of program assigns and mentions; what Python calls its scopes.
struct NameUse {
    /// Assigned here, in order of appearance: these are the locals of a function, the globals of a cell.
    var assigned: [String] = []
    /// Where each of them is assigned first.
    var places: [String: Span] = [:]
    /// Mentioned here or, freely, in functions that are made here.
    var mentioned: Set<String> = []
    /// Mentioned freely in functions that are made here: variables of these names live in cells.
    var mentionedInside: Set<String> = []
    /// Mentioned here, and to be bound by somebody: a method need not be, nor a comprehension's own variable.
    var needed: Set<String> = []
    /// The same in functions that are made here, which may run later.
    var neededInside: Set<String> = []
    /// Called as `x.name(...)`: the program's function of that name, if there is one.
    var methods: Set<String> = []
    /// Roots of written places, `A` in `A[i] = v`; Python calls such names used, not assigned.
    var written: [String: Span] = [:]
    /// Where `n += 1` stands first, of each name that has such a line.
    private var augmented: [String: Span] = [:]
    /// Assigned in any other way.
    private var boundOtherwise: Set<String> = []
    /// The names after `check`.
    var checks: [Name] = []

    private let tree: Tree

    init(of statements: [Statement], in tree: Tree) {
        self.tree = tree
        for statement in statements { add(statement) }
    }

    init(of expression: ExpressionID, in tree: Tree) {
        self.tree = tree
        add(expression)
    }

    /// The names that a function uses but does not bind.
    static func free(in function: FunctionDefinition, of tree: Tree) -> Set<String> {
        let body = NameUse(ofBody: function, in: tree)
        return body.mentioned.union(body.methods).subtracting(body.bound(by: function))
    }

    init(ofBody function: FunctionDefinition, in tree: Tree) {
        switch function.body {
        case .expression(let expression): self.init(of: expression, in: tree)
        case .block(let statements): self.init(of: statements, in: tree)
        }
    }

    private func bound(by function: FunctionDefinition) -> Set<String> {
        Set(assigned).union(function.parameters.map(\.name.text))
    }

    /// The names that an assignment or a loop gives values.
    static func targetNames(_ target: ExpressionID, in tree: Tree) -> [String] {
        var use = NameUse(of: [], in: tree)
        use.addTarget(target)
        return use.assigned
    }

    /// Changed by `n += 1` and the like and never given a value: who writes that means a variable outside.
    var onlyAugmented: [String: Span] { augmented.filter { !boundOtherwise.contains($0.key) } }

    private mutating func assign(_ name: String, at span: Span) {
        boundOtherwise.insert(name)
        bind(name, at: span)
    }

    private mutating func bind(_ name: String, at span: Span) {
        if places.updateValue(places[name] ?? span, forKey: name) == nil { assigned.append(name) }
    }

    // MARK: Statements

    private mutating func add(_ statement: Statement) {
        switch statement.kind {
        case .expression(let expression): addStatement(expression)
        case .assign(let targets, let value):
            add(value)
            for target in targets { addTarget(target) }
        case .augmented(let target, _, let value):
            add(value)
            add(target)
            if case .name(let name) = tree[target] {
                let span = tree.span(of: target)
                augmented[name] = augmented[name] ?? span
                bind(name, at: span)
            } else {
                addTarget(target)
            }
        case .define(let function):
            add(function)
            if let name = function.name { assign(name.text, at: name.span) }
        case .branch(let branches, let otherwise):
            for branch in branches {
                add(branch.condition)
                add(branch.body)
            }
            if let otherwise { add(otherwise) }
        case .forLoop(let target, let iterable, let body):
            add(iterable)
            addTarget(target)
            add(body)
        case .whileLoop(let condition, let body):
            add(condition)
            add(body)
        case .returnValue(let value): if let value { add(value) }
        case .assertion(let condition, let message):
            add(condition)
            if let message { add(message) }
        case .expect(let expectation): add(expectation)
        case .agree(let values, let within):
            for value in values { add(value) }
            if let within { add(within) }
        case .check(let name, let arguments):
            checks.append(name)
            for argument in arguments { add(argument.value) }
        case .layer(let layer): assign(layer.name.text, at: layer.name.span)
        case .breakLoop, .continueLoop, .pass, .notWritten, .use: break
        }
    }

    private mutating func add(_ statements: [Statement]) {
        for statement in statements { add(statement) }
    }

    /// `out.append(v)` writes to `out`.
    private mutating func addStatement(_ expression: ExpressionID) {
        add(expression)
        guard let place = tree.appendPlace(expression) else { return }
        if case .name(let root) = tree[place] { written[root] = tree.span(of: place) } else { addTarget(place) }
    }

    private mutating func add(_ expectation: Expectation) {
        switch expectation {
        case .isTrue(let expression): add(expression)
        case .equal(let left, let right):
            add(left)
            add(right)
        case .close(let left, let right, let within):
            add(left)
            add(right)
            if let within { add(within) }
        // compiled as a function without parameters
        case .fails(_, let expression):
            let use = NameUse(of: expression, in: tree)
            addInside(use.mentioned)
            neededInside.formUnion(use.needed.union(use.neededInside))
        }
    }

    private mutating func addTarget(_ target: ExpressionID) {
        switch tree[target] {
        case .name(let name): assign(name, at: tree.span(of: target))
        case .tuple(let parts), .list(let parts): for part in parts { addTarget(part) }
        default:
            add(target)
            if case .name(let root) = tree[tree.root(of: target)] { written[root] = tree.span(of: target) }
        }
    }

    private mutating func add(_ function: FunctionDefinition) {
        for parameter in function.parameters { if let value = parameter.defaultValue { add(value) } }
        // once, not twice: functions in functions would double the work at every level
        let body = NameUse(ofBody: function, in: tree)
        let bound = body.bound(by: function)
        addInside(body.mentioned.union(body.methods).subtracting(bound))
        neededInside.formUnion(body.needed.union(body.neededInside).subtracting(bound))
    }

    private mutating func addInside(_ names: Set<String>) {
        mentioned.formUnion(names)
        mentionedInside.formUnion(names)
    }

    // MARK: Expressions

    /// Walks by a stack of its own: a chain may be a million operators long.
    private mutating func add(_ expression: ExpressionID) {
        var pending = [expression]
        while let next = pending.popLast() {
            switch tree[next] {
            case .name(let name):
                mentioned.insert(name)
                needed.insert(name)
            case .lambda(let function): add(function)
            case .comprehension(let comprehension): add(comprehension)
            case .call(let callee, let arguments):
                if case .field(let base, let name) = tree[callee] {
                    methods.insert(name.text)
                    pending.append(base)
                } else {
                    pending.append(callee)
                }
                pending.append(contentsOf: arguments.map(\.value))
            default: pending.append(contentsOf: tree.children(of: next))
            }
        }
    }

    /// A comprehension's variables are its own; the first iterable is evaluated outside.
    private mutating func add(_ comprehension: Comprehension) {
        var inner = NameUse(of: comprehension.element, in: tree)
        if case .dictionary(let key) = comprehension.kind { inner.add(key) }
        var own: Set<String> = []
        for (position, clause) in comprehension.clauses.enumerated() {
            if position == 0 { add(clause.iterable) } else { inner.add(clause.iterable) }
            for condition in clause.conditions { inner.add(condition) }
            own.formUnion(NameUse.targetNames(clause.target, in: tree))
        }
        mentioned.formUnion(inner.mentioned.subtracting(own))
        mentionedInside.formUnion(inner.mentionedInside)
        needed.formUnion(inner.needed.subtracting(own))
        neededInside.formUnion(inner.neededInside.subtracting(own))
        methods.formUnion(inner.methods)
    }
}

extension Tree {
    /// The line, from 1, in which a piece of the program begins.
    func line(of span: Span) -> Int { source.lineIndex(at: Int(span.start)) + 1 }

    /// The expressions that stand directly in another one; the bodies of lambdas and comprehensions excepted.
    func children(of id: ExpressionID) -> [ExpressionID] {
        switch self[id] {
        case .number, .string, .boolean, .none, .ellipsis, .name, .lambda, .comprehension, .missing: []
        case .formatted(let pieces): pieces.flatMap(expressions)
        case .list(let items), .tuple(let items): items
        case .dictionary(let items): items.flatMap { [$0.key, $0.value] }
        case .unary(_, let operand): [operand]
        case .binary(_, let left, let right), .logical(_, let left, let right), .pipe(let left, let right): [left, right]
        case .comparison(let first, let links): [first] + links.map(\.operand)
        case .conditional(let then, let condition, let otherwise): [then, condition, otherwise]
        case .call(let callee, let arguments): [callee] + arguments.map(\.value)
        case .index(let base, let subscripts): [base] + subscripts.flatMap(expressions)
        case .field(let base, _): [base]
        }
    }

    private func expressions(in piece: FormattedPiece) -> [ExpressionID] {
        switch piece {
        case .text: []
        case .value(let value, let spec, _), .shown(let value, let spec, _): [value] + spec.flatMap(expressions)
        }
    }

    private func expressions(in subscript: Subscript) -> [ExpressionID] {
        switch `subscript` {
        case .at(let index): [index]
        case .slice(let start, let stop, let step, _): [start, stop, step].compactMap(\.self)
        }
    }

    /// The variable that a place hangs on: `A` of `A[i].b[0]`.
    func root(of place: ExpressionID) -> ExpressionID {
        var place = place
        while true {
            switch self[place] {
            case .index(let base, _), .field(let base, _): place = base
            default: return place
            }
        }
    }

    /// `out` of the statement `out.append(v)`, if `out` is a place.
    func appendPlace(_ statement: ExpressionID) -> ExpressionID? {
        guard case .call(let callee, let arguments) = self[statement], arguments.count == 1,
            case .positional = arguments[0].kind, case .field(let place, let name) = self[callee], name.text == "append",
            case .name = self[root(of: place)]
        else { return nil }
        return place
    }
}

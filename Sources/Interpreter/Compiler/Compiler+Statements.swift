import Syntax

extension Compiler {
    func block(_ statements: [Statement]) throws {
        for statement in statements { try self.statement(statement) }
    }

    func statement(_ statement: Statement) throws {
        try releasingTemporaries { try compile(statement) }
    }

    private func compile(_ statement: Statement) throws {
        let site = Site.span(statement.span)
        switch statement.kind {
        case .expression(let value): try evaluate(value, isSilent: statement.isSilent, at: site)
        case .assign(let targets, let value): try assign(targets, value)
        case .augmented(let target, let operation, let value): try augment(target, operation, value, at: site)
        case .define(let function): try define(function, at: site)
        case .branch(let branches, let otherwise): try self.branch(branches, otherwise, at: site)
        case .forLoop(let target, let iterable, let body):
            try loop(over: iterable, target: target, declaringTarget: false, at: site) { try block(body) }
        case .whileLoop(let condition, let body): try whileLoop(condition, body, at: site)
        case .breakLoop: try leaveLoop(\.breaks, at: site, word: "break", statement.span)
        case .continueLoop: try leaveLoop(\.continues, at: site, word: "continue", statement.span)
        case .pass: break
        case .returnValue(let value): try returnValue(value, at: site, statement.span)
        case .assertion(let condition, let message): try assertion(condition, message, at: site)
        case .notWritten: emit(.notWritten, at: site)
        case .expect(let expectation): try expect(expectation, at: site)
        // at the top level the session sees to it
        case .use: throw located(WriteProblem.useInBlock, statement.span)
        case .agree(let values, let within): try agree(values, within, at: site)
        case .check(let name, let arguments): try check(name, arguments, at: site)
        case .layer: throw located(NotBuiltProblem("layer"), statement.span)
        }
    }

    private func evaluate(_ value: ExpressionID, isSilent: Bool, at site: Site) throws {
        if let place = tree.appendPlace(value), case .call(_, let arguments) = tree[value] {
            return try store(try operand(arguments[0].value), at: place, appending: true)
        }
        try refuseLostMethod(value)
        let result = try temporary()
        try expression(value, into: result)
        if isTopLevel, !isSilent { emit(.show, result, at: .expression(value)) }
    }

    private func assign(_ targets: [ExpressionID], _ value: ExpressionID) throws {
        // Straight into the variable: whatever an expression does, it writes its result last.
        if targets.count == 1, case .name(let name) = tree[targets[0]], let register = try directRegister(name) {
            try expression(value, into: register)
            assigned.insert(name)
            return nameValue(name, register, at: .expression(targets[0]))
        }
        let result = try temporary()
        try expression(value, into: result)
        for target in targets { try assign(target, from: result) }
    }

    private func define(_ function: FunctionDefinition, at site: Site) throws {
        guard let name = function.name else { return }
        try checkName(of: function, name)
        let made = try temporary()
        try closure(function, into: made, at: site)
        try write(name.text, from: made, at: site)
    }

    private func branch(
        _ branches: [(condition: ExpressionID, body: [Statement])], _ otherwise: [Statement]?, at site: Site
    ) throws {
        let before = assigned
        var common: Set<String>?
        var toEnd: [Int] = []
        for (position, branch) in branches.enumerated() {
            let toNext = try self.branch(on: branch.condition, jumpIf: false)
            try block(branch.body)
            common = common?.intersection(assigned) ?? assigned
            assigned = before
            if position < branches.count - 1 || otherwise != nil { toEnd.append(emitJump(.jump, at: site)) }
            try land(toNext)
        }
        if let otherwise { try block(otherwise) }
        assigned = common?.intersection(assigned) ?? assigned
        try land(toEnd)
    }

    private func whileLoop(_ condition: ExpressionID, _ body: [Statement], at site: Site) throws {
        let before = assigned
        loops.append(LoopLabels())
        let toEnd = try branch(on: condition, jumpIf: false)
        let start = position
        try block(body)
        let labels = loops.removeLast()
        try land(labels.continues)
        // The condition stands at the end once more: one jump a round instead of two.
        assigned = before
        if case .boolean(true) = tree[condition] {
            try land(emitJump(.jumpBack, at: site), at: start)
        } else {
            for jump in try branch(on: condition, jumpIf: true) { try land(jump, at: start) }
        }
        try land(toEnd)
        try land(labels.breaks)
        assigned = before
    }

    /// A `for`, or a clause of a comprehension, whose variables are its own.
    func loop(
        over iterable: ExpressionID, target: ExpressionID, declaringTarget: Bool, at site: Site, body: () throws -> Void
    ) throws {
        try releasingTemporaries {
            let state = try temporaries(3)
            let toFirst = try startRange(iterable, state: state)
            if toFirst == nil { emit(.startLoop, state, try operand(iterable), at: .expression(iterable)) }
            let before = assigned
            scopes.append([:])
            try bindLoopVariables(target, areOwn: declaringTarget, at: site)
            let direct = try directLoopRegister(target)
            let item = try direct ?? temporary()
            loops.append(LoopLabels())
            let toTest = emitJump(.jump, at: site)
            let start = position
            if direct == nil { try startRound(target, from: item) } else { markAssigned(target) }
            try body()
            let labels = loops.removeLast()
            try land(labels.continues)
            try land(toTest)
            if let toFirst { try land(toFirst) }
            try land(emitJump(.nextRound, item, state, at: .expression(iterable)), at: start)
            try land(labels.breaks)
            scopes.removeLast()
            assigned = before
        }
    }

    /// A loop over `range(...)` counts at once, without a range. Gives the jump to its first round; nil of other loops.
    private func startRange(_ iterable: ExpressionID, state: Int) throws -> Int? {
        guard case .call(let callee, let arguments) = tree[iterable], case .name("range") = tree[callee],
            case .global(let slot) = try variable("range"), 1...3 ~= arguments.count, callShape(arguments).isPlain
        else { return nil }
        let site = Site.expression(iterable)
        let first = try temporaries(arguments.count + 1)
        try fill(arguments, from: first + 1)
        emit(.startRange, state, first, arguments.count, at: site)
        emit(.extra, slot, at: site)
        let toFirst = emitJump(.jump, at: site)
        // what else the name may mean, and arguments that a range refuses
        let range = try temporary()
        emit(.callGlobal, range, first, slot, at: site)
        emit(.extra, arguments.count, at: site)
        emit(.startLoop, state, range, at: site)
        return toFirst
    }

    /// Gives a comprehension its own variables, and a `for` of the top level a cell for what inner functions share.
    private func bindLoopVariables(_ target: ExpressionID, areOwn: Bool, at site: Site) throws {
        for name in NameUse.targetNames(target, in: tree) {
            if areOwn {
                let register = try temporary()
                scopes[scopes.count - 1][name] = shared.contains(name) ? .cell(register) : .register(register)
                parts.variables.append((name, register))
            } else if isTopLevel, shared.contains(name), case .global(let slot) = try variable(name) {
                scopes[scopes.count - 1][name] = .cellAndGlobal(try temporary(), slot)
            }
        }
    }

    /// Where the next item may be put without further ado.
    private func directLoopRegister(_ target: ExpressionID) throws -> Int? {
        guard case .name(let name) = tree[target] else { return nil }
        return try directRegister(name)
    }

    private func markAssigned(_ target: ExpressionID) {
        if case .name(let name) = tree[target] { assigned.insert(name) }
    }

    /// Gives the loop's variables their values; those that inner functions share are fresh in each round.
    private func startRound(_ target: ExpressionID, from item: Int) throws {
        let site = Site.expression(target)
        guard case .name(let name) = tree[target] else {
            for name in NameUse.targetNames(target, in: tree) { try freshen(name, from: nil, at: site) }
            return try assign(target, from: item)
        }
        try freshen(name, from: item, at: site)
    }

    private func freshen(_ name: String, from item: Int?, at site: Site) throws {
        assigned.insert(name)
        switch try variable(name) {
        case .cell(let register):
            if let item { emit(.move, register, item, at: site) }
            emit(.makeCell, register, at: site)
        case .cellAndGlobal(let register, let slot):
            if let item {
                emit(.move, slot, item, at: site)
                emit(.move, register, item, at: site)
            }
            emit(.makeCell, register, at: site)
        default: if let item { try write(name, from: item, at: site) }
        }
    }

    private func returnValue(_ value: ExpressionID?, at site: Site, _ span: Span) throws {
        guard !isTopLevel else { throw located(WriteProblem.outsideFunction("return"), span) }
        if let value { return giveBack(try operand(value), at: .expression(value)) }
        let none = try temporary()
        load(.none, into: none, at: site)
        giveBack(none, at: site)
    }

    private func leaveLoop(
        _ label: WritableKeyPath<LoopLabels, [Int]>, at site: Site, word: String, _ span: Span
    ) throws {
        guard !loops.isEmpty else { throw located(WriteProblem.outsideLoop(word), span) }
        loops[loops.count - 1][keyPath: label].append(emitJump(.jump, at: site))
    }

    private func assertion(_ condition: ExpressionID, _ message: ExpressionID?, at site: Site) throws {
        let holds = try branch(on: condition, jumpIf: true)
        let value = try temporary()
        load(.truth(false), into: value, at: site)
        let text = try message.map(operand) ?? 0
        emit(.assertion, value, text, message == nil ? 0 : 1, at: .expression(condition))
        try land(holds)
    }

    // MARK: Expectations

    private func expect(_ expectation: Expectation, at site: Site) throws {
        switch expectation {
        case .isTrue(let value): emit(.expectTrue, try operand(value), at: .expression(value))
        case .equal(let left, let right): emit(.expectEqual, try operand(left), try operand(right), at: site)
        case .close(let left, let right, let within):
            let first = try operand(left)
            let second = try operand(right)
            let tolerance = try within.map(operand) ?? first
            emit(.expectClose, first, second, tolerance, at: site)
            emit(.extra, within == nil ? 0 : 1, at: .expression(right))
        case .fails(let code, let expression):
            let body = FunctionDefinition(
                name: nil, parameters: [], result: nil, documentation: nil, body: .expression(expression),
                span: tree.span(of: expression))
            let attempt = try temporary()
            try closure(body, into: attempt, at: site)
            emit(.expectError, attempt, code.map(name) ?? 0, code == nil ? 0 : 1, at: site)
        }
    }
}

import Syntax

extension Compiler {
    /// Jumps when the condition is `jumpIf`, else goes on; the jumps are for the caller to land.
    func branch(on condition: ExpressionID, jumpIf: Bool) throws -> [Int] {
        switch tree[condition] {
        case .unary(.not, let operand): return try branch(on: operand, jumpIf: !jumpIf)
        case .logical(let operation, _, _): return try branch(onAll: condition, operation, jumpIf: jumpIf)
        case .comparison(let left, let links) where links.count == 1:
            if let jump = try compareAndJump(left, links[0], jumpIf: jumpIf, at: condition) { return [jump] }
        default: break
        }
        return try releasingTemporaries {
            let value = try operand(condition)
            return [emitJump(jumpIf ? .jumpIfTrue : .jumpIfFalse, value, at: .expression(condition))]
        }
    }

    /// `a and b and c`, as flat as it is written.
    private func branch(onAll chain: ExpressionID, _ operation: LogicalOperator, jumpIf: Bool) throws -> [Int] {
        let operands = logicalOperands(chain, operation)
        // `and` is decided by the first false one, `or` by the first true one.
        let deciding = operation == .or
        if jumpIf == deciding { return try operands.flatMap { try branch(on: $0, jumpIf: deciding) } }
        let toEnd = try operands.dropLast().flatMap { try branch(on: $0, jumpIf: deciding) }
        let jumps = try branch(on: operands[operands.count - 1], jumpIf: jumpIf)
        try land(toEnd)
        return jumps
    }

    private func logicalOperands(_ chain: ExpressionID, _ operation: LogicalOperator) -> [ExpressionID] {
        var operands: [ExpressionID] = []
        var rest = chain
        while case .logical(operation, let left, let right) = tree[rest] {
            operands.append(right)
            rest = left
        }
        operands.append(rest)
        return operands.reversed()
    }

    /// The comparisons that loops live on, as one instruction; nil for the others.
    private func compareAndJump(
        _ left: ExpressionID, _ link: ComparisonLink, jumpIf: Bool, at condition: ExpressionID
    ) throws -> Int? {
        let site = Site.expression(condition)
        return try releasingTemporaries { () -> Int? in
            if let constant = plainNumber(link.operand), let opcode = link.comparison.numberJump(jumpIf) {
                return emitJump(opcode, try operand(left), number(constant), at: site)
            }
            guard let (opcode, isSwapped) = link.comparison.jump(jumpIf) else { return nil }
            let first = try operand(left)
            let second = try operand(link.operand)
            return isSwapped ? emitJump(opcode, second, first, at: site) : emitJump(opcode, first, second, at: site)
        }
    }

    /// A value that comes of `and`, `or` or comparisons: the operand that decided, or a truth value.
    func truthLike(_ id: ExpressionID, into target: Int) throws {
        switch tree[id] {
        case .logical(let operation, _, _):
            let operands = logicalOperands(id, operation)
            var toEnd: [Int] = []
            let value = try temporary()
            for (position, operand) in operands.enumerated() {
                try expression(operand, into: value)
                guard position < operands.count - 1 else { break }
                toEnd.append(emitJump(operation == .or ? .jumpIfTrue : .jumpIfFalse, value, at: .expression(operand)))
            }
            try land(toEnd)
            emit(.take, target, value, at: .expression(id))
        case .comparison(let first, let links): try comparison(first, links, into: target, at: .expression(id))
        default: try expression(id, into: target)
        }
    }

    /// `a < b <= c`: each operand is evaluated once, and the first false link decides.
    private func comparison(_ first: ExpressionID, _ links: [ComparisonLink], into target: Int, at site: Site) throws {
        var left = try operand(first)
        var toEnd: [Int] = []
        let result = links.count == 1 ? target : try temporary()
        for (position, link) in links.enumerated() {
            let right = try operand(link.operand)
            emit(link.comparison.opcode, result, left, right, at: site)
            left = right
            if position < links.count - 1 { toEnd.append(emitJump(.jumpIfFalse, result, at: site)) }
        }
        try land(toEnd)
        if result != target { emit(.take, target, result, at: site) }
    }
}

extension ComparisonOperator {
    var opcode: Opcode {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .isIdentical: .isIdentical
        case .isNotIdentical: .isNotIdentical
        case .isIn: .isIn
        case .isNotIn: .isNotIn
        }
    }

    /// The jump on this comparison of two registers, and whether they change places.
    func jump(_ jumpIf: Bool) -> (Opcode, isSwapped: Bool)? {
        switch self {
        case .less: (jumpIf ? .jumpIfLess : .jumpUnlessLess, false)
        case .greater: (jumpIf ? .jumpIfLess : .jumpUnlessLess, true)
        case .lessOrEqual: (jumpIf ? .jumpIfLessOrEqual : .jumpUnlessLessOrEqual, false)
        case .greaterOrEqual: (jumpIf ? .jumpIfLessOrEqual : .jumpUnlessLessOrEqual, true)
        default: nil
        }
    }

    /// The jump on this comparison with a number of the program.
    func numberJump(_ jumpIf: Bool) -> Opcode? {
        switch (self, jumpIf) {
        case (.less, true): .jumpIfLessNumber
        case (.less, false): .jumpUnlessLessNumber
        case (.lessOrEqual, false): .jumpUnlessLessOrEqualNumber
        case (.greater, false): .jumpUnlessGreaterNumber
        case (.greaterOrEqual, false): .jumpUnlessGreaterOrEqualNumber
        case (.equal, false): .jumpUnlessEqualNumber
        case (.notEqual, false): .jumpUnlessNotEqualNumber
        default: nil
        }
    }
}

import Syntax
import TensorEngine

extension Compiler {
    /// The register that holds an expression's value: a variable's own, or a temporary.
    func operand(_ id: ExpressionID) throws -> Int {
        if case .name(let name) = tree[id], let register = try directRegister(name) {
            if !isAssigned(name) { emit(.defined, register, at: .expression(id)) }
            return register
        }
        let target = try temporary()
        try expression(id, into: target)
        return target
    }

    /// Computes an expression into a register.
    ///
    /// A chain (`a + b + c ...`, `f(x)[0].y ...`) is compiled from its innermost operand outwards in a loop, because it
    /// may be of any length.
    func expression(_ id: ExpressionID, into target: Int) throws {
        var chain: [ExpressionID] = []
        var start = id
        while let left = chainOperand(of: start) {
            chain.append(start)
            start = left
        }
        try releasingTemporaries {
            guard !chain.isEmpty else { return try single(id, into: target) }
            var value = try operand(start)
            var scratch: Int?
            while let link = chain.popLast() {
                // What is only a stage of the chain must not overwrite a variable that the rest still reads.
                let place = chain.isEmpty ? target : try scratch ?? temporary()
                if !chain.isEmpty { scratch = place }
                try releasingTemporaries { try self.link(link, of: value, into: place) }
                value = place
            }
        }
    }

    /// What a chain grows on, where this compiler goes along it step by step.
    private func chainOperand(of id: ExpressionID) -> ExpressionID? {
        switch tree[id] {
        // flattened where it is compiled
        case .logical: nil
        case .index(let base, _): pairBase(of: id) ?? base
        case .call(let callee, _):
            switch tree[callee] {
            case .name: nil
            case .field(let receiver, _): receiver
            default: callee
            }
        default: tree.leftOperand(of: id)
        }
    }

    /// `img` of `img[y][x]`, which is read in one step.
    func pairBase(of id: ExpressionID) -> ExpressionID? {
        guard case .index(let row, let outer) = tree[id], single(outer) != nil, case .index(let base, let inner) = tree[row],
            single(inner) != nil
        else { return nil }
        return base
    }

    /// One step of a chain, its left operand already in a register.
    private func link(_ id: ExpressionID, of left: Int, into target: Int) throws {
        let site = Site.expression(id)
        switch tree[id] {
        case .binary(let operation, let first, let right):
            try refuseGrowth(operation, first, left, right, at: site)
            try binary(operation, left, right, into: target, at: site)
        case .field(_, let name): emit(.field, target, left, self.name(name.text), at: site)
        case .index: try index(left, into: target, id)
        case .pipe(let argument, let function): try pipe(left, argument, into: function, target: target, id)
        case .call(let callee, let arguments):
            if case .field(_, let name) = tree[callee] {
                try method(name, of: left, arguments, into: target, id)
            } else {
                try call(of: left, arguments, into: target, id)
            }
        default: try single(id, into: target)
        }
    }

    private func single(_ id: ExpressionID, into target: Int) throws {
        let site = Site.expression(id)
        switch tree[id] {
        case .number(let value): emit(.loadNumber, target, number(value), at: site)
        case .string(let text): load(.text(Text(text)), into: target, at: site)
        case .boolean(let truth): load(.truth(truth), into: target, at: site)
        case .none: load(.none, into: target, at: site)
        case .name(let name): try read(name, into: target, at: site)
        case .formatted(let pieces): try formatted(pieces, into: target, at: site)
        case .list(let items): try list(items, into: target, id)
        case .tuple(let items): try tuple(items, into: target, at: site)
        case .dictionary(let items): try dictionary(items, into: target, at: site)
        case .comprehension(let comprehension): try self.comprehension(comprehension, into: target, at: site)
        case .unary(let operation, let operand): try unary(operation, operand, into: target, at: site)
        case .logical, .comparison: try truthLike(id, into: target)
        case .conditional(let then, let condition, let otherwise):
            try conditional(then, condition, otherwise, into: target, at: site)
        case .call(let callee, let arguments): try call(callee, arguments, into: target, id)
        case .lambda(let function): try closure(function, into: target, at: site)
        case .ellipsis: throw located(WriteProblem.ellipsis, tree.span(of: id))
        case .missing: throw located(WriteProblem.incomplete, tree.span(of: id))
        case .binary, .index, .field, .pipe: try expression(id, into: target)
        }
    }

    // MARK: Operators

    func binary(_ operation: BinaryOperator, _ left: Int, _ right: ExpressionID, into target: Int, at site: Site) throws {
        if case .number(let constant) = tree[right] {
            switch operation {
            case .add: return emit(.addNumber, target, left, number(constant), at: site)
            case .subtract: return emit(.addNumber, target, left, number(-constant), at: site)
            case .multiply: return emit(.multiplyNumber, target, left, number(constant), at: site)
            default: break
            }
        }
        if operation == .add, case .binary(.multiply, let first, let second) = tree[right], plainNumber(second) == nil {
            return try addProduct(left, first, second, into: target, right, at: site)
        }
        emit(operation.opcode, target, left, try operand(right), at: site)
    }

    /// `s + x * y`, what filters and products of matrices are made of: of plain numbers in one step.
    private func addProduct(
        _ left: Int, _ first: ExpressionID, _ second: ExpressionID, into target: Int, _ product: ExpressionID, at site: Site
    ) throws {
        let (x, y, stage) = (try operand(first), try operand(second), try temporary())
        emit(.addProduct, target, left, x, at: site)
        emit(.extra, y, at: site)
        emit(.multiply, stage, x, y, at: .expression(product))
        emit(.add, target, left, stage, at: site)
    }

    private func unary(_ operation: UnaryOperator, _ operand: ExpressionID, into target: Int, at site: Site) throws {
        if operation == .negate, case .number(let value) = tree[operand] {
            return emit(.loadNumber, target, number(-value), at: site)
        }
        emit(operation.opcode, target, try self.operand(operand), at: site)
    }

    private func conditional(
        _ then: ExpressionID, _ condition: ExpressionID, _ otherwise: ExpressionID, into target: Int, at site: Site
    ) throws {
        let toOtherwise = try branch(on: condition, jumpIf: false)
        try expression(then, into: target)
        let toEnd = emitJump(.jump, at: site)
        try land(toOtherwise)
        try expression(otherwise, into: target)
        try land(toEnd)
    }

    // MARK: Literals

    private func list(_ items: [ExpressionID], into target: Int, _ id: ExpressionID) throws {
        let site = Site.expression(id)
        if let constant = try constantTensor(items) { return load(.tensor(constant), into: target, at: site) }
        let builder = try temporary()
        emit(.newList, builder, items.allSatisfy(isRow) ? 1 : 0, at: site)
        let item = try temporary()
        for part in items {
            try releasingTemporaries { try expression(part, into: item) }
            emit(.addItem, builder, item, at: .expression(part))
        }
        emit(.endList, target, builder, at: site)
    }

    /// A bracket literal whose items are numbers or such literals again: it stands for a row.
    private func isRow(_ id: ExpressionID) -> Bool {
        guard case .list(let items) = tree[id] else { return false }
        return items.allSatisfy { isPlainNumber($0) || isRow($0) }
    }

    private func isPlainNumber(_ id: ExpressionID) -> Bool { plainNumber(id) != nil }

    /// `3`, `-3`
    func plainNumber(_ id: ExpressionID) -> Double? {
        switch tree[id] {
        case .number(let value): return value
        case .unary(.negate, let operand):
            guard case .number(let value) = tree[operand] else { return nil }
            return -value
        default: return nil
        }
    }

    /// A literal of numbers alone is made once, when it is compiled.
    private func constantTensor(_ items: [ExpressionID]) throws -> Tensor? {
        guard !items.isEmpty else { return nil }
        if let numbers = allNumbers(items) { return try Tensor([numbers.count], numbers, dtype: dtype) }
        var rows: [[Double]] = []
        for item in items {
            guard case .list(let row) = tree[item], let numbers = allNumbers(row), !numbers.isEmpty else { return nil }
            rows.append(numbers)
        }
        guard rows.allSatisfy({ $0.count == rows[0].count }) else { return nil }
        return try Tensor([rows.count, rows[0].count], rows.flatMap(\.self), dtype: dtype)
    }

    private func allNumbers(_ items: [ExpressionID]) -> [Double]? {
        var numbers: [Double] = []
        for item in items {
            guard let number = plainNumber(item) else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    private func tuple(_ items: [ExpressionID], into target: Int, at site: Site) throws {
        let first = try temporaries(max(1, items.count))
        for (position, item) in items.enumerated() { try expression(item, into: first + position) }
        emit(.tuple, target, first, items.count, at: site)
    }

    private func dictionary(_ items: [DictionaryItem], into target: Int, at site: Site) throws {
        let made = try temporary()
        emit(.newDictionary, made, at: site)
        for item in items {
            try releasingTemporaries {
                emit(.addEntry, made, try operand(item.key), try operand(item.value), at: .expression(item.key))
            }
        }
        emit(.take, target, made, at: site)
    }

    // MARK: Text

    private func formatted(_ pieces: [FormattedPiece], into target: Int, at site: Site) throws {
        let pieces = pieces.flatMap(withEcho)
        let first = try temporaries(max(1, pieces.count))
        for (position, piece) in pieces.enumerated() {
            switch piece {
            case .text(let text): load(.text(Text(text)), into: first + position, at: site)
            case .value(let value, let spec, _), .shown(let value, let spec, _):
                let isShown = if case .shown = piece { true } else { false }
                try releasingTemporaries {
                    let shown = try temporary()
                    try expression(value, into: shown)
                    let specification = try temporary()
                    if spec.isEmpty {
                        load(.none, into: specification, at: site)
                    } else {
                        try formatted(spec, into: specification, at: site)
                    }
                    if isShown { emit(.display, shown, shown, at: .expression(value)) }
                    emit(.format, first + position, shown, specification, at: .expression(value))
                }
            }
        }
        emit(.concatenate, target, first, pieces.count, at: site)
    }

    /// `{x=}` writes the expression before its value.
    private func withEcho(_ piece: FormattedPiece) -> [FormattedPiece] {
        switch piece {
        case .value(_, _, let echo?), .shown(_, _, let echo?): [.text(echo), piece]
        default: [piece]
        }
    }

    // MARK: Comprehensions

    private func comprehension(_ comprehension: Comprehension, into target: Int, at site: Site) throws {
        let result = try temporary()
        scopes.append([:])
        let before = assigned
        defer {
            scopes.removeLast()
            assigned = before
        }
        if case .dictionary = comprehension.kind {
            emit(.newDictionary, result, at: site)
        } else {
            emit(.newList, result, at: site)
        }
        try clauses(comprehension, from: 0, result, at: site)
        if case .dictionary = comprehension.kind {
            emit(.take, target, result, at: site)
        } else {
            emit(.endList, target, result, at: site)
        }
    }

    private func clauses(_ comprehension: Comprehension, from position: Int, _ result: Int, at site: Site) throws {
        guard position < comprehension.clauses.count else {
            return try releasingTemporaries {
                if case .dictionary(let key) = comprehension.kind {
                    emit(.addEntry, result, try operand(key), try operand(comprehension.element), at: site)
                } else {
                    let item = try temporary()
                    try expression(comprehension.element, into: item)
                    emit(.addItem, result, item, at: .expression(comprehension.element))
                }
            }
        }
        let clause = comprehension.clauses[position]
        try loop(over: clause.iterable, target: clause.target, declaringTarget: true, at: site) {
            var skips: [Int] = []
            for condition in clause.conditions { skips += try branch(on: condition, jumpIf: false) }
            try clauses(comprehension, from: position + 1, result, at: site)
            try land(skips)
        }
    }
}

extension BinaryOperator {
    var opcode: Opcode {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .floorDivide: .floorDivide
        case .remainder: .remainder
        case .power: .power
        case .matrixMultiply: .matrixMultiply
        case .bitAnd: .bitAnd
        case .bitOr: .bitOr
        }
    }
}

extension UnaryOperator {
    var opcode: Opcode {
        switch self {
        case .negate: .negate
        case .plus: .plus
        case .not: .not
        case .invert: .invert
        }
    }
}

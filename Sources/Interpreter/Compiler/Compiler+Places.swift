import Syntax

extension Compiler {
    // MARK: Reading

    /// `base[...]`, or `base[i][j]` in one step.
    func index(_ base: Int, into target: Int, _ id: ExpressionID) throws {
        guard case .index(let row, let subscripts) = tree[id] else { return }
        let site = Site.expression(id)
        if pairBase(of: id) != nil, case .index(_, let inner) = tree[row], let first = single(inner), let second = single(subscripts) {
            let row = try operand(first)
            let column = try operand(second)
            emit(.indexPair, target, base, row, at: site)
            return emit(.extra, column, 1, at: site)
        }
        if let only = single(subscripts) { return emit(.index, target, base, try operand(only), at: site) }
        if let (first, second) = pair(subscripts) {
            if let row = sum(first), let column = sum(second) { return try indexSums(base, row, column, into: target, at: site) }
            let row = try operand(first)
            let column = try operand(second)
            emit(.indexPair, target, base, row, at: site)
            return emit(.extra, column, 0, at: site)
        }
        let shape = subscriptShape(subscripts)
        let first = try temporaries(shape.registerCount + 1)
        emit(.move, first, base, at: site)
        try fill(subscripts, from: first + 1)
        emit(.indexMany, target, first, add(shape), at: site)
    }

    private typealias Sum = (left: ExpressionID, right: ExpressionID, whole: ExpressionID)

    /// `i + a` of two names, whose values nothing changes between here and there.
    private func sum(_ id: ExpressionID) -> Sum? {
        guard case .binary(.add, let left, let right) = tree[id], case .name = tree[left], case .name = tree[right] else { return nil }
        return (left, right, id)
    }

    /// `x[i + a, j + b]`, how a kernel reads the pixels under it: of plain numbers in one step.
    private func indexSums(_ base: Int, _ row: Sum, _ column: Sum, into target: Int, at site: Site) throws {
        let (i, a) = (try operand(row.left), try operand(row.right))
        let (j, b) = (try operand(column.left), try operand(column.right))
        let stages = try temporaries(2)
        emit(.indexSums, target, base, i, at: site)
        emit(.extra, a, j, b, at: site)
        emit(.add, stages, i, a, at: .expression(row.whole))
        emit(.add, stages + 1, j, b, at: .expression(column.whole))
        emit(.indexPair, target, base, stages, at: site)
        emit(.extra, stages + 1, 0, at: site)
    }

    /// The one index of `x[i]`; nil of several, of slices and of `...`.
    func single(_ subscripts: [Subscript]) -> ExpressionID? {
        guard subscripts.count == 1, case .at(let index) = subscripts[0], !isEllipsis(index) else { return nil }
        return index
    }

    private func pair(_ subscripts: [Subscript]) -> (ExpressionID, ExpressionID)? {
        guard subscripts.count == 2, case .at(let first) = subscripts[0], case .at(let second) = subscripts[1],
            !isEllipsis(first), !isEllipsis(second)
        else { return nil }
        return (first, second)
    }

    private func isEllipsis(_ id: ExpressionID) -> Bool {
        if case .ellipsis = tree[id] { true } else { false }
    }

    private func subscriptShape(_ subscripts: [Subscript]) -> SubscriptShape {
        SubscriptShape(
            parts: subscripts.map {
                switch $0 {
                case .at(let index): isEllipsis(index) ? .ellipsis : .at
                case .slice(let start, let stop, let step, _): .slice(start != nil, stop != nil, step != nil)
                }
            })
    }

    private func add(_ shape: SubscriptShape) -> Int {
        parts.subscripts.append(shape)
        return parts.subscripts.count - 1
    }

    /// Evaluates indexes into neighbouring registers, in order.
    private func fill(_ subscripts: [Subscript], from first: Int) throws {
        var register = first
        for entry in subscripts {
            let indexes: [ExpressionID?]
            switch entry {
            case .at(let index): indexes = isEllipsis(index) ? [] : [index]
            case .slice(let start, let stop, let step, _): indexes = [start, stop, step]
            }
            for case let index? in indexes {
                try expression(index, into: register)
                register += 1
            }
        }
    }

    // MARK: Writing

    /// `target = value` for a name, a place, or a tuple of them.
    func assign(_ target: ExpressionID, from value: Int) throws {
        switch tree[target] {
        case .name(let name):
            try write(name, from: value, at: .expression(target))
            nameValue(name, value, at: .expression(target))
        case .tuple(let parts), .list(let parts):
            let first = try temporaries(max(1, parts.count))
            emit(.unpack, first, value, parts.count, at: .expression(target))
            for (position, part) in parts.enumerated() { try assign(part, from: first + position) }
        default: try store(value, at: target, appending: false)
        }
    }

    /// Writes into a place, which changes the variable that it hangs on.
    func store(_ value: Int, at place: ExpressionID, appending: Bool) throws {
        try releasingTemporaries {
            let root = tree.root(of: place)
            guard case .name(let name) = tree[root] else {
                throw located(WriteProblem.noVariable, tree.span(of: place))
            }
            let direct = try directRegister(name)
            let variable = try direct ?? temporary()
            if direct == nil || !isAssigned(name) { try read(name, into: variable, at: .expression(root)) }
            try store(value, at: place, of: variable, appending: appending)
            if direct == nil { try write(name, from: variable, at: .expression(root)) }
            nameValue(name, variable, at: .expression(root))
        }
    }

    private func store(_ value: Int, at place: ExpressionID, of variable: Int, appending: Bool) throws {
        let site = Site.expression(place)
        if !appending, case .index(let base, let subscripts) = tree[place] {
            if case .name = tree[base] {
                if let only = single(subscripts) {
                    return emit(.setIndex, variable, try operand(only), value, at: site)
                }
                if let (first, second) = pair(subscripts) {
                    let row = try operand(first)
                    let column = try operand(second)
                    emit(.setIndexPair, variable, row, column, at: site)
                    return emit(.extra, value, 0, at: site)
                }
            } else if pairBase(of: place) != nil, case .index(let root, let inner) = tree[base], case .name = tree[root],
                let first = single(inner), let second = single(subscripts) {
                let row = try operand(first)
                let column = try operand(second)
                emit(.setIndexPair, variable, row, column, at: site)
                return emit(.extra, value, 1, at: site)
            }
        }
        let steps = placeSteps(place)
        let shape = PlaceShape(steps: steps.map(\.step))
        let first = try temporaries(shape.registerCount + 1)
        emit(.move, first, value, at: site)
        var register = first + 1
        for step in steps {
            try fill(step.subscripts, from: register)
            if case .subscripts(let shape) = step.step { register += shape.registerCount }
        }
        parts.places.append(shape)
        emit(appending ? .appendPlace : .setPlace, variable, first, parts.places.count - 1, at: site)
    }

    /// The way to a place from its variable outwards.
    private func placeSteps(_ place: ExpressionID) -> [(step: PlaceShape.Step, subscripts: [Subscript])] {
        var steps: [(step: PlaceShape.Step, subscripts: [Subscript])] = []
        var rest = place
        while true {
            switch tree[rest] {
            case .index(let base, let subscripts):
                steps.append((.subscripts(subscriptShape(subscripts)), subscripts))
                rest = base
            case .field(let base, let name):
                steps.append((.field(name.text), []))
                rest = base
            default: return steps.reversed()
            }
        }
    }

    /// `place op= value`.
    func augment(_ target: ExpressionID, _ operation: BinaryOperator, _ value: ExpressionID, at site: Site) throws {
        let old = try operand(target)
        if operation == .add, let item = soleItem(of: value) {
            fail(GrowthProblem.plus(instead: "\(tree.text(of: target)).append(\(tree.text(of: item)))"), at: site)
        }
        let result: Int
        if case .name(let name) = tree[target], let direct = try directRegister(name) {
            result = direct
        } else {
            result = try temporary()
        }
        try binary(operation, old, value, into: result, at: site)
        try assign(target, from: result)
    }
}

extension PlaceShape {
    var registerCount: Int {
        steps.reduce(0) { count, step in
            if case .subscripts(let shape) = step { count + shape.registerCount } else { count }
        }
    }
}

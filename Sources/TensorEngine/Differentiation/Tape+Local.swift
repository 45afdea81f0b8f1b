/// Recording what goes element by element and has taken the short way.
extension Tape {
    /// Notes an operation on each open tape that has one of its operands.
    @inline(__always)
    func note<A: DirectOperand, B: DirectOperand>(
        _ result: Tensor, of operation: Primitive, _ a: A, _ b: B
    ) throws {
        guard let slopes = operation.slopes else { return }
        if wantsCalls { return try note(result, of: operation, try arguments(of: operation, a, b)) }
        if outer == nil, result.rank == 0 {
            try noteNumber(result, of: operation, slopes, a, b)
        } else {
            try noteTensor(result, of: operation, slopes, a, b)
        }
    }

    /// Of plain numbers with no other tape around, only the derivatives count.
    @inline(__always)
    private func noteNumber<A: DirectOperand, B: DirectOperand>(
        _ result: Tensor, of operation: Primitive, _ slopes: (first: Slope, second: Slope), _ a: A, _ b: B
    ) throws {
        let (first, second) = (a.source(on: self), b.source(on: self))
        if first == nil, second == nil { return }
        var node = TapeNode(
            kind: first.map(isBlocked) ?? false || second.map(isBlocked) ?? false ? .local : .number, isNumber: true,
            isFloat: true)
        if let first {
            node.first = try edge(slopes.first, 0, of: operation, a.number, b.number, result.number, first)
        }
        if let second {
            node.second = try edge(slopes.second, 1, of: operation, a.number, b.number, result.number, second)
        }
        result.box.add(try add(node))
    }

    @inline(__always)
    private func isBlocked(_ source: UInt32) -> Bool { nodes[Int(source)].kind == .blocked }

    @inline(__always)
    private func edge(
        _ slope: Slope, _ operand: Int, of operation: Primitive, _ a: Double, _ b: Double, _ y: Double,
        _ source: UInt32
    ) throws -> TapeNode.Edge {
        switch slope {
        case .number(let number): .number(number, source)
        case .role(.a): .number(a, source)
        case .role(.b): .number(b, source)
        case .role(.result): .number(y, source)
        case .formula: try computedEdge(operand, of: operation, a, b, y, source)
        }
    }

    private func computedEdge(
        _ operand: Int, of operation: Primitive, _ a: Double, _ b: Double, _ y: Double, _ source: UInt32
    ) throws -> TapeNode.Edge {
        let point = Local.Point(a: .number(a), b: .number(b), y: .number(y))
        switch try operation.gradient.derivative(point, operand) {
        case .number(let number)?: return .number(number, source)
        case .truth(let truth)?: return .number(truth ? 1 : 0, source)
        case .elements(let tensor)?: return .number(tensor.element(0), source)
        case .mask?, .nothing?, .role?, .later?, nil: return .nothing(source)
        }
    }
}

// MARK: - Tensors, and numbers on several tapes

extension Tape {
    private func noteTensor<A: DirectOperand, B: DirectOperand>(
        _ result: Tensor, of operation: Primitive, _ slopes: (first: Slope, second: Slope), _ a: A, _ b: B
    ) throws {
        var tape: Tape? = self
        while let current = tape {
            let (first, second) = (a.source(on: current), b.source(on: current))
            if first != nil || second != nil {
                try current.noteTensor(result, of: operation, slopes, a, b, first, second)
            }
            tape = current.outer
        }
    }

    private func noteTensor<A: DirectOperand, B: DirectOperand>(
        _ result: Tensor, of operation: Primitive, _ slopes: (first: Slope, second: Slope), _ a: A, _ b: B,
        _ first: UInt32?, _ second: UInt32?
    ) throws {
        var node = TapeNode(kind: .local, like: result)
        let keptBefore = kept.count
        if let first {
            guard let edge = try edge(slopes.first, 0, of: operation, a, b, result, first) else {
                return try noteCall(result, of: operation, a, b)
            }
            node.first = edge
        }
        if let second {
            guard let edge = try edge(slopes.second, 1, of: operation, a, b, result, second) else {
                removeKept(from: keptBefore)
                return try noteCall(result, of: operation, a, b)
            }
            node.second = edge
        }
        result.box.add(try add(node))
    }

    /// Nil where the derivative has to be computed, which waits until somebody asks for it.
    private func edge<A: DirectOperand, B: DirectOperand>(
        _ slope: Slope, _ operand: Int, of operation: Primitive, _ a: A, _ b: B, _ result: Tensor, _ source: UInt32
    ) throws -> TapeNode.Edge? {
        switch slope {
        case .number(let number): return .number(number, source)
        case .role(.a): return try edge(keeping: a, source)
        case .role(.b): return try edge(keeping: b, source)
        case .role(.result): return .kept(keep(result), source)
        case .formula: break
        }
        let point = Local.Point(
            a: a.isConstant ? .number(a.number) : .role(.a), b: b.isConstant ? .number(b.number) : .role(.b),
            y: .role(.result))
        switch try operation.gradient.derivative(point, operand) {
        case .number(let number)?: return .number(number, source)
        case .role(.a)?: return try edge(keeping: a, source)
        case .role(.b)?: return try edge(keeping: b, source)
        case .role(.result)?: return .kept(keep(result), source)
        default: return nil
        }
    }

    private func edge<A: DirectOperand>(keeping operand: A, _ source: UInt32) throws -> TapeNode.Edge {
        operand.isConstant ? .number(operand.number, source) : .kept(keep(try operand.asTensor), source)
    }

    private func noteCall<A: DirectOperand, B: DirectOperand>(
        _ result: Tensor, of operation: Primitive, _ a: A, _ b: B
    ) throws {
        let (arguments, start) = (try arguments(of: operation, a, b), operands.count)
        _ = addOperands(of: arguments)
        result.box.add(try add(operation, arguments, result, operandsFrom: start))
    }
}

extension Tape {
    @inline(never)
    private func arguments<A: DirectOperand, B: DirectOperand>(of operation: Primitive, _ a: A, _ b: B) throws -> Arguments {
        var tensors = [Argument.tensor(try a.asTensor)]
        if operation.parameters.count > 1 { tensors.append(.tensor(try b.asTensor)) }
        return Arguments(tensors)
    }
}

extension DirectOperand {
    /// A plain number that no open tape has recorded.
    fileprivate var isConstant: Bool { rank == 0 && !isTraced }
}

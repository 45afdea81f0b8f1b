import Glibc
import Syntax
import TensorEngine

extension Machine {
    // MARK: Arithmetic

    func binary(_ operation: BinaryOperator, _ left: Value, _ right: Value) throws -> Value {
        if let x = left.plainNumber, let y = right.plainNumber, let result = try arithmetic(operation, x, y, left, right) {
            return result
        }
        if let result = try short(operation, left, right) { return result }
        switch (left, right) {
        case (.text(let a), .text(let b)) where operation == .add:
            try check(bytes: a.string.utf8.count + b.string.utf8.count)
            return .text(Text(a.string + b.string))
        case (.text(let text), .number(let count)) where operation == .multiply,
            (.number(let count), .text(let text)) where operation == .multiply:
            return .text(Text(try repeated(text.string, count)))
        case (.tuple, _), (_, .tuple), (.dictionary, _), (_, .dictionary), (.list, _), (_, .list):
            if operation == .matrixMultiply { break }
            do {
                return try leafByLeaf([left, right]) { try self.binary(operation, $0[0], $0[1]) }
            } catch KindProblem.leaf(let kind, _) where operation == .add && left.kind == right.kind {
                throw KindProblem.leaf(kind: kind, joins: true)
            }
        default: break
        }
        guard let a = try tensorOperand(left), let b = try tensorOperand(right) else {
            throw KindProblem.operands(operation.rawValue, left: left.kind, right: right.kind)
        }
        let result = try operation.primitive(.tensor(a), .tensor(b))
        noteZeros(operation, in: b, result: result)
        return Value(result)
    }

    /// Of plain numbers and truth values, as IEEE has it.
    private func arithmetic(_ operation: BinaryOperator, _ x: Double, _ y: Double, _ left: Value, _ right: Value) throws -> Value? {
        switch operation {
        case .add: return .number(noting(x + y, x, y))
        case .subtract: return .number(noting(x - y, x, y))
        case .multiply: return .number(noting(x * y, x, y))
        case .divide:
            if y == 0 { note(x == 0 || x.isNaN ? .nothingByZero : .divisionByZero) }
            return .number(x / y)
        case .floorDivide:
            if y == 0 { note(x == 0 || x.isNaN ? .nothingByZero : .divisionByZero) }
            return .number(pythonQuotient(x, y))
        case .remainder: return .number(pythonRemainder(x, y))
        case .power: return .number(noting(pow(x, y), x, y))
        case .matrixMultiply: throw KindProblem.operands("@", left: left.kind, right: right.kind)
        case .bitAnd, .bitOr:
            guard case .truth(let a) = left, case .truth(let b) = right else { throw KindProblem.bits }
            return .truth(operation == .bitAnd ? a && b : a || b)
        }
    }

    /// Notes the first whole result that reaches 2^53.
    private func noting(_ result: Double, _ x: Double, _ y: Double) -> Double {
        func isSmall(_ number: Double) -> Bool { abs(number) < 0x1p53 && number == number.rounded() }
        if abs(result) >= 0x1p53, result.isFinite, isSmall(x), isSmall(y) { note(.large) }
        return result
    }

    /// Notes divisions by zero among the elements of tensors.
    private func noteZeros(_ operation: BinaryOperator, in divisor: Tensor, result: Tensor) {
        guard operation == .divide || operation == .floorDivide, !areZerosNoted, divisor.hasZero else { return }
        for position in 0..<result.count {
            let value = result.element(position)
            if value.isNaN { note(.nothingByZero) } else if value.isInfinite { note(.divisionByZero) }
        }
    }

    /// Bytes of one string, whatever the limit on memory is.
    private static let maximumText = 4e9

    private func repeated(_ string: String, _ count: Double) throws -> String {
        guard count == count.rounded() else { throw ListProblem.whole(count) }
        let times = max(0, count)
        let bytes = times * Double(string.utf8.count)
        guard bytes < Machine.maximumText else {
            throw BoundProblem.text(bytes)
        }
        try session.charge(bytes: Int(bytes))
        // so often that it would take long, for nothing
        if string.isEmpty { return "" }
        return String(repeating: string, count: Int(min(times, Machine.maximumText)))
    }

    func negate(_ value: Value) throws -> Value {
        if let x = value.plainNumber { return .number(-x) }
        return try unary("-", "negative", value)
    }

    func plus(_ value: Value) throws -> Value {
        switch value {
        case .number, .traced, .tensor: return value
        case .truth(let truth): return .number(truth ? 1 : 0)
        default: throw KindProblem.operand("+", value.kind)
        }
    }

    func invert(_ value: Value) throws -> Value {
        switch value {
        case .truth(let truth): return .truth(!truth)
        case .tensor(let tensor) where tensor.dtype == .bool: return try unary("~", "logical_not", value)
        case .tensor, .number, .traced: throw KindProblem.bits
        default: throw KindProblem.operand("~", value.kind)
        }
    }

    private func unary(_ sign: String, _ name: String, _ value: Value) throws -> Value {
        switch value {
        case .tuple, .list, .dictionary: return try leafByLeaf([value]) { try self.unary(sign, name, $0[0]) }
        case .number(let x): return .number(-x)
        default: break
        }
        guard let operand = try tensorOperand(value), let primitive = Primitive.named(name) else {
            throw KindProblem.operand(sign, value.kind)
        }
        return Value(try primitive(.tensor(operand)))
    }

    // MARK: Comparisons and truth

    func compare(_ comparison: ComparisonOperator, _ left: Value, _ right: Value) throws -> Value {
        if let x = left.currentNumber, let y = right.currentNumber { return .truth(comparison.holds(x, y)) }
        switch (left.settled, right.settled) {
        case (.text(let a), .text(let b)):
            try meter.count(min(a.string.utf8.count, b.string.utf8.count))
            return .truth(comparison.holds(a.string, b.string))
        case (.tensor, .tensor), (.tensor, .number), (.number, .tensor), (.tensor, .truth), (.truth, .tensor):
            guard let a = try tensorOperand(left), let b = try tensorOperand(right) else { break }
            return Value(try comparison.primitive(.tensor(a), .tensor(b)))
        case (.list(let a), .list(let b)):
            if a.items.count == b.items.count {
                return try bracketed(try zip(a.items, b.items).map { try compare(comparison, $0, $1) }, dtype: dtype)
            }
        default: break
        }
        switch comparison {
        case .equal: return .truth(try isEqual(left, right))
        case .notEqual: return .truth(!(try isEqual(left, right)))
        default: throw KindProblem.operands(comparison.rawValue, left: left.kind, right: right.kind)
        }
    }

    func holds(_ comparison: ComparisonOperator, _ left: Value, _ right: Value) throws -> Bool {
        try truth(try compare(comparison, left, right))
    }

    /// One truth value: equal kinds, shapes and elements. `expect a == b`, `in`, dict and tuple equality use it.
    func isEqual(_ left: Value, _ right: Value) throws -> Bool {
        try meter.count(1)
        if let x = left.currentNumber, let y = right.currentNumber { return x == y }
        switch (left, right) {
        case (.none, .none): return true
        case (.text(let a), .text(let b)): return a.string == b.string
        case (.tensor(let a), .tensor(let b)):
            guard a.shape == b.shape else { return false }
            try meter.count(a.count)
            return (0..<a.count).allSatisfy { a.element($0) == b.element($0) }
        case (.list(let a), .list(let b)): return try areEqual(a.items, b.items)
        case (.tuple(let a), .tuple(let b)): return try areEqual(a.items, b.items)
        case (.dictionary(let a), .dictionary(let b)):
            guard a.keys.count == b.keys.count else { return false }
            return try a.keys.allSatisfy { key in
                guard let x = a[key], let y = b[key] else { return false }
                return try isEqual(x, y)
            }
        case (.range(let a), .range(let b)): return a.start == b.start && a.count == b.count && a.step == b.step
        case (.dtype(let a), .dtype(let b)): return a == b
        default: return isIdentical(left, right)
        }
    }

    private func areEqual(_ a: [Value], _ b: [Value]) throws -> Bool {
        guard a.count == b.count else { return false }
        return try zip(a, b).allSatisfy(isEqual)
    }

    func isIdentical(_ left: Value, _ right: Value) -> Bool {
        switch (left.settled, right.settled) {
        case (.none, .none): true
        case (.truth(let a), .truth(let b)): a == b
        case (.number(let a), .number(let b)): a == b
        case (.function(let a), .function(let b)): a === b
        case (.builtin(let a), .builtin(let b)): a === b
        case (.dtype(let a), .dtype(let b)): a == b
        case (.text(let a), .text(let b)): a.string == b.string
        default: false
        }
    }

    func contains(_ container: Value, _ item: Value) throws -> Bool {
        switch container {
        case .text(let text):
            guard case .text(let part) = item else {
                throw KindProblem.operands("in", left: item.kind, right: container.kind)
            }
            try meter.count(text.string.utf8.count)
            if part.string.isEmpty { return true }
            try check(bytes: TextSearch.footprint(part.string))
            return TextSearch(part.string).isIn(text.string)
        case .dictionary(let dictionary): return dictionary[try Dict.Key(item)] != nil
        case .list(let list): return try list.items.contains { try isEqual($0, item) }
        case .tuple(let tuple): return try tuple.items.contains { try isEqual($0, item) }
        case .tensor(let tensor):
            guard let x = item.currentNumber else { return try rows(of: tensor).contains { try isEqual($0, item) } }
            try meter.count(tensor.count)
            return (0..<tensor.count).contains { tensor.element($0) == x }
        case .range(let range):
            guard case .number(let x) = item.settled else { return false }
            return range.contains(x)
        default: throw KindProblem.operands("in", left: item.kind, right: container.kind)
        }
    }

    func truth(_ value: Value) throws -> Bool {
        switch value {
        case .truth(let truth): return truth
        case .number(let number): return number != 0
        case .traced(let tensor): return tensor.element(0) != 0
        case .none: return false
        case .tensor(let tensor):
            guard tensor.count == 1 else { throw KindProblem.manyTruths(shape: "\(tensor.shape)") }
            return tensor.element(0) != 0
        default: throw KindProblem.noTruth(kind: value.kind)
        }
    }

    // MARK: Tensors

    /// The operand as a tensor; nil for what cannot be one.
    func tensorOperand(_ value: Value) throws -> Tensor? {
        switch value {
        case .tensor(let tensor), .traced(let tensor): tensor
        case .number(let number): try Tensor(plainNumber: number)
        case .truth(let truth): try Tensor(plainTruth: truth)
        case .range(let range): try numbers(in: range)
        case .list(let list): try stack(list.items)
        case .tuple(let tuple): try stack(tuple.items)
        default: nil
        }
    }

    private func numbers(in range: WholeRange) throws -> Tensor {
        let result = try Tensor(uninitialized: Shape(checking: [range.count]), .float64)
        for position in 0..<range.count {
            result.setElement(position, to: range[position])
            try meter.count(1)
        }
        return result
    }

    /// A list or tuple that fits a tensor, as one.
    private func stack(_ items: [Value]) throws -> Tensor? {
        let parts = try items.map { item -> Value in
            if case .tuple = item, let inner = try tensorOperand(item) { .tensor(inner) } else { item }
        }
        if case .tensor(let tensor) = try bracketed(parts, dtype: dtype) { return tensor }
        return nil
    }
}

extension Value {
    /// What an operation gave: a tensor without axes is a plain number or truth value.
    init(_ tensor: Tensor) {
        if tensor.rank > 0 {
            self = .tensor(tensor)
        } else if tensor.dtype == .bool {
            self = .truth(tensor.element(0) != 0)
        } else if tensor.isTraced {
            self = .traced(tensor)
        } else {
            self = .number(tensor.element(0))
        }
    }

    /// A number, or a truth value as 0 or 1; nil for one that is being differentiated, so that no path loses it unseen.
    var plainNumber: Double? {
        switch self {
        case .number(let number): number
        case .truth(let truth): truth ? 1 : 0
        default: nil
        }
    }
}

extension Tensor {
    /// The parts along the first axis.
    func rows() throws -> [Value] { try (0..<(rank > 0 ? shape[0] : 0)).map { Value(try row($0)) } }

    /// The part at a position of the first axis.
    func row(_ position: Int) throws -> Tensor {
        if isTraced { return try Primitive.index(.tensor(self), .index([.at(position)])) }
        let rowShape = shape.removing(0)
        let result = try Tensor(uninitialized: rowShape, dtype)
        let size = rowShape.elementCount * dtype.byteCount
        UnsafeMutableRawPointer(result.mutablePointer(UInt8.self))
            .copyMemory(from: UnsafeRawPointer(pointer(UInt8.self)) + position * size, byteCount: size)
        return result
    }
}

/// Python's `%`: the sign of the divisor.
func pythonRemainder(_ x: Double, _ y: Double) -> Double {
    let rest = fmod(x, y)
    return rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest
}

/// Python's and NumPy's `//`: `1 // 0.1` is 9, because 0.1 is a little more than a tenth; `1 / 0.1` rounds to 10.
func pythonQuotient(_ x: Double, _ y: Double) -> Double {
    guard y != 0 else { return x / y }
    let rest = fmod(x, y)
    let isRoundedUp = rest != 0 && (rest < 0) != (y < 0)
    let quotient = (x - rest) / y - (isRoundedUp ? 1 : 0)
    let whole = quotient.rounded(.down)
    // the division may have rounded to just below a whole number
    return quotient - whole > 0.5 ? whole + 1 : whole
}

extension ComparisonOperator {
    func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
        switch self {
        case .equal: a == b
        case .notEqual: a != b
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        case .isIdentical, .isNotIdentical, .isIn, .isNotIn: false
        }
    }

    var primitive: Primitive {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessEqual
        case .greater: .greater
        default: .greaterEqual
        }
    }
}

extension BinaryOperator {
    var primitive: Primitive {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .floorDivide: .floorDivide
        case .remainder: .remainder
        case .power: .power
        case .matrixMultiply: .matmul
        case .bitAnd: .logicalAnd
        case .bitOr: .logicalOr
        }
    }
}

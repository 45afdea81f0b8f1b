import TensorEngine

/// Collects the items of a bracket list and decides in the end whether they are a tensor.
///
/// Numbers are collected as numbers: a comprehension over a million of them never holds a million values.
package final class ListBuilder {
    private var numbers: [Double] = []
    private var items: [Value] = []
    private let dtype: DType
    /// Every item is a bracket literal of numbers: they are rows and must have one length.
    private let itemsAreRows: Bool
    private var charged = 0

    init(dtype: DType, itemsAreRows: Bool = false) {
        self.dtype = dtype
        self.itemsAreRows = itemsAreRows
    }

    deinit { MemoryBudget.giveBack(charged) }

    /// Numbers, which hold nothing, excepted.
    var heldValues: [Value] { items }

    func append(_ value: consuming Value) throws {
        if items.isEmpty, case .number(let number) = value {
            if numbers.count == numbers.capacity {
                try grow(to: MemoryLayout<Double>.stride) { numbers.reserveCapacity($0) }
            }
            return numbers.append(number)
        }
        if !numbers.isEmpty {
            try grow(to: Footprint.value) { _ in items = numbers.map(Value.number) }
            numbers = []
        }
        if items.count == items.capacity { try grow(to: Footprint.value) { items.reserveCapacity($0) } }
        items.append(value)
    }

    /// Charges a buffer of twice the size, while the old one is still there.
    private func grow(to stride: Int, _ move: (_ capacity: Int) -> Void) throws {
        let capacity = max(2 * (numbers.count + items.count), 4)
        let larger = Footprint.buffer + capacity * stride
        try MemoryBudget.current.charge(larger)
        move(capacity)
        MemoryBudget.giveBack(charged)
        charged = larger
    }

    func finish() throws -> Value {
        if items.isEmpty { return .tensor(try Tensor([numbers.count], numbers, dtype: dtype)) }
        if itemsAreRows { try checkRows() }
        return try bracketed(items, dtype: dtype)
    }

    private func checkRows() throws {
        var lengths: [Int] = []
        for case .tensor(let row) in items where row.rank > 0 { lengths.append(row.shape[0]) }
        guard lengths.count == items.count, let first = lengths.first else { return }
        if let odd = lengths.firstIndex(where: { $0 != first }) {
            throw ListProblem.ragged(row: odd, length: lengths[odd], expected: first)
        }
    }
}

/// The one rule for bracket lists, however they are made or changed: all numbers, all truth values or all tensors of
/// one shape are a tensor; anything else is a list.
func bracketed(_ items: [Value], dtype: DType) throws -> Value {
    guard let first = items.first else { return .tensor(try Tensor([0], [], dtype: dtype)) }
    if items.contains(where: \.isTraced), items.allSatisfy(\.isNumber) { return .tensor(try Tensor.stacking(items)) }
    switch first {
    case .number:
        let result = try Tensor(uninitialized: Shape(checking: [items.count]), dtype)
        for (position, item) in items.enumerated() {
            guard case .number(let number) = item else { return .list(try List(items)) }
            result.setElement(position, to: number)
        }
        return .tensor(result)
    case .truth:
        let result = try Tensor(uninitialized: Shape(checking: [items.count]), .bool)
        for (position, item) in items.enumerated() {
            guard case .truth(let truth) = item else { return .list(try List(items)) }
            result.setElement(position, to: truth ? 1 : 0)
        }
        return .tensor(result)
    case .tensor(let row):
        return try stacked(items, like: row) ?? .list(try List(items))
    default: return .list(try List(items))
    }
}

/// Tensors of one shape as one tensor with a new first axis; nil if they differ.
private func stacked(_ items: [Value], like first: Tensor) throws -> Value? {
    var dtype = first.dtype
    for item in items {
        guard case .tensor(let row) = item, row.shape == first.shape, (row.dtype == .bool) == (dtype == .bool)
        else { return nil }
        dtype = .wider(dtype, row.dtype)
    }
    guard first.rank < Shape.maximumRank else { throw LimitProblem.rank(first.rank + 1) }
    if items.contains(where: \.isTraced) { return .tensor(try Tensor.stacking(items)) }
    let result = try Tensor(uninitialized: first.shape.inserting(items.count, at: 0), dtype)
    var position = 0
    for case .tensor(let row) in items {
        result.copyElements(of: row, to: position)
        position += row.count
    }
    return .tensor(result)
}

extension Tensor {
    /// Copies another tensor's elements, converted to this dtype, to a row-major position of a tensor nobody has seen.
    func copyElements(of source: Tensor, to position: Int) {
        if source.dtype == dtype {
            let size = dtype.byteCount
            let target = UnsafeMutableRawPointer(mutablePointer(UInt8.self)) + position * size
            target.copyMemory(from: UnsafeRawPointer(source.pointer(UInt8.self)), byteCount: source.count * size)
        } else {
            for offset in 0..<source.count { setElement(position + offset, to: source.element(offset)) }
        }
    }
}

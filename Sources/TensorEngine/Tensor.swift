/// A block of numbers or truth values with a shape: the value that every operation takes and gives.
///
/// A tensor is a value: a copy never sees what is written to the original. It is one reference wide, because the
/// interpreter keeps it in a register, and always contiguous in row-major order, because then a kernel is a plain loop.
public struct Tensor: @unchecked Sendable {
    package private(set) var box: TensorBox

    /// A tensor whose elements are still to be written by a kernel.
    package init(uninitialized shape: Shape, _ dtype: DType, capacity: Int = 0) throws(LimitProblem) {
        box = try TensorBox.make(shape, dtype, capacity: capacity)
    }

    public var shape: Shape { box.shape }
    public var rank: Int { box.rank }
    public var dtype: DType { box.dtype }
    public var count: Int { box.count }

    /// A plain number that stands where a tensor may: it never changes the other operand's dtype. In the language
    /// there are no tensors without axes, so every tensor of shape `()` is one, a sum as well as a literal.
    public var isPlainNumber: Bool { rank == 0 }
}

// MARK: - Elements

extension Tensor {
    /// Reads the elements in row-major order. `T` is `Double`, `Float` or `Bool`, as `dtype` says.
    public func withElements<T, Result>(
        _ type: T.Type, _ body: (UnsafeBufferPointer<T>) throws -> Result
    ) rethrows -> Result {
        defer { withExtendedLifetime(box) {} }
        return try body(UnsafeBufferPointer(start: pointer(type), count: count))
    }

    /// The elements' address, valid while this tensor is alive.
    package func pointer<T>(_ type: T.Type) -> UnsafePointer<T> { UnsafePointer(mutablePointer(type)) }

    /// For a kernel that fills a tensor nobody has seen yet, or one that `makeUnique` has just made our own.
    package func mutablePointer<T>(_ type: T.Type) -> UnsafeMutablePointer<T> {
        box.memory.assumingMemoryBound(to: type)
    }

    /// The element at a row-major position, whatever its type; truth values are 0 and 1.
    public func element(_ position: Int) -> Double { box.element(position) }

    package func setElement(_ position: Int, to value: Double) {
        switch dtype {
        case .float64: mutablePointer(Double.self)[position] = value
        case .float32: mutablePointer(Float.self)[position] = Float(value)
        case .bool: mutablePointer(UInt8.self)[position] = value == 0 ? 0 : 1
        }
    }

    /// All elements in row-major order, as `Double`.
    public var elements: [Double] { (0..<count).map(element) }

    /// Whether any element is 0.
    package var hasZero: Bool {
        guard dtype == .float64 else { return nonzeroCount < count }
        return withElements(Double.self) { elements in
            var found = false
            // no way out of the loop, so that it goes over several elements at a time
            for element in elements { found = element == 0 || found }
            return found
        }
    }

    /// How many elements are true, or not 0.
    package var nonzeroCount: Int {
        var found = 0
        for position in 0..<count where element(position) != 0 { found += 1 }
        return found
    }

    /// Makes the elements this tensor's own, so that they may be written in place.
    package mutating func makeUnique() throws(LimitProblem) {
        guard !isUnshared() else { return }
        self = try copy(capacity: count)
    }

    /// Whether nobody else sees these elements: no other value, and no tape.
    @inline(__always)
    package mutating func isUnshared() -> Bool {
        isKnownUniquelyReferenced(&box) && box.owner == nil && box.trace == .none
    }

    package func copy(capacity: Int) throws(LimitProblem) -> Tensor {
        let fresh = try Tensor(uninitialized: shape, dtype, capacity: capacity)
        fresh.box.memory.copyMemory(from: box.memory, byteCount: count * dtype.byteCount)
        return fresh
    }

    /// The same elements under another shape of as many elements.
    package consuming func reshaped(to shape: Shape) throws(LimitProblem) -> Tensor {
        if shape == self.shape { return self }
        try makeUnique()
        box.reshape(to: shape)
        return self
    }

    /// Appends the elements of `row` (of the shape of one row, and of the same dtype) along the first axis.
    /// - Complexity: amortised O(row) while this tensor is not shared.
    package mutating func appendRow(_ row: Tensor) throws {
        if isTraced || row.isTraced {
            let line = try Primitive.expandDims(.tensor(row), .wholes([0]))
            self = try Primitive.concat(.tensors([self, line]), .whole(0))
            return
        }
        let needed = count + row.count
        if needed > box.room || !isUnshared() {
            self = try copy(capacity: max(needed, 2 * count, 8))
        }
        let byteCount = dtype.byteCount
        box.memory.advanced(by: count * byteCount).copyMemory(from: row.box.memory, byteCount: row.count * byteCount)
        var longer = shape
        longer[0] += 1
        box.reshape(to: longer)
    }
}

// MARK: - Traces

extension Tensor {
    /// Notes where a tape has recorded this tensor.
    /// - Precondition: nobody else has seen it; tapes note it from the innermost one outwards.
    func addTrace(_ trace: Trace) {
        box.add(trace)
    }

    /// Its shape and dtype, for a tape whose rule needs no more; one element is cheaper to keep.
    var outline: Tensor {
        guard count > 1 else { return self }
        var fresh = self
        fresh.box = TensorBox.outline(of: box)
        return fresh
    }

    /// The same elements and traces as a value of its own, so that one more trace does not show in the original.
    func sharing(with trace: Trace) -> Tensor {
        var fresh = self
        fresh.box = TensorBox.sharing(box, trace: trace)
        return fresh
    }
}

// MARK: - Making

extension Tensor {
    /// - Precondition: as many values as the shape has elements.
    public init(_ shape: Shape, _ values: some Collection<Double>, dtype: DType = .float64) throws(LimitProblem) {
        precondition(values.count == shape.elementCount, "as many values as the shape has elements")
        try self.init(uninitialized: shape, dtype)
        for (position, value) in values.enumerated() { setElement(position, to: value) }
    }

    /// A vector.
    public init(_ values: [Double]) throws(LimitProblem) { try self.init([values.count], values) }

    /// A plain number, to stand where an operation wants a tensor.
    public init(plainNumber value: Double) throws(LimitProblem) {
        try self.init(uninitialized: Shape(), .float64)
        mutablePointer(Double.self).pointee = value
    }

    /// A plain truth value.
    public init(plainTruth value: Bool) throws(LimitProblem) {
        try self.init(uninitialized: Shape(), .bool)
        setElement(0, to: value ? 1 : 0)
    }
}

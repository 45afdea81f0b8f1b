/// What a box knows of its elements.
///
/// No counted references and small alignment: making and freeing a box is most of what an operation on a few numbers
/// takes.
@usableFromInline package struct TensorHeader {
    package fileprivate(set) var shape: Shape
    fileprivate(set) var count: Int
    /// Room for this many elements, so that appending is amortised.
    let capacity: Int
    package let memory: UnsafeMutableRawPointer
    /// Counted by hand; nil where nobody pays.
    fileprivate let budget: Unmanaged<MemoryBudget>?
    /// Where a tape has recorded it: the innermost of those that have.
    package fileprivate(set) var trace = Trace.none
    /// Counted by hand; seldom any.
    fileprivate var extras: Unmanaged<TensorExtras>?
    package let dtype: DType
    fileprivate let place: Place

    fileprivate enum Place: UInt8 {
        /// Behind the header.
        case inside
        /// In a block of their own.
        case block
        /// With another box, or nowhere.
        case elsewhere
    }

    /// What the object itself takes, roughly: a million tensors of one element are not free.
    fileprivate static let overhead = 160

    fileprivate var bytes: Int { capacity * dtype.byteCount }

    fileprivate func giveBack() {
        if place == .block { releaseElements(memory, bytes) }
        if let budget {
            budget._withUnsafeGuaranteedRef { $0.credit(bytes + TensorHeader.overhead) }
            budget.release()
        }
        extras?.release()
    }
}

/// What few boxes have.
private final class TensorExtras {
    /// Keeps the elements alive where they are another box's.
    let owner: TensorBox?
    /// Where the tapes around the innermost one have recorded it, innermost first.
    var outerTraces: [Trace]

    init(owner: TensorBox?, outerTraces: [Trace]) {
        self.owner = owner
        self.outerTraces = outerTraces
    }
}

/// The one heap object of a tensor: a header, and the elements behind it while they are few.
///
/// Its memory is written only while one `Tensor` refers to it (`makeUnique`), or by the kernel that fills it before
/// anyone else has seen it. That makes tensors sendable.
@usableFromInline package final class TensorBox: ManagedBuffer<TensorHeader, UInt64> {
    /// Elements up to here stand in the box itself, and need no second allocation.
    private static let mostInside = 1024

    /// A box for the elements of `shape`, and for `capacity` of them if that is more.
    static func make(_ shape: Shape, _ dtype: DType, capacity: Int) throws(LimitProblem) -> TensorBox {
        let count = shape.elementCount
        let capacity = max(capacity, count)
        let bytes = capacity * dtype.byteCount
        let budget = MemoryBudget.ofThread
        if let budget {
            try budget.takeUnretainedValue().charge(bytes + TensorHeader.overhead)
            _ = budget.retain()
        }
        if bytes <= mostInside {
            return make(words: (bytes + 7) / 8) { inside in
                TensorHeader(
                    shape: shape, count: count, capacity: capacity, memory: inside, budget: budget, extras: nil,
                    dtype: dtype, place: .inside)
            }
        }
        guard let memory = allocateElements(bytes) else {
            let current = MemoryBudget.current
            if let budget {
                current.credit(bytes + TensorHeader.overhead)
                budget.release()
            }
            throw .memory(requested: bytes, inUse: current.inUse, limit: current.limit)
        }
        return make(words: 0) { _ in
            TensorHeader(
                shape: shape, count: count, capacity: capacity, memory: memory, budget: budget, extras: nil,
                dtype: dtype, place: .block)
        }
    }

    /// The elements of `other`, which stays as it is: for a value that needs traces of its own.
    static func sharing(_ other: TensorBox, trace: Trace) -> TensorBox {
        let outer = other.trace == .none ? [] : [other.trace] + other.outerTraces
        let extras = Unmanaged.passRetained(TensorExtras(owner: other, outerTraces: outer))
        return make(words: 0) { _ in
            TensorHeader(
                shape: other.shape, count: other.count, capacity: other.room, memory: other.memory, budget: nil,
                trace: trace, extras: extras, dtype: other.dtype, place: .elsewhere)
        }
    }

    /// Shape and dtype without elements, which nobody may read.
    static func outline(of other: TensorBox) -> TensorBox {
        make(words: 0) { inside in
            TensorHeader(
                shape: other.shape, count: other.count, capacity: 0, memory: inside, budget: nil, extras: nil,
                dtype: other.dtype, place: .elsewhere)
        }
    }

    @inline(__always)
    private static func make(words: Int, _ header: (UnsafeMutableRawPointer) -> TensorHeader) -> TensorBox {
        let box = create(minimumCapacity: words) { box in
            box.withUnsafeMutablePointerToElements { header(UnsafeMutableRawPointer($0)) }
        }
        return unsafeDowncast(box, to: TensorBox.self)
    }

    deinit { withUnsafeMutablePointerToHeader { $0.pointee.giveBack() } }
}

extension TensorBox {
    /// For code elsewhere that reads single elements by the million: the header of a box that somebody keeps alive,
    /// without a call and without counting a reference.
    @inlinable @inline(__always)
    package static func header(of box: Unmanaged<TensorBox>) -> UnsafeMutablePointer<TensorHeader> {
        box._withUnsafeGuaranteedRef { $0.withUnsafeMutablePointerToHeader { $0 } }
    }
}

// Read through pointers: the compiler would have accesses to the header checked against each other.
extension TensorBox {
    package var shape: Shape { withUnsafeMutablePointerToHeader { $0.pointee.shape } }
    package var rank: Int { withUnsafeMutablePointerToHeader { $0.pointee.shape.rank } }
    package var count: Int { withUnsafeMutablePointerToHeader { $0.pointee.count } }
    package var room: Int { withUnsafeMutablePointerToHeader { $0.pointee.capacity } }
    package var dtype: DType { withUnsafeMutablePointerToHeader { $0.pointee.dtype } }
    package var memory: UnsafeMutableRawPointer { withUnsafeMutablePointerToHeader { $0.pointee.memory } }
    package var trace: Trace { withUnsafeMutablePointerToHeader { $0.pointee.trace } }

    func element(_ position: Int) -> Double {
        withUnsafeMutablePointerToHeader { header in
            let memory = UnsafeRawPointer(header.pointee.memory)
            return switch header.pointee.dtype {
            case .float64: memory.assumingMemoryBound(to: Double.self)[position]
            case .float32: Double(memory.assumingMemoryBound(to: Float.self)[position])
            case .bool: memory.assumingMemoryBound(to: UInt8.self)[position] == 0 ? 0 : 1
            }
        }
    }

    private var extras: TensorExtras? {
        withUnsafeMutablePointerToHeader { $0.pointee.extras?.takeUnretainedValue() }
    }

    /// The box that the elements belong to, if it is another.
    package var owner: TensorBox? { extras?.owner }

    /// Where the tapes around the innermost one have recorded it, innermost first; seldom any.
    package var outerTraces: [Trace] { extras?.outerTraces ?? [] }

    /// Notes one more tape that has recorded it.
    @inline(__always)
    func add(_ trace: Trace) {
        guard self.trace != .none else { return withUnsafeMutablePointerToHeader { $0.pointee.trace = trace } }
        addOuter(trace)
    }

    private func addOuter(_ trace: Trace) {
        if let extras { return extras.outerTraces.append(trace) }
        let extras = TensorExtras(owner: nil, outerTraces: [trace])
        withUnsafeMutablePointerToHeader { $0.pointee.extras = Unmanaged.passRetained(extras) }
    }

    /// Another shape for the same elements, or for more of them if there is room.
    func reshape(to shape: Shape) {
        withUnsafeMutablePointerToHeader {
            $0.pointee.shape = shape
            $0.pointee.count = shape.elementCount
        }
    }
}

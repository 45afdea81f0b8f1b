import CKernels
import Synchronization

/// How much memory tensors may take together, and how much they take now.
///
/// A tensor is charged to the budget that is current on its thread when it is made, and credited to the same budget
/// when it goes. Two sessions in one process therefore never pay for each other.
public final class MemoryBudget: Sendable {
    /// In bytes.
    public let limit: Int
    private let used = Atomic<Int>(0)
    private let highest = Atomic<Int>(0)

    public init(limit: Int) { self.limit = limit }

    /// Bytes in use now.
    public var inUse: Int { used.load(ordering: .relaxed) }

    /// The most bytes that were in use at once since `restartPeak`.
    public var peak: Int { highest.load(ordering: .relaxed) }

    public func restartPeak() { highest.store(inUse, ordering: .relaxed) }

    /// The budget of a thread that has set none.
    public static let unlimited = MemoryBudget(limit: .max)

    /// The budget of the calling thread.
    public static var current: MemoryBudget { ofThread?.takeUnretainedValue() ?? unlimited }

    /// Nil for a thread that has set none: then nobody asks how much there is.
    @inline(__always)
    static var ofThread: Unmanaged<MemoryBudget>? { ck_thread_budget().map { Unmanaged.fromOpaque($0) } }

    /// Runs `body` with this budget as the thread's.
    public func whileCurrent<Result>(_ body: () throws -> Result) rethrows -> Result {
        let outer = ck_thread_budget()
        ck_set_thread_budget(Unmanaged.passUnretained(self).toOpaque())
        defer { ck_set_thread_budget(outer) }
        return try body()
    }

    /// Takes `bytes` or says that they would pass the limit.
    public func charge(_ bytes: Int) throws(LimitProblem) {
        let before = used.add(bytes, ordering: .relaxed).oldValue
        guard bytes > limit - before else {
            // a look is cheaper than a write, and a new peak is rare
            if before + bytes > peak { highest.max(before + bytes, ordering: .relaxed) }
            return
        }
        used.subtract(bytes, ordering: .relaxed)
        throw .memory(requested: bytes, inUse: before, limit: limit)
    }

    public func credit(_ bytes: Int) { used.subtract(bytes, ordering: .relaxed) }

    /// Says whether so many bytes could be taken, for what is needed soon and not for long.
    public func check(_ bytes: Int) throws(LimitProblem) {
        try charge(bytes)
        credit(bytes)
    }

    /// Holds bytes that `body` needs in passing, beside tensors.
    public func whileHolding<Result>(_ bytes: Int, _ body: () throws -> Result) throws -> Result {
        try charge(bytes)
        defer { credit(bytes) }
        return try body()
    }

    // MARK: - Values

    /// More is in use than the limit: whoever runs a program asks after each step that may have taken something.
    public var isOverdrawn: Bool { inUse > limit }

    /// Charges the thread's budget with a small value that exists already, be it beyond the limit.
    public static func take(_ bytes: Int) {
        guard let pointer = ck_thread_budget() else { return }
        Unmanaged<MemoryBudget>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
            _ = $0.used.add(bytes, ordering: .relaxed)
        }
    }

    /// What the thread may still take: blocks that wait to be used again take no more than that.
    static var room: Int {
        guard let pointer = ck_thread_budget() else { return .max }
        return Unmanaged<MemoryBudget>.fromOpaque(pointer)._withUnsafeGuaranteedRef {
            let (room, overflow) = $0.limit.subtractingReportingOverflow($0.inUse)
            return overflow ? .max : max(0, room)
        }
    }

    /// Credits the thread's budget with a value that goes. What outlives its session is nobody's.
    public static func giveBack(_ bytes: Int) { take(-bytes) }
}

/// Nil where the system has no more; aligned for every element type.
func allocateElements(_ bytes: Int) -> UnsafeMutableRawPointer? { ck_allocate(bytes, MemoryBudget.room) }

/// `bytes` as they were asked for.
func releaseElements(_ memory: UnsafeMutableRawPointer, _ bytes: Int) { ck_release(memory, bytes, MemoryBudget.room) }

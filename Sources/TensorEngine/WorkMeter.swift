import CKernels

/// Counts the work of long operations and asks now and then whether they may go on.
///
/// Kernels cannot be stopped. So whatever may take long is done in slices, and counts its work between them: a deadline
/// or Ctrl-C stops a product of large matrices as it stops a loop. Like a budget, a meter belongs to a thread.
public final class WorkMeter {
    private let mayGoOn: () throws -> Void
    private var left = WorkMeter.interval

    /// Steps of about a nanosecond between two questions.
    private static let interval = 1 << 22
    /// The work of one slice: long beside the cost of a call, short beside the interval.
    package static let slice = 1 << 20

    /// What a function of one element may take, roughly.
    package static let perElement = 8

    /// - Parameter mayGoOn: throws when the work has to stop.
    public init(mayGoOn: @escaping () throws -> Void) { self.mayGoOn = mayGoOn }

    /// Runs `body` with this meter as the thread's.
    public func whileCurrent<Result>(_ body: () throws -> Result) rethrows -> Result {
        let outer = ck_thread_meter()
        ck_set_thread_meter(Unmanaged.passUnretained(self).toOpaque())
        defer { ck_set_thread_meter(outer) }
        return try body()
    }

    /// Counts work on the thread's meter, if it has one.
    @inline(__always)
    public static func count(_ work: Int) throws {
        guard let pointer = ck_thread_meter() else { return }
        try Unmanaged<WorkMeter>.fromOpaque(pointer)._withUnsafeGuaranteedRef { try $0.count(work) }
    }

    public func count(_ work: Int) throws {
        note(work)
        if left < 0 { try ask() }
    }

    /// Counts work where nothing can be thrown; `isDue` tells soon after.
    public func note(_ work: Int) { left &-= min(work, WorkMeter.interval) }

    public var isDue: Bool { left < 0 }

    public func ask() throws {
        left = WorkMeter.interval
        try mayGoOn()
    }

    /// Calls `body` with the parts of `0..<count`, each of about one slice's work, and counts them.
    package static func forEachSlice(of count: Int, workEach: Int, _ body: (Range<Int>) throws -> Void) throws {
        let length = max(1, slice / max(1, workEach))
        var start = 0
        while start < count {
            let end = min(start + length, count)
            try body(start..<end)
            try WorkMeter.count((end - start) * workEach)
            start = end
        }
    }
}

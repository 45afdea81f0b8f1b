/// Counts the steps of a running program, and looks at the clock and at Ctrl-C once in a while.
final class StepClock {
    /// Steps until the next look; the machine counts it down in a variable of its own.
    var ticks = 0
    private var stepsLeft = Int.max
    private var deadline = Double.infinity
    private var limits = Limits()
    private let now: () -> Double
    private let isInterrupted: () -> Bool

    private static let interval = 4096

    init(now: @escaping () -> Double, isInterrupted: @escaping () -> Bool) {
        self.now = now
        self.isInterrupted = isInterrupted
    }

    /// Starts a new count: limits hold for a file, a test, or a statement of the prompt.
    func restart(_ limits: Limits) {
        self.limits = limits
        stepsLeft = limits.steps ?? .max
        deadline = limits.seconds.map { now() + $0 } ?? .infinity
        ticks = min(StepClock.interval, stepsLeft)
        stepsLeft -= ticks
    }

    /// The count as it stands, for whoever counts something else meanwhile.
    var suspended: (ticks: Int, stepsLeft: Int, deadline: Double, limits: Limits) {
        get { (ticks, stepsLeft, deadline, limits) }
        set { (ticks, stepsLeft, deadline, limits) = newValue }
    }

    /// Called when the ticks are used up; gives the next ones, or throws the limit that was passed.
    func tick() throws -> Int {
        if isInterrupted() { throw BoundProblem.interrupted }
        if deadline < .infinity, now() > deadline { throw BoundProblem.seconds(limits.seconds ?? 0) }
        guard stepsLeft > 0 else { throw BoundProblem.steps(limits.steps ?? 0) }
        let next = min(StepClock.interval, stepsLeft)
        stepsLeft -= next
        return next
    }

    /// For builtins that work long in one step.
    func checkTime() throws {
        if isInterrupted() { throw BoundProblem.interrupted }
        if deadline < .infinity, now() > deadline { throw BoundProblem.seconds(limits.seconds ?? 0) }
    }
}

import TensorEngine

/// Memory and time within one instruction: what a builtin needs in passing, and how long it may work.
extension Machine {
    /// Takes bytes until the running instruction ends, for what stands in no value yet.
    func hold(_ bytes: Int) throws {
        try budget.charge(bytes)
        held += bytes
    }

    /// Gives back what was held since then.
    func letGo(to former: Int) {
        guard held != former else { return }
        budget.credit(held - former)
        held = former
    }

    /// Says whether so many bytes could be taken, before a value is made that charges them itself.
    func check(bytes: Int) throws { try budget.check(bytes) }

    /// Frees rings of closures. Not while a builtin calls back, because it may hold values that stand nowhere else.
    func releaseLostVariables(below end: UnsafeMutablePointer<Value>) {
        guard callbackDepth == 0 else { return }
        let globals = UnsafeBufferPointer(start: registers, count: globals.names.count)
        let base = registers + Globals.capacity
        let stack = UnsafeBufferPointer(start: base, count: max(0, min(end, untouched) - base))
        variables.release(unreachableFrom: Array(globals) + stack + kept.values.joined())
    }

    /// Counts work of about a nanosecond a step, and stops what passed a limit: small values are charged when they exist.
    func checkBounds(after work: Int) throws {
        if budget.isOverdrawn { try budget.check(0) }
        try meter.count(work)
    }
}

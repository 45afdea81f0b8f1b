import Synchronization

/// Numbers for tapes, each given once in a process; 0 is no tape.
final class TapeNumbers: Sendable {
    private let last = Atomic<UInt32>(0)

    func next() -> UInt32 {
        // After four thousand million tapes numbers come again, long after the first ones are gone; 0 never does.
        let number = last.wrappingAdd(1, ordering: .relaxed).newValue
        return number == 0 ? next() : number
    }
}

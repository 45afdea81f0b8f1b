/// The names of the top level and the registers that hold them.
///
/// The top level's code has these registers as its own, so that a loop there runs as fast as in a function. A builtin is
/// a global that nobody has assigned yet: the first mention of `relu` makes a global that holds it.
final class Globals {
    /// Registers of the top level from here on are temporaries.
    static let capacity = 32_768

    private var slots: [String: Int] = [:]
    private(set) var names: [String] = []
    /// The line in which a name was first assigned.
    private(set) var firstLines: [String: Int] = [:]
    private let values: UnsafeMutablePointer<Value>

    init(values: UnsafeMutablePointer<Value>) { self.values = values }

    /// The register of a name; a new one holds the builtin of that name, or nothing yet.
    func slot(for name: String) throws -> Int {
        if let slot = slots[name] { return slot }
        guard names.count < Globals.capacity else { throw BoundProblem.tooManyNames }
        let slot = names.count
        slots[name] = slot
        names.append(name)
        (values + slot).initialize(to: Builtin.value(named: name) ?? .undefined)
        return slot
    }

    func noteAssignment(of name: String, line: Int) {
        if firstLines[name] == nil { firstLines[name] = line }
    }

    func existingSlot(for name: String) -> Int? { slots[name] }

    subscript(name: String) -> Value? {
        guard let slot = slots[name] else { return nil }
        return values[slot]
    }

    /// Gives a name that has a register its former value; nil takes it back to what it means by itself.
    func restore(_ name: String, to value: Value?) {
        guard let slot = slots[name] else { return }
        values[slot] = value ?? Builtin.value(named: name) ?? .undefined
    }

    func isAssigned(_ name: String) -> Bool {
        if case .undefined? = self[name] { return false }
        return slots[name] != nil
    }
}

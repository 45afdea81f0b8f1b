import TensorEngine

/// A string on the heap.
package final class Text {
    package let string: String

    /// Whoever makes a long one asks the budget first.
    package init(_ string: String) {
        self.string = string
        MemoryBudget.take(footprint)
    }

    deinit { MemoryBudget.giveBack(footprint) }

    private var footprint: Int { Footprint.object + Footprint.text(string) }
}

/// Items that do not fit a tensor. Written in place only while one value refers to it.
package final class List {
    package private(set) var items: [Value]
    private(set) var depth: Int
    private var charged: Int

    /// Throws `limit-nesting` past `maximumDepth`: walking a value then never overflows the stack.
    package init(_ items: [Value]) throws {
        self.items = items
        depth = try nesting(of: items)
        charged = Footprint.object + Footprint.values(items.count)
        try MemoryBudget.current.charge(charged)
    }

    deinit { MemoryBudget.giveBack(charged) }

    /// Only by the one who alone refers to this list.
    func append(_ item: Value) throws {
        depth = max(depth, try nesting(of: CollectionOfOne(item)))
        if items.count == items.capacity { try grow() }
        items.append(item)
    }

    /// Charges a buffer of twice the size, while the old one is still there.
    private func grow() throws {
        let capacity = max(2 * items.count, 4)
        let larger = Footprint.object + Footprint.values(capacity)
        try MemoryBudget.current.charge(larger)
        items.reserveCapacity(capacity)
        MemoryBudget.giveBack(charged)
        charged = larger
    }
}

package final class Tuple {
    package let items: [Value]
    let depth: Int

    package init(_ items: [Value]) throws {
        self.items = items
        depth = try nesting(of: items)
        try MemoryBudget.current.charge(Footprint.object + Footprint.values(items.count))
    }

    deinit { MemoryBudget.giveBack(Footprint.object + Footprint.values(items.count)) }
}

/// A dict: keys in insertion order.
package final class Dict {
    package private(set) var keys: [Key]
    private var values: [Key: Value]
    private(set) var depth: Int
    private var charged: Int

    init() {
        keys = []
        values = [:]
        depth = 1
        charged = Footprint.object
        MemoryBudget.take(charged)
    }

    init(copying other: Dict) throws {
        keys = other.keys
        values = other.values
        depth = other.depth
        charged = other.charged
        try MemoryBudget.current.charge(charged)
    }

    deinit { MemoryBudget.giveBack(charged) }

    package subscript(key: Key) -> Value? { values[key] }

    func set(_ key: Key, to value: Value) throws {
        depth = max(depth, try nesting(of: CollectionOfOne(value)))
        if values.updateValue(value, forKey: key) == nil {
            keys.append(key)
            let more = Footprint.entry + key.footprint
            MemoryBudget.take(more)
            charged += more
        }
    }

    /// Takes a value out to be changed in place; `set` puts it back.
    func take(_ key: Key) -> Value? {
        guard let value = values[key] else { return nil }
        values[key] = Value.none
        return value
    }

    /// What may be a key, compared by value.
    package enum Key: Hashable, Sendable {
        case text(String), number(Double), truth(Bool), tuple([Key])

        /// Tuples may share their items, so that few lines write one of more parts than there is memory.
        private static let mostParts = 100_000

        init(_ value: Value) throws {
            var room = Key.mostParts
            try self.init(value, &room)
        }

        private init(_ value: Value, _ room: inout Int) throws {
            room -= 1
            guard room >= 0 else { throw BoundProblem.longKey(most: Key.mostParts) }
            switch value.settled {
            case .text(let text): self = .text(text.string)
            case .number(let number): self = .number(number)
            case .truth(let truth): self = .truth(truth)
            case .tuple(let tuple):
                var keys: [Key] = []
                for item in tuple.items { keys.append(try Key(item, &room)) }
                self = .tuple(keys)
            default: throw KindProblem.key(value.kind)
            }
        }

        /// Beside its place in a dict.
        fileprivate var footprint: Int {
            switch self {
            case .text(let string): Footprint.text(string)
            case .number, .truth: 0
            case .tuple(let keys): keys.reduce(Footprint.values(keys.count)) { $0 + $1.footprint }
            }
        }

        package func value() throws -> Value {
            switch self {
            case .text(let string): return .text(Text(string))
            case .number(let number): return .number(number)
            case .truth(let truth): return .truth(truth)
            case .tuple(let keys):
                var items: [Value] = []
                for key in keys { items.append(try key.value()) }
                return .tuple(try Tuple(items))
            }
        }
    }
}

/// `range(start, stop, step)`.
package final class WholeRange {
    let start: Double
    let stop: Double
    let step: Double

    init(start: Double, stop: Double, step: Double) {
        self.start = start
        self.stop = stop
        self.step = step
    }

    var count: Int { max(0, Int(((stop - start) / step).rounded(.up))) }

    subscript(position: Int) -> Double { start + Double(position) * step }

    func contains(_ number: Double) -> Bool {
        let position = (number - start) / step
        return position == position.rounded() && position >= 0 && position < Double(count)
    }
}

/// A variable that outlives its frame because an inner function mentions it.
package final class Cell {
    var value: Value

    private let variables: SharedVariables?
    /// Among `variables`.
    var place = 0
    /// The last search that came here.
    private(set) var lastFound = 0

    /// - Parameter variables: those among which it is looked for; nil for a cell that nobody writes again, which cannot
    ///   be part of a ring.
    init(_ value: Value, among variables: SharedVariables? = nil) {
        self.value = value
        self.variables = variables
        variables?.add(self)
        MemoryBudget.take(Footprint.object)
    }

    deinit {
        variables?.remove(self)
        MemoryBudget.giveBack(Footprint.object)
        if value.holdsValues { empty() }
    }

    /// Lets go of the value.
    func empty() { ReleaseLine.free(in: &value) }

    func isFirstFound(in search: Int) -> Bool {
        defer { lastFound = search }
        return lastFound != search
    }
}

/// A function of the program: its code, and what it took along from where it was made.
package final class Function {
    let code: Code
    let block: UnsafeMutablePointer<CodeBlock>
    let captures: [Cell]
    /// Of the last parameters, in order; in cells, because a default may be a function with defaults, and so on.
    private let defaults: [Cell]
    /// What it is shown as, and its fields, if that is not its first line.
    let view: View?

    init(_ code: Code, captures: [Cell] = [], defaults: [Value] = [], view: View? = nil) {
        self.code = code
        self.view = view
        block = code.block
        self.captures = captures
        self.defaults = defaults.map { Cell($0) }
        MemoryBudget.take(footprint)
    }

    deinit { MemoryBudget.giveBack(footprint) }

    private var footprint: Int { Footprint.object + Footprint.values(captures.count) + Footprint.values(defaults.count) }

    /// All that it holds.
    var cells: [Cell] { captures + defaults }

    /// What a parameter without an argument holds.
    func defaultValue(ofParameter position: Int) -> Value { defaults[position - code.requiredCount].value }

    var defaultValues: [Value] { defaults.map(\.value) }

    package var name: String { code.name }
}

/// How deep containers may nest.
let maximumDepth = 1000

private func nesting(of items: some Collection<Value>) throws -> Int {
    var deepest = 0
    for item in items { deepest = max(deepest, item.depth) }
    guard deepest < maximumDepth else { throw BoundProblem.nesting }
    return deepest + 1
}

/// A string as the language writes it, in double quotes.
package func quoted(_ string: String) -> String {
    var result = "\""
    for character in string.unicodeScalars {
        switch character {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\t": result += "\\t"
        case "\r": result += "\\r"
        default: result.unicodeScalars.append(character)
        }
    }
    return result + "\""
}

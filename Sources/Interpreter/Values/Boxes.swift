import TensorEngine

/// A string on the heap.
package final class Text {
    package let string: String

    package init(_ string: String) { self.string = string }
}

/// Items that do not fit a tensor. Written in place only while one value refers to it.
package final class List {
    package private(set) var items: [Value]
    private(set) var depth: Int

    /// Throws `limit-nesting` past `maximumDepth`: walking a value then never overflows the stack.
    package init(_ items: [Value]) throws {
        self.items = items
        depth = try nesting(of: items)
    }

    /// Only by the one who alone refers to this list.
    func append(_ item: Value) throws {
        depth = max(depth, try nesting(of: CollectionOfOne(item)))
        items.append(item)
    }
}

package final class Tuple {
    package let items: [Value]
    let depth: Int

    package init(_ items: [Value]) throws {
        self.items = items
        depth = try nesting(of: items)
    }
}

/// A dict: keys in insertion order.
package final class Dict {
    package private(set) var keys: [Key]
    private var values: [Key: Value]
    private(set) var depth: Int

    init() {
        keys = []
        values = [:]
        depth = 1
    }

    init(copying other: Dict) {
        keys = other.keys
        values = other.values
        depth = other.depth
    }

    package subscript(key: Key) -> Value? { values[key] }

    func set(_ key: Key, to value: Value) throws {
        depth = max(depth, try nesting(of: CollectionOfOne(value)))
        if values.updateValue(value, forKey: key) == nil { keys.append(key) }
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

        init(_ value: Value) throws {
            switch value {
            case .text(let text): self = .text(text.string)
            case .number(let number): self = .number(number)
            case .truth(let truth): self = .truth(truth)
            case .tuple(let tuple):
                var keys: [Key] = []
                for item in tuple.items { keys.append(try Key(item)) }
                self = .tuple(keys)
            default: throw KindProblem.key(value.kind)
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
}

/// A variable that outlives its frame because an inner function mentions it.
package final class Cell {
    var value: Value

    init(_ value: Value) { self.value = value }
}

/// A function of the program: its code, and what it took along from where it was made.
package final class Function {
    let code: Code
    let block: UnsafeMutablePointer<CodeBlock>
    let captures: [Cell]
    /// Of the last parameters, in order.
    let defaults: [Value]

    init(_ code: Code, captures: [Cell] = [], defaults: [Value] = []) {
        self.code = code
        block = code.block
        self.captures = captures
        self.defaults = defaults
    }

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

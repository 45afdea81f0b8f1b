/// The sizes of a tensor's axes, outermost first; `()` is a plain number.
///
/// Eight axes at most, held inline: a shape is copied with every operation, and an array would cost an allocation.
public struct Shape: Hashable, Sendable {
    public static let maximumRank = 8

    private var sizes: SIMD8<Int32>
    public private(set) var rank: Int

    public init() {
        sizes = SIMD8(repeating: 0)
        rank = 0
    }

    /// - Precondition: at most eight sizes, each from 0 to 2^31 - 1. `Shape(checking:)` refuses others with a message.
    public init(_ sizes: some Sequence<Int>) {
        self.init()
        for size in sizes { append(size) }
    }

    public mutating func append(_ size: Int) {
        sizes[rank] = Int32(size)
        rank += 1
    }

    /// The number of elements; 1 for `()`.
    public var elementCount: Int {
        var count = 1
        for axis in 0..<rank { count *= Int(sizes[axis]) }
        return count
    }

    /// The sizes from the given axis on, multiplied: how far apart neighbours along the axis before it lie.
    public func elementCount(from axis: Int) -> Int {
        var count = 1
        for axis in axis..<rank { count *= Int(sizes[axis]) }
        return count
    }

    public func removing(_ axis: Int) -> Shape { Shape(indices.filter { $0 != axis }.map { self[$0] }) }

    public func inserting(_ size: Int, at axis: Int) -> Shape {
        var all = Array(self)
        all.insert(size, at: axis)
        return Shape(all)
    }
}

extension Shape: RandomAccessCollection, MutableCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { rank }

    public subscript(axis: Int) -> Int {
        get { Int(sizes[axis]) }
        set { sizes[axis] = Int32(newValue) }
    }
}

extension Shape: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Int...) { self.init(elements) }
}

extension Shape: CustomStringConvertible {
    /// As in Python: `()`, `(3,)`, `(64, 3)`.
    public var description: String {
        rank == 1 ? "(\(self[0]),)" : "(" + map(String.init).joined(separator: ", ") + ")"
    }
}

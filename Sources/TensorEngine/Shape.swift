/// The sizes of a tensor's axes, outermost first; `()` is a plain number.
///
/// Eight axes at most, held inline: a shape is copied with every operation, and an array would cost an allocation.
@frozen
public struct Shape: Sendable {
    public static let maximumRank = 8
    /// Elements of one tensor: as many as a `Double` counts exactly, so that no index arithmetic overflows.
    public static let maximumCount = 1 << 53

    // visible to inlined code: the interpreter reads single elements by the million
    // not a SIMD vector: its alignment would go through to every box, and aligned memory is slow to get
    @usableFromInline var sizes: InlineArray<8, Int32>
    public private(set) var rank: Int

    public init() {
        sizes = InlineArray(repeating: 0)
        rank = 0
    }

    /// - Precondition: at most eight sizes, each from 0 to 2^31 - 1. `Shape(checking:)` refuses others with a message.
    public init(_ sizes: some Sequence<Int>) {
        self.init()
        for size in sizes { append(size) }
    }

    /// The shape of these sizes, whatever a program asks for.
    /// - Throws: `ShapeProblem.negative` for a size below 0; `LimitProblem` past eight axes or 2^53 elements.
    public init(checking sizes: some Collection<Int>) throws {
        guard sizes.count <= Shape.maximumRank else { throw LimitProblem.rank(sizes.count) }
        // Zeros count as ones: then the product of any run of axes is in bounds, even in an empty tensor.
        var count = 1
        for size in sizes {
            guard size >= 0 else { throw ShapeProblem.negative(size) }
            let (product, overflow) = count.multipliedReportingOverflow(by: Swift.max(size, 1))
            guard !overflow, product < Shape.maximumCount, size <= Int32.max else {
                throw LimitProblem.size(Shape.text(of: sizes))
            }
            count = product
        }
        self.init(sizes)
    }

    public mutating func append(_ size: Int) {
        sizes[rank] = Int32(size)
        rank += 1
    }

    /// The number of elements; 1 for `()`.
    public var elementCount: Int { elementCount(from: 0) }

    /// The sizes from the given axis on, multiplied: how far apart neighbours along the axis before it lie.
    public func elementCount(from axis: Int) -> Int {
        var count = 1
        for axis in axis..<rank { count *= Int(sizes[axis]) }
        return count
    }

    /// How many elements apart the neighbours along each axis lie, in row-major order.
    package var steps: [Int] { indices.map { elementCount(from: $0 + 1) } }

    public func removing(_ axis: Int) -> Shape { Shape(indices.filter { $0 != axis }.map { self[$0] }) }

    public func inserting(_ size: Int, at axis: Int) -> Shape {
        var all = Array(self)
        all.insert(size, at: axis)
        return Shape(all)
    }

    package func replacing(_ axis: Int, with size: Int) throws -> Shape {
        var all = Array(self)
        all[axis] = size
        return try Shape(checking: all)
    }

    package static func text(of sizes: some Collection<Int>) -> String {
        guard let first = sizes.first else { return "()" }
        return sizes.count == 1 ? "(\(first),)" : "(" + sizes.map(String.init).joined(separator: ", ") + ")"
    }
}

extension Shape: Hashable {
    public static func == (a: Shape, b: Shape) -> Bool {
        guard a.rank == b.rank else { return false }
        for axis in 0..<a.rank where a.sizes[axis] != b.sizes[axis] { return false }
        return true
    }

    public func hash(into hasher: inout Hasher) {
        for size in self { hasher.combine(size) }
    }
}

extension Shape: RandomAccessCollection, MutableCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { rank }

    @inlinable
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
    public var description: String { Shape.text(of: self) }
}

import TensorEngine

/// The numbers of a kernel, and how sums with them can be estimated quickly.
public struct FilterKernel: Equatable, Sendable {
    let rows: Int
    let columns: Int
    /// Row by row.
    let weights: [Double]
    /// A column and a row whose outer product the kernel is, up to `rest`; nil where there are none.
    let factors: Factors?
    /// The sum of the magnitudes of the weights: no result is larger than this times the largest sample.
    let total: Double

    struct Factors: Equatable, Sendable {
        var column: [Double]
        var row: [Double]
        /// The sum of the magnitudes of what the product leaves.
        var rest: Double
    }

    /// Takes a tensor (rows, columns) of numbers.
    public init(_ kernel: Tensor) throws(FilterProblem) {
        guard kernel.rank == 2 else { throw .kernelShape(kernel.shape) }
        guard kernel.count > 0 else { throw .kernelShape(kernel.shape) }
        rows = kernel.shape[0]
        columns = kernel.shape[1]
        weights = kernel.elements
        total = weights.reduce(0) { $0 + abs($1) }
        guard total.isFinite else { throw .kernelNotFinite }
        factors = Self.factors(of: weights, columns: columns, total: total)
    }

    var isWhole: Bool {
        (factors.map { $0.column + $0.row } ?? weights).allSatisfy { $0 == $0.rounded() }
    }

    /// How many products an estimate adds up.
    var termCount: Int { factors == nil ? rows * columns : rows + columns }

    /// The column and the row through the first of the largest weights.
    private static func factors(of weights: [Double], columns: Int, total: Double) -> Factors? {
        guard let pivot = weights.indices.max(by: { abs(weights[$0]) < abs(weights[$1]) }), weights[pivot] != 0 else {
            return nil
        }
        let column = stride(from: pivot % columns, to: weights.count, by: columns).map { weights[$0] }
        let first = pivot - pivot % columns
        let row = weights[first..<first + columns].map { $0 / weights[pivot] }
        let rest = weights.indices.reduce(0) { $0 + abs(weights[$1] - column[$1 / columns] * row[$1 % columns]) }
        return rest <= 1e-12 * total ? Factors(column: column, row: row, rest: rest) : nil
    }
}

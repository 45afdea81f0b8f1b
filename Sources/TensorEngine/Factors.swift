/// A square matrix as L U with its rows exchanged, the largest pivot of each column first.
struct Factors {
    let size: Int
    /// Row after row: U on and above the diagonal, L below it, whose diagonal of ones is left out.
    private var entries: [Double]
    /// Which row of the matrix stands in each row of the factors.
    private var order: [Int]
    private var sign = 1.0

    /// - Complexity: O(size³).
    init(of matrix: [Double], size: Int) throws {
        self.size = size
        entries = matrix
        order = Array(0..<size)
        for column in 0..<size {
            exchange(column, pivotRow(column))
            eliminate(below: column)
            try WorkMeter.count((size - column) * (size - column))
        }
    }

    private func pivotRow(_ column: Int) -> Int {
        var best = column
        for row in column..<size
        where entries[row * size + column].magnitude > entries[best * size + column].magnitude { best = row }
        return best
    }

    private mutating func exchange(_ a: Int, _ b: Int) {
        if a == b { return }
        for column in 0..<size { entries.swapAt(a * size + column, b * size + column) }
        order.swapAt(a, b)
        sign = -sign
    }

    private mutating func eliminate(below pivot: Int) {
        let head = entries[pivot * size + pivot]
        if head == 0 { return }
        for row in (pivot + 1)..<size {
            let factor = entries[row * size + pivot] / head
            entries[row * size + pivot] = factor
            for column in (pivot + 1)..<size {
                entries[row * size + column] -= factor * entries[pivot * size + column]
            }
        }
    }

    var isSingular: Bool { (0..<size).contains { entries[$0 * size + $0] == 0 } }

    var determinant: Double { (0..<size).reduce(sign) { $0 * entries[$1 * size + $1] } }

    /// The x with matrix @ x = wanted.
    /// - Complexity: O(size²).
    func solution(of wanted: [Double]) throws -> [Double] {
        try WorkMeter.count(size * size)
        var x = order.map { wanted[$0] }
        for row in 0..<size {
            for column in 0..<row { x[row] -= entries[row * size + column] * x[column] }
        }
        for row in (0..<size).reversed() {
            for column in (row + 1)..<size { x[row] -= entries[row * size + column] * x[column] }
            x[row] /= entries[row * size + row]
        }
        return x
    }
}

/// The singular values of a matrix, by one-sided Jacobi rotations: columns are turned against each other until all are
/// perpendicular; then their lengths are the values.
struct SingularValues {
    let values: [Double]

    /// - Complexity: a few sweeps of O(rows columns²).
    init(of matrix: [Double], rows: Int, columns: Int) throws {
        var lines = (0..<columns).map { column in (0..<rows).map { matrix[$0 * columns + column] } }
        // Fewer lines to turn: a matrix and its transpose have the same values.
        if columns > rows { lines = (0..<rows).map { row in Array(matrix[(row * columns)..<((row + 1) * columns)]) } }
        // Convergence is quadratic; only rounding could keep the last bits turning for ever.
        var sweeps = 0
        while sweeps < 30, try SingularValues.sweep(&lines) { sweeps += 1 }
        values = lines.map { line in line.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    }

    /// Turns every pair once; false if all were perpendicular.
    private static func sweep(_ lines: inout [[Double]]) throws -> Bool {
        var turned = false
        for i in lines.indices {
            for j in lines.indices where j > i {
                if turn(&lines, i, j) { turned = true }
                try WorkMeter.count(lines[i].count * WorkMeter.perElement)
            }
        }
        return turned
    }

    private static func turn(_ lines: inout [[Double]], _ i: Int, _ j: Int) -> Bool {
        let (a, b) = (dot(lines[i], lines[i]), dot(lines[j], lines[j]))
        let c = dot(lines[i], lines[j])
        guard c.magnitude > 1e-16 * (a * b).squareRoot() else { return false }
        let zeta = (b - a) / (2 * c)
        let t = (zeta < 0 ? -1 : 1) / (zeta.magnitude + (1 + zeta * zeta).squareRoot())
        let cosine = 1 / (1 + t * t).squareRoot()
        let sine = cosine * t
        for k in lines[i].indices {
            let (x, y) = (lines[i][k], lines[j][k])
            lines[i][k] = cosine * x - sine * y
            lines[j][k] = sine * x + cosine * y
        }
        return true
    }

    private static func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
}

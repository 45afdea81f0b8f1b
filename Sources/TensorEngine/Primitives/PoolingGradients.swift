/// Derivatives of pools.
extension PoolPlan {
    /// What reaches the result of a maximum, handed on to the winner of each window.
    func routed(_ upstream: Tensor, _ x: Tensor) throws -> Tensor {
        try Primitive.scattered(upstream, at: winners(x, as: upstream.shape), as: x.shape)
    }

    /// The row-major position of each window's first largest element; padding never wins, the first NaN does.
    private func winners(_ x: Tensor, as shape: Shape) throws -> Tensor {
        let places = try Tensor(uninitialized: shape, .float64)
        var entry = 0
        for plane in 0..<image.planes {
            for row in 0..<windows.rows.count {
                for column in 0..<windows.columns.count {
                    places.setElement(entry, to: Double(winner(x, plane, row, column)))
                    entry += 1
                }
            }
        }
        return places
    }

    private func winner(_ x: Tensor, _ plane: Int, _ row: Int, _ column: Int) -> Int {
        var best: (place: Int, value: Double)?
        for i in windows.rows.elements(of: row) {
            for j in windows.columns.elements(of: column) {
                let place = (plane * image.rows + i) * image.columns + j
                let value = x.element(place)
                // Not "larger", so that a NaN is taken, and then nothing more.
                if let best, best.value.isNaN || value <= best.value { continue }
                best = (place, value)
            }
        }
        // Padding is at most half the window, so each holds an element.
        return best?.place ?? 0
    }

    /// How many elements each window's sum is divided by.
    func counts(countingPadding: Bool) throws -> Tensor {
        let rows = try Tensor(windows.rows.counts(countingPadding: countingPadding).map(Double.init))
        let columns = try Tensor(windows.columns.counts(countingPadding: countingPadding).map(Double.init))
        return try Primitive.outer(rows, columns)
    }

    /// What reaches each window, added to all its elements.
    func spread(_ upstream: Tensor, _ shape: Shape) throws -> Tensor {
        let (rows, columns) = (windows.rows, windows.columns)
        let planes = try upstream.reshaped(like: [image.planes, rows.count, columns.count])
        let box = try Primitive.ones(.shape([rows.kernel, columns.kernel]), .dtype(upstream.dtype))
        let canvas = try Primitive.convTranspose2d(
            .tensor(planes), .tensor(box), .none, .wholes([rows.stride, columns.stride]), .whole(0), .whole(0),
            .whole(1), .whole(1))
        // Behind the last window there may be elements that none has read.
        let whole = try canvas.bordered(
            rows: (0, Swift.max(rows.paddedSize - canvas.shape[1], 0)),
            columns: (0, Swift.max(columns.paddedSize - canvas.shape[2], 0)))
        return try whole.cut(
            rows: rows.before..<(rows.before + rows.size), columns: columns.before..<(columns.before + columns.size)
        ).reshaped(like: shape)
    }

    /// With y = (sum of x^p)^(1/p): x^(p - 1) y^(1 - p), and 0 where the whole window is 0.
    func powerProduct(_ call: Primitive.Call, _ upstream: Tensor, _ power: Double) throws -> Tensor {
        let zero = try Tensor(plainNumber: 0)
        let isZero = Argument.tensor(try Primitive.equal(call.result, zero))
        let safe = try Primitive.where(isZero, .tensor(Tensor(plainNumber: 1)), .tensor(call.result))
        let shares = try upstream * Primitive.power(safe, Tensor(plainNumber: 1 - power))
        let reaching = try Primitive.where(isZero, .tensor(zero), .tensor(shares))
        return try Primitive.power(call.x, Tensor(plainNumber: power - 1)) * spread(reaching, call.x.shape)
    }
}

extension Window {
    /// The elements of the axis that a window reads, without padding.
    fileprivate func elements(of window: Int) -> [Int] {
        (0..<kernel).map { window * stride - before + $0 * dilation }.filter { (0..<size).contains($0) }
    }
}

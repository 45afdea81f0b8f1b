/// Derivatives of pools.
extension PoolPlan {
    /// What reaches the result of a maximum, handed on to the winner of each window.
    func routed(_ upstream: Tensor, _ x: Tensor) throws -> Tensor {
        try Primitive.scattered(owedToElements(upstream), at: winners(x, as: upstream.shape), as: x.shape)
    }

    /// Without what reaches windows that hold nothing but padding, as wide holes between their elements can make them.
    private func owedToElements(_ upstream: Tensor) throws -> Tensor {
        let holds = [windows.rows, windows.columns].map { window in
            (0..<window.count).map { window.elements($0).count > 0 ? 1.0 : 0 }
        }
        if !holds.joined().contains(0) { return upstream }
        let mask = try Primitive.outer(Tensor(holds[0]), Tensor(holds[1]))
        return try upstream * (image.spatialAxes == 2 ? mask : mask.reshaped(like: [windows.columns.count]))
    }

    /// The row-major position of each window's first largest element; padding never wins, the first NaN does.
    private func winners(_ x: Tensor, as shape: Shape) throws -> Tensor {
        let x = try x.converted(to: x.dtype.asFloat)
        let places = try Tensor(uninitialized: shape, .float64)
        if x.dtype == .float32 {
            findWinners(x.pointer(Float.self), places.mutablePointer(Double.self))
        } else {
            findWinners(x.pointer(Double.self), places.mutablePointer(Double.self))
        }
        withExtendedLifetime(x) {}
        return places
    }

    private func findWinners<T: FloatingPoint>(_ x: UnsafePointer<T>, _ places: UnsafeMutablePointer<Double>) {
        let (rows, columns) = (windows.rows, windows.columns)
        // Which elements a window reads is the same for every plane and line: found once.
        let rowTaps = (0..<rows.count).map(rows.elements), columnTaps = (0..<columns.count).map(columns.elements)
        var entry = 0
        for plane in 0..<image.planes {
            for rowTap in rowTaps {
                for columnTap in columnTaps {
                    places[entry] = Double(winner(x, plane * image.rows, rowTap, columnTap))
                    entry += 1
                }
            }
        }
    }

    @inline(__always)
    private func winner<T: FloatingPoint>(_ x: UnsafePointer<T>, _ firstRow: Int, _ rows: Taps, _ columns: Taps) -> Int
    {
        var best = (firstRow + rows.start) * image.columns + columns.start
        for i in 0..<rows.count {
            let line = (firstRow + rows.start + i * rows.step) * image.columns + columns.start
            for j in 0..<columns.count where !x[best].isNaN {
                let place = line + j * columns.step
                // Not "larger", so that a NaN is taken.
                if !(x[place] <= x[best]) { best = place }
            }
        }
        return best
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

/// The elements of an axis that one window reads: so many, so far apart.
private struct Taps {
    let start, count, step: Int
}

extension Window {
    /// Those of the window at an index that are not padding.
    fileprivate func elements(_ index: Int) -> Taps {
        let first = index * stride - before
        let skipped = first < 0 ? (dilation - 1 - first) / dilation : 0
        let start = first + skipped * dilation
        guard start < size, skipped < kernel else { return Taps(start: 0, count: 0, step: dilation) }
        return Taps(start: start, count: Swift.min(kernel - skipped, (size - 1 - start) / dilation + 1), step: dilation)
    }
}

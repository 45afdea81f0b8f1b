/// Derivatives of SciPy's convolutions and correlations.
extension Primitive {
    /// In mode "full", what reaches x is that of the result correlated with k, and what reaches k is it correlated with
    /// x; the other modes are parts of the full result. A correlation is a convolution with k turned around.
    static func signalGradient(
        _ operation: SignalOperation
    ) -> @Sendable (Call, Tensor, Operand) throws -> Tensor? {
        { call, upstream, operand in
            let full = Argument.tensor(try call.inFullResult(upstream, operation))
            let (x, k) = (call.arguments[0], call.arguments[1])
            let valid = Argument.choice("valid")
            if operand.argument == 0 { return try (operation == .convolve ? correlate : convolve)(full, k, valid) }
            let product = try correlate(full, x, valid)
            if operation == .convolve { return product }
            return try flip(.tensor(product), .wholes(Array(product.shape.indices)))
        }
    }
}

extension Primitive.Call {
    /// `upstream` where the mode has cut it out of the full result, zeros around it.
    fileprivate func inFullResult(_ upstream: Tensor, _ operation: SignalOperation) throws -> Tensor {
        let mode = arguments.choice(2)
        if mode == "full" { return upstream }
        let kernel = arguments.tensor(1).shape
        let margins = x.shape.indices.map { axis in
            let (n, k) = (x.shape[axis], kernel[axis])
            let start = mode == "same" ? operation.sameStart(k) : Swift.min(n, k) - 1
            return [start, n + k - 1 - start - upstream.shape[axis]]
        }
        let axes = Argument.wholes(Array(x.shape.indices))
        return try Primitive.pad(.tensor(upstream), .nested(margins), .choice("constant"), .number(0), axes)
    }
}

extension SignalPlan {
    /// The same by padding and conv2d, each of which has its own derivative.
    func asConvolution(_ arguments: Arguments) throws -> Tensor {
        let (x, k) = (arguments.tensor(0), arguments.tensor(1))
        guard isSwapped else {
            return try Primitive.conv2d(bordered(x), operation.flipsKernel ? Primitive.rot180(k) : k)
                .reshaped(like: result.shape)
        }
        let filters = try Primitive.rot180(x).reshaped(like: [planes, 1, x.shape[x.rank - 2], x.shape[x.rank - 1]])
        return try Primitive.conv2d(operation.flipsKernel ? k : Primitive.rot180(k), filters)
            .reshaped(like: result.shape)
    }

    private func bordered(_ x: Tensor) throws -> Tensor {
        guard mode == .constant else { return try wrapped(wrapped(x, windows[0], axis: -2), windows[1], axis: -1) }
        let margins = windows.map { [$0.before, $0.after] }
        return try Primitive.pad(
            .tensor(x), .nested(margins), .choice("constant"), .number(fill), .wholes([-2, -1]))
    }

    /// By fetching, because SciPy lets a border use an element any number of times, and `pad` does not.
    private func wrapped(_ x: Tensor, _ window: Window, axis: Int) throws -> Tensor {
        let sources = (0..<window.paddedSize).map { index in
            Double(mode.source(of: index - window.before, size: window.size) ?? 0)
        }
        let whole = IndexItem.slice(start: nil, stop: nil, step: nil)
        let list = IndexItem.list(try Tensor(sources))
        return try Primitive.index(.tensor(x), .index([.ellipsis, list] + (axis == -2 ? [whole] : [])))
    }
}

/// What reaches the operands of conv2d: the input by the transposed convolution, the filters by a convolution of the
/// input with what reaches the result.
struct ConvolutionGradient {
    private let call: Primitive.Call
    private let plan: ConvolutionPlan

    init(_ call: Primitive.Call) throws {
        self.call = call
        plan = try ConvolutionPlan(call.arguments, of: "conv2d", spatialAxes: 2)
    }

    func product(_ upstream: Tensor, _ operand: Primitive.Operand) throws -> Tensor {
        switch operand.argument {
        case 0: try ofInput(upstream)
        case 1: try filters.product(padded(call.x), upstream).reshaped(like: call.arguments.tensor(1).shape)
        default: try ofBias(call.arguments.tensor(2), upstream, plan.filters)
        }
    }

    private func ofInput(_ upstream: Tensor) throws -> Tensor {
        let padding = try Pullback({ [try padded($0[0])] }, [call.x])
        let (rows, columns) = (plan.windows.rows, plan.windows.columns)
        let spread = try Primitive.convTranspose2d(
            .tensor(upstream), call.arguments[1], .none, .wholes([rows.stride, columns.stride]), .whole(0),
            .wholes([rows.room % rows.stride, columns.room % columns.stride]), call.arguments[7],
            .wholes([rows.dilation, columns.dilation]))
        return try padding([spread.reshaped(like: padding.values[0].shape)])[0]
    }

    private func padded(_ x: Tensor) throws -> Tensor {
        guard plan.windows.isPadded else { return x }
        let margins = [plan.windows.rows, plan.windows.columns].map { [$0.before, $0.after] }
        return try Primitive.pad(
            .tensor(x), .nested(margins), .choice(plan.mode.rawValue), .number(0), .wholes([-2, -1]))
    }

    private var filters: FilterGradient {
        FilterGradient(plan.filters, images: plan.image.images, planes: plan.image.planes, plan.windows)
    }
}

/// Each filter's bias is added to every element of its plane.
private func ofBias(_ bias: Tensor, _ upstream: Tensor, _ filters: FilterBank) throws -> Tensor {
    let kept = filters.isSingle ? -1 : upstream.rank - 3
    let summed = upstream.shape.indices.filter { $0 != kept }
    return try Primitive.sum(.tensor(upstream), .wholes(summed), .flag(false)).reshaped(like: bias.shape)
}

/// What reaches the filters: the input convolved with what reaches the result, where stride and dilation have changed
/// places, images count as channels, and channels as images.
struct FilterGradient {
    private let filters: FilterBank
    private let images, planes: Int
    private let windows: Windows

    init(_ filters: FilterBank, images: Int, planes: Int, _ windows: Windows) {
        self.filters = filters
        self.images = images
        self.planes = planes
        self.windows = windows
    }

    /// `x` is padded already; the result has the elements of the filters.
    func product(_ x: Tensor, _ upstream: Tensor) throws -> Tensor {
        let rows = x.shape[x.rank - 2], columns = x.shape[x.rank - 1]
        let outRows = upstream.shape[upstream.rank - 2], outColumns = upstream.shape[upstream.rank - 1]
        if filters.isSingle {
            return try correlated(
                x.reshaped(like: [1, planes, rows, columns]), upstream.reshaped(like: [1, planes, outRows, outColumns]))
        }
        if filters.groups == 1 { return try byPatches(x, upstream) }
        let (groups, channels) = (filters.groups, filters.channels)
        let byChannel = try x.reshaped(like: [images, groups, channels, rows, columns]).moved([2, 1, 0, 3, 4])
        let byFilter = try upstream.reshaped(like: [images, groups * filters.filters, outRows, outColumns])
        let product = try correlated(
            byChannel.reshaped(like: [channels, groups * images, rows, columns]), byFilter.moved([1, 0, 2, 3]))
        return try product.moved([1, 0, 2, 3])
    }

    /// As a product of matrices, cols^T dy: several times as fast where the result is large and the filter small.
    private func byPatches(_ x: Tensor, _ upstream: Tensor) throws -> Tensor {
        let (rows, columns) = (windows.rows, windows.columns)
        let image = try x.reshaped(like: [images, filters.channels, x.shape[x.rank - 2], x.shape[x.rank - 1]])
        let patches = try Primitive.im2col(
            .tensor(image), .wholes([rows.kernel, columns.kernel]), .wholes([rows.stride, columns.stride]), .whole(0),
            .wholes([rows.dilation, columns.dilation]))
        let places = images * patches.shape[1]
        let byFilter = try upstream.reshaped(like: [images, filters.filters, patches.shape[1]]).moved([1, 0, 2])
        return try Primitive.matmul(
            byFilter.reshaped(like: [filters.filters, places]), patches.reshaped(like: [places, patches.shape[2]]))
    }

    private func correlated(_ x: Tensor, _ kernel: Tensor) throws -> Tensor {
        let (rows, columns) = (windows.rows, windows.columns)
        let product = try Primitive.conv2d(
            .tensor(x), .tensor(kernel), .none, .wholes([rows.dilation, columns.dilation]), .whole(0),
            .choice("zeros"), .wholes([rows.stride, columns.stride]), .whole(filters.groups), .flag(false))
        // Elements that no window has read make room for more places than the filter has.
        return try product.cut(rows: 0..<filters.rows, columns: 0..<filters.columns)
    }
}

extension Tensor {
    fileprivate func moved(_ order: [Int]) throws -> Tensor { try Primitive.transpose(.tensor(self), .wholes(order)) }

    /// A part of the last two axes.
    func cut(rows: Range<Int>, columns: Range<Int>) throws -> Tensor {
        if rows == 0..<shape[rank - 2], columns == 0..<shape[rank - 1] { return self }
        let parts = [rows, columns].map { IndexItem.slice(start: $0.lowerBound, stop: $0.upperBound, step: nil) }
        return try Primitive.index(.tensor(self), .index([.ellipsis] + parts))
    }

    /// Zeros around the last two axes.
    func bordered(rows: (Int, Int), columns: (Int, Int)) throws -> Tensor {
        try Primitive.pad(
            .tensor(self), .nested([[rows.0, rows.1], [columns.0, columns.1]]), .choice("constant"), .number(0),
            .wholes([-2, -1]))
    }
}

/// The same the other way round: the input by a convolution, the filters with the roles of input and result exchanged.
struct TransposedConvolutionGradient {
    private let call: Primitive.Call
    private let plan: TransposedConvolutionPlan

    init(_ call: Primitive.Call) throws {
        self.call = call
        plan = try TransposedConvolutionPlan(call.arguments)
    }

    func product(_ upstream: Tensor, _ operand: Primitive.Operand) throws -> Tensor {
        if operand.argument == 2 { return try ofBias(call.arguments.tensor(2), upstream, plan.filters) }
        let canvas = try onCanvas(upstream)
        if operand.argument == 0 { return try ofInput(canvas) }
        let filters = FilterGradient(
            plan.filters.exchanged, images: plan.image.images, planes: plan.image.planes, plan.windows)
        return try filters.product(canvas, call.x).reshaped(like: call.arguments.tensor(1).shape)
    }

    /// With the border that was cut off, which owes nothing.
    private func onCanvas(_ upstream: Tensor) throws -> Tensor {
        let (border, size, windows) = (plan.border, plan.size, plan.windows)
        return try upstream.bordered(
            rows: (border.rows, windows.rows.size - border.rows - size.rows),
            columns: (border.columns, windows.columns.size - border.columns - size.columns))
    }

    private func ofInput(_ canvas: Tensor) throws -> Tensor {
        let product = try Primitive.conv2d(
            .tensor(canvas), call.arguments[1], .none, call.arguments[3], .whole(0), .choice("zeros"),
            call.arguments[7], call.arguments[6], .flag(false))
        return try product.cut(rows: 0..<plan.image.rows, columns: 0..<plan.image.columns).reshaped(like: call.x.shape)
    }
}

extension Primitive {
    /// conv1d as the conv2d of an image of one row.
    static func asImageOfOneRow(_ arguments: Arguments) throws -> Tensor {
        func row(_ tensor: Tensor) throws -> Argument { .tensor(try expandDims(.tensor(tensor), .wholes([-2]))) }
        func along(_ position: Int, across: Int) -> Argument {
            arguments.isWord(position) ? arguments[position] : .wholes([across] + (arguments.wholes(position) ?? []))
        }
        let image = try conv2d(
            row(arguments.tensor(0)), row(arguments.tensor(1)), arguments[2], along(3, across: 1),
            along(4, across: 0), arguments[5], along(6, across: 1), arguments[7], .flag(false))
        return try squeeze(.tensor(image), .wholes([-2]))
    }
}

extension Arguments {
    fileprivate func isWord(_ position: Int) -> Bool { if case .choice = values[position] { true } else { false } }
}

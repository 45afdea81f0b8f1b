/// Several tensors to one, and one to several.
extension Primitive {
    static let joining: [Primitive] = [concat, stack, split]

    public static let concat = Primitive(
        "concat", .shape, "Tensors joined along an axis that they have.",
        [Parameter("tensors", .tensors), Parameter("axis", .whole, default: .whole(0))],
        examples: [
            "concat(([1, 2], [3]))  #> [1, 2, 3]", "concat(([[1], [2]], [[3], [4]]), axis=1)  #> [[1, 3], [2, 4]]",
        ],
        refuses: ["plain numbers", "sizes that differ along another axis"],
        numpy: "np.concatenate(tensors, axis=axis)", related: ["stack", "split"],
        gradient: .linear { call, upstream, operand in
            let tensors = call.arguments.tensors(0), axis = try upstream.shape.axis(call.arguments.whole(1))
            let start = tensors[..<operand.item].reduce(0) { $0 + $1.shape[axis] }
            let piece = IndexItem.slice(start: start, stop: start + tensors[operand.item].shape[axis], step: nil)
            return try index(.tensor(upstream), .index(upstream.wholeAxes(axis) + [piece]))
        },
        sample: { [.tensors([try Samples.numbers([2, 3], &$0), try Samples.numbers([1, 3], &$0)]), .whole(0)] },
        body: .kernel(
            { arguments in
                let tensors = arguments.tensors(0)
                guard let first = tensors.first else { throw ShapeProblem.nothing(operation: "concat") }
                let axis = try first.shape.axis(arguments.whole(1))
                var length = 0
                for tensor in tensors {
                    guard tensor.rank == first.rank,
                        tensor.shape.removing(axis) == first.shape.removing(axis)
                    else { throw ShapeProblem.concat(first.shape, tensor.shape, axis: axis) }
                    length += tensor.shape[axis]
                }
                return TensorType(try first.shape.replacing(axis, with: length), DType.widest(tensors))
            },
            { arguments, result in
                let axis = try result.shape.axis(arguments.whole(1))
                try result.join(arguments.tensors(0), along: axis)
            }))

    public static let stack = Primitive(
        "stack", .shape, "Tensors of one shape joined along a new axis.",
        [Parameter("tensors", .tensors), Parameter("axis", .whole, default: .whole(0))],
        examples: [
            "stack(([1, 2], [3, 4]))  #> [[1, 2], [3, 4]]", "stack(([1, 2], [3, 4]), axis=1)  #> [[1, 3], [2, 4]]",
        ],
        refuses: ["unequal shapes"], numpy: "np.stack(tensors, axis=axis)", related: ["concat"],
        gradient: .linear { call, upstream, operand in
            let axis = try upstream.shape.axis(call.arguments.whole(1))
            return try index(.tensor(upstream), .index(upstream.wholeAxes(axis) + [.at(operand.item)]))
        },
        sample: { [.tensors([try Samples.numbers([3], &$0), try Samples.numbers([3], &$0)]), .whole(1)] },
        body: .kernel(
            { arguments in
                let tensors = arguments.tensors(0)
                guard let first = tensors.first else { throw ShapeProblem.nothing(operation: "stack") }
                for tensor in tensors where tensor.shape != first.shape {
                    throw ShapeProblem.stack(first.shape, tensor.shape)
                }
                let wide = try Shape(checking: Array(first.shape) + [1])
                let axis = try wide.axis(arguments.whole(1))
                let sizes = first.shape[..<axis] + [tensors.count] + first.shape[axis...]
                return TensorType(try Shape(checking: Array(sizes)), DType.widest(tensors))
            },
            { arguments, result in
                let axis = try result.shape.axis(arguments.whole(1))
                // Each tensor is a slice of size 1 along the new axis.
                try result.join(arguments.tensors(0), along: axis, sizes: { _ in 1 })
            }))

    public static let split = Primitive(
        "split", .shape, "x in parts along an axis: so many equal sections, or pieces of a size, the last one shorter.",
        [
            .tensor(), Parameter("sections", .wholes, default: Argument.none, keywordOnly: true),
            Parameter("size", .whole, default: Argument.none, keywordOnly: true),
            Parameter("axis", .whole, default: .whole(0), keywordOnly: true),
        ],
        examples: [
            "split([1, 2, 3, 4], sections=2)  #> ([1, 2], [3, 4])", "split([1, 2, 3], size=2)  #> ([1, 2], [3])",
            "split([1, 2, 3], sections=(1,))  #> ([1], [2, 3])",
        ],
        refuses: ["a second positional argument: NumPy counts sections, PyTorch sizes"],
        numpy: "np.split(x, sections, axis=axis)", related: ["concat"], givesTuple: true,
        sample: { [.tensor(try Samples.numbers([4, 3], &$0)), .whole(2), .none, .whole(0)] },
        body: .composed { arguments in
            let axis = try arguments.tensor(0).shape.axis(arguments.whole(3))
            let whole = IndexItem.slice(start: nil, stop: nil, step: nil)
            return try cuts(arguments, axis: axis).map { part in
                let piece = IndexItem.slice(start: part.lowerBound, stop: part.upperBound, step: nil)
                let items = [IndexItem](repeating: whole, count: axis) + [piece]
                return try index(arguments[0], .index(items))
            }
        })

    private static func cuts(_ arguments: Arguments, axis: Int) throws -> [Range<Int>] {
        let shape = arguments.tensor(0).shape
        let length = shape[axis]
        switch (arguments[1], arguments.optionalWhole(2)) {
        case (.whole(let sections), nil):
            guard sections > 0, length % sections == 0 else {
                throw ShapeProblem.split(shape, axis: axis, sections: sections)
            }
            // Nothing divides into any number of parts; somewhere the parts themselves become too many.
            guard sections <= 1 << 20 else { throw LimitProblem.size("a tuple of \(sections) parts") }
            let size = length / sections
            return (0..<sections).map { ($0 * size)..<(($0 + 1) * size) }
        case (.wholes(let points), nil):
            let inside = points.map { Swift.min(Swift.max($0 < 0 ? $0 + length : $0, 0), length) }
            return zip([0] + inside, inside + [length]).map { $0..<Swift.max($0, $1) }
        case (.none, let size?):
            guard size > 0 else { throw ValueProblem.bound(parameter: "size", Double(size), wants: "positive") }
            // of nothing one part, which is empty: NumPy and PyTorch give no empty tuple
            guard length > 0 else { return [0..<0] }
            return stride(from: 0, to: length, by: size).map { $0..<Swift.min($0 + Swift.min(size, length), length) }
        default: throw ValueProblem.missing("split needs either sections= or size=")
        }
    }
}

extension DType {
    /// What several tensors become together; plain numbers leave the others alone.
    package static func widest(_ tensors: [Tensor]) -> DType {
        let proper = tensors.filter { !$0.isPlainNumber }
        return (proper.isEmpty ? tensors : proper).map(\.dtype).reduce(.bool, wider)
    }
}

extension Tensor {
    /// The items that keep the axes before one as they are.
    fileprivate func wholeAxes(_ count: Int) -> [IndexItem] {
        [IndexItem](repeating: .slice(start: nil, stop: nil, step: nil), count: count)
    }

    /// Fills this tensor, which nobody has seen, with `tensors` one after the other along an axis.
    fileprivate func join(
        _ tensors: [Tensor], along axis: Int, sizes: ((Tensor) -> Int)? = nil
    ) throws {
        let steps = shape.steps
        var start = 0
        for tensor in tensors {
            var part = shape
            part[axis] = sizes?(tensor) ?? tensor.shape[axis]
            scatter(try tensor.converted(to: dtype), as: part, steps: steps, offset: start * steps[axis])
            start += part[axis]
        }
    }
}

import TensorEngine
import Testing

/// A way to call an operation that its sample does not show.
struct GradientCase: Sendable, CustomTestStringConvertible {
    let primitive: Primitive
    let arguments: [Argument]

    init(_ primitive: Primitive, _ arguments: [Argument]) {
        self.primitive = primitive
        self.arguments = arguments
    }

    var testDescription: String { "\(primitive.name) \(arguments.map { String(describing: $0).prefix(40) })" }

    static let all = elementwise + reductions + shapes + joining + linear + convolutions + signals + pools

    /// Unequal numbers between -2 and 2, none of them whole.
    private static func x(_ sizes: Int...) -> Argument { .tensor(numbers(Shape(sizes))) }

    private static func numbers(_ shape: Shape) -> Tensor {
        let values = (0..<shape.elementCount).map { Double(($0 * 37 + 11) % 101) / 25.3 - 1.99 }
        guard let tensor = try? Tensor(shape, values) else { preconditionFailure("small") }
        return tensor
    }

    private static func list(_ values: Double...) -> IndexItem {
        guard let tensor = try? Tensor(values) else { preconditionFailure("small") }
        return .list(tensor)
    }

    private static let elementwise: [GradientCase] = {
        let binary: [Primitive] = [.add, .subtract, .multiply, .divide, .minimum, .maximum]
        let shapes: [(Argument, Argument)] = [
            (x(3, 4), x(3, 1)), (x(1, 4), x(3, 1)), (x(), x(3, 4)), (x(2, 3), x()), (x(2, 3, 4), x(3, 1)), (x(), x()),
        ]
        return binary.flatMap { operation in shapes.map { GradientCase(operation, [$0.0, $0.1]) } }
            + [
                GradientCase(.clip, [x(3, 4), x(4), .none]), GradientCase(.clip, [x(3, 4), .none, x(3, 1)]),
                GradientCase(.where, [.tensor(numbers([3, 1])), x(1, 4), x()]),
                GradientCase(.leakyReLU, [x(5), .number(0.3)]),
            ]
    }()

    private static let reductions: [GradientCase] = {
        let plain: [Primitive] = [.sum, .mean, .prod, .max, .min, .median]
        let axes: [Argument] = [.none, .wholes([1]), .wholes([2, 0]), .wholes([-1, -2])]
        let of = plain.flatMap { operation in
            axes.flatMap { axis in
                [true, false].map { GradientCase(operation, [x(2, 3, 4), axis, .flag($0)]) }
            }
        }
        return of + [
            GradientCase(.variance, [x(3, 4), .wholes([1]), .flag(true), .number(1)]),
            GradientCase(.deviation, [x(3, 4), .none, .flag(false), .number(0)]),
            GradientCase(.logsumexp, [x(5), .none, .flag(true)]),
            GradientCase(.logsumexp, [x(3, 4, 2), .wholes([2, 0]), .flag(false)]),
            GradientCase(.softmax, [x(3, 4, 2), .wholes([0, 2])]), GradientCase(.softmax, [x(5), .none]),
            GradientCase(.logSoftmax, [x(3, 4, 2), .wholes([0, 2])]), GradientCase(.logSoftmax, [x(5), .none]),
            GradientCase(.cumsum, [x(3, 4), .none]), GradientCase(.cumsum, [x(3, 4), .whole(-2)]),
            GradientCase(.sort, [x(3, 4), .none]), GradientCase(.sort, [x(3, 4), .whole(-1)]),
            GradientCase(.norm, [x(3, 4), .none, .none, .flag(false)]),
            GradientCase(.norm, [x(3, 4), .number(3), .wholes([0]), .flag(true)]),
            GradientCase(.norm, [x(3, 4), .number(1), .wholes([1]), .flag(false)]),
            GradientCase(.norm, [x(4), .number(.infinity), .none, .flag(false)]),
            GradientCase(.norm, [x(3, 4), .number(1), .none, .flag(false)]),
            GradientCase(.norm, [x(3, 4), .choice("fro"), .none, .flag(false)]),
        ]
    }()

    private static let shapes: [GradientCase] = {
        let modes = ["constant", "reflect", "replicate", "circular", "symmetric"]
        let pads = modes.map { mode in
            GradientCase(.pad, [x(2, 3, 4), .nested([[1, 2], [0, 1]]), .choice(mode), .number(3), .none])
        }
        return pads + [
            GradientCase(.transpose, [x(2, 3, 4), .none]), GradientCase(.swapAxes, [x(2, 3), .whole(0), .whole(1)]),
            GradientCase(.squeeze, [x(1, 3, 1), .none]), GradientCase(.tril, [x(2, 3, 4), .whole(0)]),
            GradientCase(.shift, [x(5), .wholes([2]), .none]),
            GradientCase(.roll, [x(2, 5), .wholes([7]), .wholes([1])]),
            GradientCase(.flip, [x(2, 3, 4), .wholes([0])]), GradientCase(.rot90, [x(2, 3, 4), .whole(3)]),
            GradientCase(.rot90, [x(2, 3), .whole(-2)]), GradientCase(.tile, [x(3), .wholes([2, 1, 2])]),
            GradientCase(.repeat, [x(2, 3), .wholes([2]), .none]),
            GradientCase(.repeat, [x(2, 3), .wholes([0, 1, 3]), .wholes([1])]),
            GradientCase(.resize, [x(2, 3, 4), .shape([5, 3]), .choice("nearest")]),
            GradientCase(.resize, [x(2, 3, 4), .shape([2, 9]), .choice("bilinear")]),
            GradientCase(.full, [.shape([2, 3]), x(), .none]), GradientCase(.full, [.shape([2, 3]), x(2, 1), .none]),
            GradientCase(.index, [x(3, 4), .index([.at(-1)])]),
            GradientCase(.index, [x(3, 4), .index([.slice(start: nil, stop: nil, step: -2), .newAxis, .at(1)])]),
            GradientCase(.index, [x(3, 4), .index([.ellipsis, list(0, 0, 3)])]),
            GradientCase(.index, [x(3, 4), .index([list(2, 2), list(1, 1)])]),
            GradientCase(.indexUpdate, [x(3, 4), .index([.at(1), .slice(start: 1, stop: 3, step: nil)]), x()]),
            GradientCase(.indexUpdate, [x(3, 4), .index([list(0, 2, 0)]), x(1, 3, 4)]),
            GradientCase(.indexUpdate, [x(3, 4), .index([.ellipsis, list(1, 1)]), x(3, 2)]),
        ]
    }()

    private static let joining: [GradientCase] = [
        GradientCase(.concat, [.tensors([numbers([2, 3]), numbers([2, 1])]), .whole(-1)]),
        GradientCase(.stack, [.tensors([numbers([2, 3]), numbers([2, 3])]), .whole(-1)]),
        GradientCase(.stack, [.tensors([numbers([]), numbers([])]), .whole(0)]),
        GradientCase(.split, [x(2, 5), .none, .whole(2), .whole(1)]),
    ]

    private static let linear: [GradientCase] = {
        let shapes: [([Int], [Int])] = [
            ([3], [3]), ([2, 3], [3]), ([3], [3, 2]), ([2, 3], [3, 4]), ([4, 2, 3], [3]), ([3], [4, 3, 2]),
            ([5, 1, 2, 3], [1, 4, 3, 2]), ([2, 2, 3], [2, 3, 1]),
        ]
        return shapes.map { GradientCase(.matmul, [.tensor(numbers(Shape($0))), .tensor(numbers(Shape($1)))]) }
            + [
                GradientCase(.dot, [x(), x(3)]), GradientCase(.dot, [x(2, 3), x(4, 3, 2)]),
                GradientCase(.outer, [x(2, 2), x(3)]), GradientCase(.diag, [x(3), .whole(-1)]),
                GradientCase(.diag, [x(3, 4), .whole(-1)]), GradientCase(.solve, [x(3, 3), x(3)]),
                GradientCase(.det, [x(2, 3, 3)]), GradientCase(.inv, [x(2, 2, 2)]),
                GradientCase(.einsum, [.text("ii->i"), .tensors([numbers([3, 3])])]),
                GradientCase(
                    .einsum,
                    [.text("bij,bjk,k->bi"), .tensors([numbers([2, 3, 2]), numbers([2, 2, 4]), numbers([4])])]),
            ]
    }()
}

extension GradientCase {
    private static func conv(
        _ operation: Primitive, _ x: Argument, _ w: Argument, _ b: Argument = .none, stride: Argument = .whole(1),
        padding: Argument = .whole(0), mode: String = "zeros", dilation: Argument = .whole(1), groups: Int = 1
    ) -> GradientCase {
        GradientCase(operation, [x, w, b, stride, padding, .choice(mode), dilation, .whole(groups), .flag(false)])
    }

    private static func transposed(
        _ x: Argument, _ w: Argument, _ b: Argument = .none, stride: Argument = .whole(1),
        padding: Argument = .whole(0), extra: Argument = .whole(0), groups: Int = 1, dilation: Argument = .whole(1)
    ) -> GradientCase {
        GradientCase(.convTranspose2d, [x, w, b, stride, padding, extra, .whole(groups), dilation])
    }

    private static let convolutions: [GradientCase] =
        ["zeros", "reflect", "replicate", "circular"].map { mode in
            conv(
                .conv2d, x(2, 2, 5, 6), x(3, 2, 3, 2), x(3), stride: .wholes([2, 1]), padding: .wholes([1, 2]),
                mode: mode)
        } + [
            conv(.conv2d, x(5, 6), x(2, 3)), conv(.conv2d, x(2, 3, 5, 6), x(2, 3), x(), stride: .whole(2)),
            conv(.conv2d, x(5, 6), x(2, 1, 2, 2), x(2)),
            conv(.conv2d, x(2, 5, 6), x(3, 2, 2, 2), padding: .choice("same")),
            conv(
                .conv2d, x(2, 4, 7, 8), x(6, 2, 3, 2), x(6), stride: .whole(2), padding: .whole(1),
                dilation: .wholes([2, 3]), groups: 2),
            conv(.conv2d, x(2, 4, 6, 6), x(4, 1, 3, 3), groups: 4),
            conv(.conv1d, x(7), x(3)), conv(.conv1d, x(2, 7), x(3, 2, 2), x(3), stride: .whole(2), padding: .whole(1)),
            conv(
                .conv1d, x(2, 4, 9), x(2, 2, 2), padding: .choice("same"), mode: "circular", dilation: .whole(2),
                groups: 2),
            transposed(x(3, 4), x(2, 2)),
            transposed(x(2, 3, 4), x(2, 3, 2, 2), x(3), stride: .whole(2), padding: .whole(1)),
            transposed(
                x(2, 4, 3, 4), x(4, 3, 3, 2), x(6), stride: .wholes([3, 2]), padding: .wholes([1, 0]),
                extra: .wholes([2, 1]), groups: 2, dilation: .wholes([1, 2])),
            transposed(x(3, 4), x(1, 2, 2, 2)),
        ]

    private static let signals: [GradientCase] = {
        let modes = ["full", "same", "valid"]
        let sizes: [(Argument, Argument)] = [(x(7), x(3)), (x(4, 5), x(2, 4)), (x(3), x(6)), (x(3, 4, 5), x(2, 3, 2))]
        let plain = [Primitive.convolve, .correlate].flatMap { operation in
            modes.flatMap { mode in sizes.map { GradientCase(operation, [$0.0, $0.1, .choice(mode)]) } }
        }
        let images: [(Argument, Argument)] = [(x(5, 6), x(3, 2)), (x(2, 4, 5), x(2, 2)), (x(2, 2), x(3, 4))]
        let imaged = [Primitive.convolve2d, .correlate2d].flatMap { operation in
            modes.flatMap { mode in
                ["fill", "wrap", "symm"].flatMap { boundary in
                    images.map { GradientCase(operation, [$0.0, $0.1, .choice(mode), .choice(boundary), .number(2)]) }
                }
            }
        }
        return plain + imaged
    }()

    private static let pools: [GradientCase] = [
        GradientCase(
            .maxPool2d, [x(5, 6), .wholes([3, 2]), .whole(2), .whole(1), .wholes([1, 2]), .flag(true), .flag(false)]),
        GradientCase(.maxPool2d, [x(2, 5, 6), .whole(2), .whole(1), .whole(0), .whole(1), .flag(false), .flag(false)]),
        GradientCase(.maxPool1d, [x(2, 8), .whole(3), .whole(2), .whole(1), .whole(1), .flag(true), .flag(false)]),
        GradientCase(
            .avgPool2d, [x(2, 5, 6), .whole(3), .whole(2), .whole(1), .flag(true), .flag(false), .flag(false)]),
        GradientCase(
            .avgPool2d,
            [x(5, 6), .wholes([2, 3]), .whole(1), .wholes([1, 1]), .flag(false), .flag(true), .flag(false)]),
        GradientCase(.lpPool2d, [x(5, 6), .number(2), .wholes([2, 3]), .whole(2), .flag(false)]),
        GradientCase(.decimate2d, [x(2, 5, 6), .wholes([2, 3])]),
        GradientCase(.im2col, [x(2, 2, 5, 6), .whole(2), .wholes([2, 1]), .whole(1), .wholes([1, 2])]),
        GradientCase(.col2im, [x(9, 4), .shape([5, 5]), .whole(2), .whole(2), .whole(1), .whole(1)]),
        GradientCase(.sobel, [x(2, 4, 5)]),
    ]
}

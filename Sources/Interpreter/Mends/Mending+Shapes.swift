import Syntax
import TensorEngine

// Sizes that do not fit.
extension Mending {
    /// `X @ W`: one of them turned, both swapped, the size where it was made; `*` if one is a plain number.
    var products: [Candidate] {
        guard case .binary(.matrixMultiply, let left, let right) = tree[id] else { return [] }
        guard let a = shape(left), let b = shape(right), let rows = a.last, let columns = b.dropLast().last ?? b.last
        else {
            return [replacing(id, by: "\(atom(left)) * \(atom(right))")]
        }
        return [
            replacing(right, by: atom(right) + ".T"), replacing(left, by: atom(left) + ".T"),
            replacing(id, by: "\(atom(right)) @ \(atom(left))"),
        ] + resized(right, axis: max(0, b.count - 2), of: b, to: rows)
            + resized(left, axis: a.count - 1, of: a, to: columns)
    }

    /// `scores + bias`: a reduction that keeps its axis, an axis more, one of them turned, the size where it was made.
    var stretched: [Candidate] {
        guard case .binary(_, let left, let right) = tree[id] else { return [] }
        let keeping = [right, left].compactMap(keepingAxes)
        // what is empty fits nothing, whichever way it is turned
        guard let a = shape(left), let b = shape(right), !(a + b).contains(0) else { return keeping }
        let isOneByOne = a.reduce(1, *) == b.reduce(1, *)
        let flat =
            isOneByOne ? [a.count > b.count ? left : right].map { replacing($0, by: atom($0) + ".flatten()") } : []
        let wider = [right, left].flatMap { operand in
            [replacing(operand, by: atom(operand) + "[:, None]"), replacing(operand, by: atom(operand) + ".T")]
        }
        return keeping + flat + wider + otherSizes(left, a, right, b)
    }

    /// `sum(X, axis=1)`, which would fit with `keepdims=True`.
    private func keepingAxes(_ operand: ExpressionID) -> Candidate? {
        guard case .call(_, let arguments) = tree[operand], keyword("axis", of: arguments) != nil,
            keyword("keepdims", of: arguments) == nil
        else { return nil }
        return adding("keepdims=True", to: operand)
    }

    /// The last pair of sizes that differ, made equal in one or the other.
    private func otherSizes(_ left: ExpressionID, _ a: [Int], _ right: ExpressionID, _ b: [Int]) -> [Candidate] {
        for (distance, sizes) in zip(a.reversed(), b.reversed()).enumerated() where sizes.0 != sizes.1 {
            return resized(right, axis: b.count - 1 - distance, of: b, to: sizes.0)
                + resized(left, axis: a.count - 1 - distance, of: a, to: sizes.1)
        }
        return []
    }

    /// `axis=2` of two axes: counted from 1, or the last, or the first; `softmax(x)` needs one at all.
    var axes: [Candidate] {
        guard let (callee, arguments) = call else { return [] }
        if let axis = keyword("axis", of: arguments) {
            return lowered(axis) + ["-1", "0"].map { replacing(axis, by: $0) }
        }
        var candidates = [adding("axis=-1", to: id)].compactMap(\.self)
        if case .name("transpose") = tree[callee] { candidates.append(replacing(callee, by: "swap_axes")) }
        return candidates
    }

    /// A number that counts from 1, counting from 0.
    func lowered(_ expression: ExpressionID) -> [Candidate] {
        guard let number = literal(expression), number > 0 else { return [] }
        return [replacing(expression, by: "\(number - 1)")]
    }

    /// `A.reshape(4, 2)` of six elements: one of the sizes is left to be computed.
    var reshaped: [Candidate] {
        guard let (callee, arguments) = call else { return [] }
        var sizes = arguments.map(\.value)
        if case .name = tree[callee] { sizes.removeFirst(min(1, sizes.count)) }
        return sizes.flatMap { size -> [ExpressionID] in
            if case .tuple(let items) = tree[size] { return items }
            if case .list(let items) = tree[size] { return items }
            return [size]
        }.map { replacing($0, by: "-1") }
    }

    /// `concat((a, b))` along another axis.
    var joined: [Candidate] {
        guard let (_, arguments) = call else { return [] }
        if let axis = keyword("axis", of: arguments) { return ["0", "1", "-1"].map { replacing(axis, by: $0) } }
        return [adding("axis=1", to: id), adding("axis=-1", to: id)].compactMap(\.self)
    }

    /// Pictures with their channels last, kernels that are too large, images and kernels in the wrong order.
    var images: [Candidate] {
        guard let (_, arguments) = call, let image = arguments.first?.value else { return [] }
        var candidates = ["(2, 0, 1)", "(0, 3, 1, 2)"].map {
            replacing(image, by: "transpose(\(tree.text(of: image)), \($0))")
        }
        if keyword("padding", of: arguments) == nil {
            candidates += [adding("padding=\"same\"", to: id)].compactMap(\.self)
        }
        if arguments.count > 1, let x = shape(image), let w = shape(arguments[1].value), w.count == 4, x.count > 2 {
            let channels = x[x.count - 3]
            candidates += resized(arguments[1].value, axis: 1, of: w, to: channels)
            candidates += [adding("groups=\(channels)", to: id)].compactMap(\.self)
        }
        return candidates + swappedArguments
    }
}

import TensorEngine

extension Vocabulary {
    /// The shapes that an operation takes and gives, in letters.
    ///
    /// Where a whole family behaves alike, the family says it; N images, C channels, H and W rows and columns.
    static func shapes(of primitive: Primitive) -> String? {
        if let shapes = shapeRows[primitive.name] { return shapes }
        let tensors = primitive.parameters.count { $0.kind == .tensor }
        switch primitive.family {
        case .elementwise: return tensors > 1 ? "shapes that broadcast give the common one" : "(...) gives (...)"
        case .reduce where primitive.parameters.contains { $0.name == "keepdims" }:
            return "(...) gives a plain number; with axis= that axis is gone, with keepdims=True it is 1"
        case .kernels: return "gives a kernel (3, 3), or (n, n) where n is asked for"
        default: return nil
        }
    }

    private static let shapeRows = [
        // making
        "zeros": "gives the shape", "ones": "gives the shape", "full": "gives the shape",
        "eye": "gives (n, n) or (n, m)",
        "arange": "gives (n,)", "linspace": "gives (num,)", "zeros_like": "(...) gives (...)",
        "ones_like": "(...) gives (...)",
        "one_hot": "(...) gives (..., classes)", "tril": "(..., n, m) gives (..., n, m)",
        "triu": "(..., n, m) gives (..., n, m)",
        "meshgrid": "(n,), (m,) give two of (m, n); with indexing=\"ij\" of (n, m)",
        // shaping
        "reshape": "(...) gives the new shape", "flatten": "(...) gives (n,)",
        "transpose": "(a, b, c) gives (c, b, a), or the order that axes says",
        "swap_axes": "(..., a, ..., b, ...) gives (..., b, ..., a, ...)", "squeeze": "(a, 1, b) gives (a, b)",
        "expand_dims": "(a, b) gives (1, a, b) for axis 0", "concat": "(a, n), (b, n) give (a + b, n) along axis 0",
        "stack": "k of (a, b) give (k, a, b)", "split": "(n, ...) gives a tuple of parts (m, ...)",
        "pad": "(..., H, W) gives (..., H + 2n, W + 2n)", "shift": "(...) gives (...)", "roll": "(...) gives (...)",
        "flip": "(...) gives (...)", "rot90": "(..., H, W) gives (..., W, H) for odd k",
        "rot180": "(..., H, W) gives (..., H, W)",
        "tile": "(H, W) gives (r*H, s*W) for reps (r, s)",
        "repeat": "(H, W) gives (n*H, W) for axis=0, (n*H*W,) without",
        "resize": "(..., H, W) gives (..., H', W')",
        // reducing
        "cumsum": "(...) gives (...) along an axis, (n,) without", "softmax": "(...) gives (...)",
        "log_softmax": "(...) gives (...)",
        "sort": "(...) gives (...)", "argsort": "(...) gives (...)", "unique": "(...) gives (n,)",
        "nonzero": "(...) gives a vector (n,) for each axis",
        "median": "(...) gives a plain number; with axis= that axis is gone",
        // linear algebra
        "matmul": "(..., n, k), (..., k, m) give (..., n, m); (n, k), (k,) give (n,)",
        "dot": "(n,), (n,) give a plain number",
        "outer": "(n,), (m,) give (n, m)", "diag": "(n,) gives (n, n); (n, m) gives (min(n, m),)",
        "trace_of": "(n, m) gives a plain number", "einsum": "as the letters say: \"nk,km->nm\"",
        "inv": "(..., n, n) gives (..., n, n)", "solve": "(n, n), (n,) give (n,); (n, n), (n, m) give (n, m)",
        "det": "(n, n) gives a plain number", "rank": "(n, m) gives a plain number",
        // signals
        "convolve": "(n,), (k,) give (n + k - 1,); with mode=\"valid\" (n - k + 1,), with \"same\" (n,)",
        "correlate": "(n,), (k,) give (n + k - 1,); with mode=\"valid\" (n - k + 1,), with \"same\" (n,)",
        "convolve2d":
            "(..., H, W), (h, w) give (..., H + h - 1, W + w - 1); with mode=\"valid\" (..., H - h + 1, W - w + 1)",
        "correlate2d":
            "(..., H, W), (h, w) give (..., H + h - 1, W + w - 1); with mode=\"valid\" (..., H - h + 1, W - w + 1)",
        "conv1d": "(N, C, L), (O, C, k) give (N, O, L'); L' = (L + 2*padding - k) // stride + 1",
        "conv2d": "(N, C, H, W), (O, C, h, w) give (N, O, H', W'); H' = (H + 2*padding - h) // stride + 1",
        "conv_transpose2d": "(N, C, H, W), (C, O, h, w) give (N, O, H', W'); H' = (H - 1)*stride - 2*padding + h",
        "im2col": "(C, H, W) gives (patches, C*k*k)", "col2im": "(patches, C*k*k) gives (C, H, W)",
        "max_pool1d": "(N, C, L) gives (N, C, L'); L' = (L + 2*padding - k) // stride + 1",
        "max_pool2d": "(N, C, H, W) gives (N, C, H', W'); H' = (H + 2*padding - k) // stride + 1",
        "avg_pool2d": "(N, C, H, W) gives (N, C, H', W'); H' = (H + 2*padding - k) // stride + 1",
        "lp_pool2d": "(N, C, H, W) gives (N, C, H', W'); H' = (H - k) // stride + 1",
        "decimate2d": "(..., H, W) gives (..., ceil(H/k), ceil(W/k))", "sobel": "(..., H, W) gives (..., H, W)",
        "conv_output_size": "plain numbers give a plain number, pairs a pair",
    ]
}

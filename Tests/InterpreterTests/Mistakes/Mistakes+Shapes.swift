// Sizes, axes and places.
extension Mistake {
    static let shapes = [
        Mistake(
            "X = ones(64, 3)\nW = ones(4, 10)\ns = X @ W", "shape-matmul", "3:7",
            ["3 and 4", "X is (64, 3)   (line 1)", "W is (4, 10)   (line 2)"], "did you mean ones(3, 10) at line 2?"),
        Mistake(
            "X = ones(64, 3)\nW = ones(10, 3)\ns = X @ W", "shape-matmul", "3:7", ["3 and 10", "X is (64, 3)"],
            "write X @ W.T"),
        Mistake(
            "W = randn(4, 10)\nb = zeros(10)\nX = ones(64, 3)\ns = X @ W + b", "shape-matmul", "4:7",
            ["W is (4, 10)   (line 1)"],
            "did you mean randn(3, 10) at line 1?"),
        Mistake("x = ones(3)\nW = ones(3, 5)\nW @ x", "shape-matmul", "3:3", ["5 and 3"], "write W.T @ x"),
        Mistake("A = ones(2, 2)\nA @ 3", "shape-matmul", "2:3", ["plain numbers"], "write A * 3"),
        Mistake(
            "X = ones(64, 10)\nX / sum(X, axis=1)", "shape-broadcast", "2:3", ["(64, 10)", "(64,)", "10 meets 64"],
            "write X / sum(X, axis=1, keepdims=True)"),
        Mistake(
            "scores = ones(64, 10)\nbias = ones(64)\nscores + bias", "shape-broadcast", "3:8", ["(64, 10)", "(64,)"],
            "write scores + bias[:, None]"),
        Mistake(
            "a = ones(3)\nb = ones(4)\na + b", "shape-broadcast", "3:3", ["(3,)", "(4,)"],
            "did you mean ones(3) at line 2?"),
        Mistake(
            "x = ones(64)\ny = ones(64, 1)\nloss = mean((x - y) ** 2)", "shape-outer", "3:16",
            ["(64,)", "(64, 1)", "(64, 64)"],
            "write x - y.flatten()"),
        Mistake(
            "A = ones(3, 2)\nsum(A, axis=2)", "shape-axis", "2:1", ["axis 2", "(3, 2)", "0 to 1"],
            "write sum(A, axis=1)"),
        Mistake("v = [1, 2, 3]\nmean(v, axis=1)", "shape-axis", "2:1", ["axis 1", "(3,)"], "write mean(v, axis=0)"),
        Mistake(
            "softmax(ones(2, 3))", "shape-axis", "1:1", ["(2, 3)", "axis=-1"], "write softmax(ones(2, 3), axis=-1)"),
        Mistake(
            "transpose(ones(2, 3, 4), 0, 1)", "shape-axis", "1:1", ["3 axes", "swap_axes"],
            "write swap_axes(ones(2, 3, 4), 0, 1)"),
        Mistake(
            "A = ones(2, 3)\nA.reshape(4, 2)", "shape-reshape", "2:3", ["(2, 3)", "(4, 2)", "6", "8"],
            "write A.reshape(-1, 2)"),
        Mistake(
            "a = ones(2, 3)\nb = ones(2, 4)\nconcat((a, b))", "shape-concat", "3:1", ["(2, 3)", "(2, 4)"],
            "write concat((a, b), axis=1)"),
        Mistake(
            "A = [[1, 2, 3], [4, 5]]", "shape-ragged", "1:5", ["row 1", "2 numbers", "3"], "write ([1, 2, 3], [4, 5])"),
        Mistake("xs = [10, 20, 30]\nxs[3]", "index-range", "2:1", ["3", "0 to 2"], "write xs[2]"),
        Mistake("A = [[1, 2], [3, 4]]\nA[1, 2]", "index-range", "2:1", ["2", "0 to 1"], "write A[1, 1]"),
        Mistake(
            "xs = [10, 20, 30]\ntotal = 0\nfor i in range(1, 4): total += xs[i]", "index-range", "3:32",
            ["3", "0 to 2"],
            "did you mean range(3) at line 3?"),
        Mistake("x = [1, 2, 3]\nx[0, 1]", "index-axes", "2:1", ["2 indexes", "(3,)"], "write x[0]"),
        Mistake("n = 5\nx = zeros(n / 2)", "index-whole", "2:5", ["2.5", "//"], "write zeros(n // 2)"),
        Mistake(
            "n = len([1, 2, 3]) / 2\nx = zeros(n)", "index-whole", "2:5", ["1.5", "n is 1.5   (line 1)"],
            "did you mean len([1, 2, 3]) // 2 at line 1?"),
        Mistake("x = 5\nx[0]", "type-index", "2:1", ["number"], "write x"),
        Mistake(
            "image = zeros(28, 28, 3)\nk = ones(8, 3, 3, 3)\nconv2d(image, k)", "shape-channels", "3:1",
            ["(28, 28, 3)", "(8, 3, 3, 3)", "3 channels"], "write conv2d(transpose(image, (2, 0, 1)), k)"),
        Mistake(
            "im = ones(3, 3)\nk = ones(5, 5)\nconv2d(im, k)", "shape-kernel", "3:1", ["5", "3"],
            "write conv2d(im, k, padding=\"same\")"),
        Mistake(
            "im = ones(8, 8)\nconv2d(im, blur)", "type-kernel", "2:1", ["blur", "function"], "write conv2d(im, blur())"),
        Mistake(
            "f(x) = x ** 2\ngrad(f)([1, 2, 3])", "grad-scalar", "2:1", ["(3,)", "sum"], "write jacobian(f)([1, 2, 3])"),
        Mistake("a, b = [1, 2, 3]", "value-unpack", "1:1", ["2 names", "3 values"], nil),
    ]
}

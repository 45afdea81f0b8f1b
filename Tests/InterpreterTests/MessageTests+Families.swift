// Programs that meet one problem each, continued: what belongs to signals, pictures and bounds.
extension MessageTests {
    static let signals = [
        "conv2d(ones(5, 5), ones(2, 2), stride=(1, 2, 3))", "conv1d(ones(5), ones(2), stride=(1, 2))",
        "conv2d(ones(5, 5), ones(2, 2), stride=0)", "conv2d(ones(5, 5), ones(2, 2), stride=10 ** 12)",
        "conv_output_size(3, 5)",
        "lp_pool2d(ones(4, 4), 0, 2)", "gaussian(3, 0)", "blur(0)", "conv2d([1, 2, 3], ones(2, 2))",
        "conv2d(ones(5, 5), ones(3))",
        "conv2d(ones(3, 5, 5), ones(2, 3, 3))", "conv2d(ones(5, 5), zeros(0, 3))",
        "conv2d(ones(3, 5, 5), ones(2, 4, 3, 3))",
        "conv2d(ones(4, 5, 5), ones(2, 2, 3, 3), groups=3)", "conv2d(ones(1, 5, 5), ones(2, 1, 3, 3), ones(3))",
        "convolve2d(ones(3, 3), [1, 2])", "convolve([1, 2], [[1]])",
        "convolve2d(ones(2, 5), ones(3, 3), mode=\"valid\")",
        "conv2d(ones(6, 6), ones(3, 3), stride=2, strict=True)",
        "conv2d(ones(5, 5), ones(3, 3), stride=2, padding=\"same\")",
        "conv_transpose2d(ones(3, 3), ones(3, 3), stride=2, output_padding=3)",
        "conv_transpose2d(ones(2, 2), ones(1, 1), padding=3)",
        "max_pool2d(ones(2, 2), 3)", "max_pool2d(ones(4, 4), 2, padding=2)", "im2col(ones(2, 2), 3)",
        "col2im(ones(3, 4), (4, 4), 2)", "pad(ones(2, 2), ((1, 1), (1, 1), (1, 1)))",
        "pad([1, 2, 3], 3, mode=\"reflect\")",
        "pad(zeros(0), 1, mode=\"replicate\")", "roll(ones(2, 2), (1, 1), axis=(0, 0))", "sum(ones(2, 2), axis=(0, 0))",
        "rot90([1, 2])", "repeat([1, 2, 3], [1, 2])", "resize(zeros(0, 3), (2, 2))", "decimate2d(ones(5, 5), 0)",
        "correlate2d(ones(3, 3), ones(2, 2), boundary=\"mirror\")",
        "trace(conv2d, ones(2, 5, 5), ones(2, 3, 3), at=(0, 0))",
    ]

    static let pictures = [
        "save_png(ones(2, 2), \"a.png\")", "show(ones(2, 2, 2, 2))", "show(zeros(0, 3))", "gray(ones(2, 5, 5))",
        "show(ones(2, 2), range=\"all\")", "show(ones(2, 2), range=(1, 0))", "load_png(\"nowhere.png\")",
        "load_png(\"chelsae.png\")",
        "load_png(\"../x.png\")", "load_png(\"/etc/passwd\")", "save_png(\"../x.png\", ones(2, 2))", "load_png(\"\")",
        "save_png(\"a.png\", ones(2, 2), bits=3)", "montage(zeros(2000, 2, 2))",
        "animate(zeros(0, 3, 3), \"a.png\")", "trace_frames(conv2d, ones(24, 24), ones(2, 1, 1, 1))",
    ]

    /// With a limit of 10,000 steps.
    static let bounds = [
        "while True: pass", "x = (1, 2)\nfor i in range(20): x = (x, x)\n{x: 1}", "f(x) = map(f, [x])\nf(1)",
        "zeros(2 ** 40, 2 ** 40)", "for i in range(8): print(\"a\" * 10 ** 7)",
    ]

    /// Numbers and words that builtins do not take.
    static let arguments = [
        "stack(())", "concat(())", "randint(5, 5, 3)", "einsum(\"i-j\", ones(2), ones(2))", "check nothing(1)",
        "check linaer(x -> x, 1)", "[1, 2] & [True, False]", "-[True, False]", "choice([])", "one_hot([0.5], 3)",
        "vjp((x, y) -> (x, y), (1, 2), (1, 2, 3))", "if True: use \"other.cl\"",
        "{\"a\": 1, \"b\": 2} + {\"b\": 1, \"c\": 2}",
        "arange(inf)", "full((2, 2), \"a\")", "eye(-1)", "permutation(2.5)", "seed(0.5)",
        "linspace(0, 1, 2.5)", "leaky_relu([1], \"a\")", "clip([1], \"a\")", "tensor([1], dtype=3)",
        "std([1], ddof=\"a\")",
    ]
}

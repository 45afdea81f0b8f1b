/// Something that NumPy, PyTorch or Python read in another way, or in several ways, and what it means here.
package struct DeliberateDifference: Sendable {
    package let written: String
    package let rule: String

    private init(_ written: String, _ rule: String) {
        self.written = written
        self.rule = rule
    }

    /// What libraries disagree about.
    package static let betweenLibraries = [
        DeliberateDifference(
            "max(0, x), min(a, b)", "of plain numbers only; with a tensor an error that offers maximum(0, x) and axis="),
        DeliberateDifference(
            "sum(x, 1), mean(x, 1)",
            "axis= is keyword-only in every reduction; dim= and keepdim= are errors that say axis= and keepdims="),
        DeliberateDifference(
            "split(x, 2)", "an error that offers sections=2 (NumPy) and size=2 (PyTorch); strings split as in Python"),
        DeliberateDifference("repeat(x, 2)", "NumPy's: each element twice; tile repeats the whole"),
        DeliberateDifference("pad, shift, roll, flip", "the last two axes, the only one of a vector; axis= for others"),
        DeliberateDifference("shift(A, 1), roll(A, 1)", "one amount per axis is needed: (1, 0)"),
        DeliberateDifference(
            "x.size, x.size()", "the number of elements (NumPy); the call is an error that offers x.shape"),
        DeliberateDifference("transpose(x, 0, 1)", "all axes must be given, as in NumPy; for two of three swap_axes"),
        DeliberateDifference("var, std", "divide by n (NumPy); ddof=1 for n-1"),
        DeliberateDifference(
            "convolve, correlate, convolve2d, correlate2d",
            "SciPy's, with its defaults mode=\"full\" and boundary=\"fill\""),
        DeliberateDifference("conv1d, conv2d", "PyTorch's: correlation, no padding"),
        DeliberateDifference("softmax, log_softmax, logsumexp", "axis= is required for more than one axis"),
        DeliberateDifference("pad(x, (1, 2))", "an error with both readings; pad(x, ((1, 1), (0, 2))) is NumPy's"),
        DeliberateDifference("rot90, rot180, resize", "the last two axes"),
        DeliberateDifference("randint(low, high, shape)", "both bounds are required, high is excluded"),
        DeliberateDifference("norm(x, 1)", "ord= and axis= are keyword-only"),
        DeliberateDifference("transpose(A), x.T", "reverses all axes"),
        DeliberateDifference("im2col(x, k)", "one row per patch"),
        DeliberateDifference("step(0)", "0"),
        DeliberateDifference("log, ln", "the natural logarithm, both"),
        DeliberateDifference(
            "norm(A, ord=2)", "of a matrix ord is 1, -1, inf, -inf or \"fro\"; 2, -2 and \"nuc\" need singular values and are errors"),
        DeliberateDifference("solve(A, b), rank(A)", "one matrix at a time; of a stack an error"),
        DeliberateDifference("where(x > 0)", "an error: where has three arguments; nonzero(x) gives the positions"),
        DeliberateDifference("roll(A, (1, 2), axis=(0, 0))", "an error: each axis once, so write roll(A, 3, axis=0)"),
    ]

    /// What is not as Python and NumPy have it.
    package static let fromPython = [
        DeliberateDifference(
            "[1, 2, 3]", "brackets of numbers are a tensor, however they were made; what fits no rectangle is a list"),
        DeliberateDifference(
            "[[1, 2], [3]]", "rows of numbers must have one length; to keep others apart write a tuple"),
        DeliberateDifference("B = A", "a value of its own: writing to B leaves A alone"),
        DeliberateDifference("x[0], sum(x)", "plain numbers: there are no tensors without axes"),
        DeliberateDifference(
            "out.append(v)", "a statement of its own, which rebinds out; append(out, v) gives the new value"),
        DeliberateDifference(
            "xs + [4], [0] * n", "errors that offer append, concat and full: to tensors they would be arithmetic"),
        DeliberateDifference("x.sort()", "an error that writes x = sort(x): a method changes nothing"),
        DeliberateDifference(
            "(1, 2) + (3, 4)", "(4, 6): tuples, lists and dicts do arithmetic leaf by leaf, where Python joins"),
        DeliberateDifference(
            "x == y", "element by element for tensors; under expect equal in shape and in every element"),
        DeliberateDifference("ones(64) - ones(64, 1)", "an error with both readings, where NumPy stretches both"),
        DeliberateDifference("if xs:", "an error that offers len(xs) > 0, for strings, lists, tuples and dicts"),
        DeliberateDifference("x[[0, 1]]", "picks by position; only tensors of truth values are masks"),
        DeliberateDifference("1 / 0", "inf, with a note, where Python stops"),
        DeliberateDifference("2 ** 53", "rounded from here on, with a note, where Python's whole numbers have no end"),
        DeliberateDifference("round(2.675, 2)", "2.68 as in NumPy, which rounds 267.5; Python, which sees 2.67499..., has 2.67"),
        DeliberateDifference("a ^ b", "an error that writes **"),
        DeliberateDifference("x.float32() + 1", "a plain number never changes an element type"),
        DeliberateDifference(
            "plot(x, y1, y2)", "both lines over x, where matplotlib draws y2 over 0, 1, 2; four arguments are an error"),
        DeliberateDifference(
            "for i in ...: f = () -> i", "i is fresh in each round, so that each function keeps its own"),
    ]

    package static let all = betweenLibraries + fromPython

    /// What `help("differences")` prints.
    static let page = [
        "Where libraries disagree:", table(betweenLibraries), "", "Where Python or NumPy differ:", table(fromPython),
        "",
    ].joined(separator: "\n")

    private static func table(_ rows: [DeliberateDifference]) -> String {
        columnText(of: rows.map { ["  " + $0.written, $0.rule] })
    }
}

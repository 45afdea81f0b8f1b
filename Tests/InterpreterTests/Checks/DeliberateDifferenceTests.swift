import Interpreter
import Testing

@Suite("Every deliberate difference is shown by a program that runs")
struct DeliberateDifferenceTests {
    /// By what help says is written; the golden programs that show it.
    private static let programs = [
        "max(0, x), min(a, b)": "lenders/max-of-plain-numbers-only",
        "sum(x, 1), mean(x, 1)": "lenders/axis-is-by-name-only",
        "split(x, 2)": "lenders/split-needs-a-name",
        "repeat(x, 2)": "lenders/repeat-repeats-elements",
        "pad, shift, roll, flip": "lenders/pad-works-on-the-last-two-axes",
        "shift(A, 1), roll(A, 1)": "lenders/shift-needs-an-amount-per-axis",
        "x.size, x.size()": "lenders/size-is-a-number",
        "transpose(x, 0, 1)": "lenders/transpose-wants-all-axes",
        "var, std": "lenders/var-divides-by-n",
        "convolve, correlate, convolve2d, correlate2d": "lenders/convolve-is-scipys",
        "conv1d, conv2d": "lenders/conv1d-is-pytorchs",
        "softmax, log_softmax, logsumexp": "lenders/softmax-of-a-matrix-needs-an-axis",
        "pad(x, (1, 2))": "lenders/pad-with-a-pair-is-ambiguous",
        "rot90, rot180, resize": "lenders/rot90-turns-the-last-two-axes",
        "randint(low, high, shape)": "lenders/randint-wants-both-bounds",
        "norm(x, 1)": "lenders/norm-ord-is-by-name-only",
        "transpose(A), x.T": "lenders/transpose-reverses-all-axes",
        "im2col(x, k)": "lenders/im2col-has-a-row-per-patch",
        "step(0)": "lenders/step-of-zero-is-zero",
        "log, ln": "lenders/log-and-ln-are-natural",
        "norm(A, ord=2)": "lenders/norm-of-a-matrix-without-singular-values",
        "solve(A, b), rank(A)": "lenders/solve-takes-one-matrix",
        "where(x > 0)": "lenders/where-has-three-arguments",
        "roll(A, (1, 2), axis=(0, 0))": "lenders/roll-takes-each-axis-once",
        "[1, 2, 3]": "lists/numbers-are-a-tensor",
        "[[1, 2], [3]]": "lists/ragged-literals-are-refused",
        "B = A": "aliasing/assignment-copies",
        "x[0], sum(x)": "lists/no-tensors-without-axes",
        "out.append(v)": "growing/append-is-a-statement-of-its-own",
        "xs + [4], [0] * n": "growing/plus-with-one-element-is-refused",
        "x.sort()": "growing/pythons-list-methods-are-lost-writes",
        "(1, 2) + (3, 4)": "tuples/arithmetic-is-elementwise",
        "x == y": "comparing/expect-compares-shape-and-elements",
        "ones(64) - ones(64, 1)": "lenders/broadcasting-of-both-sides-with-different-ranks-is-refused",
        "if xs:": "truth/strings-and-containers-are-refused",
        "x[[0, 1]]": "indexing/zeros-and-ones-are-indexes-not-masks",
        "2 ** 53": "numbers/whole-numbers-from-two-to-the-53",
        "1 / 0": "numbers/division-by-zero-is-noted-and-goes-on",
        "round(2.675, 2)": "numbers/round-is-of-numpy",
        "a ^ b": "numbers/caret-is-refused",
        "x.float32() + 1": "dtypes/a-plain-number-never-changes-a-tensors-dtype",
        "plot(x, y1, y2)": "plots/three-arguments-share-x",
        "for i in ...: f = () -> i": "loops/the-loop-variable-is-fresh-in-each-round",
    ]

    @Test(
        "It has a program, which runs with the other golden programs",
        arguments: DeliberateDifference.all.map(\.written))
    func isShown(written: String) throws {
        let program = try #require(Self.programs[written], "no program shows \(written)")
        #expect(GoldenProgramTests.programs.contains(program))
    }

    @Test("No program is left without its row") func areListed() {
        #expect(Set(Self.programs.keys) == Set(DeliberateDifference.all.map(\.written)))
    }

    @Test("help prints them all") func help() throws {
        try expectSnapshot(try shownText("help(\"differences\")") + "\n", "differences")
    }
}

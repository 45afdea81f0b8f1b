extension Card {
    static let matlab = Card(
        name: "matlab",
        summary: "From MATLAB (left) to here (right). Counting begins at 0, and an end is not included.",
        setup: "A = [[1, 2], [3, 4]]; v = [3, 1, 2]",
        sections: [
            Section(
                "Matrices",
                [
                    ("[1 2; 3 4]", "[[1, 2], [3, 4]]  #> [[1, 2], [3, 4]]"),
                    ("zeros(3)", "zeros(3, 3).shape  #> (3, 3)"),
                    ("eye(2)", "eye(2)  #> [[1, 0], [0, 1]]"),
                    ("0:2:4", "arange(0, 5, 2)  #> [0, 2, 4]"),
                    ("linspace(0, 1, 3)", "linspace(0, 1, 3)  #> [0, 0.5, 1]"),
                    ("[v 9]", "concat((v, [9]))  #> [3, 1, 2, 9]"),
                    ("[v; v]", "stack((v, v))  #> [[3, 1, 2], [3, 1, 2]]"),
                    ("size(A), numel(A)", "(A.shape, A.size)  #> ((2, 2), 4)"),
                    ("reshape(A', 1, [])", "A.flatten()  #> [1, 2, 3, 4]"),
                ]),
            Section(
                "Indexing",
                [
                    ("A(1, 2)", "A[0, 1]  #> 2"),
                    ("A(:, 1)", "A[:, 0]  #> [1, 3]"),
                    ("v(end)", "v[-1]  #> 2"),
                    ("v(1:2)", "v[0:2]  #> [3, 1]"),
                    ("A(A > 2)'    % by columns", "A[A > 2]    # by rows  #> [3, 4]"),
                    ("find(v > 1)", "nonzero(v > 1)[0]  #> [0, 2]"),
                ]),
            Section(
                "Arithmetic",
                [
                    ("A * A", "A @ A  #> [[7, 10], [15, 22]]"),
                    ("A .* A", "A * A  #> [[1, 4], [9, 16]]"),
                    ("A .^ 2", "A ** 2  #> [[1, 4], [9, 16]]"),
                    ("A'", "A.T  #> [[1, 3], [2, 4]]"),
                    ("A \\ [5; 6]", "solve(A, [5, 6])  #> [-4, 4.5]"),
                    ("sum(A), sum(A, 2)", "(sum(A, axis=0), sum(A, axis=1))  #> ([4, 6], [3, 7])"),
                    ("sum(A(:))", "sum(A)  #> 10"),
                    ("std(v)", "std(v, ddof=1)  #> 1"),
                    ("max(v, 2)", "maximum(v, 2)  #> [3, 2, 2]"),
                    ("mod(-1, 3)", "-1 % 3  #> 2"),
                    ("a ~= b, a && b, ~a", "(1 != 2, True and False, not True)  #> (True, False, False)"),
                ]),
            Section(
                "Filters",
                [
                    ("conv(v, [1 1])", "convolve(v, [1, 1])  #> [3, 4, 3, 2]"),
                    ("conv2(A, A)", "convolve2d(A, A)  #> [[1, 4, 4], [6, 20, 16], [9, 24, 16]]"),
                    ("filter2(A, A, 'valid')", "correlate2d(A, A, mode=\"valid\")  #> [[30]]"),
                    ("imread('chelsea.png')", "load_png(\"chelsea.png\").shape  #> (3, 300, 451)"),
                    ("rot90(A, 2)", "rot180(A)  #> [[4, 3], [2, 1]]"),
                ]),
            Section(
                "Programs",
                [
                    ("f = @(x) x.^2; f(3)", "f(x) = x**2; f(3)  #> 9"),
                    ("s = 0; for i = 1:3, s = s + i; end, s", "s = sum(i for i in range(1, 4)); s  #> 6"),
                    ("% a comment", "2 + 2    # a comment  #> 4"),
                ]),
        ])
}

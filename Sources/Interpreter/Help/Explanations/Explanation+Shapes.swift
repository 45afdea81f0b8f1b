extension Explanation {
    /// Sizes that do not fit an operation.
    static let shapes: [Explanation] = [
        Explanation(
            "shape-matmul", "The inner sizes of a matrix product differ.", from: "linear algebra; NumPy's `@`.",
            #"""
            ```cl
            X = ones(64, 3)
            W = ones(4, 10)
            X @ W
            #! shape-matmul: the inner sizes differ: 3 and 4
            ```

            Each row of the left meets each column of the right, number by number, so X needs as many columns as W has
            rows. Find the line that made the wrong one; often a transpose is missing:

            ```cl
            X = ones(64, 3)
            W = ones(3, 10)
            (X @ W).shape          #> (64, 10)
            V = ones(10, 3)
            (X @ V.T).shape        #> (64, 10)
            ```

            With plain numbers write `*`.
            """#),
        Explanation(
            "shape-broadcast", "Two shapes neither match nor stretch to match.", from: "NumPy's broadcasting.",
            #"""
            ```cl
            ones(3) + ones(4)
            #! shape-broadcast
            ```

            From the last axis on, sizes must be equal, or one of them 1:

            ```cl
            (ones(2, 3) + ones(3)).shape       #> (2, 3)
            (ones(2, 3) + ones(2, 1)).shape    #> (2, 3)
            concat((ones(3), ones(4))).shape   #> (7,)
            ```
            """#),
        Explanation(
            "shape-outer", "Both sides would be stretched, which is most often a mistake.",
            from: "this language: NumPy stretches both without a word, and a loss of (64, 64) numbers looks like one of 64.",
            #"""
            ```cl
            target = ones(64)
            output = ones(64, 1)
            output - target
            #! shape-outer: would both be stretched to (64, 64)
            ```

            Say which reading you mean:

            ```cl
            target = ones(64)
            output = ones(64, 1)
            (output.reshape(64) - target).shape        #> (64,)
            (output - target.reshape(1, 64)).shape     #> (64, 64)
            ```
            """#),
        Explanation(
            "shape-axis", "A tensor has no such axis, or the axis has to be named.", from: "NumPy.",
            #"""
            ```cl
            sum(ones(2, 3), axis=2)
            #! shape-axis: there is no axis 2
            softmax(ones(2, 3))
            #! shape-axis: needs an axis
            ```

            Two axes are 0 (down the rows) and 1 (along a row), or -2 and -1 from the end:

            ```cl
            sum(ones(2, 3), axis=0)               #> [2, 2, 2]
            sum(ones(2, 3), axis=-1)              #> [3, 3]
            softmax(ones(2, 4), axis=1)           #> [[0.25, 0.25, 0.25, 0.25], [0.25, 0.25, 0.25, 0.25]]
            ```

            `transpose(x, 0, 1)` needs all axes, as in NumPy; `swap_axes` exchanges two.
            """#),
        Explanation(
            "shape-axes", "A value has not the axes that a function states for its parameter.",
            from: "this language: `def f(X: (N, D))`.",
            #"""
            ```cl
            def scores(X: (N, D), W: (D, C)): return X @ W
            scores(ones(4, 5), ones(3, 2))
            #! shape-axes: D is 5 in X, but 3 in W
            ```

            One letter stands for one size in all parameters of a call:

            ```cl
            def scores(X: (N, D), W: (D, C)): return X @ W
            scores(ones(4, 3), ones(3, 2)).shape    #> (4, 2)
            ```
            """#),
        Explanation(
            "shape-reshape", "A tensor's numbers do not fill the new shape.", from: "NumPy.",
            #"""
            ```cl
            reshape(arange(6), (4, 2))
            #! shape-reshape
            ```

            6 numbers fill (2, 3), (3, 2), (1, 6); one size may be -1 and is then worked out:

            ```cl
            reshape(arange(6), (2, -1))    #> [[0, 1, 2], [3, 4, 5]]
            ```
            """#),
        Explanation(
            "shape-empty", "An operation that needs at least one element got none.", from: "NumPy.",
            #"""
            ```cl
            max([])
            #! shape-empty
            ```

            The sum of nothing is 0, but there is no largest of nothing:

            ```cl
            xs = []
            max(xs) if len(xs) > 0 else -inf    #> -inf
            sum(xs)                             #> 0
            ```
            """#),
        Explanation(
            "shape-concat", "Tensors do not join along this axis.", from: "NumPy's `concatenate` and `stack`.",
            #"""
            ```cl
            concat((ones(2, 3), ones(2, 4)))
            #! shape-concat
            ```

            All sizes but that of the axis must be equal; `stack` needs equal shapes and makes a new axis:

            ```cl
            concat((ones(2, 3), ones(2, 4)), axis=1).shape    #> (2, 7)
            stack((ones(3), ones(3))).shape                   #> (2, 3)
            ```
            """#),
        Explanation(
            "shape-split", "An axis does not divide into so many equal parts.", from: "NumPy's `split`.",
            #"""
            ```cl
            split(arange(5), sections=2)
            #! shape-split
            ```

            ```cl
            split(arange(6), sections=2)    #> ([0, 1, 2], [3, 4, 5])
            split(arange(5), size=2)        #> ([0, 1], [2, 3], [4])
            ```
            """#),
        Explanation(
            "shape-rank", "An operation wants a tensor of another number of axes.",
            from: "the function's own rule; `help(f)` prints it.",
            #"""
            ```cl
            trace_of([1, 2, 3])
            #! shape-rank: trace_of takes matrices
            ```

            ```cl
            trace_of([[1, 2], [3, 4]])    #> 5
            ```
            """#),
        Explanation(
            "shape-square", "An operation takes square matrices only.", from: "linear algebra.",
            #"""
            ```cl
            det(ones(2, 3))
            #! shape-square
            ```

            ```cl
            det([[1, 2], [3, 4]])    #> -2
            ```
            """#),
        Explanation(
            "shape-solve", "A system of equations has not one right-hand side for each row.", from: "linear algebra.",
            #"""
            ```cl
            solve([[2, 0], [0, 4]], [2, 4, 6])
            #! shape-solve
            ```

            ```cl
            solve([[2, 0], [0, 4]], [2, 4])    #> [1, 1]
            ```
            """#),
        Explanation(
            "shape-write", "A value does not fit the place that it is written to.", from: "NumPy.",
            #"""
            ```cl
            A = zeros(2, 2)
            A[0] = [1, 2, 3]
            #! shape-write
            ```

            ```cl
            A = zeros(2, 2)
            A[0] = [1, 2]
            A[1] = 7
            A    #> [[1, 2], [7, 7]]
            ```
            """#),
        Explanation(
            "shape-einsum", "A letter of `einsum` stands for two sizes.", from: "NumPy's `einsum`.",
            #"""
            ```cl
            einsum("ij,jk->ik", ones(2, 3), ones(2, 3))
            #! shape-einsum: axis j has sizes 3 and 2
            ```

            ```cl
            einsum("ij,kj->ik", ones(2, 3), ones(2, 3))    #> [[3, 3], [3, 3]]
            ```
            """#),
        Explanation(
            "shape-ragged", "The rows of a tensor have different lengths.", from: "NumPy.",
            #"""
            ```cl
            [[1, 2], [3]]
            #! shape-ragged
            ```

            A tuple keeps rows of different lengths apart:

            ```cl
            rows = ([1, 2], [3])
            rows[1]                   #> [3]
            [[1, 2], [3, 0]].shape    #> (2, 2)
            ```
            """#),
        Explanation(
            "shape-append", "`+` would add to every element, and was meant to put one at the end.",
            from: "NumPy's `+`; Python's lists join.",
            #"""
            ```cl
            xs = [1, 2, 3]
            xs + [4]
            #! shape-append
            ```

            ```cl
            xs = [1, 2, 3]
            append(xs, 4)          #> [1, 2, 3, 4]
            xs.append(5)
            xs                     #> [1, 2, 3, 5]
            concat((xs, [6, 7]))   #> [1, 2, 3, 5, 6, 7]
            xs + 4                 #> [5, 6, 7, 9]
            ```
            """#),
        Explanation(
            "shape-repeat", "`*` would multiply every element, and was meant to repeat a list.",
            from: "NumPy's `*`; Python repeats lists.",
            #"""
            ```cl
            [0] * 4
            #! shape-repeat
            ```

            ```cl
            zeros(4)            #> [0, 0, 0, 0]
            full(3, 7)          #> [7, 7, 7]
            tile([1, 2], 2)     #> [1, 2, 1, 2]
            [1, 2] * 4          #> [4, 8]
            ```
            """#),
    ]
}

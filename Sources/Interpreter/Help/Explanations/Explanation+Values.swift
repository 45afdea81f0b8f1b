extension Explanation {
    /// Numbers and words that an operation cannot use, and checks that do not hold.
    static let values: [Explanation] = [
        Explanation(
            "value-differs", "A result is not what the `#>` behind its statement says.",
            from: "the lesson files of this language.",
            #"""
            ```text
            2 + 2    #> 5
            error[value-differs]: 4 differs from 5
            ```

            Either the program or the expectation is wrong. `convlab run --update` writes the fresh results over those that
            disagree. A number with as many decimals as the lesson shows agrees within half of its last digit:

            ```cl
            2 + 2    #> 4
            1 / 3    #> 0.3333
            ```
            """#),
        Explanation(
            "value-expect", "What an `expect` or a `check` states does not hold.", from: "the checks of this language.",
            #"""
            ```text
            expect 0.1 + 0.2 == 0.3
            error[value-expect]: ...
            ```

            `==` is exact, shape included; `~` allows for rounding, and `within` says how much:

            ```cl
            expect 0.1 + 0.2 != 0.3
            expect 0.1 + 0.2 ~ 0.3
            expect 3.14 ~ pi within 0.01
            ```
            """#),
        Explanation(
            "value-assert", "An `assert` found its condition false.", from: "Python.",
            #"""
            ```cl
            x = -1
            assert x > 0, "x must be positive"
            #! value-assert: x must be positive
            ```

            An `assert` stops the program before it computes nonsense: look at how its value came about.

            ```cl
            x = abs(-1)
            assert x > 0, "x must be positive"
            x    #> 1
            ```
            """#),
        Explanation(
            "value-large", "A note: a whole number became so large that its neighbours are no longer all told apart.",
            from: "IEEE 754.",
            #"""
            Numbers have 53 binary digits. Up to 2**53 every whole number has one of its own; beyond it, only every second,
            then every fourth, and Python's integers, which have as many digits as they need, go on exactly:

            ```cl
            x = 2**53
            x + 1 == x     #> True
            ```

            ```
            note[value-large]: a whole number reached 2**53
            ```

            Often a loop ran on for too long, or a logarithm would serve: instead of a product add up logarithms.
            """#),
        Explanation(
            "value-zero", "A note: something was divided by zero, or a result is not a number, and the program goes on.",
            from: "IEEE 754 and NumPy; Python would stop.",
            #"""
            ```text
            note[value-zero]: division by zero
            ```

            `1 / 0` is `inf`, `0 / 0` is `nan`. Each place is noted once. To avoid it, choose before dividing:

            ```cl
            x = [2, 0]
            where(x == 0, 0, 1 / maximum(x, 1e-12))    #> [0.5, 0]
            ```
            """#),
        Explanation(
            "value-unpack", "There are more names than values, or fewer.", from: "Python.",
            #"""
            ```cl
            a, b = 1, 2, 3
            #! value-unpack: 2 names on the left, but 3 values
            ```

            ```cl
            a, b, c = 1, 2, 3
            H, W = zeros(4, 5).shape
            (c, W)    #> (3, 5)
            ```
            """#),
        Explanation(
            "value-number", "A text that is to become a number writes none.", from: "Python's `int` and `float`.",
            #"""
            ```cl
            float("1,5")
            #! value-number
            int("3.7")
            #! value-number: does not write a whole number
            ```

            The decimal sign is a point, and a whole number has none:

            ```cl
            float("1.5")         #> 1.5
            int(float("3.7"))    #> 3
            ```
            """#),
        Explanation(
            "value-word", "An argument is none of the words that it can be.",
            from: "the function's own rule; `help(f)` prints it.",
            #"""
            ```cl
            convolve([1, 2], [1, 1], mode="ful")
            #! value-word
            ```

            ```cl
            convolve([1, 2], [1, 1], mode="full")     #> [1, 3, 2]
            convolve([1, 2], [1, 1], mode="valid")    #> [3]
            ```
            """#),
        Explanation(
            "value-singular", "A matrix has no inverse, or a system of equations has no single solution.",
            from: "linear algebra.",
            #"""
            ```cl
            inv([[1, 2], [2, 4]])
            #! value-singular
            ```

            The second row is twice the first, so the determinant is 0:

            ```cl
            det([[1, 2], [2, 4]])          #> 0
            inv([[1, 2], [3, 4]])
            #> [[ -2,    1],
            #>  [1.5, -0.5]]
            ```
            """#),
        Explanation(
            "value-step", "A range cannot go in steps of 0.", from: "Python and NumPy.",
            #"""
            ```cl
            arange(0, 5, 0)
            #! value-step
            ```

            ```cl
            arange(0, 5, 2)       #> [0, 2, 4]
            linspace(0, 1, 3)     #> [0, 0.5, 1]
            ```
            """#),
        Explanation(
            "value-finite", "A number that must be finite is `inf` or `nan`.",
            from: "IEEE 754: with inf there is no end to count to.",
            #"""
            ```cl
            arange(0, inf, 1)
            #! value-finite
            ```

            ```cl
            arange(0, 3, 1)    #> [0, 1, 2]
            ```
            """#),
        Explanation(
            "value-bound", "A number is smaller or larger than this argument may be.",
            from: "the function's own rule; `help(f)` prints it.",
            #"""
            ```cl
            split(arange(4), size=0)
            #! value-bound
            ```

            ```cl
            split(arange(4), size=2)    #> ([0, 1], [2, 3])
            ```
            """#),
        Explanation(
            "value-label", "A label is not one of the classes.",
            from: "PyTorch's and Keras's labels: classes are counted from 0.",
            #"""
            ```cl
            one_hot([3], 3)
            #! value-label: 3 is not one of the classes 0 to 2
            ```

            Three classes are 0, 1 and 2:

            ```cl
            one_hot([2], 3)    #> [[0, 0, 1]]
            ```
            """#),
        Explanation(
            "value-range", "A range has nothing in it: its lower end is not below its upper one.",
            from: "NumPy's `randint`, whose upper bound is never drawn; the ranges of pictures.",
            #"""
            ```cl
            randint(3, 3, 2)
            #! value-range
            show(ones(2, 2), range=(1, 0))
            #! value-range
            ```

            ```cl
            randint(3, 4, 2)    #> [3, 3]
            ```
            """#),
        Explanation(
            "value-missing", "One of several arguments is needed, and none was given.",
            from: "the function's own rule; `help(f)` prints it.",
            #"""
            ```cl
            split(arange(4))
            #! value-missing
            ```

            ```cl
            split(arange(4), sections=2)    #> ([0, 1], [2, 3])
            ```
            """#),
        Explanation(
            "value-order", "This kind of norm does not exist for a tensor of so many axes.",
            from: "NumPy's `linalg.norm`.",
            #"""
            ```cl
            norm(ones(2, 2, 2), ord=1)
            #! value-order
            ```

            ```cl
            norm([3, 4])              #> 5
            norm([3, 4], ord=1)       #> 7
            norm([3, 4], ord=inf)     #> 4
            ```
            """#),
        Explanation(
            "value-einsum", "The subscripts of `einsum` cannot be read.", from: "NumPy's `einsum`.",
            #"""
            ```cl
            einsum("ij->ik", ones(2, 3))
            #! value-einsum
            ```

            Each letter behind the arrow stands before it, too; letters that only stand before it are summed over:

            ```cl
            einsum("ij->i", ones(2, 3))                     #> [3, 3]
            einsum("ij,jk->ik", ones(2, 3), ones(3, 1))     #> [[3], [3]]
            ```
            """#),
    ]
}

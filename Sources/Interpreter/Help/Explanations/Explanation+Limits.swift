extension Explanation {
    /// Bounds that keep a program from taking the machine with it.
    static let limits: [Explanation] = [
        Explanation(
            "limit-frames", "An image is too large to be drawn number by number.", from: "what can be read on a screen.",
            #"""
            ```cl
            trace_frames(conv2d, zeros(100, 100), ones(3, 3))
            #! limit-frames
            ```

            ```cl
            len(trace_frames(conv2d, zeros(100, 100)[:4, :4], ones(3, 3)))    #> 4
            ```
            """#),
        Explanation(
            "limit-depth", "Calls within calls are too deep: most often a recursion without an end.",
            from: "a bound; `--max-depth` sets it.",
            #"""
            ```cl
            factorial(n) = n * factorial(n - 1)
            factorial(5)
            #! limit-depth
            ```

            Every path needs an end:

            ```cl
            factorial(n) = 1 if n == 0 else n * factorial(n - 1)
            factorial(5)    #> 120
            ```
            """#),
        Explanation(
            "limit-steps", "The program took more steps than were allowed.",
            from: "`--max-steps`; without it there is no such bound.",
            #"""
            ```text
            $ convlab run --max-steps 1000 loop.cl
            error[limit-steps]: this takes more than the 1000 steps that are allowed
            ```

            Does the loop come to an end? A condition that compares numbers with decimals by `==` may never hold:

            ```cl
            x = 0
            while x < 0.95: x += 0.1
            x                 #> 1
            ```
            """#),
        Explanation(
            "limit-seconds", "The program ran longer than it was allowed to.",
            from: "`--max-seconds`; without it there is no such bound.",
            #"""
            ```text
            $ convlab run --max-seconds 2 slow.cl
            error[limit-seconds]: this takes longer than the 2 seconds that are allowed
            ```

            An operation on whole tensors is many times faster than a loop over their elements:

            ```cl
            x = arange(1000)
            sum(x**2)                          #> 332833500
            sum(n**2 for n in range(1000))     #> 332833500
            ```
            """#),
        Explanation(
            "limit-interrupted", "You stopped the program with Ctrl-C.", from: "the keyboard.",
            #"""
            ```text
            error[limit-interrupted]: stopped by Ctrl-C
            ```

            At the prompt the names keep the values that they had.
            """#),
        Explanation(
            "limit-memory", "The program asks for more memory than it may have.",
            from: "a bound; `--max-memory 4GB` sets it.",
            #"""
            ```cl
            zeros(100000, 100000)
            #! limit-memory: this needs 80 GB
            ```

            Each number takes 8 bytes, in float32 half of that. A matrix of all pairs is seldom needed: work row by row, or
            with one number less in the shape.

            ```cl
            zeros(100, 100).size * 8    #> 80000
            ```
            """#),
        Explanation(
            "limit-rank", "A tensor would have more than 8 axes.", from: "a bound of this language.",
            #"""
            ```cl
            zeros(2, 2, 2, 2, 2, 2, 2, 2, 2, 2)
            #! limit-rank
            ```

            ```cl
            zeros(2, 2, 2, 2, 2, 2, 2, 2).size    #> 256
            ```
            """#),
        Explanation(
            "limit-size", "A text, a tensor or a program is larger than anything can be.",
            from: "a bound of this language.",
            #"""
            ```cl
            "a" * 10**12
            #! limit-size
            ```

            ```cl
            "a" * 10    #> "aaaaaaaaaa"
            ```
            """#),
        Explanation(
            "limit-nesting", "Brackets, blocks, values or files are nested too deep.",
            from: "a bound of this language.",
            #"""
            ```cl
            x = ("end",)
            for i in range(2000): x = (x, "more")
            #! limit-nesting
            ```

            A list that grows at its end is flat:

            ```cl
            xs = []
            for i in range(2000): xs.append(f"{i}")
            len(xs)    #> 2000
            ```
            """#),
        Explanation(
            "limit-output", "The program prints more than is kept.", from: "a bound of this language.",
            #"""
            ```text
            error[limit-output]: this prints more than the 64 MB that are allowed
            ```

            Print every hundredth round: `if i % 100 == 0: print(i)`.
            """#),
        Explanation(
            "limit-side", "A picture is too wide or too high.", from: "a bound on pictures.",
            #"""
            ```text
            error[limit-side]: panorama.png: the picture is 70000 x 20 pixels, and a side may have at most 65535
            ```

            Make it smaller with an image program, or cut it.
            """#),
        Explanation(
            "limit-pixels", "A picture has more than 100 million pixels.", from: "a bound on pictures.",
            #"""
            ```text
            error[limit-pixels]: sky.png: the picture is 20000 x 20000 pixels, more than the 100000000 that are allowed
            ```

            Make it smaller with an image program.
            """#),
        Explanation(
            "limit-internal", "Something went wrong inside convlab: a bug, and not yours.", from: "us.",
            #"""
            ```text
            error[limit-internal]: ...
            ```

            Please report it with the program that shows it, if you can in its shortest form.
            """#),
        Explanation(
            "limit-formula", "A formula is too long to be written down, or has no end.",
            from: "a bound of this language.",
            #"""
            ```cl
            factorial(n) = 1 if n < 2 else n * factorial(n - 1)
            symbolic(factorial)
            #! limit-formula
            ```

            A formula repeats each part as often as it is used, and so does its derivative, once more. Every product
            here doubles what the one before has written:

            ```cl
            f1(x) = x * x
            f2(x) = f1(x) * f1(x)
            f3(x) = f2(x) * f2(x)
            [symbolic(f).tree_size for f in (f1, f2, f3)]    #> [7, 23, 63]
            ```

            `grad(f)` computes each part once, however often it is used.
            """#),
    ]
}

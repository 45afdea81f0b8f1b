extension Explanation {
    /// Assignments, definitions, calls and checks.
    static let statements: [Explanation] = [
        Explanation(
            "syntax-assignment", "What stands left of `=` cannot be given a value, or `=` stands inside an expression.",
            from: "Python.",
            #"""
            ```cl
            x = 3
            if x = 3: print("three")
            #! syntax-assignment: = assigns; == compares
            ```

            ```cl
            x = 3
            if x == 3: print("three")
            #> three
            ```

            Left of `=` stands a name, an index (`A[0, 1]`), a field (`d.W`), or several of them. A name needs no type and
            no `let` or `var`.
            """#),
        Explanation(
            "syntax-definition", "The head of a definition is not complete, or it is written as in another language.",
            from: "Python's `def`, and the way in which a slide writes f(x) = ...",
            #"""
            ```cl
            function square(x):
                return x**2
            #! syntax-definition: a function is defined with def
            ```

            A definition has either `=` and an expression, or `def` and a block:

            ```cl
            square(x) = x**2
            def cube(x):
                return x**3
            square(3) + cube(2)    #> 17
            ```
            """#),
        Explanation(
            "syntax-axes", "The axes that a parameter must have are not written as a tuple.",
            from: "this language: `def f(x: (N, D))` states shapes as slides do.",
            #"""
            ```cl
            def total(x: N): return sum(x)
            #! syntax-axes
            ```

            One axis needs its comma, as a tuple of one item does:

            ```cl
            def total(x: (N,)): return sum(x)
            total([1, 2, 3])    #> 6
            ```
            """#),
        Explanation(
            "syntax-argument", "The arguments of a call are not in an order that a call can have.", from: "Python.",
            #"""
            ```cl
            linspace(0, stop=1, 5)
            #! syntax-argument: cannot follow stop=
            ```

            Arguments without a name come first:

            ```cl
            linspace(0, 1, num=5)    #> [0, 0.25, 0.5, 0.75, 1]
            ```
            """#),
        Explanation(
            "syntax-lambda", "A function without a name is not written as here.",
            from: "mathematics: x -> x**2. Python writes lambda, JavaScript =>.",
            #"""
            ```cl
            square = lambda x: x**2
            #! syntax-lambda
            ```

            ```cl
            square = x -> x**2
            square(5)         #> 25
            add = (x, y) -> x + y
            add(2, 3)         #> 5
            ```
            """#),
        Explanation(
            "syntax-star", "A star stands where nothing can be spread or collected.",
            from: "Python, of which only the star in a call is here.",
            #"""
            ```cl
            first, *rest = [1, 2, 3]
            #! syntax-star
            ```

            Take parts with indexes. In a call the star spreads a tuple or a list over the parameters:

            ```cl
            xs = [1, 2, 3]
            (xs[0], xs[1:])    #> (1, [2, 3])
            maximum(*(2, 5))   #> 5
            ```
            """#),
        Explanation(
            "syntax-check", "An `expect`, `agree` or `check` is not formed as checks are.",
            from: "the checks of this language.",
            #"""
            ```cl
            expect 1 + 1 == 2, 2 + 2 == 4
            #! syntax-check: expect states one thing
            ```

            ```cl
            expect 1 + 1 == 2
            expect 1 / 3 ~ 0.3333
            expect 1 / 3 ~ 0.33 within 0.01
            expect error shape-matmul: ones(2, 3) @ ones(2, 3)
            agree 1 / 4, 0.25
            #> 1 / 4  0.25
            #> 0.25   0.25
            #> agree
            check linear(x -> 3*x, 1, 2)    #> holds
            ```
            """#),
        Explanation(
            "syntax-use", "`use` does not name its file in plain quotes, or stands inside a block.",
            from: "this language: which names a file brings must be known before anything runs.",
            #"""
            ```cl
            name = "filters"
            use f"{name}.cl"
            #! syntax-use: use names its file in plain quotes
            ```

            Write the whole name, at the left margin:

            ```text
            use "filters.cl"
            ```
            """#),
        Explanation(
            "syntax-ellipsis", "`...` is asked for its value, and has none.",
            from: "Python's `...`, which here is an index or a part that is still to be written.",
            #"""
            ```cl
            x = ... + 1
            #! syntax-ellipsis
            ```

            As an index it stands for all axes that are left; as a statement it says *not written yet*:

            ```cl
            A = [[1, 2], [3, 4]]
            A[..., 0]    #> [1, 3]
            ```
            """#),
        Explanation(
            "syntax-incomplete", "A part of an expression is missing.",
            from: "the parser, which says first what it missed.",
            #"""
            ```text
            error[syntax-incomplete]: this is not a whole expression
            ```

            A program file meets `syntax-expression` first, which says what is missing and where.

            ```cl
            3 * (2 + 1)    #> 9
            ```
            """#),
    ]
}

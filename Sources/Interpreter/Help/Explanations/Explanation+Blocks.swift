extension Explanation {
    /// Blocks, branches and loops.
    static let blocks: [Explanation] = [
        Explanation(
            "syntax-block", "A block is missing, or lines stand together that make none.",
            from: "Python: `:` opens a block and the indentation is the block.",
            #"""
            ```cl
            for i in range(3) { print(i) }
            #! syntax-block
            ```

            Indent what is to be repeated. There are no braces and no `end`:

            ```cl
            for i in range(3):
                print(i)
            #> 0
            #> 1
            #> 2
            ```

            A block that does nothing is `pass`; one that is still to be written is `...`.
            """#),
        Explanation(
            "syntax-colon", "The colon is missing that says where the block begins.", from: "Python.",
            #"""
            ```cl
            if 3 > 2
                print("yes")
            #! syntax-colon
            ```

            ```cl
            if 3 > 2:
                print("yes")
            #> yes
            ```
            """#),
        Explanation(
            "syntax-branch", "An `else` or `elif` does not belong to an `if`, or is spelled as in another language.",
            from: "Python; C and MATLAB write else if and elseif.",
            #"""
            ```cl
            x = 0
            if x > 0: print("positive")
            else if x < 0: print("negative")
            #! syntax-branch
            ```

            It is one word, `elif`, indented like its `if`:

            ```cl
            x = 0
            if x > 0: print("positive")
            elif x < 0: print("negative")
            else: print("zero")
            #> zero
            ```

            Loops have no `else`: write what follows the loop below it.
            """#),
        Explanation(
            "syntax-outside", "`return`, `break` or `continue` stands where there is nothing to leave.",
            from: "Python.",
            #"""
            ```cl
            return 5
            #! syntax-outside: return stands outside of any function
            ```

            At the top of a program a line that is only an expression shows its value, and a function returns its own:

            ```cl
            five() = 5
            five()    #> 5
            ```
            """#),
        Explanation(
            "syntax-outside-function", "`return` stands outside a function.", from: "Python.",
            #"""
            ```text
            error[syntax-outside-function]: `return` stands outside a function
            ```

            The parser says `syntax-outside` first, so a program file does not meet this one. What to do is the same: a
            line that is only an expression shows its value.

            ```cl
            2 + 3    #> 5
            ```
            """#),
        Explanation(
            "syntax-outside-loop", "`break` or `continue` stands outside a loop.", from: "Python.",
            #"""
            ```text
            error[syntax-outside-loop]: `break` stands outside a loop
            ```

            The parser says `syntax-outside` first, so a program file does not meet this one. Both words belong into a
            loop, however deep in its ifs:

            ```cl
            for n in range(10):
                if n**2 > 20: break
            n    #> 5
            ```
            """#),
        Explanation(
            "syntax-for", "A `for` does not say what it runs over.", from: "Python.",
            #"""
            ```cl
            for i = 3: print(i)
            #! syntax-for
            ```

            ```cl
            for i in range(1, 4): print(i)
            #> 1
            #> 2
            #> 3
            ```

            `range(1, 4)` counts 1, 2, 3: as everywhere in Python, the end is not part of it.
            """#),
        Explanation(
            "syntax-absent", "This word of Python has no meaning here.",
            from: "what the language leaves out of Python: it needs no imports, classes or exceptions.",
            #"""
            ```cl
            import numpy as np
            #! syntax-absent: there is nothing to import
            ```

            Tensors, mathematics, filters and layers are there from the start:

            ```cl
            x = linspace(0, 1, 3)
            exp(x)    #> [1, 1.6487, 2.7183]
            ```

            | instead of | write |
            |---|---|
            | `import` | nothing, or `use "file.cl"` for the names of another file |
            | `class` | a dict: `d = {"W": W}`, then `d.W` |
            | `try`, `except` | a test with `if` before; `expect error CODE: expression` |
            | `raise` | `assert condition, "text"` |
            | `global` | `return` the new value and assign it outside |
            | `del` | nothing: what nobody uses is freed |
            """#),
        Explanation(
            "syntax-not-built", "This form is part of the language's plan, and this version cannot run it yet.",
            from: "the state of the project; the README says what is built.",
            #"""
            ```text
            error[syntax-not-built]: `layer` is not built yet
            ```

            Write it out with functions until then. A layer is a function of its parameters and its input:

            ```cl
            dense(W, b, x) = x @ W.T + b
            dense([[1, 2], [3, 4]], [10, 20], [1, 1])    #> [13, 27]
            ```
            """#),
        Explanation(
            "syntax-layer", "The block of a layer is not formed as layers are.",
            from: "the layers of this language; PyTorch's classes write `self` and `def` in their place.",
            #"""
            ```cl
            layer Dense(n, m):
                W = randn(m, n)
            #! syntax-layer: the layer Dense has no forward
            ```

            A layer has assignments (what it learns), then `forward`, written without `def` and without `self`:

            ```text
            layer Dense(n, m):
                W = randn(m, n) / sqrt(n)
                b = zeros(m)
                forward(x): x @ W.T + b
            ```
            """#),
    ]
}

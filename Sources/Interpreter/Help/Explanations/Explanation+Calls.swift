extension Explanation {
    /// Arguments that do not fit a function.
    static let calls: [Explanation] = [
        Explanation(
            "call-function", "Something that is no function was called.", from: "Python.",
            #"""
            ```cl
            x = 3
            x(2 + 1)
            #! call-function: `x` is a number
            ```

            A product needs its `*`, and an entry its brackets:

            ```cl
            x = 3
            x*(2 + 1)       #> 9
            v = [5, 6]
            v[1]            #> 6
            ```
            """#),
        Explanation(
            "call-missing", "A function was called without a value that it needs.", from: "Python.",
            #"""
            ```cl
            area(width, height) = width * height
            area(3)
            #! call-missing: area needs a value for `height`
            ```

            Give the value, or give the parameter a default:

            ```cl
            area(width, height=2) = width * height
            area(3)       #> 6
            area(3, 5)    #> 15
            ```
            """#),
        Explanation(
            "call-place", "`trace` was not told which element to follow.", from: "S1-34.",
            #"""
            ```cl
            x = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
            trace(conv2d, x, [[1, 0], [0, 1]], at=1)
            #! call-place: `at` takes 2 indexes
            ```

            `at=` takes as many indexes as the result has axes; with `of="input"` as many as the image has:

            ```cl
            trace(conv2d, x, [[1, 0], [0, 1]], at=(1, 1)).value    #> 14
            trace(conv2d, x, [[1, 0], [0, 1]], at=(0, 0), of="input").outputs    #> [[0, 0]]
            ```
            """#),
        Explanation(
            "call-many", "A function was given more values than it has parameters.", from: "Python.",
            #"""
            ```cl
            relu(1, 2)
            #! call-many: relu takes at most 1 argument
            ```

            Several numbers are one tensor when they stand in brackets:

            ```cl
            relu([1, -2])    #> [1, 0]
            ```
            """#),
        Explanation(
            "call-keyword", "A function has no parameter of this name.", from: "Python's calls with NumPy's names.",
            #"""
            ```cl
            sum([[1, 2], [3, 4]], dim=1)
            #! call-keyword: sum has no parameter `dim`
            ```

            Axes are called as in NumPy:

            | PyTorch | here |
            |---|---|
            | `dim=` | `axis=` |
            | `keepdim=` | `keepdims=` |

            ```cl
            sum([[1, 2], [3, 4]], axis=1)    #> [3, 7]
            ```
            """#),
        Explanation(
            "call-twice", "A parameter got a value by its place and another one by its name.", from: "Python.",
            #"""
            ```cl
            f(x) = 2*x
            f(1, x=2)
            #! call-twice
            ```

            ```cl
            f(x) = 2*x
            f(x=2)    #> 4
            ```
            """#),
        Explanation(
            "call-positional", "This argument must be named, because libraries read it in different ways.",
            from: "the differences between NumPy, PyTorch and Python; `help(\"differences\")` lists them.",
            #"""
            ```cl
            A = [[1, 2], [3, 4]]
            sum(A, 1)
            #! call-positional: sum takes `axis` by name only
            ```

            ```cl
            A = [[1, 2], [3, 4]]
            sum(A, axis=1)                   #> [3, 7]
            split(arange(4), sections=2)     #> ([0, 1], [2, 3])
            split(arange(4), size=1)         #> ([0], [1], [2], [3])
            ```

            `max` and `min` of several arguments are Python's, for plain numbers. Element by element it is `maximum`:

            ```cl
            max(0, [1, -1])
            #! call-positional
            maximum(0, [1, -1])    #> [1, 0]
            ```
            """#),
        Explanation(
            "call-method", "A value of this kind has no method of this name.", from: "Python.",
            #"""
            ```cl
            "chelsea".uper()
            #! call-method
            ```

            ```cl
            "chelsea".upper()    #> "CHELSEA"
            [1, 2].sum()         #> 3
            ```

            Every function whose first parameter fits is a method as well: `x.sum()` is `sum(x)`, also for functions of
            your own.
            """#),
        Explanation(
            "call-append", "`x.append(v)` was used as a value, and it has none.", from: "Python, where it gives None.",
            #"""
            ```cl
            xs = [1, 2]
            ys = xs.append(3)
            #! call-append
            ```

            As a statement of its own it changes `xs`; `append(xs, v)` is the new value and leaves `xs` alone:

            ```cl
            xs = [1, 2]
            xs.append(3)
            xs               #> [1, 2, 3]
            append(xs, 4)    #> [1, 2, 3, 4]
            ```
            """#),
        Explanation(
            "call-spread", "The star of an argument spreads something that has no items.", from: "Python.",
            #"""
            ```cl
            f(x) = x
            f(*5)
            #! call-spread
            ```

            ```cl
            area(w, h) = w * h
            size = (3, 4)
            area(*size)    #> 12
            ```
            """#),
        Explanation(
            "call-concat", "`concat` got its tensors one by one instead of together.", from: "NumPy's `concatenate`.",
            #"""
            ```cl
            concat([1, 2], [3])
            #! call-concat
            ```

            The second argument is the axis, so the tensors stand in parentheses of their own:

            ```cl
            concat(([1, 2], [3]))                       #> [1, 2, 3]
            concat(([[1], [2]], [[3], [4]]), axis=1)    #> [[1, 3], [2, 4]]
            ```
            """#),
        Explanation(
            "call-size", "`x.size()` is the shape in PyTorch, while `x.size` is a number in NumPy.",
            from: "the differences between NumPy and PyTorch.",
            #"""
            ```cl
            x = ones(2, 3)
            x.size()
            #! call-size
            ```

            ```cl
            x = ones(2, 3)
            x.shape    #> (2, 3)
            x.size     #> 6
            ```
            """#),
        Explanation(
            "call-order", "The arguments of `save_png` are swapped.",
            from: "this language: path first, as in `load_png(path)`.",
            #"""
            ```cl
            save_png(ones(2, 2), "white.png")
            #! call-order
            ```

            ```text
            save_png("white.png", ones(2, 2))
            ```
            """#),
        Explanation(
            "call-option", "An option is given to a filter that has no such setting.", from: "`convlab filter`.",
            #"""
            ```text
            $ convlab filter cat.png -k sharpen --size 5 -o out.png
            error[call-option]: sharpen has one size, so --size says nothing about it
              = blur and gaussian take --size
            ```

            `convlab docs sharpen` prints a kernel's numbers.
            """#),
    ]
}

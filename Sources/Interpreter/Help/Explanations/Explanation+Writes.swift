extension Explanation {
    /// Values made of values.
    static let trees: [Explanation] = [
        Explanation(
            "tree-shape", "Two tuples, lists or dicts do not match, item by item.", from: "JAX's trees.",
            #"""
            ```cl
            {"a": 1, "b": 2} + {"a": 1}
            #! tree-shape: left has "b", right has not
            ```

            ```cl
            {"a": 1, "b": 2} + {"a": 1, "b": 5}      #> {"a": 2, "b": 7}
            {"a": 1, "b": 2} * 10                    #> {"a": 10, "b": 20}
            ```
            """#),
        Explanation(
            "tree-leaf", "Arithmetic on a tuple, a list or a dict met an item that is no number.",
            from: "JAX's trees; Python would join.",
            #"""
            ```cl
            ("a", "b") + ("c", "d")
            #! tree-leaf
            ```

            ```cl
            concat((("a", "b"), ("c", "d")))    #> ("a", "b", "c", "d")
            (1, 2) + (10, 20)                   #> (11, 22)
            ```
            """#),
    ]

    /// Changes that would be lost.
    static let writes: [Explanation] = [
        Explanation(
            "lost-write", "A change goes to a copy that nobody looks at afterwards.",
            from: "this language: values never alias.",
            #"""
            ```cl
            def fill(A):
                A[0] = 1
            #! lost-write: `A` is fill's own copy: return it
            ```

            Return the changed value and assign it:

            ```cl
            def fill(A):
                A[0] = 1
                return A
            v = [5, 6]
            v = fill(v)
            v    #> [1, 6]
            ```

            In a loop over parameters write a new value of all of them: `net = net - lr * g`. Methods change nothing
            either: `x.sort()` is written `x = sort(x)`.
            """#),
        Explanation(
            "write-outer", "A function changes a name of its surroundings.",
            from: "this language: what a function does is what it returns.",
            #"""
            ```cl
            A = [1, 2]
            def first():
                A[0] = 5
            #! write-outer
            ```

            ```cl
            A = [1, 2]
            def first(A):
                A[0] = 5
                return A
            A = first(A)
            A    #> [5, 2]
            ```
            """#),
        Explanation(
            "write-variable", "An entry of something is written that has no name.",
            from: "this language: a change needs a name that keeps it.",
            #"""
            ```text
            error[write-variable]: only a variable's elements can be written
            ```

            Give it a name first:

            ```cl
            x = zeros(2)
            x[0] = 1
            x    #> [1, 0]
            ```
            """#),
    ]
}

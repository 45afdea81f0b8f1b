extension Explanation {
    /// Names that mean nothing, or something else.
    static let names: [Explanation] = [
        Explanation(
            "name-unknown", "Nothing has this name.", from: "Python, but said before anything runs.",
            #"""
            ```cl
            width = 3
            2 * widht
            #! name-unknown: `widht` is not defined
            ```

            The message offers the nearest name that exists. A name exists from its assignment on, a function's parameters
            in the function only:

            ```cl
            width = 3
            2 * width    #> 6
            ```
            """#),
        Explanation(
            "name-unassigned", "The name is known, but the line that gives it a value has not run.", from: "Python.",
            #"""
            ```cl
            if 1 > 2: z = 1
            z
            #! name-unassigned
            ```

            Give it a value on every path:

            ```cl
            z = 0
            if 1 > 2: z = 1
            z    #> 0
            ```

            In a function this also happens to a name of the surroundings that the function assigns further down: an
            assignment anywhere in a function makes the name the function's own.
            """#),
        Explanation(
            "name-hidden", "The name of a function was given to something else, which is now called.", from: "Python.",
            #"""
            ```cl
            sum = 3 + 4
            sum([1, 2])
            #! name-hidden: `sum` is a number here
            ```

            Choose another name for the value:

            ```cl
            total = 3 + 4
            total + mean([1, 3])    #> 9
            ```
            """#),
        Explanation(
            "name-bound", "`NAME(...) = ...` would make a function of a name that holds something else.",
            from: "this language: parentheses before `=` define, as on a slide; MATLAB writes entries so.",
            #"""
            ```cl
            A = [1, 2, 3]
            A(0) = 5
            #! syntax-assignment
            ```

            ```cl
            A = [1, 2, 3]
            i = 1
            A(i) = 5
            #! name-bound: `A` is a tensor
            ```

            An entry is written in brackets, and counted from 0:

            ```cl
            A = [1, 2, 3]
            A[0] = 5
            A    #> [5, 2, 3]
            ```
            """#),
        Explanation(
            "name-check", "There is no check of this name.", from: "the checks of this language.",
            #"""
            ```cl
            check lineer(x -> 2*x, 1, 2)
            #! name-check
            ```

            ```cl
            check linear(x -> 2*x, 1, 2)    #> holds
            ```

            `help("checks")` lists them all.
            """#),
        Explanation(
            "name-command", "The prompt has no such command.", from: "the prompt.",
            #"""
            ```text
            error[name-command]: there is no command :sav
              = did you mean :save
            ```

            `:help` lists the commands. A line that begins with anything but `:` is the program's.
            """#),
        Explanation(
            "name-code", "There is no message with this code.", from: "the prompt.",
            #"""
            ```text
            error[name-code]: there is no message shape-oter
              = did you mean shape-outer
            ```

            A code is what stands in the brackets of a message. `:explain` alone tells about the last one.
            """#),
        Explanation(
            "name-kernel", "No kernel has this name.", from: "`convlab filter`, which knows the kernels of the language.",
            #"""
            ```text
            $ convlab filter cat.png -k gausian -o out.png
            error[name-kernel]: there is no kernel named gausian
              = did you mean gaussian?
            ```

            ```cl
            sobel_x()    #> [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]
            ```
            """#),
    ]
}

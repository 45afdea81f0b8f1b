extension Explanation {
    /// Data that cannot be drawn as they were given.
    static let plots: [Explanation] = [
        Explanation(
            "shape-series", "The numbers of x and y, or the labels and the lines, are not equally many.",
            from: "matplotlib.",
            #"""
            ```cl
            y = [1, 4, 9]
            plot([0, 1], y)
            #! shape-series: x has 2 and y has 3
            ```

            Without x the places 0, 1, 2 are taken; `linspace` spreads as many numbers as there are:

            ```cl
            plot(y)
            #> plot of 1 line, 3 points, x 0 to 2, y 1 to 9
            plot(linspace(0, 1, len(y)), y)
            #> plot of 1 line, 3 points, x 0 to 1, y 1 to 9
            ```
            """#),
        Explanation(
            "shape-plot",
            "A tensor has too many axes to be drawn like this, or more columns than anybody means as lines.",
            from: "matplotlib, for which each column of a matrix is a line.",
            #"""
            ```cl
            x = linspace(0, 1, 50)
            plot([x, x**2])
            #! shape-plot: 50 lines of 2
            ```

            A tuple keeps vectors apart, so that each is a line; a matrix with a row for each line is transposed:

            ```cl
            plot((x, x**2))
            #> plot of 2 lines, 50 points, x 0 to 49, y 0 to 1
            plot(transpose([x, x**2]))
            #> plot of 2 lines, 50 points, x 0 to 49, y 0 to 1
            ```
            """#),
        Explanation(
            "call-series", "With four arguments or more it is open which x belongs to which y.",
            from: "this language: matplotlib reads pairs, and many people read one x and several y.",
            #"""
            ```cl
            x = [0, 1, 2]
            plot(x, x, x, x**2)
            #! call-series
            ```

            Several lines over one x stand in a tuple, or in a dict that names them; a pair in it has an x of its own:

            ```cl
            plot(x, (x, x**2))
            #> plot of 2 lines, 3 points, x 0 to 2, y 0 to 4
            plot({"square": (x, x**2), "ends": ([0, 2], [0, 4])})
            #> plot of 2 lines, 5 points together, x 0 to 2, y 0 to 4
            ```
            """#),
        Explanation(
            "type-series", "Among the data stands a word or a function.", from: "this language.",
            #"""
            ```cl
            x = linspace(0, 1, 5)
            plot(x, sqrt)
            #! type-series
            plot(x, x, "r--")
            #! type-series
            ```

            A function is called first. Colors are chosen so that everyone can tell them apart; `scatter` draws dots; a file
            is named by `save=`:

            ```cl
            plot(x, sqrt(x))
            #> plot of 1 line, 5 points, x 0 to 1, y 0 to 1
            plot(x, sqrt(x), save="root.svg")
            #> saved root.svg: plot of 1 line, 5 points, x 0 to 1, y 0 to 1
            ```
            """#),
        Explanation(
            "value-log", "On a log scale stands a number that is 0 or less, which has no logarithm.",
            from: "mathematics; matplotlib leaves such points out without a word.",
            #"""
            ```cl
            y = [100, 10, 0]
            plot(y, yscale="log")
            #! value-log: y[2] is 0
            ```

            Made `nan`, they are gaps:

            ```cl
            plot(where(y > 0, y, nan), yscale="log")
            #> plot of 1 line, 3 points, x 0 to 1, y 10 to 100, 1 gap
            ```
            """#),
        Explanation(
            "value-limits", "The ends of an axis are no pair of ascending numbers.", from: "matplotlib.",
            #"""
            ```cl
            plot([1, 2, 3], ylim=(3, 0))
            #! value-limits
            plot([1, 2, 3], ylim=(0, 3))
            #> plot of 1 line, 3 points, x 0 to 2, y 1 to 3
            ```

            On a log scale both are above 0.
            """#),
        Explanation(
            "value-ending", "The name of a file for a plot does not say which kind it is.", from: "this language.",
            #"""
            ```cl
            plot([1, 2, 3], save="curve")
            #! value-ending
            plot([1, 2, 3], save="curve.png")
            #> saved curve.png: plot of 1 line, 3 points, x 0 to 2, y 1 to 3
            ```

            `.svg` stays sharp at any size, `.png` is taken everywhere.
            """#),
        Explanation(
            "value-columns", "A montage has at least one column.", from: "this language.",
            #"""
            ```cl
            montage((blur(), edge()), columns=0)
            #! value-columns
            montage((blur(), edge()), columns=1, range="signed")
            #> montage of 2 images 3x3 in 2 rows, 0 clipped
            ```
            """#),
        Explanation(
            "value-levels", "An image holds whole numbers up to 255, where 1 is white already.",
            from: "this language: an image goes from 0 to 1, and nothing is rescaled silently.",
            #"""
            ```text
            show([[0, 128, 255]])
            note[value-levels]: these are whole numbers up to 255, and an image goes from 0 to 1: ...
            ```

            Divided by 255, or with the range said, they are what a file holds:

            ```cl
            show([[0, 128, 255]], range=(0, 255))
            #> image 1x3 gray mean 127.6667 ... 0 clipped
            ```
            """#),
        Explanation(
            "value-bins", "The bins of a histogram are neither a number of them nor edges that ascend.", from: "NumPy.",
            #"""
            ```cl
            hist([1, 2, 3], bins=0)
            #! value-bins
            hist([1, 2, 3], bins=[0, 2, 4])
            #> histogram of 3 values, 2 bins from 0 to 4, highest 2
            ```
            """#),
    ]
}

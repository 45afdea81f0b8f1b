extension Explanation {
    /// Indexes that name no place.
    static let indexes: [Explanation] = [
        Explanation(
            "index-range", "An index lies outside.", from: "Python: counted from 0, or from -1 at the end.",
            #"""
            ```cl
            x = [1, 2, 3]
            x[3]
            #! index-range
            ```

            Three elements are 0, 1 and 2:

            ```cl
            x = [1, 2, 3]
            x[2]           #> 3
            x[-1]          #> 3
            x[1:100]       #> [2, 3]
            ```

            A slice may reach further than the tensor. A loop over all indexes is `for i in range(len(x))`.
            """#),
        Explanation(
            "index-whole", "An index or a size is not whole.",
            from: "Python and NumPy; `/` gives a number with decimals.",
            #"""
            ```cl
            n = 5
            zeros(n / 2)
            #! index-whole: 2.5 is not whole
            ```

            `//` divides to whole numbers:

            ```cl
            n = 5
            zeros(n // 2)    #> [0, 0]
            ```
            """#),
        Explanation(
            "index-axes", "There are more indexes than axes.", from: "NumPy.",
            #"""
            ```cl
            x = [1, 2]
            x[0, 1]
            #! index-axes
            ```

            ```cl
            A = [[1, 2], [3, 4]]
            A[0, 1]       #> 2
            A[0]          #> [1, 2]
            ```
            """#),
        Explanation(
            "index-step", "A slice cannot step by 0.", from: "Python.",
            #"""
            ```cl
            [1, 2, 3][::0]
            #! index-step
            ```

            ```cl
            [1, 2, 3][::2]     #> [1, 3]
            [1, 2, 3][::-1]    #> [3, 2, 1]
            ```
            """#),
        Explanation(
            "index-ellipsis", "`...` stands twice in an index.",
            from: "NumPy: it stands for all axes that are not mentioned.",
            #"""
            ```cl
            ones(2, 3)[..., ...]
            #! index-ellipsis
            ```

            ```cl
            ones(2, 3, 4)[..., 0].shape    #> (2, 3)
            ```
            """#),
        Explanation(
            "index-mask", "A mask has not the shape of what it chooses from.", from: "NumPy.",
            #"""
            ```cl
            x = [1, 2, 3]
            x[[True, False]]
            #! index-mask
            ```

            A mask has one truth value for each element, as a comparison gives it:

            ```cl
            x = [1, 2, 3]
            x[x > 1]    #> [2, 3]
            ```
            """#),
        Explanation(
            "index-lists", "Two lists of indexes have different lengths.", from: "NumPy: the lists are read in pairs.",
            #"""
            ```cl
            A = [[1, 2], [3, 4]]
            A[[0, 1], [0, 1, 0]]
            #! index-lists
            ```

            ```cl
            A = [[1, 2], [3, 4]]
            A[[0, 1], [1, 0]]       #> [2, 3]
            A[[1, 0]][:, [1, 0]]    #> [[4, 3], [2, 1]]
            ```
            """#),
        Explanation(
            "index-key", "A dict has no such key.", from: "Python.",
            #"""
            ```cl
            d = {"weight": 1}
            d["wieght"]
            #! index-key
            ```

            ```cl
            d = {"weight": 1}
            d["weight"]         #> 1
            d.get("bias", 0)    #> 0
            "bias" in d         #> False
            ```
            """#),
    ]
}

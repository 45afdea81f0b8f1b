extension Explanation {
    /// Values of a kind that an operation does not take.
    static let kinds: [Explanation] = [
        Explanation(
            "type-trace", "`trace` was given something that slides no window over an image.", from: "S1-34.",
            #"""
            ```cl
            trace(relu, [1, -2], at=0)
            #! type-trace: relu has none
            ```

            It follows convolutions and pools, and takes their arguments after their name:

            ```cl
            x = [[1, 3], [4, 2]]
            trace(max_pool2d, x, 2, at=(0, 0))
            #> window [0:2, 0:2]
            #> 1 3
            #> 4 2
            #> max 4 at (1, 0)
            ```
            """#),
        Explanation(
            "type-operand", "An operator stands between two values that it does not join.", from: "Python and NumPy.",
            #"""
            ```cl
            age = 7
            "I am " + age
            #! type-operand
            ```

            Make a text of the number, or write an f-string:

            ```cl
            age = 7
            "I am " + str(age)    #> "I am 7"
            f"I am {age}"         #> "I am 7"
            ```
            """#),
        Explanation(
            "type-argument", "A function was given a value of a kind that it does not take.",
            from: "the function's own rule; `help(f)` prints it.",
            #"""
            ```cl
            relu("cat")
            #! type-argument
            ```

            ```cl
            relu([-1, 2])    #> [0, 2]
            ```
            """#),
        Explanation(
            "type-truth", "A condition needs one truth value, and this value has none or many.",
            from: "NumPy for tensors. Python takes empty texts and lists for false; here one says what is meant.",
            #"""
            ```cl
            x = [1, 2, 3]
            if x > 1: print("large")
            #! type-truth: has many truth values
            ```

            ```cl
            x = [1, 2, 3]
            if any(x > 1): print("some")
            #> some
            if all(x > 1): print("all")
            (1 < x) & (x < 3)    #> [False, True, False]
            ```

            For texts, lists, tuples and dicts write `len(x) > 0`:

            ```cl
            name = ""
            if name: print(name)
            #! type-truth
            len(name) > 0    #> False
            ```
            """#),
        Explanation(
            "type-logical", "`&`, `|` or `~` stands at numbers, and takes truth values.",
            from: "NumPy's masks; on whole numbers Python would work on bits.",
            #"""
            ```cl
            [1, 2] & [3, 4]
            #! type-logical
            ```

            ```cl
            x = [1, 2, 3, 4]
            (x > 1) & (x < 4)    #> [False, True, True, False]
            x[(x > 1) & (x < 4)]    #> [2, 3]
            ```
            """#),
        Explanation(
            "type-bits", "`&`, `|` or `~` stands at plain numbers, and works on truth values only.",
            from: "this language: there is no arithmetic of bits.",
            #"""
            ```cl
            3 & 5
            #! type-bits
            ```

            Conditions on plain values are joined with words:

            ```cl
            3 > 2 and 5 > 2    #> True
            ```
            """#),
        Explanation(
            "type-iterate", "A loop runs over something that has no items.", from: "Python.",
            #"""
            ```cl
            for i in 3: print(i)
            #! type-iterate
            ```

            ```cl
            for i in range(3): print(i)
            #> 0
            #> 1
            #> 2
            ```
            """#),
        Explanation(
            "type-index", "Something is indexed that has no elements, or by something that is no index.",
            from: "Python.",
            #"""
            ```cl
            x = 5
            x[0]
            #! type-index: a number has no elements
            ```

            A plain number has no axes: `sum(x)` and `x[0]` of a vector are numbers already.

            ```cl
            x = [5]
            x[0]           #> 5
            d = {"a": 5}
            d["a"]         #> 5
            ```
            """#),
        Explanation(
            "type-write", "A part of something is written that cannot be changed in place.",
            from: "Python's strings and tuples.",
            #"""
            ```cl
            t = (1, 2)
            t[0] = 5
            #! type-write
            ```

            Build a new one, or use brackets from the start:

            ```cl
            t = (1, 2)
            t = (5, t[1])
            t           #> (5, 2)
            v = [1, 2]
            v[0] = 5
            v           #> [5, 2]
            ```
            """#),
        Explanation(
            "type-key", "A dict's key is of a kind that no key has.", from: "Python.",
            #"""
            ```cl
            {[0, 1]: "edge"}
            #! type-key
            ```

            A tuple of numbers is a key, a tensor is none:

            ```cl
            d = {(0, 1): "edge"}
            d[(0, 1)]    #> "edge"
            ```
            """#),
        Explanation(
            "type-unpack", "A value that has no items is to be spread over several names.", from: "Python.",
            #"""
            ```cl
            a, b = 5
            #! type-unpack
            ```

            ```cl
            a, b = 5, 6
            a + b    #> 11
            H, W = ones(2, 3).shape
            W        #> 3
            ```
            """#),
        Explanation(
            "type-field", "A value has no field of this name.", from: "Python; NumPy for the fields of tensors.",
            #"""
            ```cl
            x = [1, 2]
            x.sum
            #! type-field: has no field `sum`
            ```

            A tensor has the fields `shape T size ndim dtype`. Everything else is a method, with parentheses:

            ```cl
            x = [1, 2]
            x.sum()    #> 3
            x.shape    #> (2,)
            ```
            """#),
        Explanation(
            "type-element", "Something that is no number is written into a tensor.", from: "NumPy.",
            #"""
            ```cl
            x = [1, 2]
            x[0] = "one"
            #! type-element
            ```

            Brackets of numbers are a tensor and stay one. A tuple or a dict holds different kinds:

            ```cl
            names = {0: "one", 1: "two"}
            names[0]    #> "one"
            ```
            """#),
        Explanation(
            "type-format", "The format behind the colon of an f-string does not fit the value.",
            from: "Python's format specs.",
            #"""
            ```cl
            f"{2.5:d}"
            #! type-format
            ```

            ```cl
            f"{2.5:.2f} {3:4d} {1/3:.1%}"    #> "2.50    3 33.3%"
            ```
            """#),
        Explanation(
            "type-kernel", "The name of a kernel's function stands where the kernel is wanted.",
            from: "this language: kernels are functions, since some take a size.",
            #"""
            ```cl
            conv2d(ones(3, 3), blur)
            #! type-kernel: blur is a function that makes a kernel
            ```

            ```cl
            conv2d(ones(3, 3), blur())    #> [[1]]
            gaussian(3, 1).shape          #> (3, 3)
            ```
            """#),
        Explanation(
            "type-filter", "The last value of a program says nothing about filtering.", from: "`convlab filter -k FILE.cl`.",
            #"""
            ```text
            $ cat mine.cl
            "blur"
            $ convlab filter cat.png -k mine.cl -o out.png
            error[type-filter]: the last value of mine.cl is a string
              = the last line is a kernel, as in [[1, 2, 1]] / 4, or a function of an image, as in x -> x**2
            ```

            A function takes an image (H, W) or (3, H, W) from 0 to 1 and gives one.
            """#),
    ]
}

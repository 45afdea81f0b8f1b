extension Explanation {
    /// Derivatives that there are not.
    static let gradients: [Explanation] = [
        Explanation(
            "grad-scalar", "The gradient of a function was asked for whose value is not one number.",
            from: "JAX's `grad`.",
            #"""
            ```cl
            grad(x -> x**2)([1, 2, 3])
            #! grad-scalar: the function gives (3,)
            ```

            A gradient says how one number changes with each input. Take the sum, or all derivatives of all outputs:

            ```cl
            grad(x -> sum(x**2))([1, 2, 3])    #> [2, 4, 6]
            jacobian(x -> x**2)([1, 2])        #> [[2, 0], [0, 4]]
            ```
            """#),
        Explanation(
            "grad-none", "Between the inputs and the value stands an operation that has no derivative.",
            from: "calculus.",
            #"""
            ```cl
            grad(x -> argmax(x))([1, 5, 2])
            #! grad-none: argmax has no gradient
            ```

            A position jumps and does not slide. Differentiate a smooth relative, as softmax is one of argmax.

            ```cl
            argmax([1, 5, 2])             #> 1
            softmax([1, 5, 2])            #> [0.0171, 0.9362, 0.0466]
            ```
            """#),
        Explanation(
            "grad-seed", "What is handed to `vjp` or `jvp` has not the shape of what it belongs to.",
            from: "PyTorch's `autograd.functional`.",
            #"""
            ```cl
            vjp(x -> x**2, [1, 2, 3], [1, 1])
            #! grad-seed: a tensor (2,) cannot stand for one of shape (3,)
            ```

            `vjp` wants one number for each output, `jvp` one for each input:

            ```cl
            vjp(x -> x**2, [1, 2, 3], [1, 1, 1])    #> ([1, 4, 9], [2, 4, 6])
            jvp(x -> x**2, [1, 2, 3], [1, 0, 0])    #> ([1, 4, 9], [2, 0, 0])
            ```
            """#),
        Explanation(
            "grad-tree", "What is handed to `vjp` or `jvp` is built in another way than what it belongs to.",
            from: "JAX's trees.",
            #"""
            ```cl
            vjp(x -> (x, 2 * x), 3, 1)
            #! grad-tree
            ```

            The function gives a tuple of two, so two numbers arrive:

            ```cl
            vjp(x -> (x, 2 * x), 3, (1, 10))    #> ((3, 6), 21)
            ```
            """#),
        Explanation(
            "grad-argument", "A derivative was asked for with respect to something that does not change gradually.",
            from: "calculus.",
            #"""
            ```cl
            f = (word, x) -> len(word) * x
            grad(f)("abc", 2)
            #! grad-argument: `word`, which is a string
            ```

            Numbers, tensors, and tuples, lists and dicts of them can be differentiated by. The derivative is with
            respect to the first argument, unless `wrt=` names another:

            ```cl
            grad(f, wrt="x")("abc", 2)    #> 3
            ```
            """#),
        Explanation(
            "grad-result", "The function to be differentiated gives no numbers.",
            from: "calculus.",
            #"""
            ```cl
            grad(x -> f"{x}")(2)
            #! grad-result: gives a string
            grad(x -> x > 1)(2)
            #! grad-result: gives a truth value
            ```

            A comparison is one of two values and never in between. Differentiate the number that it is made of:

            ```cl
            grad(x -> x - 1)(2)    #> 1
            ```
            """#),
        Explanation(
            "grad-setting", "A number that is being differentiated was given to a parameter that is a setting.",
            from: "PyTorch, where such arguments are plain numbers, too.",
            #"""
            ```cl
            grad(sigma -> sum(gaussian(3, sigma)))(1)
            #! grad-setting: gaussian cannot be differentiated by its sigma
            ```

            Operations are differentiated by their tensors. Write the formula of the setting out:

            ```cl
            bell = sigma -> exp(-[1, 0, 1]**2 / (2 * sigma**2))
            jacobian(bell)(1)    #> [0.6065, 0, 0.6065]
            ```
            """#),
        Explanation(
            "grad-wrt", "`wrt=` says in no way that is understood by which arguments to differentiate.",
            from: "the words \"with respect to\".",
            #"""
            ```cl
            f(x1, x2) = x1 * x2
            grad(f, wrt="x3")(2, 5)
            #! grad-wrt: f has no parameter `x3`
            grad(f, wrt=1)(2, 5)
            #! grad-wrt: not a number
            ```

            It takes a parameter's name, several in a tuple, or `"all"`:

            ```cl
            grad(f, wrt="x2")(2, 5)             #> 2
            grad(f, wrt=("x2", "x1"))(2, 5)     #> (2, 5)
            grad(f, wrt="all")(2, 5)            #> (5, 2)
            ```
            """#),
        Explanation(
            "grad-symbolic", "A function was met that cannot be written as one formula of plain numbers.",
            from: "calculus on paper.",
            #"""
            ```cl
            def power(x):
                for i in range(3): x = x * x
                return x
            symbolic(power)
            #! grad-symbolic
            ```

            A formula comes from assignments to names and one `return`, with numbers, names, operators, functions of
            one number such as `sin(x)`, and functions of the program made in the same way:

            ```cl
            square(x) = x * x
            symbolic(x -> square(square(square(x))))    #> 8 * x**7
            symbolic(x -> x**2 if x > 0 else -x)        #> where(x > 0, 2 * x, -1)
            ```

            `grad(f)` needs no formula: it differentiates loops, branches and tensors as well.
            """#),
    ]
}

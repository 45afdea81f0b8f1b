extension Explanation {
    /// Derivatives that there are not.
    static let gradients: [Explanation] = [
        Explanation(
            "grad-scalar", "The gradient of a function was asked for whose value is not one number.",
            from: "JAX's `grad`.",
            #"""
            ```text
            grad(x -> x**2)([1, 2, 3])
            error[grad-scalar]: the gradient is of one number, and the function gives (3,)
            ```

            A gradient says how one number changes with each input. Take the sum, or all derivatives of all outputs:

            ```text
            grad(x -> sum(x**2))([1, 2, 3])    #> [2, 4, 6]
            jacobian(x -> x**2)([1, 2])        #> [[2, 0], [0, 4]]
            ```
            """#),
        Explanation(
            "grad-none", "Between the inputs and the value stands an operation that has no derivative.",
            from: "calculus.",
            #"""
            ```text
            error[grad-none]: argmax has no gradient
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
            ```text
            vjp(x -> x**2, [1, 2, 3], [1, 1])
            error[grad-seed]: a tensor (2,) cannot stand for one of shape (3,)
            ```

            `vjp` wants one number for each output, `jvp` one for each input:

            ```text
            vjp(x -> x**2, [1, 2, 3], [1, 1, 1])    #> ([1, 4, 9], [2, 4, 6])
            jvp(x -> x**2, [1, 2, 3], [1, 0, 0])    #> ([1, 4, 9], [2, 0, 0])
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

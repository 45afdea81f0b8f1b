f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
grad(f)(2, 5)                        #> 5.5
grad(f, wrt="all")(2, 5)             #> (5.5, 1.7163)
grad(f, wrt=("x2", "x1"))(2, 5)      #> (1.7163, 5.5)
grad(f, wrt="x2")(2, x2=5)           #> 1.7163
value_and_grad(f)(2, 5)              #> (11.6521, 5.5)
agree grad(f)(2, 5), numgrad(f)(2, 5), 5.5
#> grad(f)(2, 5)  numgrad(f)(2, 5)  5.5
#> 5.5            5.5000            5.5
#> agree
gradcheck(f, 2, 5)                   #> ok: 2 elements, worst relative error 2.6e-10 at x2; no kinks
grad(f)                              #> grad(f)
# S0-08, S0-09, S0-10
(y, (dW, dh, db)) = vjp((W, h, b) -> W @ h + b, ([[1, 2, 3], [4, 5, 6]], [1, 0, -1], [1, 2]), [1, 2])
dW    #> [[1, 0, -1], [2, 0, -2]]
dh    #> [9, 12, 15]
db    #> [1, 2]
# S0-12, S0-13
jacobian(softmax)([0, ln(2), ln(3)]) * 36
#> [[5, -2, -3], [-2, 8, -6], [-3, -6, 9]]
# S3-48 to S3-51
vjp((x, y) -> x + y, (3, 4), 2)         #> (7, (2, 2))
vjp(x -> (x, x), 7, (4, 2))             #> ((7, 7), 6)
vjp((x, y) -> x * y, (2, 3), 5)         #> (6, (15, 10))
vjp((x, y) -> max(x, y), (4, 5), 9)     #> (5, (0, 9))
vjp((x, y) -> min(x, y), (5, 5), 9)     #> (5, (9, 0))

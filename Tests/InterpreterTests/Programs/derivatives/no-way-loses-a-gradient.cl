grad(x -> float(x)**2)(3)  #> 6
grad(x -> sum(append(append([], x), x**2)))(3)  #> 7
grad(x -> sum(append(x, 4) * [1, 10, 100]))([5, 6])  #> [1, 10]
# difference quotients leave no trace: also where the number comes from outside of the function
grad(x -> numgrad(y -> x * y)(2))(1)
#! grad-none: numgrad
numgrad(grad(x -> x**3))(2)  #> 12.0000

symbolic(x -> ln(x))  #> 1 / x
symbolic(x -> log2(x))  #> 1.4427 / x
symbolic(x -> log10(x))  #> 0.4343 / x
symbolic(x -> cos(x))  #> -sin(x)
symbolic(x -> tan(x))  #> tan(x)**2 + 1
symbolic(x -> arctan(x))  #> 1 / (x**2 + 1)
symbolic(x -> sinh(x))  #> cosh(x)
symbolic(x -> cosh(x))  #> sinh(x)
symbolic(x -> tanh(x))  #> 1 - tanh(x)**2
symbolic(x -> softplus(x))  #> sigmoid(x)
symbolic(x -> relu(x))  #> step(x)
symbolic(x -> step(x))  #> 0
symbolic(x -> abs(x))  #> sign(x)
symbolic(x -> leaky_relu(x, 0.1))  #> where(x > 0, 1, 0.1)
symbolic(x -> max(0, x))  #> where(0 >= x, 0, 1)
symbolic(x -> maximum(x, x**2))(3)  #> 6
symbolic(x -> clip(x**2, 0, 1))(0.5)  #> 1
symbolic(x -> clip(x**2, 0, 1))(2)  #> 0
symbolic(x -> floor(x) * x)  #> floor(x)
symbolic(x -> x % 3)  #> 1
symbolic(x -> (x > 0) * x)  #> x > 0
symbolic(x -> x**2 if x > 1 else x)  #> where(x > 1, 2 * x, 1)
symbolic(sigmoid)  #> sigmoid(x) * (1 - sigmoid(x))

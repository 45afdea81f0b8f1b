# S3-28
f(x) = sin(x)
g(x) = x**2
symbolic(x -> f(x) + g(x))  #> cos(x) + 2 * x
symbolic(x -> f(x) * g(x))  #> x**2 * cos(x) + 2 * x * sin(x)
# S3-29
symbolic(x -> f(g(x)))  #> 2 * x * cos(x**2)
# S3-40
symbolic(x -> exp(x))  #> exp(x)
symbolic((x, a) -> a*x, "x")  #> a
symbolic(x -> 1/x)  #> -1 / x**2
symbolic((x, c) -> c + x, "x")  #> 1
# S3-44
ds = symbolic(x -> 1 / (1 + exp(-x)))
check same_function(ds, x -> exp(-x) / (1 + exp(-x))**2)  #> holds
check same_function(ds, symbolic(x -> sigmoid(x)))  #> holds
check same_function(ds, x -> (1 - sigmoid(x)) * sigmoid(x))  #> holds

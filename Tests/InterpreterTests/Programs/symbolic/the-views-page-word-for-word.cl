symbolic(x -> sin(x) * x**2, "x")              #> x**2 * cos(x) + 2 * x * sin(x)
symbolic(x -> 1 / (1 + exp(-x)), "x")          #> exp(-x) / (1 + exp(-x))**2
symbolic(u -> sigmoid(u), "u")                 #> sigmoid(u) * (1 - sigmoid(u))
symbolic(u -> 1/u, "u")                        #> -1 / u**2
f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
symbolic(f, "x1")                              #> 1 / x1 + x2
symbolic(f, "x2")                              #> x1 - cos(x2)

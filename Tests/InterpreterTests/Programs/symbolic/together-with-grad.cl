f(x1, x2) = ln(x1) + x1*x2 - sin(x2)
d = symbolic(f, "x1")
expect d(2, 5) ~ grad(f)(2, 5)
grad(d)(2, 5)  #> -0.25
grad(symbolic(f, "x2"), wrt="x2")(2, 5)  #> -0.9589
h(x) = tanh(x) * x**2 / (1 + exp(-x))
check same_function(symbolic(h), grad(h))  #> holds
check same_function(symbolic(symbolic(h)), grad(grad(h)))  #> holds
check same_function(symbolic(symbolic(symbolic(h))), grad(symbolic(grad(h))))
#! grad-symbolic
check same_function(symbolic(symbolic(symbolic(h))), grad(grad(symbolic(h))))  #> holds
# how often a derivative calls its function
calls(f, g -> grad(g, wrt="all")(2, 5))  #> 1
calls(f, g -> numgrad(g, wrt="all")(2, 5))  #> 4
calls(x -> sum(x**2), g -> numgrad(g)(zeros(29)))  #> 58
calls(x -> sum(x**2), g -> numgrad(g, method="forward")(zeros(29)))  #> 30

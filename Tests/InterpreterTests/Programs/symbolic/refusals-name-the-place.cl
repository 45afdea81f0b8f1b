def looped(x):
    for i in range(3): x = x * x
    return x
symbolic(looped)
#! grad-symbolic: a loop is no step of a formula
symbolic(x -> sum([x, x]))
#! grad-symbolic: a tensor
f(n) = n * f(n - 1)
symbolic(f)
#! limit-formula: f calls itself
symbolic(x -> sum(x))
#! grad-symbolic: no formula for the derivative of sum
symbolic(x -> x**2, "y")
#! call-keyword: no parameter `y`
v = [1, 2]
symbolic(x -> v * x)
#! grad-symbolic: `v` is a tensor
symbolic(3)
#! type-argument
symbolic(x -> leaky_relu(x, slope=0.3))
#! call-keyword: no parameter `slope`
g(x, n=2) = x**n
symbolic(x -> g(x, m=3))
#! call-keyword: no parameter `m`
symbolic(x -> g(x, x=3))
#! call-twice

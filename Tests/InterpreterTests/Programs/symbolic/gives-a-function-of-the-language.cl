f(x, n=3) = x**n
df = symbolic(f)
df  #> x**(n - 1) * n
df(2)  #> 12
df(2, n=2)  #> 4
symbolic(symbolic(symbolic(x -> x**4)))  #> 24 * x
square_sum(x) = x + x**2
symbolic(x -> square_sum(x))(3)  #> 7
# names from outside keep what they mean
w = 3
loss(x) = w * x**2
slope = symbolic(loss)
slope  #> 2 * x * w
slope(1)  #> 6
w = 5
slope(1)  #> 10
# a builtin stays the builtin
g = symbolic(x -> exp(x)**2)
exp = 7
g(0)  #> 2
def scaled(factor):
    return x -> factor * x**2
symbolic(scaled(4))  #> 2 * x * factor
symbolic(scaled(4))(1)  #> 8
# two variables of one name: the number stands for the inner one
factor = 10
inner = scaled(4)
k(x) = inner(x) + factor * x
symbolic(k)(1)  #> 18
# parameters and variables may bear the names of operations
symbolic(cos -> sin(cos))(0)  #> 1
symbolic(cos -> sin(cos))  #> cos(cos)
sinh = 3
symbolic(x -> cosh(x) * sinh)(0)  #> 0
symbolic(x -> cosh(x) * sinh)  #> sinh * sinh(x)

f(x) = x**2
calls(f, g -> g(1) + g(2) + g(3))  #> 3
calls(f, g -> [g(x) for x in range(10)])  #> 10
calls((x, n=2) -> x**n, g -> g(3, n=1) + g(2))  #> 2
calls(sin, g -> 0)  #> 0

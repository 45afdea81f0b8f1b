symbolic(x -> x**3 / 3)  #> x**2
symbolic(x -> x**3 / 7)  #> 0.4286 * x**2
symbolic(x -> 5)  #> 0
symbolic(x -> 3*x + 2*x - 7)  #> 5
symbolic(x -> x**2 + x**2)  #> 4 * x
symbolic(x -> exp(x) * exp(x))  #> 2 * exp(x)**2
symbolic(x -> (x + 1) * (x + 2))  #> 2 * x + 3
symbolic(x -> (x + 1)**3)  #> 3 * (x + 1)**2
symbolic(x -> 1 / (2*x))  #> -0.5 / x**2
symbolic(x -> x / (1 + x))  #> 1 / (1 + x) - x / (1 + x)**2
symbolic(x -> -(x - 3*x**2))  #> -(1 - 6 * x)
symbolic(x -> x - (2*x - x**2))  #> 1 - (2 - 2 * x)
symbolic(x -> x**-2)  #> -2 / x**3
symbolic(x -> x**0.5)  #> 0.5 / x**0.5
symbolic(x -> sqrt(x))  #> 0.5 / sqrt(x)
symbolic((a, b) -> b*a*sin(b)*a, "b")  #> a * (a * sin(b) + a * b * cos(b))
symbolic((x, y) -> sin(x)*cos(y)*cos(y)*sin(x) + cos(y)**2*sin(x)**2)  #> 4 * cos(x) * cos(y)**2 * sin(x)
symbolic((x, n) -> x**n)  #> x**(n - 1) * n
symbolic((x, n) -> x**n, "n")  #> x**n * ln(x)
symbolic(x -> x**x)  #> x**x + x**x * ln(x)
symbolic(x -> 2**x)  #> 0.6931 * 2**x
symbolic(x -> e**x)  #> e**x
symbolic(x -> sin(2*pi*x))  #> 2 * pi * cos(2 * x * pi)
symbolic(x -> sin(x)**2)  #> 2 * sin(x) * cos(x)
symbolic((x, y) -> (x*y)**2)  #> 2 * x * y**2
symbolic(x -> (2*x)**3)  #> 24 * x**2
symbolic((x, e) -> e**x)  #> e**x * ln(e)

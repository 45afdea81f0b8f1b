def f(x): return sin(x) * exp(-x)
def df(x, h=1e-6): return (f(x + h) - f(x - h)) / (2 * h)
for x in [0, 0.5, 1]:
    print(f"{df(x):.6f}")
#> 1.000000
#> 0.241494
#> -0.110794

def newton(f, df, x):
    for i in range(20):
        x = x - f(x) / df(x)
    return x
def f(x): return x ** 2 - 2
def df(x): return 2 * x
print(f"{newton(f, df, 1):.10f}")
#> 1.4142135624

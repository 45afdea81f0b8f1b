def bisect(f, a, b):
    while b - a > 1e-12:
        m = (a + b) / 2
        if f(a) * f(m) <= 0:
            b = m
        else:
            a = m
    return (a + b) / 2
def g(x): return x ** 3 - x - 2
print(f"{bisect(g, 1, 2):.8f}")
#> 1.52137971

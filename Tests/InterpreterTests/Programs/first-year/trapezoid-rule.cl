def integrate(f, a, b, n):
    h = (b - a) / n
    total = (f(a) + f(b)) / 2
    for i in range(1, n):
        total += f(a + i * h)
    return total * h
print(f"{integrate(sin, 0, pi, 1000):.6f}")
#> 1.999998

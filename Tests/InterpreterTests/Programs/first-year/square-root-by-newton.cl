def root(a, tolerance=1e-10):
    x = a
    steps = 0
    while abs(x * x - a) > tolerance:
        x = (x + a / x) / 2
        steps += 1
    return x, steps
for a in [2, 9, 1000]:
    x, steps = root(a)
    print(f"{a}: {x:.6f} after {steps} steps")
#> 2: 1.414214 after 4 steps
#> 9: 3.000000 after 6 steps
#> 1000: 31.622777 after 9 steps

def f(x, y): return (x - 1) ** 2 + 2 * (y + 2) ** 2
x, y = 0, 0
for i in range(100):
    gx, gy = 2 * (x - 1), 4 * (y + 2)
    x, y = x - 0.1 * gx, y - 0.1 * gy
print(f"{x:.4f} {y:.4f} {f(x, y):.2e}")
#> 1.0000 -2.0000 4.15e-20

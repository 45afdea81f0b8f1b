def apply_n(f, x, n):
    for i in range(n):
        x = f(x)
    return x
def double(x): return 2 * x
print(apply_n(double, 1, 10))
#> 1024

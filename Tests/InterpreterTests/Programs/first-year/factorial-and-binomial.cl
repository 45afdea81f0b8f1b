def factorial(n):
    return 1 if n == 0 else n * factorial(n - 1)
def binomial(n, k):
    return factorial(n) // (factorial(k) * factorial(n - k))
for n in range(6):
    print([binomial(n, k) for k in range(n + 1)])
#> [1]
#> [1, 1]
#> [1, 2, 1]
#> [1, 3, 3, 1]
#> [1, 4, 6, 4, 1]
#> [1, 5, 10, 10, 5, 1]

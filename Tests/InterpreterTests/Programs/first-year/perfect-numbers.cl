def divisors(n):
    return [d for d in range(1, n) if n % d == 0]
print([n for n in range(2, 500) if sum(divisors(n)) == n])
#> [6, 28, 496]
print(divisors(28))
#> [1, 2, 4, 7, 14]

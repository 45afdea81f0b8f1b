def gcd(a, b):
    while b != 0:
        a, b = b, a % b
    return a
print(gcd(48, 36), gcd(17, 5), gcd(100, 75))
#> 12 1 25

def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)
def lcm(a, b):
    return a * b // gcd(a, b)
result = 1
for i in range(1, 11):
    result = lcm(result, i)
print(lcm(4, 6), lcm(21, 6), result)
#> 12 42 2520

def to_binary(n):
    if n == 0:
        return "0"
    out = ""
    while n > 0:
        out = str(n % 2) + out
        n //= 2
    return out
def from_binary(s):
    n = 0
    for digit in s:
        n = 2 * n + int(digit)
    return n
for n in [0, 5, 10, 255]:
    print(n, to_binary(n), from_binary(to_binary(n)))
#> 0 0 0
#> 5 101 5
#> 10 1010 10
#> 255 11111111 255

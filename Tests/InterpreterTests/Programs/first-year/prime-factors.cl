def factors(n):
    found = []
    d = 2
    while n > 1:
        while n % d == 0:
            found.append(d)
            n //= d
        d += 1
    return found
for n in [12, 97, 360, 1001]:
    print(n, factors(n))
#> 12 [2, 2, 3]
#> 97 [97]
#> 360 [2, 2, 2, 3, 3, 5]
#> 1001 [7, 11, 13]

def is_armstrong(n):
    s = str(n)
    return sum(int(d) ** len(s) for d in s) == n
print([n for n in range(1, 1000) if is_armstrong(n)])
#> [1, 2, 3, 4, 5, 6, 7, 8, 9, 153, 370, 371, 407]

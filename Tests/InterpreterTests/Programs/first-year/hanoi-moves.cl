def hanoi(n, a, b, c):
    if n == 0:
        return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
for n in range(1, 8):
    print(n, hanoi(n, "A", "B", "C"))
#> 1 1
#> 2 3
#> 3 7
#> 4 15
#> 5 31
#> 6 63
#> 7 127

x = ([5., -2, 7, -1, 0])
print(x[x > 0])
#> [5, 7]
x[x < 0] = 0
print(x)
#> [5, 0, 7, 0, 0]
print(any(x > 6), all(x >= 0), sum(x > 0))
#> True True 2

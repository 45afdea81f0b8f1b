for i, x in enumerate(["a", "b"]): print(i, x)
#> 0 a 1 b
for a, b in zip([1, 2], [3, 4]): print(a + b)
#> 4 6
for i, (a, b) in enumerate(zip("xy", [1, 2])): print(i, a, b)
#> 0 x 1 1 y 2

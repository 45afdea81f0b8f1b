a, b = 0, 1
out = []
while len(out) < 15:
    out.append(a)
    a, b = b, a + b
print(out)
#> [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]

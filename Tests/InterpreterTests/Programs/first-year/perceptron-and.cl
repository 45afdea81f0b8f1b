w1 = 0
w2 = 0
b = 0
data = [(0, 0, 0), (0, 1, 0), (1, 0, 0), (1, 1, 1)]
for epoch in range(10):
    for x1, x2, t in data:
        y = 1 if w1 * x1 + w2 * x2 + b > 0 else 0
        w1 += (t - y) * x1
        w2 += (t - y) * x2
        b += t - y
print(w1, w2, b)
#> 2 1 -2
print([1 if w1 * x1 + w2 * x2 + b > 0 else 0 for x1, x2, t in data])
#> [0, 0, 0, 1]

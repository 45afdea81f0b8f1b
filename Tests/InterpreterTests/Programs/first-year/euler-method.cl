y = 1
h = 0.1
ys = []
for i in range(5):
    y = y + h * (-2 * y)
    ys.append(y)
for v in ys:
    print(f"{v:.5f}")
#> 0.80000
#> 0.64000
#> 0.51200
#> 0.40960
#> 0.32768

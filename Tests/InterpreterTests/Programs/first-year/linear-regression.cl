x = ([1., 2, 3, 4, 5])
y = ([2.2, 4.1, 6.2, 7.9, 10.1])
m = sum((x - mean(x)) * (y - mean(y))) / sum((x - mean(x)) ** 2)
c = mean(y) - m * mean(x)
print(f"{m:.4f} {c:.4f}")
#> 1.9600 0.2200

def my_softmax(z):
    e = exp(z - max(z))
    return e / sum(e)
p = my_softmax(([1., 2, 3]))
for v in p:
    print(f"{v:.6f}")
#> 0.090031
#> 0.244728
#> 0.665241
print(f"{sum(p):.6f}")
#> 1.000000

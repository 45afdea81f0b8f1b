data = [1, 3, 2, 1, 3, 3, 5]
bins = {}
for d in data:
    bins[d] = bins.get(d, 0) + 1
for key in sorted(bins.keys()):
    print(key, "*" * bins[key])
#> 1 **
#> 2 *
#> 3 ***
#> 5 *

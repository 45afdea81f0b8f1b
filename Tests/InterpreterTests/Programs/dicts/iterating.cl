d = {"a": 1, "b": 2}
for k in d: print(k, d[k])
#> a 1
#> b 2
for k, v in d.items(): print(k, v)
#> a 1 b 2

for x in ["a", 1]: print(x)
#> a 1
for x in (1, "b"): print(x)
#> 1 b
for c in "ab": print(c)
#> a b
for k in {"x": 1, "y": 2}: print(k)
#> x y

d = {"a": 1, "b": 2}
d["c"] = 3
print(len(d), "a" in d, "z" in d, d.get("z", 0))
#> 3 True False 0
print([k for k in d], [v for v in d.values()])
#> ["a", "b", "c"] [1, 2, 3]
e = {v: k for k, v in d.items()}
print(e[2])
#> b

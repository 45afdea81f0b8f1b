d = {}
d["n"] = 0
for w in ["a", "b"]: d["n"] += 1
d.n  #> 2

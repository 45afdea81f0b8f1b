d = {"xs": [], "n": 0}
d.xs.append(3)
d["xs"].append(4)
d.xs  #> [3, 4]

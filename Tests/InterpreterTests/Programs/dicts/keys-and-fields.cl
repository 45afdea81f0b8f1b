d = {"W": 1, "b": 2}
d["W"]  #> 1
d.b  #> 2
d["x"] = 3
len(d)  #> 3
"W" in d  #> True
"y" in d  #> False

d = {1: "one", True: "yes?", (1, 2): "pair", "s": "text"}
d[(1, 2)]  #> "pair"
d["s"]  #> "text"
d[1, 2]  #> "pair"

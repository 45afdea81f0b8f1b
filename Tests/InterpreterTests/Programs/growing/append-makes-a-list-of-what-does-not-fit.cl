out = [1, 2]
out.append("a")
out  #> [1, 2, "a"]

out = []
for p in [[1, 2], [3, 4]]:
    p -= 1
    out.append(p)
out  #> [[0, 1], [2, 3]]

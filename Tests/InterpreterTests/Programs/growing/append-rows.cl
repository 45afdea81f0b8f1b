out = []
for i in range(3): out.append([i, i * i])
out  #> [[0, 0], [1, 1], [2, 4]]

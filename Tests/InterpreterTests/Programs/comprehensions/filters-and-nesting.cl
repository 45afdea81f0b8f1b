[x for x in range(10) if x % 3 == 0]  #> [0, 3, 6, 9]
[(i, j) for i in range(2) for j in range(2) if i != j]  #> [(0, 1), (1, 0)]
[[i * j for j in range(3)] for i in range(2)]  #> [[0, 0, 0], [0, 1, 2]]

A = [[1, 2, 3], [4, 5, 6]]
T = [[A[i][j] for i in range(2)] for j in range(3)]
print(T[0], T[1], T[2])
#> [1, 4] [2, 5] [3, 6]

A = ([[1., 5], [3, 3]])
print(sum(A), sum(A, axis=0), max(A, axis=1), mean(A, axis=0), argmax(A, axis=1))
#> 12 [4, 8] [5, 3] [2, 4] [1, 0]

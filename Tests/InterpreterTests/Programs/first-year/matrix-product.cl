A = ([[1, 2], [3, 4]])
B = ([[5, 6], [7, 8]])
print(A @ B)
#> [[19, 22],
#>  [43, 50]]
C = zeros((2, 2))
for i in range(2):
    for j in range(2):
        for k in range(2):
            C[i, j] += A[i, k] * B[k, j]
print(C)
#> [[19, 22],
#>  [43, 50]]

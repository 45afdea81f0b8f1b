A = ([[2., 1, -1], [-3, -1, 2], [-2, 1, 2]])
b = ([8., -11, -3])
n = 3
for k in range(n):
    for i in range(k + 1, n):
        m = A[i, k] / A[k, k]
        A[i, :] = A[i, :] - m * A[k, :]
        b[i] = b[i] - m * b[k]
x = zeros(n)
for i in range(n - 1, -1, -1):
    x[i] = (b[i] - sum(A[i, i + 1:] * x[i + 1:])) / A[i, i]
print(x)
#> [2, 3, -1]

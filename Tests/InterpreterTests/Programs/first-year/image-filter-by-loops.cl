img = arange(25).reshape(5, 5)
k = ([[0, 1, 0], [1, -4, 1], [0, 1, 0]])
out = zeros((3, 3))
for i in range(3):
    for j in range(3):
        out[i, j] = sum(img[i:i + 3, j:j + 3] * k)
print(out)
#> [[0, 0, 0],
#>  [0, 0, 0],
#>  [0, 0, 0]]

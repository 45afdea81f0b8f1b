x = ([1., 2, 3, 4, 5, 6, 7, 8])
k = 3
out = []
for i in range(len(x) - k + 1):
    out.append(sum(x[i:i + k]) / k)
print((out))
#> [2, 3, 4, 5, 6, 7]
print(convolve(x, ones(3) / 3, mode="valid"))
#> [2, 3, 4.0000, 5, 6, 7]

x = ([1., 2, 3, 4])
k = ([1., 0, -1])
print(convolve(x, k))
#> [1, 2, 2, 2, -3, -4]
print(convolve(x, k, mode="same"))
#> [2, 2, 2, -3]

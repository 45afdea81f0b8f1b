labels = ([0, 2, 1])
Y = zeros((3, 3))
Y[arange(3), labels] = 1
print(Y)
#> [[1, 0, 0],
#>  [0, 0, 1],
#>  [0, 1, 0]]

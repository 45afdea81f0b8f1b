# continuation lines start where the tensor starts
for i in range(1): print("A =", [[1, 2], [3, 4]])
#> A = [[1, 2],
#>      [3, 4]]

for i in range(3): print(i, end=" ")
#> 0 1 2
for i in range(2, 8, 3): print(i, end=" ")
#> 2 5
for i in range(3, 0, -1): print(i, end=" ")
#> 3 2 1

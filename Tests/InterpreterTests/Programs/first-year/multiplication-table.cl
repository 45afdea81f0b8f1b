for i in range(1, 5):
    print(" ".join([f"{i * j:3d}" for j in range(1, 6)]))
#>   1   2   3   4   5
#>   2   4   6   8  10
#>   3   6   9  12  15
#>   4   8  12  16  20

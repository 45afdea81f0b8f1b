row = [1]
for i in range(6):
    print(row)
    row = [1 if j == 0 or j == len(row) else row[j - 1] + row[j] for j in range(len(row) + 1)]
#> [1]
#> [1, 1]
#> [1, 2, 1]
#> [1, 3, 3, 1]
#> [1, 4, 6, 4, 1]
#> [1, 5, 10, 10, 5, 1]

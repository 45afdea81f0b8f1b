square = [[2, 7, 6], [9, 5, 1], [4, 3, 8]]
rows = [sum(row) for row in square]
columns = [sum(square[i][j] for i in range(3)) for j in range(3)]
diagonals = [sum(square[i][i] for i in range(3)), sum(square[i][2 - i] for i in range(3))]
print(rows, columns, diagonals)
#> [15, 15, 15] [15, 15, 15] [15, 15]
print(all(s == 15 for s in rows), all(s == 15 for s in columns))
#> True True

n = 4
grid = [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]
row, column = 0, 0
down, right = 0, 1
for k in range(1, n * n + 1):
    grid[row][column] = k
    r, c = row + down, column + right
    if r < 0 or r >= n or c < 0 or c >= n or grid[r][c] != 0:
        down, right = right, -down
        r, c = row + down, column + right
    row, column = r, c
for line in grid:
    print(line)
#> [1, 2, 3, 4]
#> [12, 13, 14, 5]
#> [11, 16, 15, 6]
#> [10, 9, 8, 7]

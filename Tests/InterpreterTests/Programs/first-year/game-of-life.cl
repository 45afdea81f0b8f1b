grid = zeros((6, 6))
grid[1, 2] = 1
grid[2, 3] = 1
grid[3, 1] = 1
grid[3, 2] = 1
grid[3, 3] = 1
def step_life(grid):
    new = zeros((6, 6))
    for i in range(6):
        for j in range(6):
            count = 0
            for di in range(-1, 2):
                for dj in range(-1, 2):
                    if di != 0 or dj != 0:
                        count += grid[(i + di) % 6, (j + dj) % 6]
            if count == 3 or (count == 2 and grid[i, j] == 1):
                new[i, j] = 1
    return new
for t in range(4):
    grid = step_life(grid)
for row in grid:
    print("".join(["#" if c == 1 else "." for c in row]))
#> ......
#> ......
#> ...#..
#> ....#.
#> ..###.
#> ......

params = [[1, 2], [3, 4]]
g = [1, 1]
for p in params:
    p -= 0.1 * g
#! lost-write: `p` is the loop's own copy

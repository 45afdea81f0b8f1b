xs = [0] * 5
#! shape-repeat
n = 3
xs = [0] * n
#! shape-repeat
2 * [5]
#! shape-repeat

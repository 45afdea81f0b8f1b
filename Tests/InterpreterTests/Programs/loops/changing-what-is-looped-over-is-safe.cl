x = [1, 2, 3]
for v in x: x[0] = x[0] + v
x  #> [7, 2, 3]

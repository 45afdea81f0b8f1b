# 1,000 operations on ten elements, forward and backward, recorded anew each time.
def line(x):
    for i in range(500):
        x = 0.999 * x + 0.001
    return sum(x)

slope = grad(line)
start = arange(10) / 10
for round in range(ROUNDS):
    s = slope(start)

# A graph of 1,000 operations on plain numbers, forward and backward, recorded anew each time.
def line(x):
    for i in range(500):
        x = 0.999 * x + 0.001
    return x

slope = grad(line)
for round in range(ROUNDS):
    s = slope(1.0)

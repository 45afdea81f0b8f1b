# A plain loop of 10^7 rounds.
def loop(n):
    s = 0
    for i in range(n):
        s += i * 2
    return s

for round in range(ROUNDS):
    s = loop(10_000_000)

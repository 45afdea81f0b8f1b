# Calls: some 800,000 of them.
def fib(n):
    if n < 2: return n
    return fib(n - 1) + fib(n - 2)

for round in range(ROUNDS):
    f = fib(27)

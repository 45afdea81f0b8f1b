memo = {}
def fib(n, memo):
    if n in memo:
        return memo[n], memo
    if n < 2:
        return n, memo
    a, memo = fib(n - 1, memo)
    b, memo = fib(n - 2, memo)
    memo[n] = a + b
    return memo[n], memo
print(fib(40, memo)[0])
#> 102334155

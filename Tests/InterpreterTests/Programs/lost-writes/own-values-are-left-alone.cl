def f(n):
    table = zeros(n)
    table[0] = 1
    return n
f(3)  #> 3

def f(x):
    sum = 0
    for v in x: sum += v
    return sum
f([1, 2])  #> 3
